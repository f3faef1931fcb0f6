"""When an encryption device may come back from a backup."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from commonsbot.domain.backups import FORMAT, QUIET, Manifest, Seen, why_not_revive

MADE = datetime(2026, 11, 24, 10, tzinfo=UTC)
MANIFEST = Manifest(
    format=FORMAT,
    version="0.1.0",
    made_at=MADE,
    account="@bot:example.org",
    devices=("NEW",),
    schema=2,
    stopped=True,
    files={},
)
OURS = {"NEW": "key"}
SILENT = Seen(fingerprint="key", last_used=MADE - QUIET)


def test_a_device_silent_before_its_backup_and_ever_since_may_live() -> None:
    assert why_not_revive(MANIFEST, OURS, {"NEW": SILENT, "PHONE": replace(SILENT)}) is None


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        ({}, "gone"),
        ({"PHONE": SILENT}, "gone"),
        ({"NEW": replace(SILENT, fingerprint="other")}, "other-keys"),
        ({"NEW": replace(SILENT, fingerprint=None)}, "other-keys"),
        ({"NEW": replace(SILENT, last_used=None)}, "untold"),
        ({"NEW": replace(SILENT, last_used=MADE - QUIET + timedelta(seconds=1))}, "used"),
        ({"NEW": replace(SILENT, last_used=MADE + timedelta(days=3))}, "used"),
    ],
)
def test_what_the_homeserver_tells_must_prove_it(seen: dict[str, Seen], reason: str) -> None:
    assert why_not_revive(MANIFEST, OURS, seen) == f"restore-device-{reason}"


def test_every_device_of_the_store_counts() -> None:
    used = replace(SILENT, last_used=MADE)
    two = OURS | {"OLD": "key"}
    assert why_not_revive(MANIFEST, two, {"NEW": SILENT, "OLD": used}) == "restore-device-used"
    assert why_not_revive(MANIFEST, two, {"NEW": SILENT}) is None


def test_a_backup_of_a_running_bot_never_revives_it() -> None:
    running = replace(MANIFEST, stopped=False)
    assert why_not_revive(running, OURS, {"NEW": SILENT}) == "restore-device-running"
    assert why_not_revive(MANIFEST, {}, {"NEW": SILENT}) == "restore-device-none"
