"""Whatever speaks by itself speaks the language of the room it speaks in.

Each service has the same to say in an English room and in a French one; none has a language of
its own.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import UTC, datetime, time, timedelta
from inspect import getmembers, isclass
from typing import get_type_hints

import pytest

import commonsbot
from commonsbot.commons.dead_links import AskingAboutLinks
from commonsbot.commons.deadlines import Reminding
from commonsbot.commons.failures import FailureNews
from commonsbot.commons.follows import Alerts
from commonsbot.commons.notes import NoteTeller
from commonsbot.commons.review import Reviewing
from commonsbot.commons.share import share
from commonsbot.commons.trials import Outcomes
from commonsbot.commons.unread import UnreadNotices
from commonsbot.commons.week_notes import WeekNotes
from commonsbot.digest.eves import Eves
from commonsbot.digest.schedule import Scheduler
from commonsbot.domain.editions import Schedule
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.links import Health, Problem
from commonsbot.domain.messages import Incoming, Outgoing
from commonsbot.domain.messages import Kind as Speech
from commonsbot.domain.resources import Draft, Kind
from commonsbot.domain.reviews import INTERVALS
from commonsbot.domain.rooms import Room
from commonsbot.domain.sources import Validators
from commonsbot.domain.terms import Terms
from commonsbot.news.health import SourceHealth
from commonsbot.texts import Translator, Views
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation
from tests.commands.conftest import talk as talk
from tests.commands.newsroom import publish, source
from tests.languages import spoken_in

ENGLISH, FRENCH = HELP_ROOM, OTHER_ROOM
CHATS = {ANNE: RoomId("!anne:example.org"), BRUNO: RoomId("!bruno:example.org")}
LANGUAGE = {ENGLISH: "en", FRENCH: "fr", CHATS[ANNE]: "en", CHATS[BRUNO]: "fr"}
BOTH = ((ANNE, ENGLISH), (BRUNO, FRENCH))
"""Who shares where."""

DAY = timedelta(days=1)


@pytest.fixture
async def two(talk: Conversation) -> Conversation:
    """Anne shared a card in the English room, Bruno one in the French room."""
    async with talk.store.transaction() as tx:
        await tx.languages.put(ENGLISH, "en")
    for user, room in BOTH:
        await talk.say(f"!partager Plan {room} #web\nhttps://example.org/{room[1:5]}", user, room)
    await talk.all_heard()
    return talk


async def with_chats(talk: Conversation) -> None:
    async with talk.store.transaction() as tx:
        for user, chat in CHATS.items():
            await tx.rooms.join(Room(id=chat, direct=True, peer=user))
            await tx.languages.put(chat, LANGUAGE[chat])


async def there(room: RoomId, user: UserId) -> bool:
    return True


async def each_in_its_language(talk: Conversation, *rooms: RoomId) -> None:
    """Each of the rooms heard something by itself, in its language alone."""
    said: dict[RoomId, list[Outgoing]] = {}
    for kind in Speech:
        if kind is not Speech.ANSWER:
            for one in await talk.queued(kind):
                said.setdefault(one.room, []).append(one)
    assert set(said) == set(rooms)
    for room, messages in said.items():
        for one in messages:
            assert spoken_in(one.document) == {LANGUAGE[room]}, one.document


async def test_reviews(two: Conversation) -> None:
    two.clock.now += timedelta(days=370)
    reviewing = Reviewing(two.store, two.languages, INTERVALS, lambda: two.clock.now, there)
    await reviewing()
    await each_in_its_language(two, ENGLISH, FRENCH)


async def test_dead_links(two: Conversation) -> None:
    now = two.clock.now
    dead = Health(failures=3, failing_since=now - 10 * DAY, problem=Problem.MISSING, dead_at=now)
    async with two.store.transaction() as tx:
        await tx.links.collect(0, 1000, DAY)
        for _, room in BOTH:
            url = f"https://example.org/{room[1:5]}"
            await tx.links.looked(url, dead, now + DAY, answered=False)
    await AskingAboutLinks(two.store, two.languages, lambda: two.clock.now, there)()
    await each_in_its_language(two, ENGLISH, FRENCH)


async def test_outcomes(two: Conversation) -> None:
    async with two.store.transaction() as tx:
        for user, room in BOTH:
            message = Incoming(
                event=EventId(f"$test{room}"),
                room=room,
                sender=user,
                text="",
                sent_at=two.clock.now,
            )
            await share(tx, message, Draft(title="Bot", text="", kind=Kind.TEST), Terms())
    two.clock.now += timedelta(weeks=6)
    await Outcomes(two.store, two.languages, lambda: two.clock.now).ask()
    await each_in_its_language(two, ENGLISH, FRENCH)


async def test_notes(two: Conversation) -> None:
    await with_chats(two)
    for number in (1, 2):
        await two.say(f"!merci {number}", CLAIRE)
        await two.say(f"!testé {number} repris", CLAIRE)
    two.clock.now += timedelta(hours=2)
    now = lambda: two.clock.now  # noqa: E731
    await NoteTeller(two.store, two.languages, two.office, now, None, timedelta()).tell()
    await each_in_its_language(two, *CHATS.values())


async def test_alerts(two: Conversation) -> None:
    for user, room in BOTH:
        await two.say("!suivre #web", user, room)
    await two.say("!partager Autre #web\nUn texte.", CLAIRE)

    async def rooms_of(user: UserId) -> frozenset[RoomId]:
        return frozenset(room for _, room in BOTH)

    await Alerts(two.store, two.languages, two.office, lambda: two.clock.now, rooms_of).tell()
    await each_in_its_language(two, ENGLISH, FRENCH)


async def test_deadlines(two: Conversation) -> None:
    cap = await source(two, "Cap", ENGLISH, FRENCH)
    await publish(two, cap, "Grand Prix : appel à candidatures", "Jusqu'au 21 décembre.")
    two.clock.now += timedelta(days=13)
    await Reminding(two.store, two.languages, two.office.hours_of, lambda: two.clock.now).remind()
    await each_in_its_language(two, ENGLISH, FRENCH)


async def test_sources_that_fail(two: Conversation) -> None:
    failing = await source(two, "Cap", ENGLISH, FRENCH)
    async with two.store.transaction() as tx:
        await tx.source_readings.succeeded(
            failing, title="Cap", validators=Validators(), body_hash="", filled=True
        )
        for _ in range(3):
            await tx.source_readings.failed(failing, "fetch-status", "500", stop=False)
    two.clock.now += timedelta(days=4)
    health = SourceHealth(two.store, two.languages, [], lambda: None, lambda: two.clock.now)
    await health.tell()
    await each_in_its_language(two, ENGLISH, FRENCH)


@pytest.mark.parametrize("desk", [ENGLISH, FRENCH])
async def test_what_moderators_are_told(two: Conversation, desk: RoomId) -> None:
    two.desk = desk
    now = lambda: two.clock.now  # noqa: E731
    await two.say("!membre suspendre @luc:example.org 30 jours publicité", CLAIRE)
    gone = await source(two, "Cap", ENGLISH)
    async with two.store.transaction() as tx:
        await tx.source_readings.failed(gone, "fetch-gone", "", stop=True)
    await FailureNews(two.store, two.languages, two.office, lambda: desk, now).tell()
    two.clock.now = datetime(2026, 11, 30, 8, tzinfo=UTC)
    await WeekNotes(two.store, two.languages, two.office, lambda: desk, now).tell()
    await each_in_its_language(two, desk)


async def test_letters(two: Conversation) -> None:
    scheduler = Scheduler(two.store, two.languages, lambda _: two.schedule, lambda: two.clock.now)
    two.clock.now = datetime(2026, 11, 30, 8, tzinfo=UTC)
    await scheduler.round()
    await each_in_its_language(two, ENGLISH, FRENCH)


async def test_moderators_see_a_letter_as_it_will_be_and_read_why_in_their_language(
    two: Conversation,
) -> None:
    schedule = Schedule(weekday=0, at=time(9), zone=two.languages.zone)
    eves = Eves(lambda: FRENCH, two.office.hours_of)
    schedule_of = {ENGLISH: schedule}.get
    two.clock.now = datetime(2026, 11, 27, 10, tzinfo=UTC)
    await Scheduler(two.store, two.languages, schedule_of, lambda: two.clock.now, eves).round()
    first, *others = [one for one in await two.queued(Speech.EDITION) if one.room == FRENCH]
    assert spoken_in(first.document[:1]) == {"fr"}
    assert spoken_in(first.document[1:]) == {"en"}
    assert all(spoken_in(one.document) == {"en"} for one in others)


async def test_messages_that_can_t_be_read(two: Conversation) -> None:
    async with two.store.transaction() as tx:
        for user, room in BOTH:
            content = {"sender": user, "content": {"session_id": f"s{user}"}}
            await tx.unread.keep(room, EventId(f"$unread{room}"), content)

    async def is_signed() -> bool:
        return True

    two.clock.now += timedelta(minutes=10)
    await UnreadNotices(two.store, two.languages, is_signed, lambda: two.clock.now).round()
    said = {one.room: spoken_in(one.document) for one in await two.all_heard()}
    assert {room: said[room] for _, room in BOTH} == {ENGLISH: {"en"}, FRENCH: {"fr"}}


def services() -> Iterator[type]:
    """Every class of the bot that is not only a value."""
    for module in pkgutil.walk_packages(commonsbot.__path__, "commonsbot."):
        if module.name.startswith(("commonsbot.demo", "commonsbot.cli", "commonsbot.__")):
            continue
        for _, found in getmembers(importlib.import_module(module.name), isclass):
            if found.__module__ == module.name and not is_dataclass(found):
                yield found


def test_no_service_has_a_language_of_its_own() -> None:
    """It would speak that in every room."""
    looked_at = 0
    for service in services():
        made = vars(service).get("__init__")
        hints = get_type_hints(made) if made else {}
        looked_at += bool(hints)
        keeps = {name for name, hint in hints.items() if hint in (Views, Translator)}
        assert not keeps or service.__name__ == "Languages", service
    assert looked_at > 50
