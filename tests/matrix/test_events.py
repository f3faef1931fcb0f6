"""What counts as a message to the bot."""

import math
from dataclasses import replace

import pytest

from commonsbot.domain.ids import UserId
from commonsbot.matrix.events import (
    COMPOSED,
    answered_by,
    command_of,
    creators_of,
    file_of,
    power_of,
    redacted_by,
    related_to,
    replaced_by,
    sent_at,
    text_of,
    thread_of,
    without_name,
)

NAMES = {"CommonsBot", "commonsbot", "@commonsbot:example.org"}


def test_notices_are_not_messages_and_edits_are_of_others() -> None:
    assert text_of({"msgtype": "m.text", "body": "!aide"}) == "!aide"
    assert text_of({"msgtype": "m.notice", "body": "!aide"}) is None
    assert text_of({"msgtype": "m.text", "body": 3}) is None
    assert text_of({"msgtype": ["m.text"], "body": "!aide"}) is None
    relation = {"rel_type": "m.replace", "event_id": "$a"}
    edit = {"body": "* !aide", "m.relates_to": relation, "m.new_content": {"body": "!aide"}}
    assert replaced_by(edit) == ("$a", {"body": "!aide"})


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


def test_a_message_is_related_to_its_thread_and_to_the_message_it_quotes() -> None:
    reply = {"m.in_reply_to": {"event_id": "$b"}}
    thread = {"rel_type": "m.thread", "event_id": "$a"}
    assert related_to({"m.relates_to": thread | reply}) == {"$a", "$b"}
    assert related_to({"m.relates_to": reply}) == {"$b"}
    reaction = {"rel_type": "m.annotation", "event_id": "$a", "m.in_reply_to": {"event_id": []}}
    assert related_to({"m.relates_to": reaction}) == frozenset()


def test_malformed_relations_and_times_are_harmless() -> None:
    relations: list[object] = [None, 3, [], {"rel_type": "m.thread", "event_id": 4}]
    for relation in relations:
        assert thread_of({"m.relates_to": relation}) is None
    for time in (None, "x", -5, 1e300):
        assert sent_at(time).year == 1970


def test_a_malformed_type_of_message_is_harmless() -> None:
    kinds: list[object] = [None, 3, [], {}]
    for kind in kinds:
        wild = {"msgtype": kind, "body": "!aide", "url": "mxc://example.org/a"}
        assert text_of(wild) is None
        assert file_of(wild) is None


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


def test_a_file_is_kept_by_reference_and_its_caption_is_what_was_said() -> None:
    content = {
        "msgtype": "m.image",
        "body": "!partager Affiche",
        "filename": "affiche.png",
        "url": "mxc://example.org/abc",
        "info": {"mimetype": "image/png", "size": 12},
    }
    file = file_of(content)
    assert file
    assert (file.name, file.size, file.encrypted) == ("affiche.png", 12, False)
    assert text_of(content) == "!partager Affiche"
    assert text_of(content | {"body": "affiche.png"}) is None
    locked = {k: v for k, v in content.items() if k != "url"} | {"file": {"url": content["url"]}}
    assert file_of(locked) == replace(file, encrypted=True)
    assert file_of(content | {"url": "https://evil.example/x"}) is None


def test_a_thread_is_not_taken_for_a_reply() -> None:
    relation = {"rel_type": "m.thread", "event_id": "$root", "m.in_reply_to": {"event_id": "$last"}}
    assert answered_by({"m.relates_to": relation | {"is_falling_back": True}}) is None
    assert answered_by({"m.relates_to": relation}) == "$last"


def test_redactions_of_every_room_version_are_read() -> None:
    assert redacted_by({"redacts": "$a", "content": {}}) == "$a"
    assert redacted_by({"content": {"redacts": "$a"}}) == "$a"
