"""What may be sent now: answers always, quietly at night; the rest within everybody's hours."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from commonsbot.domain.hours import ALWAYS, Closure, Hours
from commonsbot.domain.ids import UserId
from commonsbot.domain.messages import Kind
from commonsbot.domain.sending import WORTH, Drop, Facts, Hold, Openings, Send, ruling

ANNE, BRUNO = UserId("@anne:example.org"), UserId("@bruno:example.org")

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
NIGHT = datetime(2026, 11, 26, 22, tzinfo=UTC)
MORNING = datetime(2026, 11, 27, 7, 30, tzinfo=UTC)
"""Friday, 8:30 in Paris."""

OFFICE = Openings(place=Hours())
STARTED = sorted(WORTH)


def facts(kind: Kind, *mentions: UserId, queued_at: datetime = NOON, over: bool = False) -> Facts:
    return Facts(kind=kind, queued_at=queued_at, mentions=mentions, over=over)


@pytest.mark.parametrize("kind", STARTED)
def test_what_the_bot_starts_leaves_within_hours_and_waits_for_the_opening_else(kind: Kind) -> None:
    assert ruling(facts(kind, ANNE), OFFICE, NOON) == Send(rings=(ANNE,))
    assert ruling(facts(kind, ANNE), OFFICE, NIGHT) == Hold(MORNING)
    assert ruling(facts(kind, ANNE), Openings(place=ALWAYS), NIGHT) == Send(rings=(ANNE,))


@pytest.mark.parametrize("kind", [Kind.ANSWER, Kind.INTRODUCTION])
def test_who_asks_is_answered_at_any_hour_but_not_rung_at_night(kind: Kind) -> None:
    assert ruling(facts(kind, ANNE), OFFICE, NOON) == Send(rings=(ANNE,))
    assert ruling(facts(kind, ANNE), OFFICE, NIGHT) == Send(quiet=True)


def test_what_is_urgent_passes_all_hours() -> None:
    today = NIGHT.date()
    away = replace(ALWAYS, closures=(Closure(today, today),))
    openings = Openings(place=Hours(), people={ANNE: away})
    assert ruling(facts(Kind.URGENT, ANNE), openings, NIGHT) == Send(rings=(ANNE,))


def test_what_takes_a_message_back_does_not_wait() -> None:
    message = Facts(kind=Kind.PROMPT, queued_at=NOON, over=True, redacts=True)
    assert ruling(message, OFFICE, NIGHT) == Send()


def test_what_is_meant_for_one_person_waits_for_the_stricter_hours() -> None:
    afternoon = Hours(opens=time(14), closes=time(20))
    openings = Openings(place=Hours(), people={ANNE: afternoon})
    assert ruling(facts(Kind.NOTE, ANNE), openings, NOON) == Hold(NOON + timedelta(hours=1))
    assert ruling(facts(Kind.NOTE, BRUNO), openings, NOON) == Send(rings=(BRUNO,))
    in_the_evening = datetime(2026, 11, 26, 18, tzinfo=UTC)
    assert ruling(facts(Kind.NOTE, ANNE), openings, in_the_evening) == Hold(
        datetime(2026, 11, 27, 13, tzinfo=UTC)
    )


def test_during_a_pause_nothing_is_started_towards_a_member() -> None:
    today, back = NOON.date(), datetime(2026, 12, 10, 7, 30, tzinfo=UTC)
    away = Closure(today, today + timedelta(days=13))
    openings = Openings(place=Hours(), people={ANNE: replace(ALWAYS, closures=(away,))})
    assert ruling(facts(Kind.PROMPT, ANNE), openings, NOON) == Hold(back)
    both = facts(Kind.PROMPT, ANNE, BRUNO)
    assert ruling(both, openings, NOON) == Send(rings=(BRUNO,)), "the others are asked"
    answer = facts(Kind.ANSWER, BRUNO, ANNE)
    assert ruling(answer, openings, NOON) == Send(rings=(BRUNO,))
    assert ruling(facts(Kind.ANSWER, ANNE), openings, NOON) == Send(rings=(ANNE,)), "she asked"


def test_what_lost_its_worth_is_dropped_and_says_why() -> None:
    old = facts(Kind.NEWS, queued_at=NOON - timedelta(days=8))
    assert ruling(old, OFFICE, NOON) == Drop("waited more than 7 days")
    assert ruling(old, OFFICE, NIGHT) == Drop("waited more than 7 days")
    over = facts(Kind.PROMPT, ANNE, over=True)
    assert ruling(over, OFFICE, NOON) == Drop("answered or out of time meanwhile")


def test_hours_that_never_meet_are_not_waited_for() -> None:
    openings = Openings(place=Hours(), people={ANNE: Hours(opens=time(20), closes=time(22))})
    said = ruling(facts(Kind.NOTE, ANNE), openings, NOON)
    assert said == Drop("the room and the member are never open at once")
