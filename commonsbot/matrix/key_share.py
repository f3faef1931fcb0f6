"""Giving a room's key to its members' devices: what plain nio takes for done, and is not."""

import logging
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from commonsbot.domain.diagnosis import Keyless, WhyKeyless
from commonsbot.domain.ids import UserId
from commonsbot.errors import UnreachableError
from commonsbot.matrix.machine import Machine

log = logging.getLogger(__name__)

ATTEMPTS = 4
"""After so many a message leaves, although a device that could have its key has not."""

ASK_AGAIN = timedelta(hours=1)
"""A device that nothing could be sent to is tried again with the next key, after so long."""


class KeyShares:
    """Looks at each share once it is over; counts for each room those that failed in a row."""

    def __init__(self) -> None:
        self._failed: dict[str, int] = {}
        self.keyless: dict[str, tuple[Keyless, ...]] = {}
        """Whom the last share left out, by room; nothing of a room where there was none."""

    def check(self, machine: Machine, room_id: str, users: Iterable[str]) -> None:
        """Raises UnreachableError when the share is to be made again, for those left out."""
        session = machine.outbound_group_sessions[room_id]
        left_out = self.keyless[room_id] = tuple(_left_out(machine, session, users))
        missed = sum(device.why is WhyKeyless.UNDELIVERED for device in left_out)
        if missed and self._failed.get(room_id, 0) + 1 < ATTEMPTS:
            self._failed[room_id] = self._failed.get(room_id, 0) + 1
            session.shared = False  # nio then goes on with the same key
            raise UnreachableError(f"room key not delivered to {missed} devices")
        self._failed.pop(room_id, None)
        if left_out:
            session.max_age = min(session.max_age, ASK_AGAIN)
            log.warning(
                "devices without the room key", extra={"room": room_id, "devices": len(left_out)}
            )


def _left_out(machine: Machine, session: Any, users: Iterable[str]) -> Iterator[Keyless]:
    """Devices whose share failed, and those that gave no one-time key to begin with."""
    reached = session.users_shared_with | session.users_ignored
    for user in users:
        for device in machine.device_store.active_user_devices(user):
            if (user, device.id) in reached or device.id == machine.device_id:
                continue
            begun = machine.session_store.get(device.curve25519)
            yield Keyless(
                user=UserId(user),
                device=device.display_name or device.id,
                why=WhyKeyless.UNDELIVERED if begun else WhyKeyless.NO_ONE_TIME_KEY,
            )
