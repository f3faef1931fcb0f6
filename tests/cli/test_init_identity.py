"""What `init` does last: the identity and its recovery key, and nothing that was there is lost."""

import json
from pathlib import Path

import pytest

from commonsbot.matrix.cross_signing import MASTER, Identity, Published, Seeds
from commonsbot.matrix.recovery_key import from_words
from commonsbot.matrix.secret_storage import StorageKey
from tests.cli.conftest import Run
from tests.cli.fake_homeserver import BOT, FakeHomeserver
from tests.cli.fake_keys import LINK
from tests.cli.keys import another_client, init, kept, script


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "commonsbot.yaml"


def seeds_in(data: Path) -> Seeds:
    path = data / "crypto" / "identity.json"
    assert path.stat().st_mode & 0o777 == 0o600
    return Seeds.read(json.loads(path.read_text()))


def shown_by(homeserver: FakeHomeserver) -> Published:
    answer = homeserver.keys.answer("POST", "/keys/query", {})
    assert answer
    return Published.read(BOT, answer[1])


def test_the_identity_is_made_and_its_recovery_key_said_once(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    key = init(run, homeserver, config)
    found = shown_by(homeserver)
    assert found.is_trusted("DEVICE")
    assert found.public == Identity(BOT, seeds_in(config.parent / "data")).public
    code, out, _ = run("identity", "show", "-c", config)
    assert code == 0 and "it brings this identity back" in out
    files = [path for path in config.parent.rglob("*") if path.is_file()]
    assert len(files) > 4
    secret = from_words(key)
    assert not [path for path in files if key.encode() in path.read_bytes()]
    assert not [path for path in files if secret in path.read_bytes()]
    assert key[:9] not in str(homeserver.keys.data)


def test_the_recovery_key_said_brings_the_identity_back(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    key = init(run, homeserver, config)
    before = seeds_in(config.parent / "data")
    (config.parent / "data" / "crypto" / "identity.json").unlink()
    code, out, err = run("identity", "restore", "-c", config, answers=f"{key}\n")
    assert (code, err) == (0, "")
    assert "has its identity back" in out
    assert seeds_in(config.parent / "data") == before


def test_a_script_says_where_the_key_goes(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    file = config.with_name("key")
    code, out, err = run(*script(homeserver, config), "--recovery-key-file", file)
    assert (code, err) == (0, "")
    words = file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600 and str(file) in out
    assert words.strip() not in out
    (config.parent / "data" / "crypto" / "identity.json").unlink()
    assert run("identity", "restore", "-c", config, "--recovery-key-file", file)[0] == 0


def test_a_script_that_does_not_say_gets_no_key(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    code, out, err = run(*script(homeserver, config))
    assert (code, err) == (0, "")
    assert "No recovery key" in out and "identity recovery-key" in out
    assert homeserver.keys.data == {}
    assert shown_by(homeserver).is_trusted("DEVICE")


def test_a_file_that_exists_is_not_written_over_and_nothing_begins(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    file = config.with_name("key")
    file.write_text("precious")
    code, out, err = run(*script(homeserver, config), "--recovery-key-file", file)
    assert (code, out) == (1, "")
    assert "exists already" in err
    assert file.read_text() == "precious" and not config.exists()
    nowhere = config.parent / "no" / "key"
    assert "can't be made" in run(*script(homeserver, config), "--recovery-key-file", nowhere)[2]


@pytest.mark.parametrize("path", ["/keys/upload", "/keys/device_signing/upload"])
def test_a_homeserver_that_fails_leaves_a_way_on(
    run: Run, homeserver: FakeHomeserver, config: Path, path: str
) -> None:
    homeserver.keys.refuses = {path}
    file = config.with_name("key")
    code, out, err = run(*script(homeserver, config), "--recovery-key-file", file)
    assert code == 1 and "Written:" in out
    assert "identity could not be made" in err and f"identity sign -c {config}" in err
    assert not file.exists()
    homeserver.keys.refuses = set()
    assert run("identity", "sign", "-c", config)[0] == 0
    assert run("identity", "recovery-key", "-c", config, "--recovery-key-file", file)[0] == 0
    assert "it brings this identity back" in run("identity", "show", "-c", config)[1]


def test_the_seeds_are_kept_before_the_homeserver_hears_of_them(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    homeserver.keys.refuses = {"/keys/device_signing/upload"}
    run(*script(homeserver, config))
    before = seeds_in(config.parent / "data")
    homeserver.keys.refuses = set()
    assert run("identity", "sign", "-c", config)[0] == 0
    assert shown_by(homeserver).public == Identity(BOT, before).public


def test_a_homeserver_that_asks_for_the_password_gets_it_though_it_is_not_kept(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    homeserver.keys.confirms = True
    init(run, homeserver, config)
    assert shown_by(homeserver).is_trusted("DEVICE")


def test_a_page_to_approve_is_shown_once_and_waited_for(
    run: Run, homeserver: FakeHomeserver, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commonsbot.cli.account.APPROVAL_EVERY", 0.01)
    homeserver.keys.unapproved = 3
    code, out, _ = run(*script(homeserver, config))
    assert code == 0 and out.count(LINK) == 1
    assert shown_by(homeserver).is_trusted("DEVICE")


def test_an_identity_made_elsewhere_is_not_replaced(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    elsewhere = another_client(homeserver, StorageKey.fresh())
    before = dict(homeserver.keys.data)
    code, out, err = run(
        *script(homeserver, config), "--recovery-key-file", config.with_name("key")
    )
    assert code == 1 and "Written:" in out
    assert f"identity restore -c {config}" in err and "identity reset" in err
    assert shown_by(homeserver).public[MASTER] == elsewhere.public[MASTER]
    assert homeserver.keys.data == before
    assert not config.with_name("key").exists()


def test_a_secret_storage_made_elsewhere_is_not_replaced_either(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    homeserver.keys.data = kept(StorageKey.fresh(), Seeds.fresh())
    before = dict(homeserver.keys.data)
    code, out, _ = run(*script(homeserver, config), "--recovery-key-file", config.with_name("key"))
    assert code == 0
    assert "given by another Matrix client" in out
    assert shown_by(homeserver).is_trusted("DEVICE")
    assert homeserver.keys.data == before


def test_another_init_finds_its_own_identity_and_key_again(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    init(run, homeserver, config)
    before = dict(homeserver.keys.data)
    code, out, _ = run(*script(homeserver, config), "--force")
    assert code == 0
    assert "There is a recovery key" in out
    assert homeserver.keys.data == before


def test_the_data_directory_stays_where_it_is(
    run: Run, homeserver: FakeHomeserver, config: Path
) -> None:
    data = config.parent / "elsewhere"
    assert run(*script(homeserver, config), "--data", data)[0] == 0
    before = seeds_in(data)
    assert run(*script(homeserver, config), "--force")[0] == 0
    assert seeds_in(data) == before
    assert not (config.parent / "data").exists()
    assert run("identity", "show", "-c", config)[0] == 0
