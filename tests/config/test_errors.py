"""Every mistake is told with its key and its remedy."""

import re
from pathlib import Path

import pytest

from commonsbot.config import load
from commonsbot.config.credentials import ACCESS_TOKEN, PASSWORD
from commonsbot.errors import ConfigError
from commonsbot.texts.command_line import FOLDER
from tests.config.conftest import MINIMAL, Load


@pytest.mark.parametrize(
    ("more", "key", "remedy"),
    [
        ("steward: []", "steward", "Did you mean stewards?"),
        ("pace: {bursts: 2}", "pace.bursts", "Did you mean burst?"),
        ("zzz: 1", "zzz", "known here: homeserver, account"),
        ("password: hush", "password", "the file that secrets names"),
        ("data:", "data", "must be in quotes"),
        ("data: [a]", "data", "quotes"),
        ("permalink_prefix: matrix.to", "permalink_prefix", "https://matrix.to"),
        ("permalink_prefix: 'ftp://[x'", "permalink_prefix", "https://"),
        ("stewards: [claire]", "stewards[0]", '"@claire:example.org"'),
        ("stewards: '@claire:example.org'", "stewards", 'stewards: ["…"]'),
        ("rooms: [salon]", "rooms[0]", '"#salon:example.org"'),
        ("invites: {servers: ['https://a.org/x']}", "invites.servers[0]", "instance a.org"),
        ("invites: yes", "invites", "servers, users"),
        ("commands: {max_age: 10}", "commands.max_age", "10 minutes"),
        ("commands: {max_age: 3 weks}", "commands.max_age", "3 minutes"),
        ("digest: {day: lindi}", "digest.day", "lundi"),
        ("digest: {at: 25:00}", "digest.at", '"09:00"'),
        ("digest: {timezone: Europe/Pari}", "digest.timezone", "Europe/Paris"),
        ("digest: on", "digest", "day, at, timezone"),
        ("hours: {days: []}", "hours.days", "hours: always"),
        ("hours: {opens: 18h, closes: 9h}", "hours.closes", "end of the day"),
        ("hours: {holidays: bretagne}", "hours.holidays", "alsace-moselle"),
        ("pace: {per_second: 0}", "pace.per_second", "0.5"),
        ("pace: {burst: 1.5}", "pace.burst", "5"),
        ("language: de", "language", "fr, en"),
        ("capture: {emojis: [idea]}", "capture.emojis[0]", '"💡"'),
        ("capture: {emojis: ['✅']}", "capture.emojis[0]", '"📌"'),
        ("capture: {page_titles: maybe}", "capture.page_titles", "true or false"),
        ("defaults: {audience: public}", "defaults.audience", "salon, réseau"),
        ("defaults: {licence: CC BY-NC}", "defaults.licence", "CC BY-SA"),
        ("news: {contact: 3}", "news.contact", "quotes"),
        ('room_settings: {"!a": {language: de}}', "room_settings.!a.language", "fr, en"),
        ("room_settings: []", "room_settings", "alias"),
        ("room_settings: {salon: {}}", "room_settings.salon", '"#salon:example.org"'),
        ("log: {level: loud}", "log.level", "debug, info"),
        ("language: fr\nlanguage: en", "language", "only one"),
        ("rooms: [@a]", "", "straight quotes"),
        ("rooms: [!abc:example.org]", "", "straight quotes"),
        ("log:\n\tlevel: info", "", "spaces"),
        ("rooms: [", "", "brackets to close"),
    ],
)
def test_a_bad_setting(load_text: Load, more: str, key: str, remedy: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_text(more)
    (error,) = caught.value.errors
    assert error.file.endswith("commonsbot.yaml")
    assert error.key == key
    assert remedy in error.remedy


@pytest.mark.parametrize(
    ("whole", "keys"),
    [
        ("account: '@a:b'\nspace: '#a:b'", ["homeserver"]),
        ("homeserver: https://a\nspace: '#a:b'", ["account"]),
        ("homeserver: https://a\naccount: '@a:b'", ["space"]),
        ("", [""]),
        ("- a", [""]),
        ("homeserver: \0", [""]),
        ("homeserver: a\naccount: b\npace: {burst: 0}", ["homeserver", "account", "pace.burst"]),
    ],
)
def test_all_that_is_wrong_is_told_at_once(load_text: Load, whole: str, keys: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load_text(whole=whole)
    assert [error.key for error in caught.value.errors] == keys
    assert all(error.problem and error.remedy for error in caught.value.errors)


def test_a_syntax_error_says_where(load_text: Load) -> None:
    with pytest.raises(ConfigError, match="line 5, column 1"):
        load_text("log: {level: info\n")


@pytest.mark.parametrize(
    ("secrets", "key", "remedy"),
    [
        ("device_id: ABC", "", PASSWORD),
        ("pasword: hush", "pasword", "Did you mean password?"),
        ("password: 123456", "password", "quotes"),
        ("password: *hush", "", "Look at this line"),
        ("password: !hush", "", "straight quotes"),
    ],
)
def test_bad_secrets_are_not_repeated(load_text: Load, secrets: str, key: str, remedy: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_text(secrets=secrets)
    (error,) = caught.value.errors
    assert error.file.endswith("secrets.yaml")
    assert (error.key, remedy in error.remedy) == (key, True)
    assert "hush" not in str(error) and "123456" not in str(error)


def test_secrets_that_others_can_read_are_refused(load_text: Load, tmp_path: Path) -> None:
    load_text()
    (tmp_path / "secrets.yaml").chmod(0o640)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "commonsbot.yaml", "en", {})
    assert "mode 640" in caught.value.problem
    assert caught.value.remedy == f"Run: chmod 600 {tmp_path / 'secrets.yaml'}"


def test_the_environment_can_give_the_secret(tmp_path: Path) -> None:
    path = tmp_path / "commonsbot.yaml"
    path.write_text(MINIMAL)
    with pytest.raises(ConfigError, match="COMMONSBOT_PASSWORD"):
        load(path, "en", {})
    read = load(path, "en", {ACCESS_TOKEN: "t0ken"}).credentials
    assert (read.access_token, read.password) == ("t0ken", None)
    assert load(path, "en", {PASSWORD: "s3cret"}).credentials.password == "s3cret"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="commonsbot init"):
        load(tmp_path / "none.yaml", "en", {})
    with pytest.raises(ConfigError, match="is a folder"):
        load(tmp_path, "en", {})


def test_both_languages_say_the_same_things() -> None:
    french, english = (
        re.findall(r"^([\w-]+) =|\{ (\$\w+)", (FOLDER / f"{name}.ftl").read_text(), re.MULTILINE)
        for name in ("fr", "en")
    )
    assert [name for name, _ in french if name] == [name for name, _ in english if name]
    assert sorted(french) == sorted(english)


def test_every_sentence_of_a_fault_exists_with_its_remedy() -> None:
    sources = Path(load.__code__.co_filename).parent.glob("*.py")
    used = {
        name for file in sources for name in re.findall(r'"(config-[a-z0-9-]+)"', file.read_text())
    }
    known = (FOLDER / "fr.ftl").read_text()
    for name in used:
        assert f"\n{name} =" in known
        assert f"\n{name}-remedy =" in known
