"""The Olm sessions in use, in memory; the others are read when they are asked for.

There is one or more with each device that ever got a key from us, 8 kB of memory each.
"""

from collections import OrderedDict
from datetime import datetime
from weakref import WeakValueDictionary

from nio.crypto import Session
from peewee import SqliteDatabase

AT_HAND = 200
"""Devices whose sessions stay in memory."""

_INDEX = "CREATE INDEX IF NOT EXISTS olmsessions_by ON olmsessions (account_id, sender_key)"
_READ = """SELECT session_id, session, creation_time, last_usage_date FROM olmsessions
WHERE account_id = ? AND sender_key = ?"""
_KEPT = """INSERT OR REPLACE INTO olmsessions
    (session_id, account_id, sender_key, session, creation_time, last_usage_date)
VALUES (?, ?, ?, ?, ?, ?)"""

Row = tuple[str, bytes, str, str]
"""Id, pickle, when it was made and last used."""


def prepare(database: SqliteDatabase) -> None:
    """nio's table has no index by device: it reads it whole."""
    database.execute_sql(_INDEX)


class OlmSessionTable:
    """The Olm sessions of one account, in nio's table, locked with `pickle_key`."""

    def __init__(self, database: SqliteDatabase, account: int, pickle_key: str) -> None:
        self._database = database
        self._account = account
        self._pickle_key = pickle_key

    def keep(self, sender_key: str, session: Session) -> None:
        made, used = (
            moment.isoformat(" ", "microseconds")
            for moment in (session.creation_time, session.use_time)
        )
        pickle = session.pickle(self._pickle_key)
        row = (session.id, self._account, sender_key, pickle, made, used)
        self._database.execute_sql(_KEPT, row)

    def of(self, sender_key: str) -> list[Row]:
        """Those with one device."""
        rows = self._database.execute_sql(_READ, (self._account, sender_key))
        return list(rows.fetchall())

    def opened(self, row: Row) -> Session:
        _, pickle, *moments = row
        made, used = map(datetime.fromisoformat, moments)
        return Session.from_pickle(pickle, made, self._pickle_key, used)


class OlmSessions:
    """What nio's machine takes for its SessionStore, which has all Olm sessions in memory.

    nio saves a session whenever it was used, so one out of use may leave the memory. One in use
    never is there twice: two copies would use the same secrets, and one undo what the other saved.
    """

    def __init__(self, table: OlmSessionTable) -> None:
        self._table = table
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
            self._at_hand[sender_key] = list(map(self._session, self._table.of(sender_key)))
        self._at_hand.move_to_end(sender_key)
        while len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        return self._at_hand[sender_key]

    def _session(self, row: Row) -> Session:
        session = self._in_use.get(row[0])
        if session is None:
            session = self._in_use[row[0]] = self._table.opened(row)
        return session
