"""Who may be anywhere: ranks × places, and a card for each audience, to try permissions on."""

from datetime import UTC, datetime
from enum import Enum
from itertools import product
from pathlib import Path
from shutil import copyfile

from commonsbot.domain.audiences import Audience, Reader, may_read
from commonsbot.domain.devices import SenderDevice
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.resources import Draft
from commonsbot.domain.roles import Role
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from tests.commands.conftest import ANNE, CLAIRE, Clock, Conversation, _with_vocabulary

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


class UndoneError(Exception):
    """Ends a transaction without effect."""


async def opened(folder: Path, shared: Path) -> Conversation:
    """The bot in every place, and Anne's three cards. `shared`: where databases are kept."""
    copyfile(await _with_vocabulary(shared), folder / "commonsbot.db")
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
    return talk


def card_of(audience: Audience) -> EventId:
    """The message of the card of that audience."""
    return EventId(f"$carte{list(Audience).index(audience) + 1}")


def power(rank: Rank) -> int:
    return 50 if rank in (Rank.MODERATOR, Rank.IMPOSTOR) else 0


def device(rank: Rank, place: Place) -> SenderDevice:
    if place is not Place.ENCRYPTED:
        return SenderDevice.NONE
    return SenderDevice.FOREIGN if rank is Rank.IMPOSTOR else SenderDevice.SIGNED


def visible(rank: Rank, place: Place, audience: Audience) -> bool:
    """Whether they may read the card of that audience there."""
    alone = USERS[rank] if place is Place.DIRECT else None
    return may_read(audience, ORIGIN, ANNE, Reader(frozenset({ROOMS[place]}), alone))
