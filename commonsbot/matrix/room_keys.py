"""The room keys in use, in memory; the others are read from the database when they are asked for.

A room has a new key each week for each member who writes: after some years they are thousands,
and nearly none of them is ever used again.
"""

from collections import OrderedDict
from collections.abc import Iterator
from datetime import datetime, timedelta

from nio.crypto import InboundGroupSession

from commonsbot.matrix.room_key_table import RoomKeyTable, Session

AT_HAND = 1000
"""Sessions in memory, those that we have no key of among them: about 3 MB."""

KEPT_FOR = timedelta(days=90)
"""After its last use. Clients change their key weekly; an old one opens old messages only."""


class RoomKeys:
    """What nio's machine takes for its GroupSessionStore, which has all room keys in memory."""

    def __init__(self, table: RoomKeyTable) -> None:
        self._table = table
        self._at_hand: OrderedDict[Session, dict[str, InboundGroupSession]] = OrderedDict()
        self._used: set[Session] = set()

    def __iter__(self) -> Iterator[InboundGroupSession]:
        return self._table.all()

    def add(self, key: InboundGroupSession) -> bool:
        """False when the key we have opens as many messages, or more. nio saves it then."""
        keys = self._of(key.room_id, key.id)
        known = keys.get(key.sender_key)
        if known and known.first_known_index <= key.first_known_index:
            return False
        keys[key.sender_key] = key
        return True

    def get(self, room: str, sender_key: str, session: str) -> InboundGroupSession | None:
        found = self._of(room, session).get(sender_key)
        if found:
            self._used.add((room, session))
        return found

    def senders(self, room: str, session: str) -> list[str]:
        """Who sent us a key of this session."""
        return list(self._of(room, session))

    def forget_unused(self, at: datetime) -> int:
        """Deletes those without use for long, to be called daily; how many."""
        now = round(at.timestamp() * 1000)
        self._table.note_uses(self._used, now)
        self._used.clear()
        self._at_hand.clear()
        return self._table.forget_unused(now - round(KEPT_FOR.total_seconds() * 1000))

    def _of(self, room: str, session: str) -> dict[str, InboundGroupSession]:
        asked = (room, session)
        if asked not in self._at_hand:
            self._at_hand[asked] = self._table.of(room, session)
        self._at_hand.move_to_end(asked)
        while len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        return self._at_hand[asked]
