"""The Olm sessions in use, in memory; the others are read when they are asked for.

There is one or more with each device that ever got a key from us, 8 kB of memory each.
"""

from collections import OrderedDict
from collections.abc import Iterator
from datetime import datetime
from weakref import WeakValueDictionary

from nio.crypto import Session, SessionStore
from peewee import SqliteDatabase

AT_HAND = 200
"""Devices whose sessions stay in memory."""

_INDEX = "CREATE INDEX IF NOT EXISTS olmsessions_by ON olmsessions (account_id, sender_key)"
_READ = """SELECT session_id, session, creation_time, last_usage_date FROM olmsessions
WHERE account_id = ? AND sender_key = ?"""


def prepare(database: SqliteDatabase) -> None:
    """nio's table has no index by device: it reads it whole."""
    database.execute_sql(_INDEX)


class OlmSessions(SessionStore):  # type: ignore[misc] # nio ships no types
    """What nio's machine takes for its store of all Olm sessions.

    nio saves a session whenever it was used, so one out of use may leave the memory. One in use
    never is there twice: two copies would use the same secrets, and one undo what the other saved.
    """

    def __init__(self, database: SqliteDatabase, account: int, pickle_key: str) -> None:
        super().__init__()
        self._database = database
        self._account = account
        self._pickle_key = pickle_key
        self._at_hand: OrderedDict[str, list[Session]] = OrderedDict()
        self._in_use: WeakValueDictionary[str, Session] = WeakValueDictionary()

    def __getitem__(self, sender_key: str) -> list[Session]:
        """Those with one device, the one used last first."""
        return sorted(self._with(sender_key), key=lambda session: session.use_time, reverse=True)

    def get(self, sender_key: str) -> Session | None:
        return next(iter(self[sender_key]), None)

    def add(self, sender_key: str, session: Session) -> bool:
        """nio saves it right after."""
        sessions = self._with(sender_key)
        if session in sessions:
            return False
        self._in_use[session.id] = session
        sessions.append(session)
        return True

    def _with(self, sender_key: str) -> list[Session]:
        if sender_key not in self._at_hand:
            self._at_hand[sender_key] = list(self._read(sender_key))
        self._at_hand.move_to_end(sender_key)
        while len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        return self._at_hand[sender_key]

    def _read(self, sender_key: str) -> Iterator[Session]:
        for id, pickle, *times in self._database.execute_sql(_READ, (self._account, sender_key)):
            session = self._in_use.get(id)
            if session is None:
                created, used = map(datetime.fromisoformat, times)
                session = Session.from_pickle(pickle, created, self._pickle_key, used)
                self._in_use[id] = session
            yield session
