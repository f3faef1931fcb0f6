"""A filled card is read however it was filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.experiences import Section, read_experience
from commonsbot.domain.facet_reading import read_budget, read_facets, read_population
from commonsbot.domain.facets import Body, Budget, Channel, Facets, Population

CARD = """Vœux en vidéo #vœux
Tournés au téléphone

**Contexte** : un maire enrhumé
et peu de temps
- resultats mesurés: 1 000 vues
Licence : CC BY
cout et temps : deux jours, gratuit
Collectivité : Commune
Habitants : 8 000
Canal : nos réseaux sociaux
Objectif :
"""


def test_parts_are_read_in_any_order_and_spelling() -> None:
    read = read_experience(CARD)
    assert read.sections == (
        (Section.CONTEXT, "un maire enrhumé\net peu de temps"),
        (Section.RESULT, "1 000 vues"),
        (Section.COST, "deux jours, gratuit"),
    )
    assert read.head == "Vœux en vidéo #vœux\nTournés au téléphone\n\nLicence : CC BY"
    assert read.facets == Facets(
        body=Body.COMMUNE,
        population=Population.UNDER_10K,
        budget=Budget.NONE,
        channel=Channel.SOCIAL,
    )


@pytest.mark.parametrize(
    "label", ["Ce qu’on a fait :", "CE QU'ON A FAIT:", "* Ce qu'on à fait :", "Ce quon a fait :"]
)
def test_labels_are_forgiven_quotes_capitals_and_slips(label: str) -> None:
    assert read_experience(f"T\n{label} tout").sections == ((Section.DONE, "tout"),)


def test_a_label_alone_on_its_line_heads_what_follows() -> None:
    assert read_experience("T\nContexte\nUne crue").sections == ((Section.CONTEXT, "Une crue"),)


def test_addresses_and_other_colons_are_no_labels() -> None:
    read = read_experience("T\nContexte : a\nhttps://example.org/x\nAttention : b")
    assert read.sections == ((Section.CONTEXT, "a\nhttps://example.org/x\nAttention : b"),)


def test_what_the_empty_card_says_itself_is_not_kept() -> None:
    read = read_experience(
        "Titre de votre retour d’expérience\nContexte : a\n\n↑ Copiez ce message"
    )
    assert read.head == ""
    assert read.sections == ((Section.CONTEXT, "a"),)


@given(st.text(alphabet="zké \n-*>٣🎉\u200f<b>", max_size=400))
def test_no_text_is_lost(text: str) -> None:
    (kept,) = [said for _, said in read_experience("T\nContexte : y" + text).sections]
    assert kept == ("y" + text).strip()


@given(st.text(max_size=400))
def test_no_text_is_refused(text: str) -> None:
    read_experience(text)


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ("8 000 habitants", Population.UNDER_10K),
        ("12,5 k hab.", Population.UNDER_50K),
        ("450\u202f000 habitants", Population.OVER_200K),
        ("1.2 million d'habitants", Population.OVER_200K),
        ("900 inhabitants", Population.UNDER_2K),
        ("50 agents et 3 chats", Population.UNDER_2K),
        ("rien de tel", None),
    ],
)
def test_population_bands(words: str, band: Population | None) -> None:
    assert read_population(words) is band


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ("sans budget", Budget.NONE),
        ("0 €", Budget.NONE),
        ("2 000 €", Budget.UNDER_10K),
        ("3 k€", Budget.UNDER_10K),
        ("350 euros", Budget.UNDER_1K),
        ("1 M€", Budget.OVER_50K),
        ("deux jours", None),
    ],
)
def test_budget_bands(words: str, band: Budget | None) -> None:
    assert read_budget(words) is band


def test_the_kind_of_body_is_recognised_in_a_phrase() -> None:
    assert read_facets("un CHU de province").body is Body.HOSPITAL
    assert read_facets("Nos communes").body is Body.COMMUNE
    assert read_facets("Musées").body is Body.MUSEUM
