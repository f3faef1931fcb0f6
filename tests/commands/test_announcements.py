"""What clients are told of the commands, to complete them: as the two proposals have it."""

from base64 import b64encode
from hashlib import sha256

import pytest

from commonsbot.commands import COMMANDS, announce
from commonsbot.commands.parse import Table, read_value
from commonsbot.domain.announcements import Announcement, changes
from commonsbot.domain.ids import UserId
from commonsbot.texts import Translator

BOT = UserId("@commonsbot:example.org")
FRENCH, ENGLISH = Translator("fr"), Translator("en")
EVENT_LIMIT = 65_536
"""Bytes of an event, which has other fields too."""


def one_for_all(texts: Translator = FRENCH) -> Announcement:
    [only] = announce(COMMANDS, texts, BOT, ["msc4332"])
    return only


def one_for_each(texts: Translator = FRENCH) -> dict[str, Announcement]:
    found = announce(COMMANDS, texts, BOT, ["msc4391"])
    return {each.content["command"]: each for each in found}


def test_nothing_is_announced_unasked() -> None:
    assert announce(COMMANDS, FRENCH, BOT, []) == []


def test_one_event_for_all_commands_is_the_bots_own() -> None:
    told = one_for_all()
    assert told.place == ("org.matrix.msc4332.commands", BOT)
    assert told.content["sigil"] == "!"
    assert len(told.content["commands"]) == len(COMMANDS)
    [add] = [c for c in told.content["commands"] if c["syntax"].startswith("source ajouter")]
    assert add == {
        "syntax": "source ajouter {adresse ou nom}",
        "description": {"m.text": [{"body": FRENCH.plain("summary-source-add")}]},
        "variables": {"adresse ou nom": {"m.text": [{"body": FRENCH.plain("parameter-source")}]}},
    }
    [help] = [c for c in told.content["commands"] if c["syntax"].startswith("aide")]
    assert help["syntax"] == "aide", "an optional value can't be described"


def test_an_event_for_each_command_has_a_key_nobody_else_can_take() -> None:
    told = one_for_each()["utile"]
    key = b64encode(sha256(b"utile@commonsbot:example.org").digest()).decode()
    assert told.place == ("org.matrix.msc4391.command_description", key)
    assert told.content["parameters"] == [
        {
            "key": "numéro",
            "schema": {"schema_type": "primitive", "type": "integer"},
            "optional": False,
            "description": {"m.text": [{"body": "un numéro"}]},
        }
    ]
    assert "useful" in told.content["aliases"]
    assert "parameters" not in one_for_each()["récent"].content
    assert one_for_each()["aide"].content["parameters"][0]["optional"]


@pytest.mark.parametrize("texts", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_what_is_announced_is_understood_when_it_is_sent(texts: Translator) -> None:
    table = Table.of(COMMANDS)
    for described in one_for_all(texts).content["commands"]:
        typed, _, variable = described["syntax"].partition(" {")
        found = table.find(f"{typed} 42")
        assert found, typed
        wanted = found[0].parameter is not None and not found[0].optional
        assert bool(variable) is wanted
        if wanted and found[0].parameter is not None and found[0].parameter.value != "url":
            assert read_value(found[0], "42")


def test_it_fits_an_event_and_changes_with_the_language_only() -> None:
    assert len(str(one_for_all().content).encode()) < EVENT_LIMIT / 2
    assert one_for_all().digest == one_for_all().digest != one_for_all(ENGLISH).digest


def test_only_what_changed_is_written_and_what_is_gone_taken_back() -> None:
    old = {each.place: each.digest for each in one_for_each().values()}
    wanted = {each.place: each for each in one_for_each().values()}
    assert changes(wanted, old) == []
    gone = one_for_each()["fiche"].place
    changed = one_for_each()["aide"]
    del wanted[gone]
    assert changes(wanted, old | {changed.place: "another"}) == [Announcement(*gone, {}), changed]
    assert all(not each.content for each in changes({}, old))
