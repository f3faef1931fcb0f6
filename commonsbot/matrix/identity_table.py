"""The identities of others as they were when last asked for: a change is to be noticed."""

from collections.abc import Collection, Mapping

from peewee import SqliteDatabase, chunked

AT_ONCE = 500
"""Users a statement, below SQLite's oldest limit of values."""

_SCHEMA = """CREATE TABLE IF NOT EXISTS masterkeys (
    user_id TEXT PRIMARY KEY,
    key TEXT NOT NULL -- the public one, in base64
) WITHOUT ROWID"""
_READ = "SELECT user_id, key FROM masterkeys WHERE user_id IN ({})"
_KEPT = "INSERT OR REPLACE INTO masterkeys (user_id, key) VALUES (?, ?)"


class IdentityTable:
    """The master key of each user, in the file of the encryption keys."""

    def __init__(self, database: SqliteDatabase) -> None:
        self._database = database
        database.execute_sql(_SCHEMA)

    def of(self, users: Collection[str]) -> dict[str, str]:
        """The keys of those of `users` that had one."""
        found: dict[str, str] = {}
        for some in chunked(users, AT_ONCE):
            marks = ", ".join("?" * len(some))
            found |= dict(self._database.execute_sql(_READ.format(marks), some).fetchall())
        return found

    def keep(self, keys: Mapping[str, str]) -> None:
        with self._database.atomic():
            for row in keys.items():
                self._database.execute_sql(_KEPT, row)
