"""What an operator may write, and what the rest of the code gets."""

from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commonsbot.domain.audiences import Audience
from commonsbot.domain.editions import Schedule
from commonsbot.domain.holidays import Territory
from commonsbot.domain.hours import ALWAYS, Hours
from commonsbot.domain.licences import Licence
from commonsbot.domain.terms import Terms
from tests.config.conftest import Load

PARIS = ZoneInfo("Europe/Paris")


def test_the_smallest_file_has_good_defaults(load_text: Load, tmp_path: Path) -> None:
    config = load_text()
    assert config.homeserver == "https://matrix.example.org"
    assert config.credentials.password == "s3cret"
    assert config.data == tmp_path / "data"
    assert config.database == tmp_path / "data" / "commonsbot.db"
    assert config.commands.max_age == timedelta(minutes=10)
    assert config.news.interval == timedelta(hours=1)
    assert (config.pace.per_second, config.pace.burst) == (1.0, 5)
    assert config.digest == Schedule(weekday=0, at=time(9), zone=PARIS)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("10 minutes", 600), ("90s", 90), ("2 h", 7200), ("1 h 30 min", 5400), ("1,5 jour", 129600)],
)
def test_durations(load_text: Load, written: str, seconds: int) -> None:
    config = load_text(f"commands: {{max_age: {written!r}}}")
    assert config.commands.max_age == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        ("monday", "09:00", (0, time(9))),
        ("Lundi", "9h", (0, time(9))),
        ("dimanche", "18:30", (6, time(18, 30))),
        ("jeudi", "7 h 05", (3, time(7, 5))),
    ],
)
def test_days_and_times(load_text: Load, day: str, at: str, expected: tuple[int, time]) -> None:
    digest = load_text(f"digest:\n  day: {day}\n  at: {at}\n").digest
    assert digest is not None
    assert (digest.weekday, digest.at) == expected


def test_the_letter_can_be_off_or_different_in_a_room(load_text: Load) -> None:
    config = load_text(
        "digest: {day: mardi}\n"
        "room_settings:\n"
        '  "#quiet:example.org": {digest: off}\n'
        '  "!late": {digest: {at: 17:00}}\n'
    )
    assert config.schedule("#quiet:example.org") is None
    assert config.schedule("!unknown", "!late") == Schedule(weekday=1, at=time(17), zone=PARIS)
    assert config.schedule("!unknown") == Schedule(weekday=1, at=time(9), zone=PARIS)


def test_a_room_may_have_the_letter_that_the_others_have_not(load_text: Load) -> None:
    config = load_text('digest: off\nroom_settings: {"!a": {digest: {day: friday}}}')
    assert config.digest is None
    assert config.schedule("!a") == Schedule(weekday=4, at=time(9), zone=PARIS)


def test_hours_keep_the_holidays_of_their_time_zone_unless_told_otherwise(load_text: Load) -> None:
    assert load_text().hours == Hours()
    reunion = load_text("hours: {timezone: Indian/Reunion}").hours
    assert reunion.territory is Territory.REUNION
    alsace = load_text("hours: {holidays: Alsace-Moselle}").hours
    assert alsace.territory is Territory.ALSACE_MOSELLE
    assert load_text("hours: {holidays: off}").hours.territory is None


@pytest.mark.parametrize("word", ["toujours", "always", "off"])
def test_hours_may_be_always(load_text: Load, word: str) -> None:
    assert load_text(f"hours: {word}").hours == ALWAYS


def test_secrets_never_show(load_text: Load) -> None:
    config = load_text(secrets="password: s3cret\naccess_token: t0ken\n")
    assert config.credentials.access_token == "t0ken"
    assert "s3cret" not in repr(config) and "t0ken" not in repr(config)


def test_a_room_may_have_terms_of_its_own(load_text: Load) -> None:
    config = load_text(
        "defaults: {audience: salon, licence: cc by}\n"
        'room_settings: {"#ouvert:example.org": {audience: réseau, licence: CC0}}'
    )
    assert config.terms("!a", encrypted=False, direct=False) == Terms(
        audience=Audience.ROOM, licence=Licence.CC_BY
    )
    assert config.terms("!b", "#ouvert:example.org", encrypted=True, direct=False) == Terms(
        audience=Audience.NETWORK, licence=Licence.CC0
    )


def test_a_room_may_have_a_language_of_its_own(load_text: Load) -> None:
    config = load_text('room_settings: {"#world:example.org": {language: en}, "!b": {}}')
    assert config.language_of("!a", "#world:example.org") == "en"
    assert config.language_of("!b", "") is config.language_of("!c", "") is None
    assert config.language == "fr"


def test_what_is_shared_in_an_encrypted_room_stays_there_by_default(load_text: Load) -> None:
    config = load_text("defaults: {audience: réseau}")
    assert config.terms("!a", encrypted=True, direct=False).audience is Audience.ROOM
    assert config.terms("!a", encrypted=True, direct=True).audience is Audience.NETWORK


def test_emojis_keep_messages_and_may_be_none(load_text: Load) -> None:
    assert load_text().capture.emojis == ("💡", "📌")
    assert load_text('capture: {emojis: ["🌱"]}').capture.emojis == ("🌱",)
    assert load_text("capture: {emojis: []}").capture.emojis == ()
