"""What a backup says of itself, and when an encryption device may come back from one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

FORMAT = 1
"""Of the archives this code writes. It reads up to this one."""

QUIET = timedelta(minutes=5)
"""How long a device must have been silent before its backup.

A homeserver may note the last use of a device some minutes late (spec, "GET /devices"; Synapse
notes one use every two minutes). After a longer silence no later use can hide in that delay.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file of an archive: its bytes and their SHA-256, in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The first thing in an archive."""

    format: int
    version: str
    """Of the CommonsBot that made it."""
    made_at: datetime
    account: str
    devices: tuple[str, ...]
    """Whose encryption keys it holds, the newest first."""
    schema: int
    """The version of its database."""
    stopped: bool
    """No bot ran on the data directory while it was made."""
    files: Mapping[str, Member]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the homeserver tells of a device; None for what it does not tell."""

    fingerprint: str | None
    """Its ed25519 key, in unpadded base64."""
    last_used: datetime | None


def why_not_revive(
    manifest: Manifest, fingerprints: Mapping[str, str], seen: Mapping[str, Seen]
) -> str | None:
    """Why the devices of this backup must stay dead: a sentence's name; None when they may live.

    `fingerprints` are those of the backup, `seen` the account's devices as the homeserver knows
    them. An old copy of a device that was used since would repeat keys already spent: the others
    refuse what it sends, for ever.
    """
    if not fingerprints:
        return "restore-device-none"
    if not manifest.stopped:
        return "restore-device-running"
    known = {device: seen[device] for device in fingerprints if device in seen}
    if not known:
        return "restore-device-gone"
    for device, facts in known.items():
        if facts.fingerprint != fingerprints[device]:
            return "restore-device-other-keys"
        if facts.last_used is None:
            return "restore-device-untold"
        if facts.last_used > manifest.made_at - QUIET:
            return "restore-device-used"
    return None
