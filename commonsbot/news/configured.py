"""The sources an operator lists in the configuration, followed by every room but direct chats."""

from collections.abc import Iterable

from commonsbot.domain.ids import RoomId
from commonsbot.domain.posting import Posting
from commonsbot.store import Transaction


async def follow_in(tx: Transaction, room: RoomId, urls: Iterable[str], posting: Posting) -> None:
    """For a room that just came: its moderators may drop a source later."""
    for url in urls:
        source = await tx.sources.add(url, None)
        await tx.followings.add(source.id, room, None, posting)


async def follow_new(tx: Transaction, urls: Iterable[str], posting: Posting) -> None:
    """For the sources listed since the last start: those known are left as the rooms made them."""
    new = [url for url in urls if not await tx.sources.known(url)]
    for room in await tx.rooms.joined():
        if not room.direct:
            await follow_in(tx, room.id, new, posting)
