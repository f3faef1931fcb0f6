"""!source ajouter, !source liste, !source retirer."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.domain.ids import SourceId
from commonsbot.domain.markup import Bold, Bullets, Code, Inline, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.domain.sources import Request, Source, SourceStatus
from commonsbot.errors import UserError


async def add(context: Context, url: str) -> Reply | None:
    """The room follows the source; how its first reading went is said once it was read."""
    message, tx = context.message, context.tx
    source = await tx.sources.add(url, message.sender)
    fresh = await tx.sources.follow(source.id, message.room, message.sender)
    if not fresh and source.status is SourceStatus.ACTIVE:
        texts = context.texts
        said = texts.paragraph("source-already", number=str(source.id), title=_name(source))
        return Reply((said,), notice=True)
    if source.status is not SourceStatus.NEW:
        await tx.sources.retry(source.id)
    await tx.sources.ask(
        source.id,
        Request(room=message.room, user=message.sender, event=message.event, thread=message.thread),
    )
    return None


async def show(context: Context) -> Reply:
    sources = await context.tx.sources.of_room(context.message.room)
    texts = context.texts
    if not sources:
        return Reply((texts.paragraph("source-list-empty"),), notice=True)
    return Reply(
        (
            texts.paragraph("source-list-title", count=len(sources)),
            Bullets(tuple(_item(context, source) for source in sources)),
            texts.paragraph("source-remove-hint", number=str(sources[0].id)),
        )
    )


def _item(context: Context, source: Source) -> tuple[Inline, ...]:
    texts = context.texts
    name = texts.inline("source-item", number=str(source.id), title=_name(source))
    return lines([Bold(name)], [Code(source.url)], [Text(_health(context, source))])


def _health(context: Context, source: Source) -> str:
    if source.status is SourceStatus.ACTIVE and source.failures:
        return context.texts.plain("source-health-failing", count=source.failures)
    state = "good" if source.status is SourceStatus.ACTIVE else source.status.value
    return context.texts.plain(f"source-health-{state}")


def _name(source: Source) -> str:
    return source.title or source.url


async def remove(context: Context, number: int) -> Reply:
    room = context.message.room
    followed = await context.tx.sources.of_room(room)
    source = next((source for source in followed if source.id == number), None)
    if source is None:
        raise UserError("source-missing", number=str(number))
    await context.tx.sources.unfollow(SourceId(number), room)
    said = context.texts.paragraph("source-removed", title=_name(source))
    return Reply((said,), notice=True)


COMMANDS = (
    Command(
        id="source-add",
        name="source ajouter",
        english="source add",
        aliases=("source ajoute", "sources ajouter"),
        run=add,
        parameter=Parameter.URL,
        role=Role.MODERATOR,
        example="https://www.example.org/rss.xml",
    ),
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
