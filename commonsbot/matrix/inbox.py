"""The sync loop: what comes in is handled whole before the token that follows it is kept."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import aiohttp
from nio import RoomInfo, SyncResponse

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Happening
from commonsbot.domain.rooms import Room
from commonsbot.errors import MatrixError, RefusedError, TokenGoneError, UnreachableError
from commonsbot.matrix.client import Client
from commonsbot.matrix.errors import response_error, wait_before_retry
from commonsbot.matrix.history import complete_timeline, is_own_join, since_join
from commonsbot.matrix.keys import KeyUpkeep
from commonsbot.matrix.late_keys import LateKeys
from commonsbot.matrix.membership import Membership
from commonsbot.matrix.reading import Reading
from commonsbot.matrix.refusals import keep_refusals
from commonsbot.matrix.rooms import Rooms, someone_left, tombstone_of
from commonsbot.store import Store

log = logging.getLogger(__name__)

TIMEOUT = 30_000
"""Milliseconds the homeserver may wait for something to happen."""


def sync_filter(account: UserId) -> dict[str, Any]:
    """Nothing but rooms, members when they are needed, and not what the bot itself said.

    Its own answers would wake every sync a second time. Its own joins then come as state.
    """
    return {
        "presence": {"types": []},
        "account_data": {"types": []},
        "room": {
            "state": {"lazy_load_members": True},
            "timeline": {"limit": 50, "lazy_load_members": True, "not_senders": [account]},
            "ephemeral": {"types": []},
            "account_data": {"types": []},
        },
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """What the commons does with what comes in, tied by `app`."""

    happened: Callable[[Happening, str], Awaitable[None]]
    """What somebody did, and the name of the sync it came in by."""
    unread: Callable[[], Awaitable[bool]]
    """There are messages that can't be read; whether some are still given time."""
    arrived: Callable[[Room], Awaitable[None]]
    """The bot is in a room, or what it knows of it changed."""
    settled: Callable[[], Awaitable[None]]
    """Returns when the answers have left, or soon after."""


class Inbox:
    def __init__(
        self,
        client: Client,
        rooms: Rooms,
        membership: Membership,
        keys: KeyUpkeep,
        store: Store,
        handlers: Handlers,
        ready: Callable[[], None],
    ) -> None:
        self._client = client
        self._rooms = rooms
        self._membership = membership
        self._keys = keys
        self._store = store
        self._handlers = handlers
        self._ready = ready
        self._late = LateKeys(client, store)
        self._account = UserId(client.user_id)
        self._served: dict[RoomId, Room] = {}
        self._reading = Reading(client, rooms, self._served, self._account, membership.belongs)
        self._filter: str | None = None

    async def run(self) -> None:
        """Runs until cancelled. Raises TokenGoneError when the account is locked out."""
        self._served.update({room.id: room for room in await self._store.read.rooms.joined()})
        token = await self._store.read.sync.token(self._account)
        await self._late.load()
        synced = False
        failures = 0
        while True:
            try:
                if not synced:
                    self._reading.names = await self._rooms.names()
                token = await self._once(token, full=not synced)
            except TokenGoneError:
                raise
            except MatrixError as error:
                log.warning("no sync", extra={"error": str(error), "attempt": failures + 1})
                await wait_before_retry(error, failures)
                failures += 1
                continue
            if failures:
                log.info("sync again", extra={"attempt": failures + 1})
            failures = 0
            if not synced:
                synced = True
                self._ready()

    async def _once(self, since: str | None, *, full: bool) -> str:
        """One sync, handled whole. Raises MatrixError."""
        response = await self._sync(since, full)
        self._keys.wake()
        gone = {RoomId(id) for id in response.rooms.leave}
        if full:  # a full sync names every room the bot is in
            gone |= self._served.keys() - response.rooms.join.keys()
        for id in sorted(gone):
            await self._left(id)
        for name, info in response.rooms.join.items():
            await self._joined(RoomId(name), info, since, response.next_batch, full)
        await keep_refusals(self._store, response.to_device_events, self._served)
        await self._read_late(since or "")
        for name, info in response.rooms.invite.items():
            self._membership.invited(RoomId(name), info)
        token = str(response.next_batch)
        if token != since:
            async with self._store.statement() as tx:
                await tx.sync.save_token(self._account, token)
        await self._handlers.settled()
        return token

    async def _sync(self, since: str | None, full: bool) -> SyncResponse:
        # nio skips a batch whose token it saw before: one we try again would stay undecrypted,
        # and the full one of a restart, where nothing is new, would leave it without rooms.
        self._client.next_batch = ""
        self._filter = self._filter or await self._upload_filter()
        try:
            response = await self._client.sync(
                timeout=0 if full else TIMEOUT,
                sync_filter=self._filter,
                since=since,
                full_state=full,
                set_presence="offline",
            )
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise UnreachableError(f"no answer: {type(error).__name__}") from error
        if isinstance(response, SyncResponse):
            return response
        refusal = response_error(response)
        if isinstance(refusal, RefusedError):
            # A proxy's 404 during an upgrade, a forgotten filter: only a lost token is final.
            self._filter = None
            raise UnreachableError(str(refusal), refusal.code)
        raise refusal

    async def _upload_filter(self) -> str:
        """Named once, it need not be sent and read at every sync (spec, "Filtering")."""
        path = f"/v3/user/{quote(self._account)}/filter"
        answer = await self._client.call("POST", path, sync_filter(self._account))
        return str(answer["filter_id"])

    async def _left(self, id: RoomId) -> None:
        """Kicked, banned or gone: nio would keep the room."""
        self._client.rooms.pop(id, None)
        self._client.invited_rooms.pop(id, None)
        self._membership.withdrawn(id)
        if self._served.pop(id, None):
            async with self._store.transaction() as tx:
                await tx.rooms.leave(id)
            log.info("left", extra={"room": id})

    async def _joined(
        self, id: RoomId, info: RoomInfo, since: str | None, until: str, full: bool
    ) -> None:
        self._rooms.read(id, info)
        if self._rooms.is_space(id):
            if id == self._membership.space and _changes_children(info):
                self._membership.refresh()
            return
        fresh = id not in self._served or (not full and self._came_back(info))
        await self._register(id)
        if since is not None:  # at the very first sync all was said before the bot came
            events = await (
                since_join(self._client, id, since, until)
                if fresh
                else complete_timeline(self._client, id, info, since)
            )
            for happening in await self._reading.read(id, events):
                await self._handlers.happened(happening, since)
            await self._late.keep(id, events)
        if tombstone := tombstone_of(info):
            await self._upgraded(id, *tombstone)
        elif someone_left(info, self._client.user_id) and self._rooms.emptied(id):
            await self._membership.leave(id)
            await self._left(id)

    async def _read_late(self, since: str) -> None:
        """Messages of earlier syncs whose key has come by now."""
        for id, event_id, event in self._late.come():
            if event is None:
                await self._late.give_up(event_id)
                continue
            if id in self._served:
                for happening in await self._reading.read(id, [event], overtaken=True):
                    await self._handlers.happened(happening, since)
            await self._late.forget(event_id)
        if self._late.some_unread:
            self._late.some_unread = await self._handlers.unread()

    async def _register(self, id: RoomId) -> None:
        """Keeps the room, with the data of the one it replaces; introduces the bot once."""
        room = self._rooms.describe(id, self._served.get(id))
        if self._served.get(id) == room:
            return
        if old := await self._store.read.rooms.predecessor(id):
            log.info("room upgraded", extra={"old": old, "room": id})
            async with self._store.transaction() as tx:
                await tx.rooms.succeed(old, id)
                await tx.hours.move(old, id)
                await tx.languages.moved(old, id)
            self._served.pop(old, None)
            await self._membership.leave(old)
            self._client.rooms.pop(old, None)
        await self._handlers.arrived(room)
        self._served[id] = room

    async def _upgraded(self, old: RoomId, new: RoomId, by: UserId, said_in: EventId) -> None:
        async with self._store.transaction() as tx:
            if not await tx.sync.first_time(said_in):
                return
            await tx.rooms.announce_successor(old, new)
        await self._membership.follow(new, by)

    def _came_back(self, info: RoomInfo) -> bool:
        """Whether the bot left and joined again between two syncs."""
        return any(is_own_join(event.source, self._account) for event in info.state)


def _changes_children(info: RoomInfo) -> bool:
    return any(event.source.get("type") == "m.space.child" for event in info.timeline.events)
