"""French words as the index sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.folding import fold
from commonsbot.search.french import content_words, stem, stems, words
from commonsbot.search.snippets import snippet
from commonsbot.search.spelling import nearest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("métropole", "metropoles"),
        ("l’accessibilité", "ACCESSIBILITE"),
        ("cœur", "coeur"),
        ("réseaux", "reseau"),
        ("déclarée", "déclarés"),
        ("communication", "communications"),
    ],
)
def test_the_same_word_in_another_form_has_the_same_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_elisions_and_empty_words_are_left_out() -> None:
    asked = "Qu'est-ce que l'accessibilité d'un site ?"
    assert content_words(asked) == ["accessibilite", "site"]


def test_numbers_and_short_acronyms_are_kept_as_they_are() -> None:
    assert stems("FALC 4.1 IA") == ["falc", "4", "1", "ia"]


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_any_text_has_words_and_stems(text: str) -> None:
    assert len(stems(text)) == len(content_words(text)) <= len(words(text))
    assert all(stem(word) for word in words(text))


def test_a_mistyped_word_means_the_nearest_and_most_frequent() -> None:
    known = [("accessible", 3), ("accessibilite", 9), ("accepter", 1)]
    assert nearest("acessibilite", known)[0] == "accessibilite"
    assert nearest("budget", known) == []
    assert nearest("ia", [("id", 5)]) == []
    assert nearest("cartes", [("cartee", 1), ("cartez", 7)]) == ["cartez", "cartee"]


@given(st.text(), st.text())
def test_a_snippet_is_one_short_line_of_the_text(text: str, query: str) -> None:
    line = snippet(text, query)
    assert len(line) <= 92
    assert "\n" not in line


def test_a_snippet_shows_where_the_word_stands() -> None:
    text = "mot " * 60 + "le budget participatif de la ville " + "fin " * 60
    assert "budget" in snippet(text, "budgets")
    assert snippet(text, "budget").startswith("…")
