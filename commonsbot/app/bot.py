"""The bot: the services of one account, tied with callables."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from commonsbot import __version__
from commonsbot.app.chores import chores_of
from commonsbot.app.clock import now
from commonsbot.app.introductions import introduction
from commonsbot.app.parts import fetcher, lookups, network, poller
from commonsbot.app.places import Places
from commonsbot.commands import COMMANDS, Dispatcher, House, announce, gestures_with
from commonsbot.commons.chores import Chores
from commonsbot.commons.hours import Office
from commonsbot.commons.reindex import Reindexing
from commonsbot.commons.retention import Housekeeping
from commonsbot.commons.unread import UnreadNotices
from commonsbot.config import Config, ready_sources
from commonsbot.digest.eves import Eves
from commonsbot.digest.schedule import Scheduler
from commonsbot.domain.announcements import Announcement
from commonsbot.domain.ids import RoomId
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.rooms import Room
from commonsbot.handling import Handling
from commonsbot.matrix.announcements import Announcer
from commonsbot.matrix.client import Client
from commonsbot.matrix.diagnosis import Examiner
from commonsbot.matrix.inbox import Handlers, Inbox
from commonsbot.matrix.keys import KeyUpkeep
from commonsbot.matrix.membership import Membership
from commonsbot.matrix.pace import Pace
from commonsbot.matrix.rooms import Rooms
from commonsbot.matrix.seeds import SeedFile
from commonsbot.matrix.sender import Sender
from commonsbot.news.configured import follow_in, follow_new
from commonsbot.news.links import LinkChecker
from commonsbot.news.post import Poster
from commonsbot.news.reading import NewsReader, Rereading
from commonsbot.store import Store
from commonsbot.texts import Languages, Translator, Views

log = logging.getLogger("commonsbot")


class Bot:
    """The services of one account, and the callables that tie them."""

    def __init__(self, config: Config, store: Store, client: Client, seeds: SeedFile) -> None:
        texts = Translator(config.language)
        zone = config.digest.zone if config.digest else ZoneInfo("Europe/Paris")
        self._config = config
        self._store = store
        self._client = client
        self._office = office = Office(store, config.hours, now)
        self._ready = asyncio.Event()
        self._places = places = Places(config)
        views = Views(texts, Permalinks(config.permalink_prefix), zone, config.name)
        self._languages = languages = Languages(views, places.language)
        store.on_languages = self._spoken
        self.dispatcher = Dispatcher(
            COMMANDS,
            gestures_with(config.capture.emojis),
            languages,
            self._house(),
            now,
            max_age=config.commands.max_age,
            bypass=config.bypass,
            strict=config.encryption.strict,
            ignored=config.moderation.ignored,
            rates=config.limits.rates,
        )
        pace = Pace(config.pace.per_second, config.pace.burst, time.monotonic)
        self.sender = Sender(store, client, pace, office.release, now)
        store.on_queued = self.sender.wake
        self.keys = KeyUpkeep(client)
        rooms = Rooms(client)
        examiner = Examiner(client, rooms, seeds)
        notices = UnreadNotices(store, languages, examiner.is_signed, now)
        self.membership = Membership(client, store, network(config, texts), pace)
        reader = NewsReader(config.lexicon, zone)
        self.rereading = Rereading(store, reader)
        self.poster = Poster(store, languages, office.hours_of, now)
        store.on_delivered = self.poster.wake
        self.poller = poller(config, store, languages, reader, self.rereading.wake)
        self.handling = Handling(
            self.dispatcher,
            store,
            lookups(config, client),
            examiner.examine,
            deferred=self.poller.wake,
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
        self.links = LinkChecker(store, fetcher(config), now, config.links.interval)
        self.chores = Chores(
            chores_of(config, store, languages, office, rooms, client, places.desk)
        )
        self._announced = cache(self._announced_in)
        self.announcer = Announcer(client, rooms, store, pace, self._announced_to)
        eves = Eves(places.desk, office.hours_of)
        self.scheduler = Scheduler(store, languages, places.schedule, now, eves)
        store.on_planned = self.scheduler.wake

    def _house(self) -> House:
        return House(
            office=self._office,
            terms_in=self._places.terms,
            schedule_of=self._places.schedule,
            desk=self._places.desk,
            stewards=frozenset(self._config.stewards),
            retention=self._config.retention,
            posting=self._config.news.posting,
            ready=ready_sources.load(),
        )

    async def run(self) -> None:
        """Runs until cancelled; the first part that fails stops them all."""
        await self._office.open()
        self._languages.changed(await self._store.read.languages.all())
        for room in await self._store.read.rooms.joined():
            self._places.note(room)  # one that is as it was does not arrive again
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

    async def _when_ready(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """After the first sync: before it, no room is known to send to."""
        await self._ready.wait()
        await work()

    def _started(self) -> None:
        log.info("ready", extra={"account": self._config.account, "version": __version__})
        self._ready.set()

    async def _arrived(self, room: Room) -> None:
        self._places.note(room)
        desk = self._places.is_desk(room)
        async with self._store.transaction() as tx:
            if await tx.rooms.join(room):
                log.info("joined", extra={"room": room.id, "encrypted": room.encrypted})
                await tx.outbox.add(introduction(self._config, self._languages, room, desk=desk))
                if room.encrypted:
                    await tx.rooms.tell_encrypted(room.id, encrypted=True)
                if not room.direct and not desk:
                    await follow_in(tx, room.id, self._config.sources, self._config.news.posting)
        self.poller.wake()  # a room may have brought the first source there is
        self.scheduler.wake()
        self.announcer.wake()

    def _spoken(self, chosen: Mapping[RoomId, str | None]) -> None:
        self._languages.changed(chosen)
        self.announcer.wake()

    def _announced_to(self, room: RoomId) -> Sequence[Announcement]:
        return self._announced(self._languages.language_of(room))

    def _announced_in(self, language: str) -> Sequence[Announcement]:
        texts, forms = self._languages.views_in(language).texts, self._config.commands.announce
        return announce(COMMANDS, texts, self._config.account, forms)

    async def _relay_news(self) -> None:
        async with self._store.transaction() as tx:
            await follow_new(tx, self._config.sources, self._config.news.posting)
        await self.poller.run()
