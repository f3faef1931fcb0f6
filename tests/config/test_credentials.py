"""Secrets: where they may come from, and what is refused because others could read it."""

from pathlib import Path

import pytest

from commonsbot.config import load
from commonsbot.config.credentials import ACCESS_TOKEN, FOLDER
from commonsbot.errors import ConfigError
from tests.config.conftest import MINIMAL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "commonsbot.yaml"
    path.write_text(MINIMAL, encoding="utf-8")
    return path


@pytest.fixture
def credentials(tmp_path: Path) -> Path:
    folder = tmp_path / "credentials"
    folder.mkdir(mode=0o700)
    return folder


def give(folder: Path, name: str, secret: str, mode: int = 0o400) -> Path:
    path = folder / name
    path.write_text(secret, encoding="utf-8")
    path.chmod(mode)
    return path


def test_systemd_can_give_them(file: Path, credentials: Path) -> None:
    give(credentials, "commonsbot.access_token", "t0ken\n")
    give(credentials, "commonsbot.password", "s3cret\n")
    read = load(file, "en", {FOLDER: str(credentials)}).credentials
    assert (read.access_token, read.password) == ("t0ken", "s3cret")


def test_the_environment_wins_over_systemd(file: Path, credentials: Path) -> None:
    give(credentials, "commonsbot.access_token", "old")
    environment = {FOLDER: str(credentials), ACCESS_TOKEN: "new"}
    assert load(file, "en", environment).credentials.access_token == "new"


def test_a_credential_that_all_can_read_is_refused(file: Path, credentials: Path) -> None:
    path = give(credentials, "commonsbot.access_token", "t0ken", 0o644)
    with pytest.raises(ConfigError) as caught:
        load(file, "en", {FOLDER: str(credentials)})
    (error,) = caught.value.errors
    assert "644" in error.problem and str(path) in error.remedy
    assert "t0ken" not in str(caught.value)


@pytest.mark.parametrize("name", ["session.json", "commonsbot.db", "crypto/pickle.key"])
def test_data_that_others_can_read_are_refused(file: Path, tmp_path: Path, name: str) -> None:
    data = tmp_path / "data"
    path = data / name
    path.parent.mkdir(parents=True)
    path.write_text("{}", encoding="utf-8")
    for folder in (data, path.parent):
        folder.chmod(0o755)
    path.chmod(0o644)
    environment = {ACCESS_TOKEN: "t0ken"}
    with pytest.raises(ConfigError) as caught:
        load(file, "en", environment)
    (error,) = caught.value.errors
    assert error.file == str(path) and "644" in error.problem
    assert error.remedy == f"Run: chmod 700 {data}"
    data.chmod(0o700)
    load(file, "en", environment)
