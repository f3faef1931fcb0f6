"""The table of room keys, which open the messages of encrypted rooms ("Megolm sessions").

Anybody who has a room key can send it on. A key is therefore known by its sender too, where nio's
own table has one row a session: there, who sends on another's key first takes its place.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from nio.crypto import InboundGroupSession
from peewee import SqliteDatabase

Session = tuple[str, str]
"""A room and the id of a session in it."""

_SCHEMA = """CREATE TABLE IF NOT EXISTS roomkeys (
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    room_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    sender_key TEXT NOT NULL,
    fp_key TEXT NOT NULL,
    chain TEXT NOT NULL, -- who sent it on: sender keys with spaces between them
    first_index INTEGER, -- the first message it opens; NULL in rows taken over from nio
    session BLOB NOT NULL,
    used_at INTEGER, -- milliseconds; NULL until the uses since it came are noted
    PRIMARY KEY (account_id, room_id, session_id, sender_key)
)"""
_TAKEN_OVER = """INSERT OR IGNORE INTO roomkeys
    (account_id, room_id, session_id, sender_key, fp_key, session, chain)
SELECT account_id, room_id, session_id, sender_key, fp_key, session,
    (SELECT coalesce(group_concat(chain.sender_key, ' '), '') FROM forwardedchains chain
     WHERE chain.session_id = nios.session_id)
FROM megolminboundsessions nios"""
_KEPT = """INSERT INTO roomkeys
    (account_id, room_id, session_id, sender_key, fp_key, session, chain, first_index)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (account_id, room_id, session_id, sender_key) DO UPDATE SET
    fp_key = excluded.fp_key, session = excluded.session,
    chain = excluded.chain, first_index = excluded.first_index
WHERE excluded.first_index < roomkeys.first_index"""
_READ = "SELECT session, fp_key, sender_key, room_id, chain FROM roomkeys WHERE account_id = ?"
_USED = "UPDATE roomkeys SET used_at = ? WHERE account_id = ?"
_THIS = " AND room_id = ? AND session_id = ?"


def prepare(database: SqliteDatabase) -> None:
    """Makes the table; takes over the keys that earlier versions kept in nio's."""
    database.execute_sql(_SCHEMA)
    with database.atomic():
        database.execute_sql(_TAKEN_OVER)
        database.execute_sql("DELETE FROM megolminboundsessions")


class RoomKeyTable:
    """The room keys of one account, locked with `pickle_key`."""

    def __init__(self, database: SqliteDatabase, account: int, pickle_key: str) -> None:
        self._database = database
        self._account = account
        self._pickle_key = pickle_key

    def keep(self, key: InboundGroupSession) -> None:
        """Of the same key sent twice, the one that opens more messages (spec, "m.room_key")."""
        self._run(
            _KEPT,
            *(self._account, key.room_id, key.id, key.sender_key, key.ed25519),
            *(key.pickle(self._pickle_key), " ".join(key.forwarding_chain)),
            key.first_known_index,
        )

    def of(self, room: str, session: str) -> dict[str, InboundGroupSession]:
        """The keys of one session, by their senders; most often one."""
        rows = self._run(_READ + _THIS, self._account, room, session)
        return {key.sender_key: key for key in map(self._opened, rows)}

    def all(self) -> Iterator[InboundGroupSession]:
        return map(self._opened, self._run(_READ, self._account))

    def note_uses(self, sessions: Iterable[Session], at: int) -> None:
        """Those that came since the last time count as used, too."""
        with self._database.atomic():
            self._run(f"{_USED} AND used_at IS NULL", at, self._account)
            for session in sessions:
                self._run(_USED + _THIS, at, self._account, *session)

    def forget_unused(self, since: int) -> int:
        """Deletes those that were not used since; how many."""
        sql = "DELETE FROM roomkeys WHERE account_id = ? AND used_at < ?"
        return int(self._run(sql, self._account, since).rowcount)

    def _run(self, sql: str, *values: object) -> Any:
        return self._database.execute_sql(sql, values)

    def _opened(self, row: tuple[Any, ...]) -> InboundGroupSession:
        pickle, fp_key, sender_key, room, chain = row
        return InboundGroupSession.from_pickle(
            pickle, fp_key, sender_key, room, self._pickle_key, chain.split()
        )
