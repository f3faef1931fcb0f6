"""Where the encryption keys are kept: one SQLite file, for one account.

nio reads all of it into memory at every start, and makes its way through an object mapper at
each step: the key of a room of a thousand members took it more than a minute. Here what grows
with the years is read when it is needed, and what is often done is done in plain SQL.
"""

from collections.abc import Collection, Mapping
from functools import cached_property

from nio.crypto import InboundGroupSession, OlmAccount, OlmDevice, Session
from nio.store import SqliteStore
from peewee import SqliteDatabase

from commonsbot.matrix import olm_sessions, room_key_table
from commonsbot.matrix.device_table import Devices, DeviceTable
from commonsbot.matrix.olm_sessions import OlmSessions, OlmSessionTable
from commonsbot.matrix.room_key_table import RoomKeyTable
from commonsbot.matrix.room_keys import RoomKeys

_ACCOUNT_KEPT = """INSERT INTO accounts (user_id, device_id, shared, account) VALUES (?, ?, ?, ?)
ON CONFLICT (user_id, device_id) DO UPDATE SET
    shared = excluded.shared, account = excluded.account"""


class CryptoStore(SqliteStore):  # type: ignore[misc] # nio ships no types
    """nio's store on WAL: a save costs half, and a backup can read beside it."""

    def __post_init__(self) -> None:
        super().__post_init__()
        olm_sessions.prepare(self.database)
        room_key_table.prepare(self.database)

    def _create_database(self) -> SqliteDatabase:
        pragmas = {"foreign_keys": 1, "journal_mode": "wal", "synchronous": "normal"}
        return SqliteDatabase(self.database_path, pragmas=pragmas, timeout=30)

    def save_encrypted_rooms(self, rooms: Collection[str]) -> None:
        """nio saves at every sync, most often nothing: a third of the cost of a small one."""
        if rooms:
            super().save_encrypted_rooms(rooms)

    # Room keys

    def load_inbound_group_sessions(self) -> RoomKeys:
        return RoomKeys(self._room_keys)

    def save_inbound_group_session(self, session: InboundGroupSession) -> None:
        self._room_keys.keep(session)

    # The account, and Olm sessions

    def save_account(self, account: OlmAccount) -> None:
        pickle = account.pickle(self.pickle_key)
        row = (self.user_id, self.device_id, account.shared, pickle)
        self.database.execute_sql(_ACCOUNT_KEPT, row)

    def load_sessions(self) -> OlmSessions:
        return OlmSessions(self._olm_sessions)

    def save_session(self, curve_key: str, session: Session) -> None:
        self._olm_sessions.keep(curve_key, session)

    # Devices. What is known of their trust is in memory, in each.

    def load_device_keys(self) -> Devices:
        return self._devices.all()

    def save_device_keys(self, device_keys: Mapping[str, Mapping[str, OlmDevice]]) -> None:
        self._devices.keep([device for some in device_keys.values() for device in some.values()])

    def is_device_verified(self, device: OlmDevice) -> bool:
        return bool(device.verified)

    def is_device_blacklisted(self, device: OlmDevice) -> bool:
        return bool(device.blacklisted)

    def is_device_ignored(self, device: OlmDevice) -> bool:
        return bool(device.ignored)

    # The tables

    @cached_property
    def _account(self) -> int:
        """The row of this device: there from its first start on."""
        sql = "SELECT id FROM accounts WHERE user_id = ? AND device_id = ?"
        [(id,)] = self.database.execute_sql(sql, (self.user_id, self.device_id)).fetchall()
        return int(id)

    @cached_property
    def _olm_sessions(self) -> OlmSessionTable:
        return OlmSessionTable(self.database, self._account, self.pickle_key)

    @cached_property
    def _room_keys(self) -> RoomKeyTable:
        return RoomKeyTable(self.database, self._account, self.pickle_key)

    @cached_property
    def _devices(self) -> DeviceTable:
        return DeviceTable(self.database, self._account)
