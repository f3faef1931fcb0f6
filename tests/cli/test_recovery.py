"""`identity restore`, `recovery-key` and `reset`: what an operator types and reads."""

from pathlib import Path
from typing import Any

import pytest

from commonsbot.matrix.cross_signing import Seeds
from commonsbot.matrix.recovery_key import to_words
from commonsbot.matrix.secret_storage import StorageKey, description_of, secret_of
from tests.cli.conftest import Run
from tests.cli.fake_homeserver import PASSWORD, FakeHomeserver
from tests.cli.keys import another_client, init, kept
from tests.recovery_keys import key_in


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "commonsbot.yaml"


@pytest.fixture
def key(run: Run, homeserver: FakeHomeserver, config: Path) -> str:
    """Of a bot that `init` made."""
    return init(run, homeserver, config)


@pytest.fixture
def identity(config: Path, key: str) -> Path:
    """The file of its seeds."""
    return config.parent / "data" / "crypto" / "identity.json"


def restore(run: Run, config: Path, words: str, *more: object) -> tuple[int, str, str]:
    return run("identity", "restore", "-c", config, *more, answers=f"{words}\n")


# restore


def test_a_right_key_can_be_tried_without_harm(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str, identity: Path
) -> None:
    before = identity.read_text()
    code, out, err = restore(run, config, key)
    assert (code, err) == (0, "")
    assert "does bring back the identity" in out and "nothing has changed" in out
    assert identity.read_text() == before


def test_what_was_there_is_kept_aside(run: Run, config: Path, key: str, identity: Path) -> None:
    identity.write_text("damaged")
    assert "identity restore" in run("identity", "sign", "-c", config)[2]
    assert restore(run, config, key)[0] == 0
    [aside] = identity.parent.glob("identity-2*.json")
    assert aside.read_text() == "damaged"
    assert run("identity", "show", "-c", config)[0] == 0


def test_keys_lost_under_the_same_device_need_a_new_one_first(
    run: Run, config: Path, key: str, identity: Path
) -> None:
    for path in identity.parent.iterdir():
        path.unlink()
    code, _, err = restore(run, config, key)
    assert code == 76 and "identity new-device" in err


def test_an_identity_made_by_another_client_becomes_the_bots(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str
) -> None:
    theirs = StorageKey.fresh()
    another_client(homeserver, theirs)
    assert run("identity", "show", "-c", config)[0] == 1
    assert restore(run, config, to_words(theirs.secret))[0] == 0
    code, out, _ = run("identity", "show", "-c", config)
    assert code == 0 and "given by another Matrix client" in out


WRONG = to_words(bytes(32))


@pytest.mark.parametrize(
    ("typed", "french", "english"),
    [
        (WRONG[:-1], "et il y en a ici 47", "there are 47 here"),
        (WRONG.replace("E", "0"), "Le caractère n° 1 ne peut pas", "Character 1 can't be"),
        (WRONG[:-1] + "2", "mal recopiée", "not well copied"),
        (WRONG, "n'ouvre rien dans ce compte", "opens nothing in this account"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_bad_key_is_explained_and_nothing_is_changed(
    run: Run, config: Path, identity: Path, language: str, typed: str, french: str, english: str
) -> None:
    identity.unlink()
    code, out, err = restore(run, config, typed, "--lang", language, "--debug")
    assert code == 1
    assert (french if language == "fr" else english) in err.replace("\u00a0", " ")
    assert typed not in out + err
    assert not identity.exists()


def lost(data: dict[str, Any]) -> None:
    data.clear()


def without_master(data: dict[str, Any]) -> None:
    data[secret_of("user_signing")] = {}


def damaged(data: dict[str, Any]) -> None:
    [locked] = data[secret_of("master")]["encrypted"].values()
    locked["ciphertext"] = "AAAA"


@pytest.mark.parametrize(
    ("change", "french", "english"),
    [
        (lost, "n'a pas de clé de récupération", "has no recovery key"),
        (without_master, "(m.cross_signing.user_signing manque)", "user_signing is missing)"),
        (damaged, "abîmé (m.cross_signing.master)", "damaged (m.cross_signing.master)"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_the_homeserver_lost_is_explained_with_a_way_out(
    run: Run,
    homeserver: FakeHomeserver,
    config: Path,
    key: str,
    language: str,
    change: Any,
    french: str,
    english: str,
) -> None:
    change(homeserver.keys.data)
    code, _, err = restore(run, config, key, "--lang", language)
    assert code == 1
    assert (french if language == "fr" else english) in err.replace("\u00a0", " ")
    assert "commonsbot identity reset" in err and "identity.json" in err


def test_a_key_of_an_identity_that_is_no_more(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str
) -> None:
    before = dict(homeserver.keys.data)
    another_client(homeserver, StorageKey.fresh())
    homeserver.keys.data = before
    code, _, err = restore(run, config, key)
    assert code == 1 and "an identity that the account no longer has" in err


def test_a_person_may_try_again(
    run: Run, config: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter([key[:-1], WRONG, key])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    code, out, err = run("identity", "restore", "-c", config)
    assert (code, err) == (0, "")
    assert out.count("✗") == 2 and "there are 47 here" in out
    assert key not in out and WRONG not in out


def test_from_a_file_or_standard_input(
    run: Run, config: Path, key: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "key"
    file.write_text(f"{key}\nof the bot\n")
    assert run("identity", "restore", "-c", config, "--recovery-key-file", file)[0] == 0
    missing = run("identity", "restore", "-c", config, "--recovery-key-file", tmp_path / "no")
    assert missing[0] == 1 and "can't be read" in missing[2]
    with file.open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        assert run("identity", "restore", "-c", config, "--recovery-key-file", "-")[0] == 0


def test_a_homeserver_that_is_away_is_named(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str
) -> None:
    homeserver.keys.refuses = {"/keys/query"}
    for action in ("show", "restore", "recovery-key"):
        code, _, err = run("identity", action, "-c", config)
        assert code == 1 and f"{homeserver.url} does not answer" in err


# recovery-key


def test_a_new_key_is_asked_about_and_takes_the_place_of_the_old(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str
) -> None:
    before = dict(homeserver.keys.data)
    code, out, _ = run("identity", "recovery-key", "-c", config, answers="n\n")
    assert code == 1 and "Nothing has changed" in out
    assert homeserver.keys.data == before
    new = key_in(run("identity", "recovery-key", "-c", config, answers="y\n")[1])
    assert restore(run, config, new)[0] == 0
    assert restore(run, config, key)[0] == 1


def test_an_account_without_a_key_gets_one_unasked(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str
) -> None:
    homeserver.keys.data.clear()
    assert "No recovery key" in run("identity", "show", "-c", config)[1]
    new = key_in(run("identity", "recovery-key", "-c", config)[1])
    assert restore(run, config, new)[0] == 0


def test_the_storage_of_another_client_is_never_replaced(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str
) -> None:
    homeserver.keys.data = kept(StorageKey.fresh(), Seeds.fresh())
    before = dict(homeserver.keys.data)
    code, _, err = run("identity", "recovery-key", "-c", config, "--yes")
    assert code == 1 and "it is not replaced" in err
    assert homeserver.keys.data == before


def test_without_the_seeds_no_key_is_made(
    run: Run, homeserver: FakeHomeserver, config: Path, identity: Path
) -> None:
    identity.unlink()
    assert "if you have it, try it" in run("identity", "show", "-c", config)[1]
    code, _, err = run("identity", "recovery-key", "-c", config, "--yes")
    assert code == 1 and "identity restore" in err
    homeserver.keys.data.clear()
    assert "a backup, or a new identity" in run("identity", "show", "-c", config)[1]


def test_a_failure_says_how_to_try_again_and_leaves_no_file(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str, tmp_path: Path
) -> None:
    homeserver.keys.writes_data = False
    file = tmp_path / "key"
    command = ("identity", "recovery-key", "-c", config, "--recovery-key-file", file, "--yes")
    code, _, err = run(*command)
    assert code == 1 and "could not be made" in err
    assert not file.exists()
    homeserver.keys.writes_data = True
    assert restore(run, config, key)[0] == 0  # the old one still serves
    assert run(*command)[0] == 0


# reset


def test_a_reset_comes_with_a_new_key(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str, identity: Path
) -> None:
    code, out, _ = run("identity", "reset", "-c", config, answers=f"y\n{PASSWORD}\n")
    assert code == 0
    assert "the old recovery key will no longer serve" in out
    new = key_in(out)
    assert restore(run, config, key)[0] == 1
    identity.unlink()
    assert restore(run, config, new)[0] == 0


def test_a_reset_that_could_not_make_its_key_is_seen(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str
) -> None:
    homeserver.keys.writes_data = False
    code, out, err = run("identity", "reset", "-c", config, "--yes", answers=f"{PASSWORD}\n")
    assert code == 1
    assert "has a new identity" in out and "commonsbot identity recovery-key" in err
    homeserver.keys.writes_data = True
    code, out, _ = run("identity", "show", "-c", config)
    assert code == 0 and "does not bring this identity back" in out
    new = key_in(
        run("identity", "recovery-key", "-c", config)[1]
    )  # ours, and opens nothing: unasked
    assert restore(run, config, new)[0] == 0


def test_a_reset_leaves_what_else_another_client_keeps(
    run: Run, homeserver: FakeHomeserver, config: Path, key: str
) -> None:
    theirs = StorageKey.fresh()
    another_client(homeserver, theirs)
    more = {"encrypted": {theirs.id: theirs.lock("m.megolm_backup.v1", "x")}}
    homeserver.keys.data["m.megolm_backup.v1"] = more
    out = run("identity", "reset", "-c", config, "--yes", answers=f"{PASSWORD}\n")[1]
    assert restore(run, config, key_in(out))[0] == 0
    data = homeserver.keys.data
    assert data["m.megolm_backup.v1"] == more
    assert theirs.fits(data[description_of(theirs.id)])


def test_the_file_is_only_for_those_who_use_it(run: Run, config: Path, key: str) -> None:
    code, _, err = run("identity", "show", "-c", config, "--recovery-key-file", "key")
    assert code == 1 and "restore, recovery-key and reset" in err
