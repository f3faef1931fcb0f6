"""No secret is ever shown: not by help, checks, failed logins, tracebacks or mistakes in the file
that holds it."""

import json
import logging
import os
from pathlib import Path

import pytest

from commonsbot import logs
from commonsbot.config.credentials import ACCESS_TOKEN, PASSWORD, Credentials
from commonsbot.matrix.session import Credentials as OfSession
from commonsbot.matrix.session import Login
from tests.cli.conftest import Run
from tests.cli.fake_homeserver import BOT, FakeHomeserver

SECRET = "hippogriffe-Zq7"
"""As a password or a token: wrong, so that what goes wrong is seen too."""

VERBS = ("run", "check", "init", "identity", "backup", "restore", "export", "import", "journal")


def _write(folder: Path, url: str, secrets: str) -> Path:
    path = folder / "commonsbot.yaml"
    path.write_text(f'homeserver: {url}\naccount: "{BOT}"\nspace: "#reseau:example.org"\n')
    (folder / "secrets.yaml").write_text(secrets)
    (folder / "secrets.yaml").chmod(0o600)
    return path


@pytest.mark.parametrize("verb", VERBS)
def test_help_shows_none(run: Run, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    for name in (PASSWORD, ACCESS_TOKEN):
        monkeypatch.setenv(name, SECRET)
    code, out, err = run(verb, "--help")
    assert code == 0 and out
    assert SECRET not in out + err


@pytest.mark.parametrize("verb", ["check", "run", "identity"])
@pytest.mark.parametrize("kind", ["password", "access_token"])
def test_a_login_that_is_refused_shows_none(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path, verb: str, kind: str
) -> None:
    path = _write(tmp_path, homeserver.url, f"{kind}: {SECRET}\n")
    code, out, err = run(verb, "-c", path)
    assert code != 0 and out + err, "it is said what is wrong"
    assert SECRET not in out + err


@pytest.mark.parametrize("kind", ["password", "access_token"])
def test_a_server_that_is_away_is_told_none(run: Run, tmp_path: Path, kind: str) -> None:
    path = _write(tmp_path, "http://127.0.0.1:9", f"{kind}: {SECRET}\n")
    code, out, err = run("check", "-c", path)
    assert code != 0 and SECRET not in out + err


@pytest.mark.parametrize(
    "secrets",
    [
        f"password {SECRET}",
        f"password: [{SECRET}",
        f"password: {SECRET}: {SECRET}",
        f"pasword: {SECRET}",
        f"password: {SECRET}\npassword: {SECRET}",
        f"password: [{SECRET}]",
        f"access_token:\n  - {SECRET}",
        f"{SECRET}: 1",
        f"password: !!python/object:os.system {SECRET}",
        f"password: &{SECRET} *{SECRET}x",
        f"- {SECRET}",
    ],
)
def test_a_mistake_in_the_file_of_secrets_quotes_nothing_of_it(
    run: Run, tmp_path: Path, secrets: str
) -> None:
    path = _write(tmp_path, "http://127.0.0.1:9", secrets)
    for verb in ("check", "run"):
        code, out, err = run(verb, "-c", path, *(["--offline"] if verb == "check" else []))
        assert code != 0 and SECRET not in out + err


def test_a_crash_in_a_login_shows_none_in_its_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    held = (
        Credentials(password=SECRET, access_token=SECRET),
        OfSession("https://example.org", BOT, SECRET, SECRET),  # type: ignore[arg-type]
        Login(BOT, "DEVICE", SECRET),
    )
    try:
        raise RuntimeError(held)
    except RuntimeError:
        logging.getLogger("commonsbot").exception("command failed", extra={"held": held})
    record = caplog.records[-1]
    written = logs.JsonFormatter().format(record) + logs.HumanFormatter().format(record)
    assert "traceback" in json.loads(logs.JsonFormatter().format(record))
    assert SECRET not in written


def test_no_child_process_of_the_bot_inherits_one(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the environment gave is taken out of it once read."""
    path = _write(tmp_path, homeserver.url, "")
    (tmp_path / "secrets.yaml").unlink()
    monkeypatch.setenv(PASSWORD, SECRET)
    code, out, err = run("run", "-c", path)
    assert code != 0 and SECRET not in out + err
    assert SECRET not in os.environ.values()
