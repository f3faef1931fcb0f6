"""Other people's devices: all of them in memory, read and written in few statements.

nio compares each with all the others, and makes four statements for one: five thousand devices
took it half a minute at each start.
"""

from collections.abc import Iterable

from nio.crypto import DeviceStore, OlmDevice, TrustState
from peewee import SqliteDatabase

_READ = """SELECT d.user_id, d.device_id, d.display_name, d.deleted, t.state, k.key_type, k.key
FROM devicekeys d JOIN keys k ON k.device_id = d.id
LEFT JOIN devicetruststate t ON t.device_id = d.id
WHERE d.account_id = ?"""
_KEPT = """INSERT INTO devicekeys (account_id, user_id, device_id, display_name, deleted)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (account_id, user_id, device_id) DO UPDATE SET
    display_name = excluded.display_name, deleted = excluded.deleted
RETURNING id"""
_KEY_KEPT = "INSERT OR REPLACE INTO keys (device_id, key_type, key) VALUES (?, ?, ?)"


class Devices(DeviceStore):  # type: ignore[misc] # nio ships no types
    def add(self, device: OlmDevice) -> bool:
        known = self[device.user_id]
        if known.get(device.id) == device:
            return False
        known[device.id] = device
        return True


class DeviceTable:
    """The devices that one account knows, in nio's tables."""

    def __init__(self, database: SqliteDatabase, account: int) -> None:
        self._database = database
        self._account = account

    def all(self) -> Devices:
        devices = Devices()
        rows = self._database.execute_sql(_READ, (self._account,))
        for user, id, name, deleted, trust, kind, key in rows:
            device = devices[user].get(id)
            if device is None:
                state = TrustState(trust or 0)
                device = OlmDevice(user, id, {}, name, bool(deleted), state)
                devices.add(device)
            device.keys[kind] = key
        return devices

    def keep(self, devices: Iterable[OlmDevice]) -> None:
        """New ones, and what changed of others."""
        with self._database.atomic():
            for device in devices:
                self._keep(device)

    def _keep(self, device: OlmDevice) -> None:
        whose = (self._account, device.user_id, device.id)
        row = (*whose, device.display_name, device.deleted)
        [(number,)] = self._database.execute_sql(_KEPT, row).fetchall()
        for kind, key in device.keys.items():
            self._database.execute_sql(_KEY_KEPT, (number, kind, key))
