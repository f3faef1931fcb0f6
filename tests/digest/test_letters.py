"""The weekly letter: at its moment, once, and only when there is something to say."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from commonsbot.digest.edition import request_edition
from commonsbot.digest.eves import Eves
from commonsbot.digest.schedule import Scheduler
from commonsbot.domain.audiences import Audience
from commonsbot.domain.editions import Schedule
from commonsbot.domain.hours import Hours
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.news import Entry
from commonsbot.domain.news_filters import NewsFilter
from commonsbot.domain.rendering import plain_of
from commonsbot.domain.resources import Draft
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from commonsbot.store.connection import Connection
from commonsbot.store.news_filters import ALL
from tests.languages import speaking

ROOM, OTHER = RoomId("!a:example.org"), RoomId("!b:example.org")
ANNE, BRUNO = UserId("@anne:example.org"), UserId("@bruno:example.org")
PARIS = ZoneInfo("Europe/Paris")
MONDAY_9 = Schedule(weekday=0, at=time(9), zone=PARIS)


@dataclass
class Week:
    """A store, a clock that the test sets, and the scheduler of two rooms."""

    store: Store
    now: datetime

    def __post_init__(self) -> None:
        self.languages = speaking("fr")
        self.views = self.languages.common
        self.scheduler = Scheduler(
            self.store, self.languages, lambda room: MONDAY_9, lambda: self.now
        )

    async def share(self, title: str, audience: Audience = Audience.NETWORK) -> None:
        async with self.store.transaction() as tx:
            draft = Draft(title=title, text="")
            await tx.resources.add(draft, audience=audience, room=OTHER, author=ANNE)

    async def letters(self, room: RoomId = ROOM) -> list[str]:
        """What is queued for `room`, in ordinary spaces."""
        heads = await self.store.read.sending.heads(())
        words = [plain_of(head.message.document) for head in heads if head.message.room == room]
        return [each.replace("\u00a0", " ") for each in words]


@pytest.fixture
async def week(tmp_path: Path) -> AsyncIterator[Week]:
    clock: list[Week] = []
    start = datetime(2026, 11, 19, 12, tzinfo=UTC)
    store = await Store.open(tmp_path / "a.db", lambda: clock[0].now if clock else start)
    clock.append(Week(store, start))
    async with store.transaction() as tx:
        for id in (ROOM, OTHER):
            await tx.rooms.join(Room(id=id))
    yield clock[0]
    await store.close()


def monday(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, tzinfo=PARIS)


async def test_the_letter_leaves_at_its_moment_and_once(week: Week) -> None:
    await week.share("Budget participatif")
    week.now = monday(8, 59)
    assert await week.scheduler.round() == timedelta(minutes=1)
    assert await week.letters() == []
    week.now = monday(9)
    for _ in range(3):
        await week.scheduler.round()
    (letter,) = await week.letters()
    assert "Du nouveau dans vos partages" in letter
    assert "n° 1 · Budget participatif" in letter


async def test_nothing_to_say_is_not_sent_nor_tried_again(week: Week) -> None:
    week.now = monday(9)
    await week.scheduler.round()
    await week.share("Trop tard")
    await week.scheduler.round()
    assert await week.letters() == []


async def test_a_letter_holds_only_what_its_room_may_see(week: Week) -> None:
    await week.share("Ouvert")
    await week.share("Entre nous", Audience.ROOM)
    week.now = monday(9)
    await week.scheduler.round()
    assert "Entre nous" not in (await week.letters(ROOM))[0]
    assert "Entre nous" in (await week.letters(OTHER))[0]


async def test_the_news_of_the_room_are_in_its_letter(week: Week) -> None:
    async with week.store.transaction() as tx:
        source = await tx.sources.add("https://example.org/rss", None)
        await tx.followings.add(source.id, ROOM, None)
        entry = Entry(id="1", title="Palmarès 2026", link="https://example.org/palmares")
        await tx.news.add(source.id, entry)
    week.now = monday(9)
    await week.scheduler.round()
    (letter,) = await week.letters()
    assert "Palmarès 2026 (https://example.org/palmares)" in letter


async def test_a_requested_letter_leaves_the_weekly_one_what_came_after(week: Week) -> None:
    await week.share("Avant")
    week.now += timedelta(minutes=1)
    async with week.store.transaction() as tx:
        asked = EventId("$asked")
        assert await request_edition(tx, week.views, ROOM, asked, week.now)
        assert not await request_edition(tx, week.views, ROOM, asked, week.now)
    week.now += timedelta(hours=1)
    await week.share("Après")
    week.now = monday(9)
    await week.scheduler.round()
    async with week.store.statement() as tx:
        first = (await tx.sending.heads(()))[0]
        await tx.sending.sent(first.id, EventId("$sent"))
    (letter,) = await week.letters()
    assert "Après" in letter and "Avant" not in letter


async def test_a_letter_missed_for_long_is_skipped(week: Week) -> None:
    await week.share("Vieux")
    week.now = monday(9) + timedelta(days=3, minutes=1)
    await week.scheduler.round()
    assert await week.letters() == []


async def test_a_room_that_comes_during_the_rest_is_not_forgotten(week: Week) -> None:
    await week.share("Budget participatif")
    looked, queued = asyncio.Event(), asyncio.Event()

    def schedule_of(room: RoomId) -> Schedule:
        looked.set()
        return MONDAY_9

    week.now = monday(8, 50)
    week.store.on_queued = queued.set
    scheduler = Scheduler(week.store, week.languages, schedule_of, lambda: week.now)
    running = asyncio.create_task(scheduler.run())
    async with asyncio.timeout(5):
        await looked.wait()
        week.now = monday(9)
        scheduler.wake()
        await queued.wait()
    running.cancel()
    await asyncio.wait([running])
    assert await week.letters() != []


async def every_letter(week: Week) -> list[str]:
    """The keys of all the letters ever queued for the room."""
    rows = await week.store.read.outbox._db.fetch(
        "SELECT key FROM outbox WHERE kind = 'edition' AND room_id = ?", ROOM
    )
    return [row[0] for row in rows]


def rebooted(week: Week) -> Scheduler:
    """A scheduler that remembers nothing."""
    return Scheduler(week.store, week.languages, lambda room: MONDAY_9, lambda: week.now)


class CrashError(Exception):
    """The process dies here."""


async def test_a_crash_at_any_statement_neither_loses_nor_repeats_a_letter(
    week: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        await week.share(f"Une idée {number}")
    week.now = monday(9)
    real, left = Connection.fetch, [0]

    async def fetch(self: Connection, sql: str, *values: Any) -> list[Any]:
        left[0] -= 1
        if left[0] == 0:
            raise CrashError
        return await real(self, sql, *values)

    monkeypatch.setattr(Connection, "fetch", fetch)
    crashes = 0
    while True:
        left[0] = crashes + 1
        try:
            await rebooted(week).round()
        except CrashError:
            crashes += 1
        else:
            break
    left[0] = 0
    await rebooted(week).round()
    key = f"edition:{ROOM}:2026-S48"
    assert crashes > 20
    assert await every_letter(week) == [key, f"{key}:details"]


async def test_two_processes_send_one_letter(week: Week, tmp_path: Path) -> None:
    await week.share("Une idée")
    week.now = monday(9)
    second = await Store.open(tmp_path / "a.db", lambda: week.now)
    other = Scheduler(second, week.languages, lambda room: MONDAY_9, lambda: week.now)
    await asyncio.gather(week.scheduler.round(), other.round())
    await second.close()
    assert len(await every_letter(week)) == 1


async def test_a_clock_set_back_or_far_ahead_repeats_nothing_and_stops_nothing(week: Week) -> None:
    await week.share("Une idée")
    week.now = monday(9)
    await week.scheduler.round()
    week.now = monday(9) - timedelta(days=2)
    await week.scheduler.round()
    week.now = datetime(2031, 3, 3, 12, tzinfo=PARIS)
    await week.scheduler.round()
    week.now = monday(10) + timedelta(days=6)
    await week.share("Une autre")
    await week.scheduler.round()
    assert len(await every_letter(week)) == 1
    week.now = monday(9) + timedelta(days=7)
    await week.scheduler.round()
    assert await every_letter(week) == [f"edition:{ROOM}:2026-S{n}" for n in (48, 49)]


@pytest.mark.parametrize(
    ("night", "utc"),
    [
        # 02:30 comes twice: the first one counts. Then a day without 02:30: the hour after it.
        (datetime(2027, 10, 31, tzinfo=PARIS), "2027-10-31 00:30"),
        (datetime(2027, 3, 28, tzinfo=PARIS), "2027-03-28 01:30"),
    ],
)
async def test_a_letter_leaves_once_in_the_nights_when_clocks_change(
    week: Week, night: datetime, utc: str
) -> None:
    schedule = Schedule(weekday=6, at=time(2, 30), zone=PARIS)
    week.now = night.astimezone(UTC)
    await week.share("Une idée")
    async with week.store.transaction() as tx:
        await tx.edition_plans.resume(ROOM)  # as if set now: nothing older is made up for
    scheduler = Scheduler(week.store, week.languages, lambda room: schedule, lambda: week.now)
    left: dict[str, str] = {}
    for minute in range(0, 6 * 60, 10):
        week.now = night.astimezone(UTC) + timedelta(minutes=minute)
        await scheduler.round()
        for key in await every_letter(week):
            left.setdefault(key, f"{week.now:%Y-%m-%d %H:%M}")
    assert list(left.values()) == [utc]


async def test_a_skipped_letter_is_said_in_the_log_once(
    week: Week, caplog: pytest.LogCaptureFixture
) -> None:
    week.now = monday(9) + timedelta(days=4)
    for _ in range(2):
        await rebooted(week).round()
    said = [one for one in caplog.records if "letter skipped" in one.message]
    assert sorted(one.__dict__["room"] for one in said) == [ROOM, OTHER]


async def test_a_changed_plan_wakes_who_waits(week: Week) -> None:
    woken: list[int] = []
    week.store.on_planned = lambda: woken.append(1)
    async with week.store.transaction() as tx:
        await tx.edition_plans.move(ROOM, 3, time(14))
    assert woken == [1]


async def test_the_moderators_see_it_the_working_day_before_without_what_is_not_theirs(
    week: Week,
) -> None:
    await week.share("Pour le réseau")
    await week.share("Entre nous", Audience.ROOM)
    desk = RoomId("!moderation:example.org")
    eves = Eves(lambda: desk, lambda room: Hours())
    scheduler = Scheduler(
        week.store,
        week.languages,
        lambda room: MONDAY_9 if room == OTHER else None,
        lambda: week.now,
        eves,
    )
    week.now = monday(9) - timedelta(days=3, minutes=1)
    assert await scheduler.round() == timedelta(minutes=1)
    assert await week.letters(desk) == []
    week.now = monday(9) - timedelta(days=3)
    for _ in range(2):
        await scheduler.round()
        scheduler.wake()
    (shown,) = await week.letters(desk)
    assert "part lundi 23 novembre à 9 h" in shown and "Pour le réseau" in shown
    assert "Entre nous" not in shown and "Une fiche que seuls les membres" in shown
    week.now = monday(9)
    await scheduler.round()
    assert "Entre nous" in (await week.letters(OTHER))[0]
    assert len(await week.letters(desk)) == 1


async def test_a_room_that_comes_during_a_round_is_not_forgotten(week: Week) -> None:
    """`schedule_of` is asked in the middle of it."""
    await week.share("Une idée")
    looks: list[RoomId] = []

    def schedule_of(room: RoomId) -> Schedule:
        if not looks:
            scheduler.wake()
        looks.append(room)
        return MONDAY_9

    week.now = monday(8)
    scheduler = Scheduler(week.store, week.languages, schedule_of, lambda: week.now)
    await scheduler.round()
    await scheduler.round()
    assert looks == [ROOM, OTHER] * 2
    await scheduler.round()
    assert looks == [ROOM, OTHER] * 2


async def test_news_that_the_room_filtered_out_are_not_in_its_letter(week: Week) -> None:
    async with week.store.transaction() as tx:
        source = await tx.sources.add("https://example.org/rss", None)
        await tx.followings.add(source.id, ROOM, None)
        for title in ("Le podcast municipal", "La pêche à la ligne"):
            entry = Entry(id=title, title=title, link="https://example.org/une")
            await tx.news.add(source.id, entry)
        await tx.news_filters.put(ROOM, ALL, NewsFilter(without=("pêche",)), ANNE)
    week.now = monday(9)
    await week.scheduler.round()
    (letter,) = await week.letters()
    assert "podcast" in letter and "pêche" not in letter
