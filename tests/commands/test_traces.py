"""Ordinary conversation leaves no trace: a thousand messages, and not a byte of them."""

import logging
from pathlib import Path
from random import Random

import pytest

from commonsbot import logs
from commonsbot.domain.files import File
from commonsbot.domain.ids import EventId, UserId
from tests.commands.conftest import HELP_ROOM, OTHER_ROOM, Conversation
from tests.commands.test_forgetting import bytes_of

MESSAGES = 1000
OPENINGS = (
    *("Bonjour à tous, ", "Bravo ! ", "! ", "!!! ", "? ", "Qui a vu ", "RT ", "> ", "#", "@room "),
    *("https://example.org/", "<b>", "``` ", "\u202e", "🎉 ", "1. ", "/me ", "oui ", "non ", "ok "),
)
KEYS = ("👍🏽", "❤️", "🎉", "😂", "👀", "+1", "merci", "✅", "❌")


def word(number: int) -> str:
    return f"zqvx{number:04}kwj"


async def happens(talk: Conversation, chance: Random, number: int) -> None:
    """One of the things that people do in a room, with a word that nobody else says."""
    sender = UserId(f"@zqvx{chance.randrange(40)}:example.org")
    room = chance.choice((HELP_ROOM, OTHER_ROOM))
    text = f"{chance.choice(OPENINGS)}{word(number)} {chance.choice(('', 'vraiment', '???'))}"
    before = chance.choice(list(talk.messages)) if talk.messages else EventId("$none")
    match chance.randrange(6):
        case 0:
            await talk.react(before, chance.choice(KEYS), sender, room)
        case 1:
            await talk.edit(before, f"* {text}", sender, room)
        case 2:
            await talk.tell(text, sender, room, answers=before)
        case 3:
            file = File(name=f"{word(number)}.png", uri=f"mxc://example.org/{word(number)}")
            await talk.tell("", sender, room, file=file)
        case 4:
            await talk.tell(text, sender, room, thread=before, encrypted=True)
        case _:
            await talk.tell(text, sender, room)


async def test_a_thousand_ordinary_messages_leave_no_trace(
    talk: Conversation, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logs.keep_discreet()
    chance = Random(8)
    for number in range(MESSAGES):
        await happens(talk, chance, number)
    assert talk.heard == [], "nobody was answered"
    assert b"zqvx" not in bytes_of(tmp_path / "commonsbot.db").lower()
    assert "zqvx" not in caplog.text.lower()
    db = talk.store.read.people._db
    for table in ("journal", "outbox", "failed", "prompt", "resource", "search_page"):
        assert await db.value(f"SELECT count(*) FROM {table}") == 0, table
