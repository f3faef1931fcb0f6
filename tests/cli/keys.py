"""Bots made by `init`, and what other clients leave in an account."""

from pathlib import Path
from typing import Any

from commonsbot.matrix.cross_signing import Identity, Seeds
from commonsbot.matrix.secret_storage import DEFAULT_KEY, StorageKey, description_of, secret_of
from tests.cli.conftest import Run
from tests.cli.fake_homeserver import BOT, PASSWORD, FakeHomeserver
from tests.recovery_keys import key_in


def script(homeserver: FakeHomeserver, config: Path) -> list[object]:
    """`init` without questions."""
    password = config.with_name("given")
    password.write_text(f"{PASSWORD}\n")
    return [
        *("init", "--non-interactive", "-c", config, "--homeserver", homeserver.url),
        *("--account", BOT, "--password-file", password, "--space", "#reseau"),
    ]


def init(run: Run, homeserver: FakeHomeserver, config: Path) -> str:
    """As a person at a terminal; the recovery key."""
    typed = (homeserver.url, "commonsbot", PASSWORD, "reseau", "", "n", "")
    code, out, err = run("init", "-c", config, answers="\n".join([*typed, ""]))
    assert (code, err) == (0, "")
    return key_in(out)


def another_client(homeserver: FakeHomeserver, key: StorageKey) -> Identity:
    """Makes an identity on the account and keeps it under `key`, as Element does."""
    identity = Identity(BOT, Seeds.fresh())
    homeserver.keys.identity = dict(identity.announcement())
    homeserver.keys.data |= kept(key, identity.seeds)
    return identity


def kept(key: StorageKey, seeds: Seeds) -> dict[str, Any]:
    """Account data with `seeds` locked with `key`."""
    locked = {
        secret_of(usage): {"encrypted": {key.id: key.lock(secret_of(usage), seed)}}
        for usage, seed in seeds.written().items()
    }
    return {DEFAULT_KEY: {"key": key.id}, description_of(key.id): key.description(), **locked}
