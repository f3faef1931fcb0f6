"""How well a text answers a question, in words that stand for whole texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.search.french import stem
from commonsbot.search.score import Scorer
from commonsbot.search.symbols import LIMIT, code_of, symbol
from commonsbot.search.synonyms import Substitute
from commonsbot.search.units import How, Lexicon, Meant, Units

WORDS = ("budget", "budgets", "participatif", "citoyen", "vote", "mairie", "affiche")
SYMBOLS = {word: symbol(n) for n, word in enumerate(WORDS, 1)}


def text(words: str) -> str:
    return "".join(SYMBOLS[word] for word in words.split())


def scorer(question: str, *substitutes: Substitute) -> Scorer:
    forms: dict[str, str] = {}
    for word, found in SYMBOLS.items():
        forms[stem(word)] = forms.get(stem(word), "") + found
    lexicon = Lexicon(100, having=dict.fromkeys(forms, 5), forms=forms, symbols=dict(SYMBOLS))
    units = Units(lexicon)
    units.add_question([Meant(w, (w,)) for w in question.split()], [], substitutes)
    return Scorer(units.units, (3.0, 1.0, 10.0))


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("budget", ("budget vote", "", ""), ("budgets vote", "", "")),
        ("budget", ("budget", "", ""), ("mairie", "", "budget")),
        ("budget", ("budget", "", ""), ("budget vote mairie affiche", "", "")),
        ("budget vote", ("budget vote", "", ""), ("budget mairie", "", "")),
        ("budget vote", ("budget vote", "", ""), ("vote budget", "", "")),
        ("vote budget", ("vote affiche", "", "budget"), ("vote affiche", "", "")),
    ],
)
def test_the_better_answer_has_the_higher_score(
    question: str, better: tuple[str, str, str], worse: tuple[str, str, str]
) -> None:
    score = scorer(question).score
    assert score([text(field) for field in better]) > score([text(field) for field in worse]) > 0


def test_what_nothing_speaks_of_scores_nothing() -> None:
    assert scorer("budget").score(["", text("mairie"), text("affiche")]) == 0


def test_a_synonym_is_worth_less_than_the_typed_word() -> None:
    score = scorer("mairie", Substitute(0, 1, ("affiche",), 1.0)).score
    assert score([text("mairie"), "", ""]) > score([text("affiche"), "", ""]) > 0


def test_a_synonym_of_several_words_wants_them_in_a_row() -> None:
    score = scorer("vote", Substitute(0, 1, ("budget", "participatif"), 1.0)).score
    apart = text("budget mairie affiche citoyen participatif")
    assert score([text("budget participatif"), "", ""]) > score([apart, "", ""])


def test_the_explanation_adds_up() -> None:
    asked = scorer("budget vote", Substitute(0, 1, ("mairie",), 1.0))
    fields = [text("budget vote mairie"), "", text("budgets")]
    parts = asked.explain(fields)
    assert sum(part.value for part in parts) == pytest.approx(asked.score(fields))
    assert {part.unit.how for part in parts} == {How.EXACT, How.FORM, How.PAIR, How.SYNONYM}


@given(st.integers(1, LIMIT))
def test_every_word_has_a_symbol_of_its_own(code: int) -> None:
    assert code_of(symbol(code)) == code
    assert symbol(code).encode()
