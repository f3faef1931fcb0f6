"""Every command × role × room × audience, from the table itself: a new command is in it.

Each cell says a command's own example about a card and reads the answer. The table says who may;
the audience rule says what may be read. Nothing a cell does lasts: its transaction is undone.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from itertools import product
from pathlib import Path
from shutil import copyfile

import pytest

from commonsbot.commands import COMMANDS
from commonsbot.commands.command import Command
from commonsbot.commands.parse import Table
from commonsbot.domain.audiences import Audience, Reader, may_read
from commonsbot.domain.devices import SenderDevice
from commonsbot.domain.diagnosis import Diagnosis, Trust
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Incoming, Outgoing
from commonsbot.domain.rendering import plain_of
from commonsbot.domain.resources import Draft
from commonsbot.domain.roles import Role
from commonsbot.domain.rooms import Room
from commonsbot.errors import DoubtfulDeviceError, UserError
from commonsbot.store import Store
from commonsbot.texts import Translator
from tests.commands.conftest import ANNE, CLAIRE, Clock, Conversation, _with_vocabulary

TEXTS = Translator("fr")
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
LINK = "https://zyxolite.example.org/page"
SECRET = "Zyxolite"
"""A word that only the card has."""


class Rank(Enum):
    MEMBER = "member"
    MODERATOR = "moderator"
    STEWARD = "steward"
    IMPOSTOR = "impostor"
    """A moderator's name on a device that is not theirs."""
    SUSPENDED = "suspended"
    STRANGER = "stranger"


class Place(Enum):
    OPEN = "open"
    ENCRYPTED = "encrypted"
    DIRECT = "direct"
    DESK = "desk"
    """The moderators' room."""


USERS = {
    Rank.MEMBER: UserId("@membre:example.org"),
    Rank.MODERATOR: UserId("@moderatrice:example.org"),
    Rank.STEWARD: CLAIRE,
    Rank.IMPOSTOR: UserId("@moderatrice:example.org"),
    Rank.SUSPENDED: UserId("@suspendu:example.org"),
    Rank.STRANGER: UserId("@inconnu:ailleurs.org"),
}
ROOMS = {place: RoomId(f"!{place.value}:example.org") for place in Place}
ORIGIN = RoomId("!ailleurs:example.org")
"""Where the card was shared."""

COLUMNS = [
    (rank, place)
    for rank, place in product(Rank, Place)
    if not (rank is Rank.STRANGER and place is not Place.DIRECT)  # in a room all are members
    and not (rank is Rank.IMPOSTOR and place is not Place.ENCRYPTED)  # elsewhere none is proven
]


def role(rank: Rank, place: Place) -> Role:
    """What the rank is worth there."""
    if rank is Rank.STEWARD:
        return Role.STEWARD
    if rank is Rank.MODERATOR and place is not Place.DIRECT:
        return Role.MODERATOR
    return Role.MODERATOR if place is Place.DESK else Role.MEMBER


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


class UndoneError(Exception):
    """Ends a transaction without effect."""


@pytest.fixture(scope="module")
async def matrix(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Conversation]:
    folder: Path = tmp_path_factory.mktemp("matrix")
    copyfile(await _with_vocabulary(tmp_path_factory.getbasetemp()), folder / "commonsbot.db")
    clock = Clock(NOW)
    store = await Store.open(folder / "commonsbot.db", lambda: clock.now)
    talk = Conversation(store, clock, desk=ROOMS[Place.DESK])
    async with store.transaction() as tx:
        for place, id in ROOMS.items():
            await tx.rooms.join(
                Room(
                    id=id,
                    direct=place is Place.DIRECT,
                    encrypted=place is Place.ENCRYPTED,
                    peer=USERS[Rank.MEMBER] if place is Place.DIRECT else None,
                )
            )
        await tx.rooms.join(Room(id=ORIGIN))
        for number, audience in enumerate(Audience, 1):
            draft = Draft(title=f"{SECRET} {audience}", text=f"{SECRET} bis", links=(LINK,))
            await tx.resources.add(
                draft,
                audience=audience,
                author=ANNE,
                room=ORIGIN,
                event=EventId(f"$carte{number}"),
            )
        await tx.members.suspend(USERS[Rank.SUSPENDED], None, "publicité", CLAIRE)
    yield talk
    await store.close()


def message(cell: Cell, text: str) -> Incoming:
    direct = cell.place is Place.DIRECT
    device = SenderDevice.NONE
    if cell.place is Place.ENCRYPTED:
        device = SenderDevice.FOREIGN if cell.rank is Rank.IMPOSTOR else SenderDevice.SIGNED
    return Incoming(
        event=EventId(f"$m:{cell.rank}:{cell.place}"),
        room=ROOMS[cell.place],
        sender=USERS[cell.rank],
        text=text,
        sent_at=NOW,
        direct=direct,
        stranger=cell.rank is Rank.STRANGER,
        encrypted=cell.place is Place.ENCRYPTED,
        device=device,
        power=50 if cell.rank in (Rank.MODERATOR, Rank.IMPOSTOR) else 0,
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


def visible(cell: Cell) -> bool:
    room = ROOMS[cell.place]
    alone = USERS[cell.rank] if cell.place is Place.DIRECT else None
    return may_read(cell.audience, ORIGIN, ANNE, Reader(frozenset({room}), alone))


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
    if not visible(cell):
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
