"""What kind of news an entry is, by rules that can be read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.titles import AWARDS, Row, classes, deadlines, rows
from commonsbot.config.news_classes import load
from commonsbot.domain.news_class_names import TYPED, WRITTEN, class_named, class_near
from commonsbot.domain.news_classes import Lexicon, NewsClass, Rule, Where, classify
from commonsbot.domain.news_reading import Reading, reading
from commonsbot.domain.word_patterns import read_pattern
from tests.news.conftest import DATA

LEXICON = load(None, [])


def read(row: Row) -> Reading:
    written = date.fromisoformat(row.get("published") or "2026-11-27")
    return reading(row["title"], row["summary"], written, LEXICON, lambda *_: ())


def test_titles_written_for_this_are_told_apart() -> None:
    figures = {
        figure.what: figure
        for figure in classes([(row, read(row)) for row in rows(DATA / "titles.tsv")])
    }
    assert figures["macro-F1"].value >= 0.95
    assert all(figures[f"{award}, precision"].passes for award in AWARDS)


@pytest.mark.parametrize(
    ("award", "other"),
    [
        ("Les bénévoles félicités par le maire", "Le maire félicite les bacheliers"),
        ("La métropole honorée pour sa stratégie", "La ville honore ses anciens combattants"),
        ("Le village labellisé pour ses commerces", "La région labellise ses lycées"),
        ("Le bulletin primé par un jury national", "Des primes aux agents, un jury pour les idées"),
        ("TROIS JOURNAUX PRIMES PAR LE JURY NATIONAL", "Prime de Noël : un jury donne son avis"),
        ("La revue nommée aux Trophées de la presse", "La commune nomme une rue Simone-Veil"),
    ],
)
def test_what_wins_is_not_what_gives(award: str, other: str) -> None:
    assert classify(award, "", LEXICON).class_ is NewsClass.AWARD_RESULT
    assert classify(other, "", LEXICON).class_ is NewsClass.ARTICLE


def test_the_deadlines_that_are_stated_are_read_exactly_and_no_others() -> None:
    exact, wrong = deadlines([(row, read(row)) for row in rows(DATA / "deadlines.tsv")])
    assert exact.passes
    assert wrong.value == 0


def rule(name: str, points: float, *text: str, **more: object) -> Rule:
    weights = {NewsClass.AWARD_RESULT: points}
    patterns = tuple(map(read_pattern, text))
    return Rule(name=name, weights=weights, text=patterns, **more)  # type: ignore[arg-type]


def test_what_counted_is_said() -> None:
    lexicon = Lexicon((rule("a", 4, "palmarès"), rule("b", 2, "jury"), rule("c", -9, "énergie")))
    verdict = classify("Le palmarès", "Le jury a délibéré.", lexicon)
    assert verdict.class_ is NewsClass.AWARD_RESULT
    assert [(one.rule, one.words, one.where) for one in verdict.reasons] == [
        ("a", ("palmares",), Where.TITLE),
        ("b", ("jury",), Where.SUMMARY),
    ]
    assert verdict.scores == {NewsClass.AWARD_RESULT: 5.2}
    assert classify("Le palmarès de l'énergie", "", lexicon).class_ is NewsClass.ARTICLE


def test_words_that_must_or_must_not_be_there() -> None:
    lone = (read_pattern("jury"),)
    given_it = Lexicon((rule("a", 4, "prix", given=lone),))
    assert classify("Un prix", "Le jury", given_it).class_ is NewsClass.AWARD_RESULT
    assert classify("Un prix", "Le maire", given_it).class_ is NewsClass.ARTICLE
    unless = Lexicon((rule("a", 4, "prix", unless=lone),))
    assert classify("Un prix", "Le jury", unless).class_ is NewsClass.ARTICLE


def test_several_weak_words_make_a_strong_one() -> None:
    lexicon = Lexicon((rule("a", 1.5, "prix", "jury", "médaille", most=2),))
    assert classify("Un prix", "", lexicon).class_ is NewsClass.ARTICLE
    assert classify("Un prix, un jury", "", lexicon).scores == {NewsClass.AWARD_RESULT: 3.0}
    assert classify("Un prix, un jury, une médaille", "", lexicon).scores == {
        NewsClass.AWARD_RESULT: 3.0
    }


@given(st.text(max_size=400), st.text(max_size=600))
def test_any_text_gets_a_class_and_reasons_that_add_up(title: str, summary: str) -> None:
    verdict = classify(title, summary, LEXICON)
    best = max(verdict.scores.values(), default=0.0)
    assert (verdict.class_ is NewsClass.ARTICLE) == (best < LEXICON.enough)
    assert all(reason.words for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("word", "class_"),
    [
        ("prix", NewsClass.AWARD_RESULT),
        ("Palmarès", NewsClass.AWARD_RESULT),
        ("APPELS", NewsClass.AWARD_CALL),
        ("evenement", NewsClass.EVENT),
        ("rendez-vous", NewsClass.EVENT),
        ("job", NewsClass.JOB),
        ("formation", NewsClass.TRAINING),
        ("award_call", NewsClass.AWARD_CALL),
        ("articles", NewsClass.ARTICLE),
        ("zèbre", None),
        ("", None),
    ],
)
def test_classes_are_named_as_people_write(word: str, class_: NewsClass | None) -> None:
    assert class_named(word) is class_


def test_a_slip_is_understood_as_a_question() -> None:
    assert class_near("prixx") is NewsClass.AWARD_RESULT
    assert class_near("evennement") is NewsClass.EVENT
    assert class_near("tramway") is None
    for typed in TYPED.values():
        assert {class_: class_named(word) for class_, word in typed.items()} == {
            class_: class_ for class_ in WRITTEN
        }
