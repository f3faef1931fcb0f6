"""Keeping what a member decides to share."""

from commonsbot.domain.audiences import default_audience
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.messages import Incoming
from commonsbot.domain.sharing import TEXT_LIMIT, read_share
from commonsbot.errors import UserError
from commonsbot.store import Transaction


async def share(tx: Transaction, message: Incoming, content: str) -> ResourceId:
    """Publishes `content`, sent by `message`. Raises UserError when it is too long to keep."""
    return await tx.resources.add(
        read_share(bounded(content)),
        audience=default_audience(encrypted=message.encrypted, direct=message.direct),
        author=message.sender,
        room=message.room,
        event=message.event,
    )


def bounded(content: str) -> str:
    """`content`, if it is not too long to keep. Raises UserError."""
    if len(content) > TEXT_LIMIT:
        raise UserError("share-too-long", limit=TEXT_LIMIT)
    return content
