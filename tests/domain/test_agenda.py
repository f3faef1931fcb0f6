"""Which reminder of a deadline is due."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.agenda import each_once, is_news_still, steps
from commonsbot.domain.deadlines import Deadline
from commonsbot.domain.ids import NewsId, SourceId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass

TODAY = date(2026, 11, 27)
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def call(deadline: date = TODAY, seen_at: datetime = NOW, **facts: str) -> NewsItem:
    return NewsItem(
        id=NewsId(1),
        source=SourceId(1),
        source_title="Cap'Com",
        title=facts.get("title", "Un appel à candidatures"),
        link=facts.get("link", "https://example.org/appel"),
        summary="",
        published_at=None,
        seen_at=seen_at,
        class_=NewsClass.AWARD_CALL,
        deadline=Deadline(deadline),
    )


def due(day: date) -> list[int]:
    return [step.days for step in steps(TODAY) if step.first <= day < step.until]


@pytest.mark.parametrize(
    ("ahead", "days"),
    [(-1, []), (0, [3]), (3, [3]), (4, [14]), (13, [14]), (14, [14]), (15, [])],
)
def test_each_day_has_one_reminder_at_most(ahead: int, days: list[int]) -> None:
    assert due(TODAY + timedelta(days=ahead)) == days


@given(st.integers(-30, 120))
def test_steps_never_overlap(ahead: int) -> None:
    assert len(due(TODAY + timedelta(days=ahead))) <= 1


def test_what_was_just_read_is_not_said_again_unless_it_is_urgent() -> None:
    urgent, early = steps(TODAY)
    fresh, old = call(seen_at=NOW - timedelta(hours=3)), call(seen_at=NOW - timedelta(days=3))
    assert is_news_still(fresh, early, NOW)
    assert not is_news_still(old, early, NOW)
    assert not is_news_still(fresh, urgent, NOW)


def test_a_call_from_two_sources_is_told_once() -> None:
    other = call(link="https://www.example.org/appel/?utm_source=x")
    same_title = call(link="https://gazette.example.org/1")
    another = call(title="Un autre appel", link="https://example.org/autre")
    assert each_once([call(), other, same_title, another]) == [call(), another]
