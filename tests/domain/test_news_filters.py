"""What a room lets through of its sources."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.news_filters import EVERYTHING, NewsFilter, passes


@dataclass(frozen=True)
class Item:
    title: str = "Le budget participatif de Lauzère"
    summary: str = "Les habitants votent jusqu'à dimanche."
    class_: NewsClass = NewsClass.ARTICLE
    themes: tuple[str, ...] = ("budget-participatif",)


@pytest.mark.parametrize(
    ("filter", "passed"),
    [
        (EVERYTHING, True),
        (NewsFilter(classes=frozenset({NewsClass.ARTICLE, NewsClass.JOB})), True),
        (NewsFilter(classes=frozenset({NewsClass.JOB})), False),
        (NewsFilter(without_classes=frozenset({NewsClass.ARTICLE})), False),
        (NewsFilter(themes=("ia", "budgets-participatifs")), True),
        (NewsFilter(themes=("ia",)), False),
        (NewsFilter(without_themes=("Budget participatif",)), False),
        (NewsFilter(words=("BUDGETS",)), True),
        (NewsFilter(words=("budget participatif", "élection")), True),
        (NewsFilter(words=("participatif budget",)), False),
        (NewsFilter(words=("budge",)), False),
        (NewsFilter(without=("lauzere",)), False),
        (NewsFilter(without=("participatif de",)), False),
        (NewsFilter(words=("habitant",), without=("maire",)), True),
    ],
)
def test_each_part_of_a_filter_must_be_met(filter: NewsFilter, passed: bool) -> None:
    assert passes(filter, Item()) is passed


@given(st.text(), st.text(), st.lists(st.text()), st.lists(st.text()))
def test_any_words_are_only_words(
    title: str, summary: str, words: list[str], no: list[str]
) -> None:
    item = Item(title=title, summary=summary)
    one = passes(NewsFilter(words=tuple(words), without=tuple(no)), item)
    assert one in (True, False)
    if not no and any(character.isalnum() for character in title):
        assert passes(NewsFilter(words=(title,)), item)
