"""Changes proposed to resources, decided or not: none is ever dropped."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from commonsbot.domain.audiences import Reader
from commonsbot.domain.changes import Change
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId
from commonsbot.domain.messages import Incoming
from commonsbot.domain.proposals import Proposal, ProposalId, ProposalState
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, Row, from_ms, to_ms

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Change)

_SELECT = """SELECT proposal.id, resource_id, change, user_id, proposal.room_id, proposal.event_id,
    thread, state, at, decided_by FROM proposal"""


class Proposals:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def add(self, resource: ResourceId, change: Change, message: Incoming) -> ProposalId:
        """Keeps what the sender of `message` would change."""
        return ProposalId(
            await self._db.value(
                "INSERT INTO proposal (resource_id, change, user_id, room_id, event_id, thread,"
                " state, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                *(resource, _encoder.encode(change).decode(), message.sender, message.room),
                *(message.origin, message.thread, ProposalState.OPEN, to_ms(self._now())),
            )
        )

    async def made_by(self, event: EventId) -> list[Proposal]:
        """Those that the message `event` makes."""
        rows = await self._db.fetch(f"{_SELECT} WHERE proposal.event_id = ?", event)
        return [_proposal(row) for row in rows]

    async def by(self, user: UserId) -> list[ProposalId]:
        """Theirs, decided or not, for the bot's own work."""
        rows = await self._db.fetch("SELECT id FROM proposal WHERE user_id = ?", user)
        return [ProposalId(row[0]) for row in rows]

    async def forget(self, id: ProposalId) -> None:
        await self._db.execute("DELETE FROM proposal WHERE id = ?", id)

    async def get(self, id: ProposalId) -> Proposal | None:
        """Who asks must be allowed to read its resource."""
        row = await self._db.fetch_one(f"{_SELECT} WHERE proposal.id = ?", id)
        return _proposal(row) if row else None

    async def open_for(self, resource: ResourceId) -> list[Proposal]:
        """Those to be decided, oldest first. Who asks must be allowed to read the resource."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE resource_id = ? AND state = 'open' ORDER BY proposal.id", resource
        )
        return [_proposal(row) for row in rows]

    async def every(self, resource: ResourceId) -> list[ProposalId]:
        """Decided or not, for the bot's own work."""
        rows = await self._db.fetch("SELECT id FROM proposal WHERE resource_id = ?", resource)
        return [ProposalId(row[0]) for row in rows]

    async def open_to(
        self, author: UserId, room: RoomId | None, limit: int = 50, *, everywhere: bool = False
    ) -> list[Proposal]:
        """Those for resources of `author`, or shared in `room`, or all of them; not all may be
        read from here."""
        rows = await self._db.fetch(
            f"{_SELECT} JOIN resource ON resource.id = resource_id AND status = 'published'"
            " WHERE state = 'open' AND (? OR author = ? OR resource.room_id = ?)"
            " ORDER BY proposal.id LIMIT ?",
            *(everywhere, author, room, limit),
        )
        return [_proposal(row) for row in rows]

    async def undecided(self, reader: Reader, limit: int) -> list[ResourceId]:
        """The resources that somebody would change, as far as `reader` may see them."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            "SELECT id FROM resource WHERE id IN (SELECT resource_id FROM proposal"
            f" WHERE state = 'open') AND {condition} ORDER BY id LIMIT ?",
            *(*values, limit),
        )
        return [ResourceId(row[0]) for row in rows]

    async def decide(
        self, id: ProposalId, state: ProposalState, by: UserId, reason: str = ""
    ) -> bool:
        """False when it was decided before."""
        rows = await self._db.fetch(
            "UPDATE proposal SET state = ?, decided_by = ?, decided_at = ?, reason = ?"
            " WHERE id = ? AND state = 'open' RETURNING id",
            *(state, by, to_ms(self._now()), reason, id),
        )
        return bool(rows)


def _proposal(row: Row) -> Proposal:
    return Proposal(
        id=ProposalId(row[0]),
        resource=ResourceId(row[1]),
        change=_decoder.decode(row[2]),
        by=UserId(row[3]),
        room=RoomId(row[4]),
        event=row[5],
        thread=row[6],
        state=ProposalState(row[7]),
        at=from_ms(row[8]),
        decided_by=row[9],
    )
