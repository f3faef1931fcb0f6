"""The rooms the bot is in: who is in them, with what power, and what they are."""

import logging
from typing import Any

from nio import JoinedMembersResponse, MatrixRoom, RoomInfo

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.rooms import Room
from commonsbot.errors import MatrixError, RefusedError, TokenGoneError
from commonsbot.matrix.client import Client
from commonsbot.matrix.direct import OPENED_FOR
from commonsbot.matrix.errors import response_error
from commonsbot.matrix.events import creators_of, power_of

log = logging.getLogger(__name__)


class Rooms:
    """What nio knows of the rooms, and what it does not: creators, spaces, upgrades."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._creators: dict[RoomId, frozenset[UserId]] = {}
        self._spaces: set[RoomId] = set()
        self._direct: dict[RoomId, bool] = {}
        self._versions: dict[RoomId, str] = {}
        self._access_rules: dict[RoomId, str] = {}

    def read(self, id: RoomId, info: RoomInfo) -> None:
        """Learns from the state events of one sync what nio does not keep."""
        for event in (*info.state, *info.timeline.events):
            source: dict[str, Any] = event.source
            match source.get("type"), source.get("state_key"):
                case "m.room.create", "":
                    self._create(id, source)
                case "m.room.member", self._client.user_id:
                    self._own_membership(id, source)
                case "im.vector.room.access_rules", "":
                    self._access_rules[id] = _word(source.get("content"), "rule")

    def _create(self, id: RoomId, source: dict[str, Any]) -> None:
        self._creators[id] = creators_of(source)
        content = source.get("content")
        self._versions[id] = _word(content, "room_version") or "1"
        if not isinstance(content, dict):
            return
        if content.get("type") == "m.space":
            self._spaces.add(id)
        if OPENED_FOR in content and source.get("sender") == self._client.user_id:
            self._direct[id] = True

    def _own_membership(self, id: RoomId, source: dict[str, Any]) -> None:
        """Whether the invite called it a direct chat (spec, "m.direct")."""
        unsigned = source.get("unsigned")
        before = unsigned.get("prev_content") if isinstance(unsigned, dict) else None
        if isinstance(before, dict) and before.get("membership") == "invite":
            self._direct[id] = before.get("is_direct") is True

    def is_space(self, id: RoomId) -> bool:
        return id in self._spaces

    def version(self, id: RoomId) -> str:
        """nio takes an upgraded room of version 12 for one of version 1."""
        return self._versions.get(id, "1")

    def access_rule(self, id: RoomId) -> str:
        """Tchap's rule on who may come in: restricted, unrestricted or direct; "" elsewhere."""
        return self._access_rules.get(id, "")

    def power(self, id: RoomId, user: UserId) -> float:
        room = self._client.rooms[id]
        level = room.power_levels.get_user_level(user)
        return power_of(user, self._creators.get(id, frozenset()), level)

    def describe(self, id: RoomId, known: Room | None) -> Room:
        """The room as it is now; what kind of chat it is was settled by the invite."""
        room: MatrixRoom = self._client.rooms[id]
        direct = self._direct.get(id, known.direct if known else False)
        return Room(
            id=id,
            name=room.named_room_name() or "",
            alias=room.canonical_alias or "",
            direct=direct,
            peer=self._peer(room) if direct else None,
            encrypted=room.encrypted,
        )

    def _peer(self, room: MatrixRoom) -> UserId | None:
        joined = [name for name, user in room.users.items() if not user.invited]
        others = [user for user in joined if user != self._client.user_id]
        return UserId(others[0]) if len(others) == 1 else None

    def emptied(self, id: RoomId) -> bool:
        """Nobody else is there, nor invited."""
        room = self._client.rooms[id]
        return bool(room.joined_count <= 1 and room.invited_count == 0)

    async def shared_with(self, user: UserId, rooms: list[RoomId]) -> frozenset[RoomId]:
        """Those of `rooms` that `user` is in."""
        return frozenset([id for id in rooms if await self.has_member(id, user)])

    async def has_member(self, id: RoomId, user: UserId) -> bool:
        room = self._client.rooms.get(id)
        if room is None:
            return False
        if not room.members_synced:
            # Members are loaded lazily: the first question about a room asks for them all.
            try:
                await self._load_members(id)
            except RefusedError as error:
                log.warning("members not readable", extra={"room": id, "error": str(error)})
                return False
        found = room.users.get(user)
        return found is not None and not found.invited

    async def seems_there(self, id: RoomId, user: UserId) -> bool:
        """`has_member`; true where the homeserver does not say."""
        try:
            return await self.has_member(id, user)
        except TokenGoneError:
            raise
        except MatrixError:
            return True

    async def _load_members(self, id: RoomId) -> None:
        response = await self._client.joined_members(id)
        if not isinstance(response, JoinedMembersResponse):
            raise response_error(response)

    async def names(self) -> frozenset[str]:
        """What people may call the bot: its id, its localpart and its display name."""
        user = self._client.user_id
        names = {user, user.removeprefix("@").partition(":")[0]}
        try:
            answer = await self._client.call("GET", f"/v3/profile/{user}/displayname")
        except MatrixError as error:
            log.info("no display name", extra={"error": str(error)})
        else:
            names.add(str(answer.get("displayname") or user))
        return frozenset(names)


def _word(content: object, name: str) -> str:
    """One value of a state event's content; "" for anything but text."""
    value = content.get(name) if isinstance(content, dict) else None
    return value if isinstance(value, str) else ""


def tombstone_of(info: RoomInfo) -> tuple[RoomId, UserId, EventId] | None:
    """The room that replaces this one, who said so and where (spec, "m.room.tombstone")."""
    for event in (*info.timeline.events, *info.state):
        source = event.source
        content = source.get("content")
        kind = (source.get("type"), source.get("state_key"))  # without a key it is no state
        if kind != ("m.room.tombstone", "") or not isinstance(content, dict):
            continue
        successor = content.get("replacement_room")
        if isinstance(successor, str) and successor:
            return RoomId(successor), UserId(source["sender"]), EventId(source["event_id"])
    return None


def someone_left(info: RoomInfo, own: str) -> bool:
    """Whether this sync saw another member leave, be kicked or be banned."""
    return any(
        event.source.get("type") == "m.room.member"
        and event.source.get("state_key") != own
        and event.source.get("content", {}).get("membership") in ("leave", "ban")
        for event in info.timeline.events
    )
