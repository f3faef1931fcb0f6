"""The other front door: every emoji, and every answer to a question, × role × room (× audience).

As in the matrix of commands, each cell is undone.
"""

from collections.abc import AsyncIterator
from itertools import product

import pytest

from commonsbot.commands import GESTURES
from commonsbot.commands import answers as commands_module
from commonsbot.commands import reactions as reactions_module
from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Incoming, Reaction, Said
from commonsbot.domain.prompts import NO, YES, Ask, Prompt
from commonsbot.domain.rendering import plain_of
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.store import Transaction
from tests.commands.conftest import ANNE, Conversation
from tests.commands.ranks import (
    COLUMNS,
    NOW,
    ORIGIN,
    ROOMS,
    SECRET,
    USERS,
    Place,
    Rank,
    UndoneError,
    card_of,
    device,
    opened,
    power,
    role,
    visible,
)

EMOJIS = sorted({*GESTURES.by_emoji, *YES, *NO})
QUESTION = EventId("$question")


@pytest.fixture(scope="module")
async def matrix(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Conversation]:
    talk = await opened(tmp_path_factory.mktemp("matrix"), tmp_path_factory.getbasetemp())
    yield talk
    await talk.store.close()


def reaction(rank: Rank, place: Place, key: str, to: EventId, quoted: Said | None) -> Reaction:
    return Reaction(
        event=EventId("$emoji"),
        room=ROOMS[place],
        sender=USERS[rank],
        to=to,
        key=key,
        sent_at=NOW,
        direct=place is Place.DIRECT,
        encrypted=place is Place.ENCRYPTED,
        power=power(rank),
        stranger=rank is Rank.STRANGER,
        quoted=quoted,
    )


def typed(rank: Rank, place: Place, text: str) -> Incoming:
    return Incoming(
        event=EventId("$typed"),
        room=ROOMS[place],
        sender=USERS[rank],
        text=text,
        sent_at=NOW,
        answers=QUESTION,
        direct=place is Place.DIRECT,
        encrypted=place is Place.ENCRYPTED,
        device=device(rank, place),
        power=power(rank),
        stranger=rank is Rank.STRANGER,
    )


async def kept(tx: Transaction) -> dict[str, int]:
    """How many rows each table has that an emoji might add to."""
    tables = "resource revision thanks useful note prompt question journal outbox proposal trial"
    counts = {}
    for table in tables.split():
        counts[table] = int(await tx.outbox._db.value(f"SELECT count(*) FROM {table}"))
    return counts


@pytest.mark.parametrize("emoji", EMOJIS)
async def test_every_emoji_on_a_card(matrix: Conversation, emoji: str) -> None:
    """On the message of a card, from a place where the card may be invisible."""
    for (rank, place), audience in product(COLUMNS, Audience):
        where = f"{emoji} by {rank.value} in {place.value}, {audience}"
        to = card_of(audience)
        said = Said(event=to, room=ROOMS[place], sender=ANNE, text=SECRET, sent_at=NOW)
        for quoted in (None, said):  # what a homeserver gives of an event of another room
            heard, before, after = "", {}, {}
            try:
                async with matrix.store.transaction() as tx:
                    before = await kept(tx)
                    it = reaction(rank, place, emoji, to, quoted)
                    answer = await matrix.dispatcher.react(tx, it)
                    heard = plain_of(answer.document) if answer else ""
                    after = await kept(tx)
                    raise UndoneError
            except UndoneError:
                pass
            if rank in (Rank.SUSPENDED, Rank.STRANGER):
                assert (heard, after) == ("", before), where
            elif not visible(rank, place, audience):
                assert SECRET not in heard and after == before, where


WHOM = {
    "to the member": (USERS[Rank.MEMBER], False),
    "to the suspended member": (USERS[Rank.SUSPENDED], False),
    "to the stranger": (USERS[Rank.STRANGER], False),
    "to the moderator": (USERS[Rank.MODERATOR], False),
    "to somebody else": (ANNE, False),
    "to somebody else, or a moderator": (ANNE, True),
    "to who moderates": (None, True),
}


def may_answer(rank: Rank, place: Place, whom: str, ask: Ask, *, here: bool, words: bool) -> bool:
    """`here`: it was asked in that place. Who moderates one room decides for no other."""
    to, moderated = WHOM[whom]
    if rank in (Rank.SUSPENDED, Rank.STRANGER):  # only what is held of them is theirs to decide
        return words and here and ask is Ask.FORGET and to == USERS[rank]
    if to == USERS[rank]:
        return True
    trusted = rank is not Rank.IMPOSTOR and (words or place is not Place.ENCRYPTED)
    return moderated and here and trusted and role(rank, place) >= Role.MODERATOR


@pytest.mark.parametrize("ask", Ask)
async def test_every_answer_to_a_question(
    matrix: Conversation, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Prompt] = []

    async def give(context: object, prompt: Prompt, *_: object) -> None:
        given.append(prompt)

    monkeypatch.setattr(reactions_module, "give", give)
    monkeypatch.setattr(commands_module, "give", give)
    ways = ("✅", "❌", "!oui", "!non")
    for (rank, place), whom, here, said in product(COLUMNS, WHOM, (True, False), ways):
        given.clear()
        to, moderated = WHOM[whom]
        try:
            async with matrix.store.transaction() as tx:
                await _ask(tx, ask, ROOMS[place] if here else ORIGIN, to, moderated)
                await _say(matrix, tx, rank, place, said)
                raise UndoneError
        except (UndoneError, UserError):
            pass
        words = said.startswith("!")
        expected = may_answer(rank, place, whom, ask, here=here, words=words)
        where = f"{said} by {rank.value} in {place.value}, {whom}, {here=}"
        assert bool(given) is expected, where


async def _ask(tx: Transaction, ask: Ask, room: RoomId, to: UserId | None, moderated: bool) -> None:
    """A question whose message is in `room`."""
    subject = '{"event": "$m", "digest": "", "terms": {}}' if ask is Ask.CAPTURE else "{}"
    await tx.prompts.add(ask, "key", to, room, moderated=moderated, subject=subject)
    await tx.outbox._db.execute(
        "INSERT INTO outbox (key, txn_id, room_id, kind, notice, mentions, state, queued_at,"
        " event_id) VALUES ('key', 't', ?, 'prompt', 0, '[]', 'sent', 0, ?)",
        *(room, QUESTION),
    )


async def _say(matrix: Conversation, tx: Transaction, rank: Rank, place: Place, said: str) -> None:
    if said.startswith("!"):
        message = typed(rank, place, said)
        call = matrix.dispatcher.call_in(message)
        assert call
        await matrix.dispatcher.handle(tx, message, call, "sync")
    else:
        await matrix.dispatcher.react(tx, reaction(rank, place, said, QUESTION, None))
