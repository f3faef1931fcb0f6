"""The random walk notices leaks: each is planted by itself, and each is found."""

from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from commonsbot.commands import history, moderation, reverts, search
from commonsbot.commons import follows
from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.markup import Text
from commonsbot.domain.resources import Status
from commonsbot.store import (
    audiences,
    news,
    news_agenda,
    notes,
    questions,
    resource_reads,
    resources,
    stats,
    themes,
)
from commonsbot.store.index import filters
from tests.commands import walking
from tests.commands.walking import Walk

Plant = Callable[[pytest.MonkeyPatch], None]

SEEKING = settings(
    max_examples=120,
    stateful_step_count=40,
    deadline=None,
    database=None,
    derandomize=True,
    report_multiple_bugs=False,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def anybody(_: Reader, table: str = "resource", status: Status = Status.PUBLISHED) -> Any:
    """The audience rule, forgotten."""
    return f"{table}.status = '{status}'", []


def any_news(_: Reader, table: str = "news") -> Any:
    return "1", []


def forgetful(module: ModuleType, owner: type, *methods: str) -> Plant:
    """These methods of `owner` read without the audience rule that `module` has by name."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        for name in methods:
            patch.setattr(owner, name, _without_rule(patch, module, getattr(owner, name)))

    return plant


def _without_rule(
    patch: pytest.MonkeyPatch, module: ModuleType, method: Callable[..., Awaitable[Any]]
) -> Callable[..., Awaitable[Any]]:
    async def called(*args: Any, **names: Any) -> Any:
        with pytest.MonkeyPatch.context() as only_here:
            only_here.setattr(module, "readable", anybody)
            return await method(*args, **names)

    return called


def several(*plants: Plant) -> Plant:
    def plant(patch: pytest.MonkeyPatch) -> None:
        for one in plants:
            one(patch)

    return plant


def replaced(owner: Any, name: str, by: Any) -> Plant:
    return lambda patch: patch.setattr(owner, name, by)


async def _as_the_person(self: follows.Alerts, user: Any, place: Any) -> Reader:
    """In a room, what one of its members may read elsewhere."""
    return Reader(frozenset({place.id, *await self._rooms_of(user)}), user)


async def _of_anybody(self: notes.Notes, user: Any) -> Any:
    rows = await self._db.fetch("SELECT DISTINCT user_id FROM note WHERE told_at IS NULL")
    return [note for row in rows for note in await _notes_of(self, row[0])]


_notes_of = notes.Notes.of


async def _everybody(self: notes.Notes, *_: Any) -> Any:
    return list(walking.MEMBERS)


async def _of_the_first_card(context: Any, outcome: Any, key: int) -> Any:
    card = await context.tx.resources.after(0, 1)
    return (Text(card[0].title),) if card else ()


def whatever_state(reader: Reader, table: str = "resource", status: Any = None) -> Any:
    """The audience rule, but what was taken back is still there."""
    condition, values = _readable(reader, table)
    return condition.replace(f"{table}.status = 'published' AND ", ""), values


_readable = audiences.readable


async def _all_that_waits(self: resources.Resources, room: Any, limit: int) -> Any:
    return await _pending(self, None, limit)


_pending = resources.Resources.pending
LIST = resources.Resources

LEAKS: dict[str, Plant] = {
    "search": several(
        replaced(filters, "readable", anybody), forgetful(resource_reads, LIST, "several")
    ),
    "counts of a search": replaced(filters, "readable", anybody),
    "a card": forgetful(resource_reads, LIST, "get"),
    "the last ones": forgetful(resource_reads, LIST, "recent"),
    "counts of a theme": forgetful(themes, themes.Themes, "count", "resources", "tallies"),
    "numbers": forgetful(stats, stats.Stats, "of", "_count"),
    "duplicates by link": forgetful(resource_reads, LIST, "linking"),
    "questions": several(
        forgetful(questions, questions.Questions, "waiting"),
        forgetful(resource_reads, LIST, "several"),
    ),
    "alerts of a theme": forgetful(resource_reads, LIST, "with_theme_since"),
    "alerts in a room": replaced(follows.Alerts, "_reader", _as_the_person),
    "letters": forgetful(resource_reads, LIST, "shared_between"),
    "the export": replaced(walking, "AUDIENCES", {"public": tuple(Audience)}),
    "history": several(
        replaced(history, "legible", lambda states, *_: tuple(states)),
        replaced(reverts, "legible", lambda states, *_: tuple(states)),
    ),
    "explanations": replaced(search, "_why", _of_the_first_card),
    "notes": several(
        replaced(notes.Notes, "waiting_for", _everybody),
        replaced(notes.Notes, "of", _of_anybody),
    ),
    "news": several(
        replaced(news, "readable_news", any_news), replaced(news_agenda, "readable_news", any_news)
    ),
    "what was taken back": replaced(resource_reads, "readable", whatever_state),
    "what waits for a moderator": several(
        replaced(LIST, "pending", _all_that_waits),
        replaced(moderation, "may_read", lambda *_: True),
    ),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(leak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    LEAKS[leak](monkeypatch)
    with pytest.raises(AssertionError, match=r"told|counted"):
        run_state_machine_as_test(Walk, settings=SEEKING)
