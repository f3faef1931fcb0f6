"""`init`: every answer is checked against the server, and asked again when it is bad."""

from pathlib import Path

import pytest

from commonsbot.cli.written import Answers, write
from commonsbot.config import load
from tests.cli.conftest import Run
from tests.cli.fake_homeserver import BOT, PASSWORD, TOKEN, FakeHomeserver


def _typed(*answers: str) -> str:
    return "".join(f"{answer}\n" for answer in answers)


def test_a_conversation(run: Run, homeserver: FakeHomeserver, tmp_path: Path) -> None:
    path = tmp_path / "commonsbot.yaml"
    answers = _typed(
        homeserver.url, "commonsbot", PASSWORD, "reseau", "", "n", "@claire:example.org paul"
    )
    code, out, err = run("init", "-c", path, answers=answers)
    assert (code, err) == (0, "")
    assert "v1.11" in out and BOT in out
    assert "#reseau:example.org: the bot is invited" in out
    assert "· @paul:example.org: the server finds no such profile" in out
    secrets = tmp_path / "secrets.yaml"
    assert secrets.stat().st_mode & 0o777 == 0o600
    assert PASSWORD not in secrets.read_text() + path.read_text()
    assert TOKEN not in path.read_text() + out
    config = load(path, "en", {})
    assert (config.account, config.space) == (BOT, "#reseau:example.org")
    assert config.name == "Réseau d'essai", "that of the space, where nothing else is typed"
    assert config.stewards == {"@claire:example.org", "@paul:example.org"}
    assert (config.credentials.access_token, config.credentials.device_id) == (TOKEN, "DEVICE")
    assert homeserver.lost == 0


def test_bad_answers_are_explained_and_asked_again(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path
) -> None:
    answers = _typed(
        *("ftp://a", "http://127.0.0.1:1", homeserver.url),
        *("commonsbot", "wrong", "@commonsbot:example.org", PASSWORD),
        *("#nowhere", "#presse", ""),
        *("", "presse, #ferme:example.org !joined"),
        *("Communicants d'ici", "y", "@", ""),
    )
    code, out, _ = run("init", "-c", tmp_path / "commonsbot.yaml", answers=answers)
    assert code == 0
    for words in (
        "is not an http(s) address",
        "http://127.0.0.1:1 does not answer",
        "refuses this account or password",
        "Not found (M_NOT_FOUND)",
        "#presse:example.org is a room, not a space",
        "Give at least one room",
        "#presse:example.org: the bot can join",
        "#ferme:example.org: the bot is not in",
        "!joined: the bot is in",
    ):
        assert words in out, words
    config = load(tmp_path / "commonsbot.yaml", "en", {})
    assert config.rooms == ("#presse:example.org", "#ferme:example.org", "!joined")
    assert config.credentials.password == PASSWORD
    assert config.name == "Communicants d'ici"


def test_an_existing_file_is_not_overwritten_unasked(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path
) -> None:
    path = tmp_path / "commonsbot.yaml"
    path.write_text("mine")
    assert run("init", "-c", path, answers="n\n")[0] == 1
    assert run("init", "-c", path, "--non-interactive")[0] == 1
    assert path.read_text() == "mine"


def test_giving_up_leaves_no_device_behind(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path
) -> None:
    answers = _typed(homeserver.url, "commonsbot", PASSWORD)
    assert run("init", "-c", tmp_path / "commonsbot.yaml", answers=answers)[0] == 130
    assert homeserver.lost == 1
    assert list(tmp_path.iterdir()) == []


def _flags(homeserver: FakeHomeserver, tmp_path: Path) -> list[object]:
    (tmp_path / "given").write_text(f"{PASSWORD}\n")
    path = tmp_path / "commonsbot.yaml"
    return [
        *("init", "--non-interactive", "-c", path, "--homeserver", homeserver.url),
        *("--account", BOT, "--password-file", tmp_path / "given"),
    ]


def test_from_a_script(run: Run, homeserver: FakeHomeserver, tmp_path: Path) -> None:
    flags = _flags(homeserver, tmp_path)
    code, _, err = run(*flags, "--space", "#reseau", "--steward", "@claire:example.org")
    assert (code, err) == (0, "")
    config = load(tmp_path / "commonsbot.yaml", "en", {})
    assert (config.space, config.name) == ("#reseau:example.org", "Réseau d'essai")
    assert config.credentials.access_token == TOKEN


def test_a_name_that_was_chosen_stays(run: Run, homeserver: FakeHomeserver, tmp_path: Path) -> None:
    flags = [*_flags(homeserver, tmp_path), "--space", "#reseau", "--force"]
    for chosen in (["--name", "Nous"], []):
        assert run(*flags, *chosen)[0] == 0
        assert load(tmp_path / "commonsbot.yaml", "en", {}).name == "Nous"


def test_a_script_is_told_what_is_missing(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path
) -> None:
    flags = _flags(homeserver, tmp_path)
    code, _, err = run(*flags)
    assert code == 1 and "--space or --room" in err
    assert homeserver.lost == 1
    assert "--homeserver" in run("init", "--non-interactive", "-c", tmp_path / "c.yaml")[2]


def test_a_token_instead_of_a_password(
    run: Run, homeserver: FakeHomeserver, tmp_path: Path
) -> None:
    (tmp_path / "token").write_text(TOKEN)
    base = ["init", "--non-interactive", "-c", tmp_path / "c.yaml"]
    base += ["--homeserver", homeserver.url, "--token-file", tmp_path / "token"]
    assert run(*base, "--room", "!joined", "--account", "other")[0] == 1
    assert run(*base, "--room", "!joined")[0] == 0
    assert load(tmp_path / "c.yaml", "en", {}).account == BOT


@pytest.mark.parametrize(
    ("homeserver", "profile"),
    [
        ("https://matrix.agent.culture.tchap.gouv.fr", "tchap"),
        ("https://matrix.agent.culture.tchap.gouv.fr:8448/", "tchap"),
        ("https://matrix.example.org", "matrix"),
        ("https://tchap.gouv.fr.example.org", "matrix"),
        ("https://nottchap.gouv.fr", "matrix"),
    ],
)
def test_a_tchap_account_gets_the_tchap_profile(
    tmp_path: Path, homeserver: str, profile: str
) -> None:
    answers = Answers(
        homeserver=homeserver,
        account=BOT,
        access_token=TOKEN,
        device_id="DEVICE",
        password="",
        name="",
        space="#reseau:example.org",
        rooms=(),
        stewards=(),
        data="",
    )
    write(answers, tmp_path / "commonsbot.yaml", tmp_path / "secrets.yaml")
    assert load(tmp_path / "commonsbot.yaml", "en", {}).profile == profile
