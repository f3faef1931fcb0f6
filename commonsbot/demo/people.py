"""Members of plain rooms, for the demo, the tests and the benchmarks.

    async with await Person.arrive(server.url, account) as anne:
        asked = await anne.send(room, "!fiche 1")
        answer = await anne.wait("n° 1", sender=bot, after=asked)

Client-server API by HTTP alone: what they see doesn't depend on the library the bot uses.
"""

import asyncio
import json
import uuid
from typing import Any, Self, Unpack
from urllib.parse import quote

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.demo.contents import RoomOptions, message, room_request
from commonsbot.demo.homeserver import Account
from commonsbot.demo.seen import Event, SeenEvents, Wish
from commonsbot.errors import UnreachableError

SYNC_PATIENCE_MS = 25_000
RETRY_AFTER = 0.3  # seconds, when the homeserver is away
PAGE = 100  # events
FILTER = {"room": {"timeline": {"limit": PAGE}, "ephemeral": {"not_types": ["*"]}}}


class Person:
    """A logged-in member whose syncs run in the background: `user_id`, `seen`, `invites`."""

    def __init__(self, url: str, account: Account) -> None:
        self.user_id = account.user_id
        self.account = account
        self.seen = SeenEvents(account.user_id)
        self.invites: set[str] = set()
        self._api = ClientApi(url, account.access_token)
        self._since = ""
        self._syncs: asyncio.Task[None] | None = None

    @classmethod
    async def arrive(cls, url: str, account: Account) -> Self:
        """A member who has seen its rooms' recent past and follows what comes."""
        person = cls(url, account)
        try:
            await person._sync(timeout_ms=0)
        except BaseException:
            await person.leave_the_network()
            raise
        person._syncs = asyncio.create_task(person._follow(), name=f"syncs of {person.user_id}")
        return person

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.leave_the_network()

    async def leave_the_network(self) -> None:
        """Stop the syncs and close the connections. The account stays."""
        if self._syncs is not None:
            self._syncs.cancel()
            await asyncio.wait([self._syncs])
        await self._api.close()
        if self._syncs is not None and not self._syncs.cancelled():
            self._syncs.result()  # what ended the syncs before their time

    # Talking

    async def send(
        self,
        room: str,
        text: str,
        *,
        thread: str | None = None,
        reply_to: str | None = None,
        mentions: tuple[str, ...] = (),
        html: str | None = None,
    ) -> str:
        """Send a message; its event id. `thread` is the id of the thread's first message."""
        content = message(text, thread=thread, reply_to=reply_to, mentions=mentions, html=html)
        return await self.send_event(room, "m.room.message", content)

    async def edit(self, room: str, event_id: str, text: str) -> str:
        """Replace the text of one's own message; the id of the edit."""
        content = message(f"* {text}") | {
            "m.new_content": message(text),
            "m.relates_to": {"rel_type": "m.replace", "event_id": event_id},
        }
        return await self.send_event(room, "m.room.message", content)

    async def react(self, room: str, event_id: str, key: str) -> str:
        """Annotate a message with an emoji; the id of the reaction."""
        relation = {"rel_type": "m.annotation", "event_id": event_id, "key": key}
        return await self.send_event(room, "m.reaction", {"m.relates_to": relation})

    async def redact(self, room: str, event_id: str, reason: str = "") -> str:
        """Remove a message; the id of the redaction."""
        path = f"{room_path(room)}/redact/{quote(event_id, safe='')}/{uuid.uuid4().hex}"
        answer = await self._api.put(path, {"reason": reason} if reason else {})
        return str(answer["event_id"])

    async def send_event(self, room: str, kind: str, content: dict[str, Any]) -> str:
        """Send any event; its id."""
        path = f"{room_path(room)}/send/{kind}/{uuid.uuid4().hex}"
        return str((await self._api.put(path, content))["event_id"])

    # Listening

    async def wait(
        self,
        contains: str | None = None,
        *,
        room: str | None = None,
        sender: str | None = None,
        predicate: Wish | None = None,
        after: str | None = None,
        deadline: float = 10.0,
    ) -> Event:
        """As `Seen.wait`."""
        return await self.seen.wait(
            contains,
            room=room,
            sender=sender,
            predicate=predicate,
            after=after,
            deadline=deadline,
        )

    async def wait_for_member(
        self, room: str, user: str, membership: str = "join", deadline: float = 10.0
    ) -> None:
        """Return once `user` has joined `room` (or left it, with "leave"…)."""
        try:
            async with asyncio.timeout(deadline):
                grown = self.seen.grown  # taken before the look, so that nothing slips between
                while await self.membership(room, user) != membership:
                    await grown.wait()
                    grown = self.seen.grown
        except TimeoutError:
            now = await self.membership(room, user)
            raise TimeoutError(
                f"{user} is at {now!r} in {room}, not at {membership!r}, after {deadline:g} s"
            ) from None

    async def wait_for_invite(self, room: str, deadline: float = 10.0) -> None:
        """Return once one is invited to `room`."""
        try:
            async with asyncio.timeout(deadline):
                while room not in self.invites:
                    await self.seen.grown.wait()
        except TimeoutError:
            raise TimeoutError(
                f"{self.user_id} was not invited to {room} in {deadline:g} s"
            ) from None

    async def messages(self, room: str) -> list[Event]:
        """The whole history of `room`, oldest first, state events included."""
        pages, start = [], ""
        while True:
            page = await self._page(room, start)
            pages += page["chunk"]
            start = page.get("end", "")
            if not start:
                return [event | {"room_id": room} for event in reversed(pages)]

    # Rooms

    async def create_room(self, name: str = "", **options: Unpack[RoomOptions]) -> str:
        """Create a room and join it; its id."""
        request = room_request(name, options)
        return str((await self._api.post(f"{CLIENT}/createRoom", request))["room_id"])

    async def add_to_space(self, space: str, room: str) -> None:
        """List `room` as a child of `space`."""
        via = {"via": [self.user_id.partition(":")[2]]}
        await self.set_state(space, "m.space.child", via, room)

    async def join(self, room: str) -> None:
        """Join by id or alias."""
        await self._api.post(f"{CLIENT}/join/{quote(room, safe='')}")
        self.invites.discard(room)

    async def leave(self, room: str) -> None:
        """Leave, or refuse an invitation."""
        await self._api.post(f"{room_path(room)}/leave")
        self.invites.discard(room)

    async def invite(self, room: str, user: str) -> None:
        """Invite `user`. For a direct chat, create the room with `direct` and `invite`."""
        await self._api.post(f"{room_path(room)}/invite", {"user_id": user})

    async def kick(self, room: str, user: str, reason: str = "") -> None:
        """Remove `user` from `room`."""
        await self._api.post(f"{room_path(room)}/kick", {"user_id": user, "reason": reason})

    async def upgrade(self, room: str, version: str = "12") -> str:
        """Replace `room` by a new one of room version `version`; the new room's id."""
        answer = await self._api.post(f"{room_path(room)}/upgrade", {"new_version": version})
        return str(answer["replacement_room"])

    async def power(self, room: str, user: str, level: int) -> None:
        """Give `user` the power level `level` in `room`."""
        levels = await self.state(room, "m.room.power_levels")
        levels.setdefault("users", {})[user] = level
        await self.set_state(room, "m.room.power_levels", levels)

    async def membership(self, room: str, user: str) -> str:
        """The membership of `user` in `room`; "leave" when there never was one."""
        members = await self._api.get(f"{room_path(room)}/members")
        found = [e["content"]["membership"] for e in members["chunk"] if e["state_key"] == user]
        return str(found[0]) if found else "leave"

    async def state(self, room: str, kind: str, key: str = "") -> dict[str, Any]:
        """The content of a state event. Raises RefusedError (M_NOT_FOUND) when there is none."""
        return await self._api.get(state_path(room, kind, key))

    async def set_state(self, room: str, kind: str, content: dict[str, Any], key: str = "") -> None:
        """Write a state event."""
        await self._api.put(state_path(room, kind, key), content)

    async def set_name(self, name: str) -> None:
        """Choose the name that others see."""
        path = f"{CLIENT}/profile/{quote(self.user_id, safe='')}/displayname"
        await self._api.put(path, {"displayname": name})

    async def as_kept(self, room: str, event_id: str) -> Event:
        """An event as the homeserver holds it: still encrypted in an encrypted room."""
        return await self._api.get(f"{room_path(room)}/event/{quote(event_id, safe='')}")

    # Syncs

    async def _follow(self) -> None:
        while True:
            try:
                await self._sync(timeout_ms=SYNC_PATIENCE_MS)
            except UnreachableError:
                await asyncio.sleep(RETRY_AFTER)

    async def _sync(self, timeout_ms: int) -> None:
        query: dict[str, str | int] = {"timeout": timeout_ms, "filter": json.dumps(FILTER)}
        if self._since:
            query["since"] = self._since
        answer = await self._api.get(f"{CLIENT}/sync", **query)
        rooms = answer.get("rooms", {})
        for room, part in (rooms.get("join", {}) | rooms.get("leave", {})).items():
            timeline = part.get("timeline", {})
            events = await self._missed(room, timeline) if self._since else []
            events += timeline.get("events", [])
            self.seen.add(event | {"room_id": room} for event in events)
        self.invites |= rooms.get("invite", {}).keys()
        self._since = answer["next_batch"]
        self.seen.wake()

    async def _missed(self, room: str, timeline: dict[str, Any]) -> list[Event]:
        """What a limited timeline left out, oldest first, back to something seen."""
        found: list[Event] = []
        start = timeline.get("prev_batch", "") if timeline.get("limited") else ""
        while start:
            page = await self._page(room, start)
            new = [event for event in page["chunk"] if not self.seen.knows(event["event_id"])]
            found += new
            start = page.get("end", "") if len(new) == len(page["chunk"]) else ""
        return found[::-1]

    async def _page(self, room: str, start: str) -> dict[str, Any]:
        query: dict[str, str | int] = {"dir": "b", "limit": PAGE}
        if start:
            query["from"] = start
        return await self._api.get(f"{room_path(room)}/messages", **query)


def room_path(room: str) -> str:
    """The address of a room's endpoints."""
    return f"{CLIENT}/rooms/{quote(room, safe='')}"


def state_path(room: str, kind: str, key: str) -> str:
    """The address of a state event."""
    return f"{room_path(room)}/state/{kind}/{quote(key, safe='')}"
