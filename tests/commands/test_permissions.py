"""Every command × role × room × audience, from the table itself: a new command is in it.

Each cell says a command's own example about a card and reads the answer. The table says who may;
the audience rule says what may be read. Nothing a cell does lasts: its transaction is undone.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import product

import pytest

from commonsbot.commands import COMMANDS
from commonsbot.commands.command import Command
from commonsbot.commands.parse import Table
from commonsbot.domain.audiences import Audience
from commonsbot.domain.diagnosis import Diagnosis, Trust
from commonsbot.domain.ids import EventId
from commonsbot.domain.messages import Incoming, Outgoing
from commonsbot.domain.rendering import plain_of
from commonsbot.domain.roles import Role
from commonsbot.errors import DoubtfulDeviceError, UserError
from commonsbot.texts import Translator
from tests.commands.conftest import Conversation
from tests.commands.ranks import (
    COLUMNS,
    NOW,
    ROOMS,
    SECRET,
    USERS,
    Place,
    Rank,
    UndoneError,
    device,
    opened,
    power,
    role,
    visible,
)

TEXTS = Translator("fr")


def allowed(command: Command, rank: Rank, place: Place) -> bool:
    """What the table says."""
    if rank in (Rank.SUSPENDED, Rank.STRANGER):
        return command.of_right
    has = role(rank, place)
    if command.network and has is Role.MODERATOR:
        return place is Place.DESK
    return has >= command.role


@dataclass(frozen=True)
class Cell:
    command: Command
    rank: Rank
    place: Place
    audience: Audience


@pytest.fixture(scope="module")
async def matrix(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Conversation]:
    talk = await opened(tmp_path_factory.mktemp("matrix"), tmp_path_factory.getbasetemp())
    yield talk
    await talk.store.close()


def message(cell: Cell, text: str) -> Incoming:
    return Incoming(
        event=EventId(f"$m:{cell.rank}:{cell.place}"),
        room=ROOMS[cell.place],
        sender=USERS[cell.rank],
        text=text,
        sent_at=NOW,
        direct=cell.place is Place.DIRECT,
        stranger=cell.rank is Rank.STRANGER,
        encrypted=cell.place is Place.ENCRYPTED,
        device=device(cell.rank, cell.place),
        power=power(cell.rank),
        diagnosis=Diagnosis(trust=Trust.SIGNED, pins=True),
    )


TABLE = Table.of(COMMANDS)


def typed(command: Command, audience: Audience) -> str:
    """Its own example, about the card of that audience; its name, where that shows another one."""
    number = str(list(Audience).index(audience) + 1)
    sample = re.sub(r"\b(?:42|12)\b", number, command.sample(TEXTS))
    found = TABLE.find(sample.lstrip("!"))
    return sample if found and found[0] is command else f"!{command.name}"


async def outcome(talk: Conversation, cell: Cell, text: str) -> tuple[str, UserError | None]:
    """All that would be said anywhere at that, and the refusal if it is one."""
    asked = message(cell, text)
    call = talk.dispatcher.call_in(asked)
    assert call, text
    said: list[str] = []
    refusal: UserError | None = None
    try:
        async with talk.store.transaction() as tx:
            try:
                answer = await talk.dispatcher.handle(tx, asked, call, "sync")
            except UserError as error:
                refusal = error
                answer = talk.dispatcher.excuse(asked, error)
            said.append(words(answer))
            sql = "SELECT document FROM outbox WHERE room_id = ?"
            rows = await tx.outbox._db.fetch(sql, asked.room)
            said += [row[0] for row in rows]
            raise UndoneError
    except UndoneError:
        pass
    return "\n".join(said), refusal


def words(answer: Outgoing | None) -> str:
    return plain_of(answer.document) if answer else ""


REFUSALS = frozenset({"moderators-only", "stewards-only", "network-only"})


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
async def test_every_cell_of_the_matrix(matrix: Conversation, command: Command) -> None:
    cells = 0
    for (rank, place), audience in product(COLUMNS, Audience):
        cell = Cell(command, rank, place, audience)
        text = typed(command, audience)
        said, refusal = await outcome(matrix, cell, text)
        where = f"{text!r} by {rank.value} in {place.value}, {audience}: {said[:200]!r}"
        _judge(cell, said, refusal, where)
        cells += 1
    assert cells == len(COLUMNS) * len(Audience), "none is left out"


def _judge(cell: Cell, said: str, refusal: UserError | None, where: str) -> None:
    may = allowed(cell.command, cell.rank, cell.place)
    if cell.rank is Rank.IMPOSTOR and cell.command.role > Role.MEMBER:
        assert isinstance(refusal, DoubtfulDeviceError), where
    elif cell.rank in (Rank.STRANGER, Rank.SUSPENDED) and not may:
        assert refusal is None and SECRET not in said, where
        assert "suspendues" in said or "membres de mon réseau" in said or not said, where
    elif not cell.command.bypasses_hours:
        refused = refusal is not None and refusal.text in REFUSALS
        assert refused is not may, where
    if not visible(cell.rank, cell.place, cell.audience):
        assert f"{SECRET} {cell.audience}" not in said, where


@pytest.mark.parametrize(("rank", "place"), COLUMNS)
async def test_help_explains_what_is_allowed_and_hides_the_rest(
    matrix: Conversation, rank: Rank, place: Place
) -> None:
    if rank in (Rank.STRANGER, Rank.SUSPENDED):
        return
    for command in COMMANDS:
        cell = Cell(command, rank, place, Audience.NETWORK)
        _, refusal = await outcome(matrix, cell, f"!aide {command.name}")
        hidden = refusal is not None and refusal.text == "help-unknown"
        may = allowed(command, rank, place) and not (
            rank is Rank.IMPOSTOR and command.role > Role.MEMBER
        )
        assert hidden is not may, f"{command.name} for {rank.value} in {place.value}"
