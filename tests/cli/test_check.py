"""`check`: what is right, what is not, and what to do about it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.fake_homeserver import BOT, PASSWORD, TOKEN, FakeHomeserver


def _write(folder: Path, url: str, more: str, secrets: str) -> Path:
    path = folder / "commonsbot.yaml"
    path.write_text(f'homeserver: {url}\naccount: "{BOT}"\n{more}\n')
    (folder / "secrets.yaml").write_text(secrets)
    (folder / "secrets.yaml").chmod(0o600)
    return path


@pytest.mark.parametrize(("secrets", "lost"), [(f"access_token: {TOKEN}", 0), ("", 1)])
def test_all_is_well(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path, secrets: str, lost: int
) -> None:
    more = 'space: "#reseau:example.org"\nstewards: ["@claire:example.org"]'
    path = _write(tmp_path, homeserver.url, more, secrets or f"password: {PASSWORD}")
    code, out, _ = run("check", "-c", path)
    assert code == 0, out
    assert "All is ready." in out
    assert "✗" not in out and TOKEN not in out
    assert homeserver.lost == lost  # a login made to check is undone


@pytest.mark.parametrize(
    ("more", "secrets", "words"),
    [
        ("rooms: ['#ferme:example.org']", "", "rooms[0]: #ferme:example.org: the bot is not in"),
        ("rooms: ['#none:example.org']", "", "rooms[0]: #none:example.org : The server refuses"),
        ("space: '#presse:example.org'", "", "space: #presse:example.org is a room"),
        ("rooms: ['!joined']", "access_token: bad", "secrets: The server does not know"),
        ("rooms: ['!joined']\ndata: commonsbot.yaml", "", "data: the folder"),
        ("rooms: ['!joined']\npace: {burts: 3}", "", "pace.burts: is not a known setting"),
    ],
)
def test_what_is_wrong(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path, more: str, secrets: str, words: str
) -> None:
    path = _write(tmp_path, homeserver.url, more, secrets or f"access_token: {TOKEN}")
    code, out, _ = run("check", "-c", path)
    assert code == 1
    assert f"✗ {path}: {words}" in out
    assert "→" in out


def test_another_account_and_a_strange_database(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path
) -> None:
    path = _write(tmp_path, homeserver.url, "rooms: ['!joined']", f"access_token: {TOKEN}")
    path.write_text(path.read_text().replace("@commonsbot", "@other"))
    (tmp_path / "data").mkdir(mode=0o700)
    (tmp_path / "data" / "commonsbot.db").write_text("not a database at all")
    code, out, _ = run("check", "-c", path)
    assert code == 1
    assert f'account: "{BOT}"' in out
    assert "is not a database" in out
    assert "2 things to mend." in out


@pytest.mark.parametrize("secrets", [f"access_token: {TOKEN}", f"password: {PASSWORD}"])
def test_an_expired_account_is_to_be_renewed(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path, secrets: str
) -> None:
    homeserver.expired = True
    path = _write(tmp_path, homeserver.url, "rooms: ['!joined']", secrets)
    code, out, _ = run("check", "-c", path)
    assert code == 1
    assert f"✗ {path}: account: The bot's account has expired" in out
    assert "→ Open the link in the mail" in out


def test_offline(run: Run, tmp_path: Path) -> None:
    path = _write(tmp_path, "http://127.0.0.1:1", "rooms: ['!joined']", "password: a")
    assert run("check", "-c", path, "--offline")[0] == 0
    code, out, _ = run("check", "-c", path)
    assert code == 1 and "homeserver: http://127.0.0.1:1 does not answer" in out
