"""`backup` and `restore`, as an operator types them."""

import asyncio
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nio.crypto import OlmAccount

from commonsbot.matrix.crypto_store import CryptoStore
from commonsbot.store import Store
from commonsbot.store.backup import olm_accounts
from commonsbot.store.lock import data_directory
from tests.cli.conftest import Run
from tests.cli.fake_homeserver import BOT, PASSWORD, TOKEN, FakeHomeserver

Written = Callable[..., Path]

MINUTE = 60_000
"""Milliseconds."""


@pytest.fixture
def written(tmp_path: Path, homeserver: FakeHomeserver) -> Written:
    """Writes a configuration with these secrets; its data directory is a folder of this name."""

    def write(data: str = "data", **secrets: str) -> Path:
        path = tmp_path / f"{data}.yaml"
        path.write_text(
            f"homeserver: {homeserver.url}\naccount: '{BOT}'\nspace: '#c:a.org'\n"
            f"data: {data}\nsecrets: {data}-secrets.yaml\n"
        )
        secret = tmp_path / f"{data}-secrets.yaml"
        secret.touch(mode=0o600)
        lines = secrets or {"password": PASSWORD}
        secret.write_text("".join(f"{name}: {value}\n" for name, value in lines.items()))
        return path

    return write


@pytest.fixture
def account(tmp_path: Path) -> OlmAccount:
    """The keys of DEVICE, in a data directory as a bot leaves it."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "crypto").mkdir(mode=0o700)
    asyncio.run(_database(data))
    (data / "crypto" / "pickle.key").write_text("pickle")
    store = CryptoStore(BOT, "DEVICE", str(data / "crypto"), "pickle", "crypto.sqlite")
    account = OlmAccount()
    store.save_account(account)
    store.database.close()
    (data / "session.json").write_text("{}")
    return account


async def _database(data: Path) -> None:
    await (await Store.open(data / "commonsbot.db", lambda: datetime.now(UTC))).close()


def knows(homeserver: FakeHomeserver, account: OlmAccount, minutes_ago: float) -> None:
    """The homeserver knows DEVICE by these keys, and when it was last used."""
    seen = round(time.time() * 1000 - minutes_ago * MINUTE)
    homeserver.devices = [{"device_id": "DEVICE", "last_seen_ts": seen}]
    homeserver.keys.devices = {
        "DEVICE": {"keys": {"ed25519:DEVICE": account.identity_keys["ed25519"]}}
    }


def only_archive(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_backup_says_what_it_holds(
    run: Run, written: Written, account: OlmAccount, tmp_path: Path
) -> None:
    config = written()
    code, out, err = run("backup", "-c", config)
    assert (code, err) == (0, "")
    archive = only_archive(tmp_path / "data" / "backups")
    assert str(archive) in out and "kB" in out
    assert "the database, version" in out and "the device DEVICE" in out
    assert "the login" in out and "identity" not in out
    assert run("backup", "-c", config, tmp_path / "elsewhere")[0] == 0
    only_archive(tmp_path / "elsewhere")


def test_it_keeps_as_many_as_asked_for(
    run: Run, written: Written, account: OlmAccount, tmp_path: Path
) -> None:
    config, folder = written(), tmp_path / "backups"
    folder.mkdir()
    old = folder / "commonsbot_example.org-20250101-000000.tar.gz"
    old.touch()
    code, out, _ = run("backup", "-c", config, folder, "--keep", 1)
    assert code == 0
    assert f"Old backup deleted: {old}" in out
    assert only_archive(folder) != old
    for bad in ("0", "some"):
        assert run("backup", "-c", config, folder, "--keep", bad)[0] == 2


def test_nothing_to_back_up(run: Run, written: Written) -> None:
    code, _, err = run("backup", "-c", written())
    assert code == 1 and "Nothing to back up" in err


def test_the_bot_must_be_stopped_to_restore(
    run: Run, written: Written, account: OlmAccount, tmp_path: Path
) -> None:
    config = written()
    with data_directory(tmp_path / "data"):
        assert run("backup", "-c", config)[0] == 0
        archive = only_archive(tmp_path / "data" / "backups")
        assert run("restore", "-c", config, archive)[0] == 75


def test_restoring_says_what_becomes_of_the_device(
    run: Run, written: Written, account: OlmAccount, tmp_path: Path
) -> None:
    config = written()
    run("backup", "-c", config, tmp_path / "backups")
    archive = only_archive(tmp_path / "backups")
    code, _, err = run("restore", "-c", config, archive)
    assert code == 1 and "--force" in err
    code, out, _ = run("restore", "-c", config, archive, "--force")
    assert code == 0 and "stays in service" in out and "before-restore-" in out
    code, out, _ = run("restore", "-c", written("new"), archive)
    assert code == 0 and "is to be shared again" in out and "init" not in out
    assert not (tmp_path / "new" / "session.json").exists()
    code, out, _ = run("restore", "-c", written("newer", access_token=TOKEN), archive)
    assert code == 0 and "commonsbot init --force" in out


def test_a_device_that_rested_since_before_its_backup_comes_back(
    run: Run, written: Written, account: OlmAccount, homeserver: FakeHomeserver, tmp_path: Path
) -> None:
    run("backup", "-c", written(), tmp_path / "backups")
    knows(homeserver, account, minutes_ago=10)
    archive = only_archive(tmp_path / "backups")
    code, out, err = run("restore", "-c", written("new"), archive, "--with-device")
    assert (code, err) == (0, "")
    assert "Never use the other copy" in out
    for name in ("crypto/pickle.key", "session.json"):
        assert (tmp_path / "new" / name).read_bytes() == (tmp_path / "data" / name).read_bytes()
    keys = [olm_accounts(tmp_path / name / "crypto/crypto.sqlite", BOT) for name in ("data", "new")]
    assert keys[0] == keys[1] and list(keys[0]) == ["DEVICE"]
    assert homeserver.lost == 1, "the device that asked is logged out"


def test_a_device_used_since_stays_dead(
    run: Run, written: Written, account: OlmAccount, homeserver: FakeHomeserver, tmp_path: Path
) -> None:
    run("backup", "-c", written(), tmp_path / "backups")
    archive = only_archive(tmp_path / "backups")

    def refusal(**secrets: str) -> str:
        config = written("new", **secrets)
        code, _, err = run("restore", "-c", config, archive, "--with-device")
        assert code == 1 and "without --with-device" in err
        assert os.listdir(tmp_path / "new") == ["lock"]
        return str(err)

    assert "logged out" in refusal()
    knows(homeserver, account, minutes_ago=1)
    assert "was used after the backup" in refusal()
    knows(homeserver, OlmAccount(), minutes_ago=10)
    assert "other keys" in refusal()
    knows(homeserver, account, minutes_ago=10)
    homeserver.devices[0]["last_seen_ts"] = None
    assert "does not tell" in refusal()
    assert "COMMONSBOT_PASSWORD" in refusal(access_token=TOKEN)
    assert "could not tell" in refusal(password="wrong")


def test_keys_without_what_opens_them_stay_dead(
    run: Run, written: Written, account: OlmAccount, tmp_path: Path
) -> None:
    (tmp_path / "data" / "crypto" / "pickle.key").write_text("another")
    run("backup", "-c", written(), tmp_path / "backups")
    archive = only_archive(tmp_path / "backups")
    code, _, err = run("restore", "-c", written("new"), archive, "--with-device")
    assert code == 1 and "don't open" in err
