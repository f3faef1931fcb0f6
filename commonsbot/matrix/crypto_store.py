"""Where nio keeps the encryption keys: one SQLite file, for one account."""

from collections.abc import Collection, Mapping
from sys import intern
from typing import Any

from nio.crypto import DeviceStore, OlmDevice, TrustState
from nio.store import SqliteStore
from nio.store.database import use_database, use_database_atomic
from nio.store.models import Accounts, DeviceKeys, DeviceTrustState, Keys
from peewee import SQL, ForeignKeyField, Model, SqliteDatabase, TextField, chunked

AT_ONCE = 100
"""Rows a statement, below SQLite's oldest limit of values."""


class MasterKeys(Model):  # type: ignore[misc] # peewee ships no types
    """The identity each user had when it was last asked for: a change is to be noticed."""

    account = ForeignKeyField(model=Accounts, backref="master_keys", on_delete="CASCADE")
    user_id = TextField()
    key = TextField()

    class Meta:
        constraints = [SQL("UNIQUE(account_id,user_id)")]  # noqa: RUF012 - peewee's way


class KnownDevices(DeviceStore):  # type: ignore[misc] # nio ships no types
    """nio looks through all its devices for each one it adds."""

    def __contains__(self, device: OlmDevice) -> bool:
        return bool(self[device.user_id].get(device.id) == device)


class CryptoStore(SqliteStore):  # type: ignore[misc] # nio ships no types
    """nio's store on WAL: a save costs half, and a backup can read beside it.

    Devices are read and written all together: nio's one by one hold a start for a minute where
    rooms have ten thousand members.
    """

    models = [*SqliteStore.models, MasterKeys]  # noqa: RUF012 - nio's way

    def _create_database(self) -> SqliteDatabase:
        pragmas = {"foreign_keys": 1, "journal_mode": "wal", "synchronous": "normal"}
        return SqliteDatabase(self.database_path, pragmas=pragmas, timeout=30)

    def save_encrypted_rooms(self, rooms: Collection[str]) -> None:
        """nio saves at every sync, most often nothing: a third of the cost of a small one."""
        if rooms:
            super().save_encrypted_rooms(rooms)

    @use_database  # type: ignore[untyped-decorator] # nio ships no types
    def load_device_keys(self) -> KnownDevices:
        devices = KnownDevices()
        keys: dict[int, dict[str, str]] = {}
        for device, kind, key in Keys.select(Keys.device, Keys.key_type, Keys.key).tuples():
            keys.setdefault(device, {})[intern(kind)] = key
        states = dict(
            DeviceTrustState.select(DeviceTrustState.device, DeviceTrustState.state).tuples()
        )
        rows = DeviceKeys.select(
            *(DeviceKeys.id, DeviceKeys.user_id, DeviceKeys.device_id),
            *(DeviceKeys.display_name, DeviceKeys.deleted),
        ).where(DeviceKeys.account == self._get_account())
        for row, user, id, name, deleted in rows.tuples():
            state = states.get(row, TrustState.unset)
            devices[user][id] = OlmDevice(user, id, keys.get(row, {}), name, deleted, state)
        return devices

    @use_database_atomic  # type: ignore[untyped-decorator] # nio ships no types
    def save_device_keys(self, device_keys: Mapping[str, Mapping[str, OlmDevice]]) -> None:
        devices = [device for of_user in device_keys.values() for device in of_user.values()]
        account = self._get_account()
        for some in chunked(devices, AT_ONCE):
            self._save_devices(account, some)

    def _save_devices(self, account: Any, devices: Collection[OlmDevice]) -> None:
        rows = [
            (account, device.user_id, device.id, device.display_name, device.deleted)
            for device in devices
        ]
        of_device = [DeviceKeys.account, DeviceKeys.user_id, DeviceKeys.device_id]
        may_change = [DeviceKeys.display_name, DeviceKeys.deleted]
        saved = (
            DeviceKeys.insert_many(rows, [*of_device, *may_change])
            .on_conflict(conflict_target=of_device, preserve=may_change)
            .returning(DeviceKeys.id, DeviceKeys.user_id, DeviceKeys.device_id)
        )
        numbers = {(row.user_id, row.device_id): row.id for row in saved.execute()}
        keys = [
            (numbers[device.user_id, device.id], kind, key)
            for device in devices
            for kind, key in device.keys.items()
        ]
        Keys.insert_many(
            keys, [Keys.device, Keys.key_type, Keys.key]
        ).on_conflict_replace().execute()

    @use_database  # type: ignore[untyped-decorator] # nio ships no types
    def master_keys(self, users: Collection[str]) -> dict[str, str]:
        """The identities of those of `users` that had one, as kept."""
        kept = MasterKeys.select(MasterKeys.user_id, MasterKeys.key).where(
            MasterKeys.account == self._get_account()
        )
        found: dict[str, str] = {}
        for some in chunked(users, AT_ONCE):
            found |= dict(kept.where(MasterKeys.user_id.in_(some)).tuples())
        return found

    @use_database_atomic  # type: ignore[untyped-decorator] # nio ships no types
    def save_master_keys(self, keys: Mapping[str, str]) -> None:
        account = self._get_account()
        fields = [MasterKeys.account, MasterKeys.user_id, MasterKeys.key]
        for some in chunked(keys.items(), AT_ONCE):
            rows = [(account, user, key) for user, key in some]
            MasterKeys.insert_many(rows, fields).on_conflict_replace().execute()
