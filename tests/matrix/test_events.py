"""What counts as a message to the bot."""

import math

import pytest

from commonsbot.domain.ids import UserId
from commonsbot.matrix.events import (
    COMPOSED,
    command_of,
    creators_of,
    power_of,
    sent_at,
    text_of,
    thread_of,
    without_name,
)

NAMES = {"CommonsBot", "commonsbot", "@commonsbot:example.org"}


def test_notices_and_edits_are_not_messages() -> None:
    assert text_of({"msgtype": "m.text", "body": "!aide"}) == "!aide"
    assert text_of({"msgtype": "m.notice", "body": "!aide"}) is None
    assert text_of({"msgtype": "m.text", "body": 3}) is None
    edit = {"msgtype": "m.text", "body": "* !aide", "m.relates_to": {"rel_type": "m.replace"}}
    assert text_of(edit) is None


def test_what_an_older_client_quotes_is_left_out() -> None:
    body = "> <@anne:example.org> Bonjour\n> à tous\n\n!aide"
    quoting = {"msgtype": "m.text", "body": body, "m.relates_to": {"m.in_reply_to": {}}}
    assert text_of(quoting) == "!aide"
    assert text_of({"msgtype": "m.text", "body": "> à moi\n!aide"}) == "> à moi\n!aide"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("CommonsBot: chercher x", "chercher x"),
        ("@commonsbot chercher x", "chercher x"),
        ("commonsbot, aide", "aide"),
        ("@commonsbot:example.org aide", "aide"),
        ("CommonsBot", ""),
        ("CommonsBots aide", None),
        ("merci CommonsBot", None),
        ("", None),
    ],
)
def test_only_a_name_at_the_head_addresses_the_bot(text: str, rest: str | None) -> None:
    assert without_name(text, NAMES) == rest


def test_malformed_relations_and_times_are_harmless() -> None:
    relations: list[object] = [None, 3, [], {"rel_type": "m.thread", "event_id": 4}]
    for relation in relations:
        assert thread_of({"m.relates_to": relation}) is None
    for time in (None, "x", -5, 1e300):
        assert sent_at(time).year == 1970


def test_creators_have_infinite_power_from_version_12_on() -> None:
    event = {"sender": "@a:x", "content": {"room_version": "12", "additional_creators": ["@b:x"]}}
    assert creators_of(event) == {"@a:x", "@b:x"}
    assert creators_of(event | {"content": {"room_version": "11"}}) == frozenset()
    assert creators_of({"content": None}) == frozenset()
    assert power_of(UserId("@a:x"), creators_of(event), 0) == math.inf


BOT = UserId("@commonsbot:example.org")
MENTIONED = {"m.mentions": {"user_ids": [BOT]}}


@pytest.mark.parametrize(
    ("composed", "typed"),
    [
        ({"command": "aide"}, "!aide"),
        ({"command": "fiche", "arguments": {"numéro": 42}}, "!fiche 42"),
        ({"command": "partager", "arguments": {"titre": "A\nB"}}, "!partager A\nB"),
        ({"command": "fiche", "arguments": {"numéro": {"a": 1}}}, "!fiche"),
        ({"command": "fiche", "arguments": [42]}, "!fiche"),
        ({"command": 42}, None),
        ("fiche", None),
    ],
)
def test_a_command_composed_by_a_client_reads_as_if_typed(
    composed: object, typed: str | None
) -> None:
    assert command_of({COMPOSED: composed, **MENTIONED}, BOT) == typed


@pytest.mark.parametrize("mentions", [{}, {"user_ids": []}, {"user_ids": "@a:b"}, None])
def test_a_command_composed_for_another_bot_is_not_ours(mentions: object) -> None:
    content = {COMPOSED: {"command": "aide"}, "m.mentions": mentions}
    assert command_of(content, BOT) is None
