"""!source ajouter, page, liste, retirer: which sources a room follows."""

from commonsbot.commands.catalogue import address
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.domain.markup import Bold, Bullets, Code, Inline, Text, lines
from commonsbot.domain.messages import Incoming, Reply
from commonsbot.domain.posting import Following
from commonsbot.domain.roles import Role
from commonsbot.domain.sources import Request, Source, SourceStatus
from commonsbot.errors import UserError


async def add(context: Context, typed: str) -> Reply | None:
    """The room follows the source; how its first reading went is said once it was read."""
    message, tx = context.message, context.tx
    source = await tx.sources.add(address(context, typed, ADD), message.sender)
    fresh = await tx.followings.add(source.id, message.room, message.sender, context.house.posting)
    if not fresh and source.status is SourceStatus.ACTIVE:
        return context.notice("source-already", number=str(source.id), title=name_of(source))
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


async def show(context: Context) -> Reply:
    tx, texts, room = context.tx, context.texts, context.message.room
    sources = await tx.sources.of_room(room)
    if not sources:
        return context.notice("source-list-empty")
    items = [_item(context, one, await tx.followings.get(one.id, room)) for one in sources]
    return Reply(
        (
            texts.paragraph("source-list-title", count=len(sources)),
            Bullets(tuple(items)),
            texts.paragraph("source-list-hint", number=str(sources[0].id)),
        )
    )


def _item(context: Context, source: Source, following: Following | None) -> tuple[Inline, ...]:
    texts = context.texts
    name = texts.inline("source-item", number=str(source.id), title=name_of(source))
    state = [health(context, source), *([posting(context, following)] if following else [])]
    return lines([Bold(name)], [Code(source.url)], [Text(" · ".join(state))])


def posting(context: Context, following: Following) -> str:
    """How the room hears of a source."""
    if following.paused:
        return context.texts.plain("source-paused")
    hours = round(following.posting.every.total_seconds() / 3600)
    mode = following.posting.mode.replace("_", "-")
    return context.texts.plain(f"source-mode-{mode}", hours=hours)


def health(context: Context, source: Source) -> str:
    """How a source does, in a few words."""
    if source.status is SourceStatus.ACTIVE and source.failures:
        return context.texts.plain("source-health-failing", count=source.failures)
    state = "good" if source.status is SourceStatus.ACTIVE else source.status.value
    return context.texts.plain(f"source-health-{state}")


def name_of(source: Source) -> str:
    return source.title or source.url


async def followed(context: Context, number: int) -> Source:
    """A source of the room. Raises UserError when it follows none of that number."""
    for source in await context.tx.sources.of_room(context.message.room):
        if source.id == number:
            return source
    raise UserError("source-missing", number=str(number))


async def remove(context: Context, number: int) -> Reply:
    source = await followed(context, number)
    await context.tx.followings.remove(source.id, context.message.room)
    return context.notice("source-removed", title=name_of(source))


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
        id="source-list",
        name="source liste",
        english="source list",
        aliases=("source lister", "sources", "sources liste", "source"),
        run=show,
        role=Role.MODERATOR,
    ),
    Command(
        id="source-remove",
        name="source retirer",
        english="source remove",
        aliases=("sources retirer", "source supprimer"),
        run=remove,
        parameter=Parameter.NUMBER,
        role=Role.MODERATOR,
        example="3",
    ),
)
