"""Going in and out of rooms: the network's space, invites, upgrades, empty rooms."""

import asyncio
import json
import logging
import secrets
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from nio import InviteInfo, InviteMemberEvent, SyncResponse

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.permalinks import server_of
from commonsbot.errors import MatrixError, RefusedError, TokenGoneError
from commonsbot.matrix.client import Client
from commonsbot.matrix.pace import Pace
from commonsbot.matrix.sync_body import tidied
from commonsbot.store import Store

log = logging.getLogger(__name__)

REFRESH = 3600.0
"""Seconds between two looks at the space, beside those its own changes cause."""

_OPEN = frozenset({"public", "restricted", "knock_restricted"})
"""Join rules (spec, "m.room.join_rules") by which a member of the space may come in."""

_INVITES_ONLY: dict[str, Any] = {
    "presence": {"types": []},
    "account_data": {"types": []},
    "room": {
        "timeline": {"limit": 0},
        "state": {"types": []},
        "ephemeral": {"types": []},
        "account_data": {"types": []},
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Where the bot belongs and whose invites it accepts."""

    space: str | None = None
    """Id or alias."""
    rooms: tuple[str, ...] = ()
    servers: frozenset[str] = frozenset()
    users: frozenset[UserId] = frozenset()
    refusal: str = ""
    """What an uninvited inviter is told, once."""


class Membership:
    def __init__(self, client: Client, store: Store, network: Network, pace: Pace) -> None:
        self._client = client
        self._store = store
        self._network = network
        self._pace = pace
        self._space: RoomId | None = None
        self._own: set[RoomId] = set()
        """Rooms of the configuration and the space: an invite to one is always welcome."""
        self._invites: dict[RoomId, UserId] = {}
        """To be answered, and by whom. A join may fail for a while: the other server may lag."""
        self._woken = asyncio.Event()

    def refresh(self) -> None:
        """The space changed, or an invite came."""
        self._woken.set()

    @property
    def space(self) -> RoomId | None:
        return self._space

    async def run(self) -> None:
        """Joins what the network holds, now and whenever it changes, then answers invites."""
        await self._recall_invites()
        while True:
            self._woken.clear()
            await self._join_network()
            await self._join_successors()
            for room, inviter in list(self._invites.items()):
                await self._settle(room, inviter)
            try:
                async with asyncio.timeout(60.0 if self._invites else REFRESH):
                    await self._woken.wait()
            except TimeoutError:
                pass  # time for another look

    def invited(self, id: RoomId, info: InviteInfo) -> None:
        """The invite is answered by `run`, once it is known what belongs to the network."""
        if inviter := _inviter(info, self._client.user_id):
            self._invites[id] = inviter
            self.refresh()

    async def _recall_invites(self) -> None:
        """Those read before the bot was stopped, and not answered: no later sync tells them."""
        # A sync without a token answers at once; but Synapse gives its last answer again, for
        # two minutes, to a request that is just the same.
        query = f"timeout={secrets.randbelow(10_000)}&filter={quote(json.dumps(_INVITES_ONLY))}"
        path = f"/v3/sync?set_presence=offline&{query}"
        try:
            answer = SyncResponse.from_dict(tidied(await self._client.call("GET", path)))
        except MatrixError as error:
            log.warning("invites not read", extra={"error": str(error)})
            return
        if isinstance(answer, SyncResponse):
            for id, info in answer.rooms.invite.items():
                self.invited(RoomId(id), info)

    def withdrawn(self, id: RoomId) -> None:
        """The invite is no more, if there was one."""
        self._invites.pop(id, None)

    async def _settle(self, id: RoomId, inviter: UserId) -> None:
        """Accepts the invite or declines it with one polite sentence; later if it can't now."""
        try:
            welcome = await self._welcome(id, inviter)
        except MatrixError as error:
            log.warning("invite put off", extra={"room": id, "error": str(error)})
            return
        if not welcome:
            await self._decline(id, inviter)
        elif not await self._join(id, [server_of(inviter)]):
            return
        self.withdrawn(id)

    async def _welcome(self, id: RoomId, inviter: UserId) -> bool:
        if id in self._own or id == self._space or await self._store.read.rooms.predecessor(id):
            return True
        return await self._may_come(inviter)

    async def belongs(self, user: UserId) -> bool:
        """Whether somebody who is in no served room may speak with the bot all the same.

        True where the homeserver can't be asked now: who is a member must not be turned away.
        """
        try:
            return await self._may_come(user)
        except TokenGoneError:
            raise
        except MatrixError:
            return True

    async def _may_come(self, user: UserId) -> bool:
        """The operator named them or their server, or they are of the space."""
        network = self._network
        if user in network.users or server_of(user) in network.servers:
            return True
        homes = [self._space] if self._space else list(self._own)
        return any([await self._is_member(home, user) for home in homes])

    async def _is_member(self, home: RoomId, user: UserId) -> bool:
        """Asked of the homeserver: a room just joined is not known from a sync yet."""
        path = f"/v3/rooms/{quote(home)}/state/m.room.member/{quote(user)}"
        try:
            answer = await self._client.call("GET", path)
        except RefusedError:
            return False
        return answer.get("membership") == "join"

    async def _decline(self, id: RoomId, inviter: UserId) -> None:
        async with self._store.transaction() as tx:
            first = await tx.sync.first_time(EventId(f"declined:{inviter}"))
        log.info("invite declined", extra={"inviter": inviter, "room": id})
        await self._leave(id, self._network.refusal if first else "")

    async def leave(self, id: RoomId) -> None:
        """Leaves a room that emptied, and forgets it on the server."""
        await self._leave(id, "")
        try:
            await self._client.call("POST", f"/v3/rooms/{quote(id)}/forget", {})
        except MatrixError as error:
            log.info("room not forgotten", extra={"room": id, "error": str(error)})

    async def _leave(self, id: RoomId, reason: str) -> None:
        body = {"reason": reason} if reason else {}
        try:
            await self._client.call("POST", f"/v3/rooms/{quote(id)}/leave", body)
        except MatrixError as error:
            log.warning("could not leave", extra={"room": id, "error": str(error)})

    async def _join(self, room: str, via: Collection[str] = ()) -> RoomId | None:
        """Joins by id or alias; None when that is not possible now."""
        if room in self._client.rooms:
            return RoomId(room)
        await self._pace.turn()  # a network may have a hundred rooms
        query = "&".join(f"via={quote(server)}" for server in via)
        try:
            answer = await self._client.call("POST", f"/v3/join/{quote(room)}?{query}", {})
        except MatrixError as error:
            log.warning("could not join", extra={"room": room, "error": str(error)})
            return None
        return RoomId(str(answer["room_id"]))

    async def _join_network(self) -> None:
        for room in self._network.rooms:
            if joined := await self._join(room):
                self._own.add(joined)
        if not self._network.space:
            return
        self._space = self._space or await self._join(self._network.space)
        if self._space is None:
            return
        try:
            async for child in self._children(self._space):
                await self._enter(child)
        except MatrixError as error:
            log.warning("could not read the space", extra={"error": str(error)})

    async def _enter(self, child: dict[str, Any]) -> None:
        id = RoomId(str(child["room_id"]))
        self._own.add(id)
        if id not in self._client.rooms and child.get("join_rule", "public") in _OPEN:
            await self._join(id, [server_of(UserId(self._client.user_id))])

    async def _children(self, space: RoomId) -> AsyncIterator[dict[str, Any]]:
        """Spec, "GET /rooms/{roomId}/hierarchy": every page of it, without the space itself."""
        page = ""
        while True:
            path = f"/v1/rooms/{quote(space)}/hierarchy?limit=50{page}"
            answer = await self._client.call("GET", path)
            for child in answer.get("rooms", []):
                if child.get("room_id") != space:
                    yield child
            if not (token := answer.get("next_batch")):
                return
            page = f"&from={quote(str(token))}"

    async def _join_successors(self) -> None:
        """Upgraded rooms whose new one could not be joined before."""
        for _, new in await self._store.read.rooms.awaited():
            await self.follow(new, UserId(self._client.user_id))

    async def follow(self, new: RoomId, upgrader: UserId) -> None:
        """Joins the successor of a room; if only invited people may, waits for the invite.

        Its id may hold no server (version 12), so the upgrader's one is asked.
        """
        await self._join(new, [server_of(upgrader)])


def _inviter(info: InviteInfo, own: str) -> UserId | None:
    """Who sent the invite, from the room's stripped state (spec, "GET /sync").

    nio takes the content out of the source of these events: only its fields are left.
    """
    for event in info.invite_state:
        if not isinstance(event, InviteMemberEvent) or event.state_key != own:
            continue
        if event.membership == "invite":
            return UserId(event.sender)
    return None
