"""What the moderators of rooms chose about what is shared there."""

from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import RoomId
from commonsbot.domain.moderation import Policy
from commonsbot.domain.room_terms import OwnTerms
from commonsbot.store.connection import Connection


class RoomTerms:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def of(self, room: RoomId) -> OwnTerms:
        row = await self._db.fetch_one(
            "SELECT policy, audience FROM room_terms WHERE room_id = ?", room
        )
        if row is None:
            return OwnTerms()
        policy, audience = row
        return OwnTerms(policy and Policy(policy), audience and Audience(audience))

    async def put(self, room: RoomId, terms: OwnTerms) -> None:
        await self._db.execute(
            "INSERT INTO room_terms (room_id, policy, audience) VALUES (?, ?, ?)"
            " ON CONFLICT (room_id) DO UPDATE SET policy = excluded.policy,"
            " audience = excluded.audience",
            *(room, terms.policy, terms.audience),
        )
