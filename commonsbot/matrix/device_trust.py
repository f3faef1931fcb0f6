"""Which devices of others are signed by their owners, and which of them get room keys.

Nothing of this is kept: nio asks for everybody's devices again after each start, before the first
key is given to them, and the answer brings the signatures along. Only the identities are, so that
a change is noticed whenever it happened.
"""

import logging
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from nio.crypto import OlmDevice

from commonsbot.domain.devices import Doubt, DoubtfulDevice
from commonsbot.domain.ids import UserId
from commonsbot.matrix.cross_signing import MASTER, Published, part
from commonsbot.matrix.crypto_store import CryptoStore
from commonsbot.matrix.identity_table import IdentityTable

log = logging.getLogger(__name__)


class DeviceTrust:
    """`strict`: devices that their owners have not signed get no room keys (MSC4153)."""

    def __init__(self, store: CryptoStore, *, strict: bool) -> None:
        self.strict = strict
        self._store = store
        self._identities = IdentityTable(store.database)
        self._signed: set[tuple[str, str]] = set()
        self._has_identity: dict[str, bool] = {}
        """Of each user asked for since the start."""

    def is_signed(self, device: OlmDevice) -> bool:
        """Whether the chain from its owner's identity holds: master → self-signing → device."""
        return (device.user_id, device.id) in self._signed

    def leaves_out(self, device: OlmDevice) -> bool:
        return self.strict and not self.is_signed(device)

    def learn(self, found: Published, known: Mapping[str, OlmDevice]) -> bool:
        """Judges the devices of a user anew; whether any is judged otherwise than before.

        `known` are those that nio keeps: it may have refused what is published.
        """
        user, signed = found.user, found.signed()
        self._has_identity[user] = MASTER in found.public
        now = {
            (user, id)
            for id, device in known.items()
            if id in signed and is_same(device, found.device(id))
        }
        before = self._signed & {(user, id) for id in known}
        self._signed -= before - now
        self._signed |= now
        return now != before

    def follow(self, found: Collection[Published]) -> None:
        """Keeps the identities of these users, and says which have changed."""
        shown = {each.user: each.public[MASTER] for each in found if MASTER in each.public}
        kept = self._identities.of(shown)
        for user in sorted(kept.keys() & shown.keys()):
            if kept[user] != shown[user]:
                log.warning("a user's identity has changed", extra={"sender": user})
        self._identities.keep({u: k for u, k in shown.items() if kept.get(u) != k})

    def warn(self, room: str, devices: Iterable[OlmDevice]) -> None:
        """Says, once for each device, that its owner has not signed it."""
        fresh = [each for each in devices if not (self.is_signed(each) or each.ignored)]
        for device in fresh:
            log.warning(
                "device left out: not signed by its owner"
                if self.strict
                else "room key given to a device not signed by its owner",
                extra={"sender": device.user_id, "device": device.id, "room": room},
            )
        if fresh:
            self._store.ignore_devices(fresh)  # nio's mark: an unverified device was reckoned with

    def doubts(self, devices: Iterable[OlmDevice]) -> list[DoubtfulDevice]:
        """Those of `devices` that are not signed, and why."""
        return [
            DoubtfulDevice(
                user=UserId(device.user_id),
                device=device.id,
                name=device.display_name or "",
                doubt=self._doubt(device.user_id),
                left_out=self.strict,
            )
            for device in devices
            if not self.is_signed(device)
        ]

    def _doubt(self, user: str) -> Doubt:
        if user not in self._has_identity:
            return Doubt.UNKNOWN
        return Doubt.UNSIGNED if self._has_identity[user] else Doubt.NO_IDENTITY


def is_same(known: OlmDevice, listed: Mapping[str, Any]) -> bool:
    """Whether the keys listed for a device are those nio has checked."""
    keys = part(listed, "keys")
    return all(keys.get(f"{kind}:{known.id}") == key for kind, key in known.keys.items())
