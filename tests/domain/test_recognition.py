"""Themes and tools are recognised where they are named, and only there."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.config.themes import load
from commonsbot.domain.recognition import MOST, Recogniser
from commonsbot.domain.theme_names import key, keys
from commonsbot.domain.themes import Manner, theme_word, theme_words

THEMES = load(None, []).themes
PACKAGED = Recogniser((theme.id, theme.sort, name) for theme in THEMES for name in theme.names())
PHRASES = [
    (theme.id, name.written)
    for theme in THEMES
    for name in theme.names()
    if name.manner is Manner.PHRASE
]


def found(text: str, title: str = "") -> set[str]:
    return set(PACKAGED.recognise(title, text))


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Notre BUDGET PARTICIPATIF", "budget-participatif"),
        ("les budgets participatifs", "budget-participatif"),
        ("le budget-participatif", "budget-participatif"),
        ("nos reseaux sociaux", "réseaux-sociaux"),
        ("un média social", "réseaux-sociaux"),
        ("le droit à l’image", "photo"),
        ("le droit a l'image", "photo"),
        ("une carte de voeux", "vœux"),
        ("des cartes de vœux", "vœux"),
        ("une charte IA", "ia"),
        ("une charte ia pour tous", "ia"),
        ("L’I.A. au bureau", "ia"),
        ("l'intelligence artificielle", "ia"),
        ("#IA", "ia"),
        ("conforme au RGAA", "accessibilité"),
        ("des marchés publics", "marchés-publics"),
        ("le PLU de la ville", "urbanisme"),
        ("un article sur le Plan local d'urbanisme", "urbanisme"),
        ("une e\u0301lection", "élections"),
        ("la qualité des eaux", "eau"),
        ("la billetterie Prétix", "pretix"),
        ("looker-studio", "looker-studio"),
        ("voir comnum.rennes.fr", "comnum"),
        ("https://www.canva.com/design/abc", "canva"),
        ("https://blog.pretix.eu", "pretix"),
    ],
)
def test_a_name_is_recognised_however_it_is_typed(text: str, theme: str) -> None:
    assert theme in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "il a plu hier",
        "rien de plus, un mois de plus",
        "IL A PLU HIER",
        "on se bat pour la com",
        "la veille de la fête du village",
        "un budget de 300 euros",
        "la mairie est fermée",
        "diagnostic RSA",
        "https://example.org/newsletter?utm_source=newsletter",
        "aider les iaourts",
        "",
    ],
)
def test_ordinary_words_are_no_themes(text: str) -> None:
    assert not found(text)


def test_the_longest_name_wins() -> None:
    assert found("le budget participatif des écoles") == {"budget-participatif"}
    assert found("un journal interne") == {"communication-interne"}


def test_the_title_says_what_a_text_is_about() -> None:
    text = "On y parle aussi de l'eau et des écoles, avec Canva."
    assert PACKAGED.recognise("Nos carrousels Instagram", text) == ("réseaux-sociaux", "canva")
    assert found(text) == {"eau", "petite-enfance-écoles", "canva"}
    assert "eau" in found(f"{text} Toujours de l'eau.", "Nos carrousels Instagram")


def test_a_text_that_names_everything_is_about_a_few_things() -> None:
    everything = " ; ".join(written for _, written in PHRASES) * 2
    assert len(PACKAGED.recognise("", everything)) == 2 * MOST


@pytest.mark.parametrize(("theme", "written"), PHRASES[::7])
def test_every_name_of_the_vocabulary_is_recognised(theme: str, written: str) -> None:
    for typed in (written, written.upper(), unicodedata.normalize("NFD", written)):
        assert theme in found(f"Voici {typed} !"), typed


@given(st.text(), st.text(), st.lists(st.text()))
def test_any_text_is_read_without_failing(title: str, text: str, links: list[str]) -> None:
    themes = PACKAGED.recognise(title, text, links)
    assert len(themes) == len(set(themes)) <= 2 * MOST


WILD = st.text(st.characters(exclude_categories=["L", "N"]))


@given(WILD, WILD, st.sampled_from(PHRASES))
def test_what_stands_around_a_name_does_not_hide_it(
    before: str, after: str, phrase: tuple[str, str]
) -> None:
    theme, written = phrase
    assert theme in found(f"{before}\n{written}\n{after}")


@pytest.mark.parametrize("word", ["plu ", "PLU ", "A.B.", "budget ", "http://", "é", "\n"])
def test_a_hostile_text_takes_no_longer_than_another(word: str) -> None:
    text = (word * 64_000)[:64_000]
    start = time.process_time()
    PACKAGED.recognise(text[:160], text)
    assert time.process_time() - start < 1


@given(st.text())
def test_a_name_has_one_key_however_its_accents_are_encoded(text: str) -> None:
    assert key(text) == key(unicodedata.normalize("NFD", text))
    assert key(text) in keys(text) or not key(text)


@given(st.text(alphabet="abcdeséèœ -", min_size=1))
def test_a_name_has_one_key_in_every_case(text: str) -> None:
    assert key(text) == key(text.upper())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("réseaux-sociaux", "Réseau social"),
        ("budget_participatif", "budgets participatifs"),
        ("vœux", "voeux"),
        ("ＩＡ", "ia"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize("glued", ["budgetsparticipatifs", "BudgetParticipatif"])
def test_glued_words_are_understood(glued: str) -> None:
    assert key(glued) in keys("budget participatif")
    assert key("reseauxsociaux") in keys("réseaux-sociaux")


def test_a_command_names_themes_with_or_without_the_mark() -> None:
    for typed in (
        "#bp dans #Budget-Participatif",
        "bp budget-participatif",
        "« #bp » -> #budget-participatif",
    ):
        assert theme_words(typed) == ("bp", "budget-participatif")
    assert theme_words("#42 #") == ()
    assert theme_word("deux mots") is None


@given(st.text())
def test_any_text_gives_only_hashtags(text: str) -> None:
    assert all(theme_word(word) == word for word in theme_words(text))
