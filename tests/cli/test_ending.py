"""Exit codes, and never a traceback to a person."""

import sys
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace

import pytest

from commonsbot.errors import (
    AccountExpiredError,
    CommonsBotError,
    ConfigError,
    DataDirectoryBusyError,
    NewerDatabaseError,
    TokenGoneError,
)
from tests.cli.conftest import Run


def _ending_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def run(args: Namespace) -> int:
        raise error

    verb = SimpleNamespace(add_arguments=lambda parser: None, run=run)
    monkeypatch.setitem(sys.modules, "commonsbot.cli.schema", verb)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (
            ConfigError("a.yaml", "space", "is missing.", "Add it."),
            78,
            "a.yaml: space: is missing.",
        ),
        (DataDirectoryBusyError("taken"), 75, "already used by another CommonsBot"),
        (TokenGoneError("gone", "M_UNKNOWN_TOKEN"), 77, "commonsbot init"),
        (AccountExpiredError("403"), 69, "Open the link in the mail"),
        (NewerDatabaseError("too new"), 1, "too new"),
        (CommonsBotError("no"), 1, "no"),
        (KeyboardInterrupt(), 130, "Interrupted"),
    ],
)
def test_exit_codes(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, words: str
) -> None:
    _ending_with(monkeypatch, error)
    ended, _, err = run("schema")
    assert ended == code
    assert words in err
    assert len(err.strip().splitlines()) == 1


def test_an_unexpected_error_is_one_line_and_its_traceback_is_kept(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("logging.root.handlers", [])
    _ending_with(monkeypatch, ZeroDivisionError("division by zero"))
    code, _, err = run("schema")
    (kept,) = tmp_path.iterdir()
    assert code == 1
    assert "Traceback" not in err and str(kept) in err
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "ZeroDivisionError" in kept.read_text()
    assert "Traceback" in run("schema", "--debug")[2]


def test_run_with_a_bad_config_ends_with_78(run: Run, tmp_path: Path) -> None:
    code, _, err = run("run", "-c", tmp_path / "none.yaml")
    assert code == 78
    assert "does not exist" in err


def test_the_config_can_be_named_by_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COMMONSBOT_CONFIG", str(tmp_path / "elsewhere.yaml"))
    assert "elsewhere.yaml" in run("run")[2]
