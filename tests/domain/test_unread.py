"""When it is time to say that a message can't be read, and what helps."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.refusals import Reason
from commonsbot.domain.unread import GRACE, Remedy, Unread, remedy

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
UNREAD = Unread(
    event=EventId("$event"),
    room=RoomId("!room:example.org"),
    sender=UserId("@anne:example.org"),
    came_at=NOW,
)


def test_a_key_is_given_time_to_come() -> None:
    assert not UNREAD.overdue(NOW + GRACE - timedelta(seconds=1))
    assert UNREAD.overdue(NOW + GRACE)


@pytest.mark.parametrize("reason", [Reason.UNVERIFIED, Reason.BLACKLISTED, Reason.UNAUTHORISED])
def test_a_refusal_is_not_waited_out(reason: Reason) -> None:
    assert replace(UNREAD, reason=reason).overdue(NOW)


@pytest.mark.parametrize("reason", [Reason.NO_OLM, Reason.UNAVAILABLE])
def test_a_key_that_cannot_come_now_may_come_later(reason: Reason) -> None:
    assert not replace(UNREAD, reason=reason).overdue(NOW)


def test_a_key_that_came_and_does_not_fit_is_not_waited_for() -> None:
    assert replace(UNREAD, locked=True).overdue(NOW)


def test_what_was_for_the_bot_is_told_more_often() -> None:
    for addressed in (replace(UNREAD, direct=True), replace(UNREAD, answers_bot=True)):
        assert addressed.pause == timedelta(days=1)
    assert UNREAD.pause == timedelta(days=7)


def test_only_an_unsigned_bot_is_to_be_mended_by_its_operator() -> None:
    assert remedy(Reason.UNVERIFIED, signed=False) is Remedy.SIGN
    assert remedy(Reason.UNVERIFIED, signed=True) is Remedy.TRUST
    assert remedy(Reason.BLACKLISTED, signed=False) is Remedy.UNBLOCK
    for reason in (None, Reason.NO_OLM, Reason.UNAVAILABLE, Reason.UNAUTHORISED):
        assert remedy(reason, signed=False) is Remedy.AGAIN
