"""!source ajouter, page, liste, retirer: which sources a room follows."""

from commonsbot.commands.catalogue import address
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.source_choice import chosen
from commonsbot.domain.messages import Incoming, Reply
from commonsbot.domain.roles import Role
from commonsbot.domain.sources import Request, SourceStatus


async def add(context: Context, typed: str) -> Reply | None:
    """The room follows the source; how its first reading went is said once it was read."""
    message, tx = context.message, context.tx
    source = await tx.sources.add(address(context, typed, ADD), message.sender)
    fresh = await tx.followings.add(source.id, message.room, message.sender, context.house.posting)
    if not fresh and source.status is SourceStatus.ACTIVE:
        return context.notice("source-already", number=str(source.id), title=source.name)
    if source.status is SourceStatus.STOPPED:
        await tx.sources.retry(source.id)
    elif source.status is SourceStatus.PROPOSED:
        await tx.sources.settle(source.id, None)
    await tx.sources.ask(source.id, request_of(message))
    return None


def request_of(message: Incoming) -> Request:
    """Whom to tell how a reading went."""
    return Request(
        room=message.room, user=message.sender, event=message.event, thread=message.thread
    )


async def remove(context: Context, typed: str) -> Reply:
    source, _ = await chosen(context, typed)
    await context.tx.followings.remove(source.id, context.message.room)
    return context.notice("source-removed", title=source.name)


ADD = Command(
    id="source-add",
    name="source ajouter",
    english="source add",
    aliases=("source ajoute", "sources ajouter", "source suivre"),
    run=add,
    parameter=Parameter.SOURCE,
    role=Role.MODERATOR,
    example="https://www.example.org/rss.xml",
    detailed=True,
)

COMMANDS = (
    ADD,
    Command(
        id="source-remove",
        name="source retirer",
        english="source remove",
        aliases=(
            "sources retirer",
            "source supprimer",
            "source enlever",
            "source arrêter",
            "source stop",
        ),
        run=remove,
        parameter=Parameter.FOLLOWED,
        role=Role.MODERATOR,
        example="3",
    ),
)
