"""What a member shares, by a command or a message."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.audiences import Audience
from commonsbot.domain.files import File
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import TITLE_LIMIT, Draft, Kind
from commonsbot.domain.sharing import (
    find_links,
    find_themes,
    read_capture,
    read_content,
    read_message,
    read_share,
    with_file,
)
from commonsbot.domain.terms import Hold, Terms, held_back, settled


def test_the_first_line_is_the_title_the_next_ones_the_text() -> None:
    draft = read_share("Charte IA #ia #charte\nDeux pages.\nModifiables.")
    assert (draft.title, draft.text) == ("Charte IA", "Deux pages.\nModifiables.")
    assert draft.themes == ("ia", "charte")


def test_a_theme_in_a_sentence_stays_a_word() -> None:
    assert read_share("Une #charte pour tous").title == "Une #charte pour tous"
    assert read_share("#ia").title == "ia"


def test_links_are_found_without_the_punctuation_around_them() -> None:
    text = "Voir https://ex.org/a, (https://ex.org/b_(c)) et <https://ex.org/d>."
    assert find_links(text) == ("https://ex.org/a", "https://ex.org/b_(c)", "https://ex.org/d")


def test_fields_are_no_part_of_the_title_or_the_text() -> None:
    draft = read_share("type : outil\nPretix\nLa billetterie libre\nlicence: cc by\nvisible:public")
    assert (draft.title, draft.text) == ("Pretix", "La billetterie libre")
    assert (draft.kind, draft.licence, draft.audience) == (
        Kind.TOOL,
        Licence.CC_BY,
        Audience.PUBLIC,
    )


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Modèle : courrier de rentrée", Kind.TEMPLATE),
        ("ASTUCE : relire à voix haute\nhttps://ex.org/a", Kind.TIP),
        ("Outil\u00a0: Pretix https://pretix.eu", Kind.TOOL),
        ("Retour d’expérience : le marché de Noël", Kind.EXPERIENCE),
        ("Question : qui a une charte ?", Kind.TIP),
        ("Modèle social : un débat", Kind.TIP),
        ("Un modèle : le courrier", Kind.TIP),
        ("Modèle :", Kind.TIP),
        ("Modèle : un lien\ntype : outil", Kind.TOOL),
    ],
)
def test_a_title_may_say_what_it_is(typed: str, kind: Kind) -> None:
    assert read_content(typed).draft.kind is kind
    assert read_content(typed).draft.title.startswith(
        typed.partition(" ")[0].partition("\u00a0")[0]
    )


def test_a_link_alone_is_a_reference_named_by_its_page_or_its_address() -> None:
    reading = read_content("https://www.example.org/guide/ #guide")
    assert reading.untitled == "https://www.example.org/guide/"
    assert (reading.draft.title, reading.draft.kind) == ("example.org/guide", Kind.REFERENCE)
    assert reading.called("Le guide").draft.title == "Le guide"
    assert reading.called("").draft.title == "example.org/guide"


def test_a_link_that_begins_a_text_is_named_by_its_page_or_the_first_sentence() -> None:
    reading = read_content("https://example.org/falc\nTout sur le FALC. Avec des exemples.")
    assert reading.draft.title == "Tout sur le FALC."
    assert reading.called("Le guide du FALC").draft.title == "Le guide du FALC"


@pytest.mark.parametrize(
    "words",
    ["À lire :", "Voir ici", "oui, la nôtre est sur", "Le lien :", "Un bon guide à voir :", "See"],
)
def test_words_that_only_lead_to_a_link_are_no_title(words: str) -> None:
    said = f"{words} https://example.org/falc"
    for reading in (read_content(f"{said} #falc"), read_message(said)):
        assert reading.untitled == "https://example.org/falc"
        assert reading.draft.title == "example.org/falc" and words in reading.draft.text
        assert reading.called("Le guide").draft.title == "Le guide"


@pytest.mark.parametrize("words", ["Ici Rennes", "Voir la mer", "Guide", "Le voici qui revient"])
def test_words_that_say_more_are_a_title(words: str) -> None:
    assert read_content(f"{words} : https://example.org/falc").draft.title == words


def test_a_title_of_ones_own_wins_over_the_page() -> None:
    reading = read_content("Guide FALC : https://example.org/falc")
    assert (reading.draft.title, reading.untitled) == ("Guide FALC", "")
    assert reading.called("Autre titre").draft.title == "Guide FALC"


def test_numbers_and_anchors_are_no_themes() -> None:
    assert find_themes("#42 https://ex.org/#ancre a#b #Été_2026") == ("été_2026",)


def test_a_message_that_becomes_a_resource_is_prose() -> None:
    draft = read_message("Un type : outil #billet\nlicence : CC BY").draft
    assert (draft.title, draft.text) == ("Un type : outil", "licence : CC BY")
    assert (draft.kind, draft.licence) == (Kind.TIP, None)


@pytest.mark.parametrize("greeting", ["Bonjour à tous,", "Salut !", "hello everyone"])
def test_a_greeting_is_no_title(greeting: str) -> None:
    draft = read_message(f"{greeting}\nVoici notre gabarit de vœux. Il est libre.").draft
    assert draft.title == "Voici notre gabarit de vœux. Il est libre."
    assert draft.text.startswith(greeting)


def test_whoever_captures_a_message_may_call_and_describe_it() -> None:
    reading = read_capture("On fait comme ça\npas à pas #vœux", "Carte de vœux type:modèle #papier")
    assert reading.draft == Draft(
        title="Carte de vœux",
        text="On fait comme ça\npas à pas #vœux",
        themes=("papier", "vœux"),
        kind=Kind.TEMPLATE,
    )
    assert read_capture("On fait comme ça", "type : astuce").draft.title == "On fait comme ça"


def test_only_what_is_openly_licensed_becomes_public() -> None:
    asked = read_share("Titre\nvisible : tout le monde")
    held = settled(asked, Terms(audience=Audience.ROOM))
    assert held.audience is Audience.ROOM
    assert held_back(asked, held) is Hold.LICENCE
    opened = settled(asked, Terms(licence=Licence.CC_BY))
    assert (opened.audience, opened.licence) == (Audience.PUBLIC, Licence.CC_BY)
    assert held_back(asked, opened) is None


def test_a_file_of_an_encrypted_room_keeps_what_holds_it_there() -> None:
    file = File(uri="mxc://example.org/a", name="plan.pdf", encrypted=True)
    asked = with_file(read_share("Titre\nvisible : réseau\nlicence : CC0"), file)
    kept = settled(asked, Terms(audience=Audience.ROOM))
    assert kept.audience is Audience.ROOM
    assert held_back(asked, kept) is Hold.FILE


@given(st.text(min_size=1))
def test_nothing_a_member_wrote_is_lost(content: str) -> None:
    draft = read_share(content)
    assert len(draft.title) <= max(TITLE_LIMIT, 1)
    kept = " ".join([draft.title, draft.text, *draft.links, *draft.themes]).casefold()
    for word in content.split():
        core = word.strip("#.,;:!?…*_-–—()[]<>\"'").casefold()
        if core.isalnum() and core.isascii():
            assert core in kept


WILD = """type : x |type:outil |visible |« |#a |#a-|a. |a |(|)|https://x |https://|https://x.org/)
licence : a-|bonjour|!|-""".replace("\n", "|").split("|")


@pytest.mark.parametrize("piece", [*WILD, " ", "\u00a0", "\t", "\n"])
def test_64_kib_of_anything_are_read_at_once(piece: str) -> None:
    for text in (piece * (60_000 // len(piece)), f"type : outil{piece * 20_000}!"):
        started = time.process_time()
        read_content(text)
        read_capture(text, text)
        assert time.process_time() - started < 2
