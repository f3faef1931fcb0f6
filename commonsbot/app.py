"""The composition root: opens what the bot is made of, ties it together, stops it in order."""

import asyncio
import gc
import logging
import signal
import sys
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from commonsbot import __version__, logs
from commonsbot.commands import COMMANDS, Dispatcher, announce, gestures_with
from commonsbot.commons.chores import Chore, Chores
from commonsbot.commons.dead_links import AskingAboutLinks
from commonsbot.commons.deadlines import Reminding
from commonsbot.commons.failures import FailureNews
from commonsbot.commons.follows import Alerts
from commonsbot.commons.hours import Office
from commonsbot.commons.notes import NoteTeller
from commonsbot.commons.reindex import Reindexing
from commonsbot.commons.retention import Housekeeping
from commonsbot.commons.review import Reviewing
from commonsbot.commons.themes import adopt
from commonsbot.commons.trials import Outcomes
from commonsbot.commons.unread import UnreadNotices
from commonsbot.commons.week_notes import WeekNotes
from commonsbot.config import Config
from commonsbot.config.synonyms import groups
from commonsbot.digest.eves import Eves
from commonsbot.digest.schedule import Scheduler
from commonsbot.domain.audiences import Audience
from commonsbot.domain.editions import Schedule
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.messages import Incoming, Kind, Outgoing
from commonsbot.domain.pacing import Pace as ReadingPace
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.rooms import Room
from commonsbot.domain.terms import Terms
from commonsbot.errors import AccountExpiredError, CommonsBotError
from commonsbot.handling import Handling
from commonsbot.lookups import Lookups
from commonsbot.matrix.announcements import Announcer
from commonsbot.matrix.client import Client
from commonsbot.matrix.diagnosis import Examiner
from commonsbot.matrix.direct import open_chat
from commonsbot.matrix.errors import wait_before_retry
from commonsbot.matrix.identity import IdentityUpkeep
from commonsbot.matrix.inbox import Handlers, Inbox
from commonsbot.matrix.keys import KeyUpkeep
from commonsbot.matrix.membership import Membership, Network
from commonsbot.matrix.pace import Pace
from commonsbot.matrix.previews import Previews
from commonsbot.matrix.quotes import Quotes
from commonsbot.matrix.rooms import Rooms
from commonsbot.matrix.seeds import SeedFile
from commonsbot.matrix.sender import Sender
from commonsbot.matrix.session import Credentials, open_client
from commonsbot.news.configured import follow_in, follow_new
from commonsbot.news.fetch import Fetcher, Limits
from commonsbot.news.health import SourceHealth
from commonsbot.news.links import LinkChecker
from commonsbot.news.parse import Parser
from commonsbot.news.poll import Poller
from commonsbot.news.post import Poster
from commonsbot.news.reading import NewsReader, Rereading
from commonsbot.news.titles import BEGINNING, PageTitles
from commonsbot.store import Store
from commonsbot.store.lock import data_directory
from commonsbot.texts import Translator, Views
from commonsbot.texts.encryption import not_encrypted

log = logging.getLogger("commonsbot")

_TURN = 0.001
"""Seconds that a search, in the database's thread, may keep the event loop from running: a fifth
of Python's default."""


def run(config: Config) -> int:
    """Runs the bot until SIGTERM or SIGINT. Raises CommonsBotError."""
    logs.set_up(config.log.format, config.log.level)
    sys.setswitchinterval(_TURN)
    with data_directory(config.data):
        asyncio.run(_until_told(config))
    return 0


def now() -> datetime:
    """The wall clock: the only place that reads it."""
    return datetime.now(UTC)


async def _until_told(config: Config) -> None:
    serving = asyncio.ensure_future(_serve(config))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, serving.cancel)
    try:
        await serving
    except asyncio.CancelledError:
        log.info("stopped")
    except BaseExceptionGroup as group:
        raise _first(group) from group


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """One error of ours says what happened; otherwise any will do."""
    ours, _ = group.split(CommonsBotError)
    error: BaseException = ours or group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


async def _serve(config: Config) -> None:
    store = await Store.open(config.database, now, groups(config.vocabulary))
    try:
        await _take_in(config, store)
        client = await _open_client(config)
        try:
            seeds = SeedFile(config.data / "crypto", config.account)
            identity = IdentityUpkeep(client, seeds, config.credentials.password)
            await identity.prepare()
            _settle_memory()
            async with asyncio.TaskGroup() as group:
                group.create_task(identity.run(), name="identity")
                group.create_task(Bot(config, store, client, seeds).run(), name="bot")
        finally:
            await client.close()
    finally:
        await store.close()


def _settle_memory() -> None:
    """What is there now stays: looking through it for garbage would hold everybody for 50 ms."""
    gc.collect()
    gc.freeze()


async def _open_client(config: Config) -> Client:
    """Waits for an expired account to be renewed. Raises MatrixError."""
    credentials, strict = credentials_of(config), config.encryption.strict
    attempt = 0
    while True:
        try:
            return await open_client(credentials, config.data, strict=strict)
        except AccountExpiredError as error:
            await wait_before_retry(error, attempt)
            attempt += 1


async def _take_in(config: Config, store: Store) -> None:
    async with store.transaction() as tx:
        if changed := await adopt(tx, config.vocabulary):
            log.info("vocabulary changed", extra={"resources": changed})
        await tx.blocklist.take_in(config.limits.domains)
        # Made now, not while the first member waits.
        await tx.themes.recogniser()
        await tx.index.prepare()


def credentials_of(config: Config) -> Credentials:
    """The way into the account."""
    return Credentials(
        homeserver=config.homeserver,
        user=config.account,
        password=config.credentials.password,
        access_token=config.credentials.access_token,
    )


class Bot:
    """The services of one account, and the callables that tie them."""

    def __init__(self, config: Config, store: Store, client: Client, seeds: SeedFile) -> None:
        texts = Translator(config.language)
        zone = config.digest.zone if config.digest else ZoneInfo("Europe/Paris")
        self._config = config
        self._store = store
        self._client = client
        self._texts = texts
        self._office = office = Office(store, config.hours, now)
        self._ready = asyncio.Event()
        self._aliases: dict[RoomId, str] = {}
        self._desk: RoomId | None = None
        """The moderators' room, once the bot is in it."""
        self.views = Views(texts, Permalinks(config.permalink_prefix), zone, config.name)
        self.dispatcher = Dispatcher(
            COMMANDS,
            gestures_with(config.capture.emojis),
            self.views,
            stewards=config.stewards,
            max_age=config.commands.max_age,
            now=now,
            terms=self._terms,
            schedule_of=self._schedule,
            office=office,
            bypass=config.bypass,
            retention=config.retention,
            posting=config.news.posting,
            strict=config.encryption.strict,
            desk=lambda: self._desk,
            ignored=config.moderation.ignored,
            rates=config.limits.rates,
        )
        pace = Pace(config.pace.per_second, config.pace.burst, time.monotonic)
        self.sender = Sender(store, client, pace, office.release, now)
        store.on_queued = self.sender.wake
        self.keys = KeyUpkeep(client)
        rooms = Rooms(client)
        examiner = Examiner(client, rooms, seeds)
        notices = UnreadNotices(store, texts, examiner.is_signed, now)
        self.membership = Membership(client, store, _network(config, texts), pace)
        reader = NewsReader(config.lexicon, zone)
        self.rereading = Rereading(store, reader)
        self.poster = Poster(store, texts, office.hours_of, now)
        store.on_delivered = self.poster.wake
        self.poller = _poller(config, store, texts, reader, self.rereading.wake)
        self.handling = Handling(
            self.dispatcher,
            store,
            _lookups(config, client),
            examiner.examine,
            deferred=self._news_asked,
        )
        self.housekeeping = Housekeeping(
            store, config.retention, config.hours.zone, now, self.keys.prune
        )
        self.inbox = Inbox(
            client,
            rooms,
            self.membership,
            self.keys,
            store,
            Handlers(
                happened=self.handling.happened,
                unread=notices.round,
                arrived=self._arrived,
                settled=self.sender.settled,
            ),
            self._started,
        )
        self.links = LinkChecker(store, _fetcher(config), now, config.links.interval)
        self.chores = Chores(self._chores(rooms))
        announced = announce(COMMANDS, texts, config.account, config.commands.announce)
        self.announcer = Announcer(client, rooms, store, pace, announced)
        eves = Eves(lambda: self._desk, office.hours_of)
        self.scheduler = Scheduler(store, self.views, self._schedule, now, eves)
        store.on_planned = self.scheduler.wake

    async def run(self) -> None:
        """Runs until cancelled; the first part that fails stops them all."""
        await self._office.open()
        await self._recall_desk()
        async with asyncio.TaskGroup() as group:
            group.create_task(self.inbox.run(), name="inbox")
            group.create_task(self.keys.run(), name="keys")
            group.create_task(Reindexing(self._store).run(), name="index")
            group.create_task(self.rereading.run(), name="news readings")
            for name, work in self._services().items():
                group.create_task(self._when_ready(work), name=name)

    def _services(self) -> dict[str, Callable[[], Coroutine[Any, Any, None]]]:
        services = {
            "sender": self.sender.run,
            "membership": self.membership.run,
            "announcements": self.announcer.run,
            "news": self._relay_news,
            "posts": self.poster.run,
            "letters": self.scheduler.run,
            "chores": self.chores.run,
            "housekeeping": self.housekeeping.run,
        }
        return services | ({"links": self.links.run} if self._config.links.check else {})

    def _chores(self, rooms: Rooms) -> dict[str, Chore]:
        store, views, office = self._store, self.views, self._office
        settings = self._config.notes
        invite = partial(open_chat, self._client) if settings.open_chats else None

        async def rooms_of(user: UserId) -> frozenset[RoomId]:
            groups = [r.id for r in await store.read.rooms.joined() if not r.direct]
            return await rooms.shared_with(user, groups)

        chores: dict[str, Chore] = {
            "questions": self._forget_questions,
            "outcomes": Outcomes(store, views, now).ask,
            "notes": NoteTeller(store, views, office, now, invite, settings.group_for).tell,
            "alerts": Alerts(store, views, office, now, rooms_of).tell,
            "deadlines": Reminding(store, views, office.hours_of, now).remind,
            "sources": SourceHealth(
                store, views, self._config.stewards, lambda: self._desk, now
            ).tell,
            "week note": WeekNotes(store, views, office, lambda: self._desk, now).tell,
            "failures": FailureNews(store, views, office, lambda: self._desk, now).tell,
            "dead links": AskingAboutLinks(store, views, now, rooms.seems_there),
        }
        if review := self._config.review:
            intervals, there = review.intervals, rooms.seems_there
            chores["reviews"] = Reviewing(store, views, intervals, now, there)
        return chores

    async def _when_ready(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """After the first sync: before it, no room is known to send to."""
        await self._ready.wait()
        await work()

    def _started(self) -> None:
        log.info("ready", extra={"account": self._config.account, "version": __version__})
        self._ready.set()

    async def _arrived(self, room: Room) -> None:
        self._aliases[room.id] = room.alias
        self._note_desk(room)
        async with self._store.transaction() as tx:
            if await tx.rooms.join(room):
                log.info("joined", extra={"room": room.id, "encrypted": room.encrypted})
                await tx.outbox.add(self._introduction(room))
                if room.encrypted:
                    await tx.rooms.tell_encrypted(room.id, encrypted=True)
                if not room.direct and not self._is_desk(room):
                    await follow_in(tx, room.id, self._config.sources, self._config.news.posting)
        self.poller.wake()  # a room may have brought the first source there is
        self.scheduler.wake()
        self.announcer.wake()

    async def _recall_desk(self) -> None:
        """A room that is as it was does not arrive again."""
        for room in await self._store.read.rooms.joined():
            self._note_desk(room)

    def _note_desk(self, room: Room) -> None:
        if self._is_desk(room) and self._desk != room.id:
            self._desk = room.id
            log.info("moderators' room", extra={"room": room.id})

    def _is_desk(self, room: Room) -> bool:
        wanted = self._config.moderation.room
        return wanted is not None and not room.direct and wanted in (room.id, room.alias)

    def _introduction(self, room: Room) -> Outgoing:
        document = self._texts.document("introduction")
        if emojis := self._config.capture.emojis:
            document += self._texts.document("introduction-reaction", emoji=emojis[0])
        terms = self._config.terms(
            room.id, room.alias, encrypted=room.encrypted, direct=room.direct
        )
        if not room.encrypted:
            document += self._texts.document(not_encrypted(direct=room.direct))
        elif terms.audience is Audience.ROOM:
            document += self._texts.document("introduction-encrypted")
        if self._is_desk(room):
            document = self._texts.document("introduction-desk")
        return Outgoing(
            key=f"introduction:{room.id}",
            room=room.id,
            kind=Kind.INTRODUCTION,
            document=document,
            notice=True,
        )

    def _terms(self, message: Incoming) -> Terms:
        return self._config.terms(
            message.room,
            self._aliases.get(message.room, ""),
            encrypted=message.encrypted,
            direct=message.direct,
        )

    async def _forget_questions(self) -> None:
        """Those nobody answered in time, with what they were about."""
        async with self._store.statement() as tx:
            await tx.prompts.expire()

    def _schedule(self, room: RoomId) -> Schedule | None:
        if room == self._desk:
            return None
        return self._config.schedule(room, self._aliases.get(room, ""))

    def _news_asked(self) -> None:
        self.poller.wake()
        self.poster.wake()

    async def _relay_news(self) -> None:
        async with self._store.transaction() as tx:
            await follow_new(tx, self._config.sources, self._config.news.posting)
        await self.poller.run()


def _network(config: Config, texts: Translator) -> Network:
    return Network(
        space=config.space,
        rooms=(*config.rooms, *([config.moderation.room] if config.moderation.room else [])),
        servers=config.invites.servers,
        users=config.invites.users | config.stewards,
        refusal=texts.plain("invite-refused"),
    )


def _fetcher(config: Config, limits: Limits | None = None) -> Fetcher:
    contact = f" (+{config.news.contact})" if config.news.contact else ""
    agent = f"CommonsBot/{__version__}{contact}"
    return Fetcher(agent, now=now, allowed=config.news.allowed_hosts, limits=limits)


def _lookups(config: Config, client: Client) -> Lookups:
    """The homeserver learns the addresses it makes previews of: not those of encrypted rooms,
    unless the operator says so."""
    settings = config.capture
    preview = Previews(client).title
    pages = [PageTitles(_fetcher(config, BEGINNING)).title]
    openly = [preview] if settings.previews != "never" else []
    discreetly = [preview] if settings.previews == "always" else []
    return Lookups(
        Quotes(client).said,
        openly=[*openly, *pages] if settings.page_titles else [],
        discreetly=[*discreetly, *pages] if settings.page_titles else [],
        clock=time.monotonic,
    )


def _poller(
    config: Config,
    store: Store,
    texts: Translator,
    reader: NewsReader,
    unread: Callable[[], None],
) -> Poller:
    pace = ReadingPace(interval=config.news.interval, ceiling=config.news.slowest)
    fetcher, parser = _fetcher(config), Parser(now)
    return Poller(store, fetcher, parser, texts, now, pace=pace, reader=reader, unread=unread)
