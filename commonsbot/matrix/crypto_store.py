"""Where nio keeps the encryption keys: one SQLite file, for one account."""

from collections.abc import Collection

from nio.store import SqliteStore
from peewee import SqliteDatabase


class CryptoStore(SqliteStore):  # type: ignore[misc] # nio ships no types
    """nio's store on WAL: a save costs half, and a backup can read beside it."""

    def _create_database(self) -> SqliteDatabase:
        pragmas = {"foreign_keys": 1, "journal_mode": "wal", "synchronous": "normal"}
        return SqliteDatabase(self.database_path, pragmas=pragmas, timeout=30)

    def save_encrypted_rooms(self, rooms: Collection[str]) -> None:
        """nio saves at every sync, most often nothing: a third of the cost of a small one."""
        if rooms:
            super().save_encrypted_rooms(rooms)
