"""!source page: a page without a feed, watched by selectors of the room's own."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.source_reading import read_selectors
from commonsbot.commands.sources import request_of
from commonsbot.domain.ids import RoomId
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.domain.sources import Source, SourceStatus
from commonsbot.errors import UserError
from commonsbot.store import Transaction


async def watch(context: Context, typed: str) -> Reply | None:
    """What the selectors find is shown before the room follows it. Other rooms may watch the page
    otherwise; this one too, until it has agreed."""
    url, selectors = read_selectors(typed)
    message, tx = context.message, context.tx
    feed = await tx.sources.at(url)
    if feed and feed.status is SourceStatus.ACTIVE:
        raise UserError("source-page-has-feed", url=url)
    source = await tx.sources.add(
        url, message.sender, status=SourceStatus.PROPOSED, selectors=selectors
    )
    await _drop_proposals(tx, message.room, source)
    fresh = await tx.followings.add(source.id, message.room, message.sender, context.house.posting)
    if not fresh and source.status is SourceStatus.ACTIVE:
        return context.notice("source-already", number=str(source.id), title=source.name)
    if source.status in (SourceStatus.PROPOSED, SourceStatus.STOPPED):
        await tx.sources.propose(source.id)
        await tx.sources.hasten(source.id)
    await tx.sources.ask(source.id, request_of(message))
    return None


async def _drop_proposals(tx: Transaction, room: RoomId, chosen: Source) -> None:
    """Selectors that the room was shown before, and did not take."""
    for other in await _same_page(tx, room, chosen):
        if other.status is SourceStatus.PROPOSED:
            if prompt := await tx.prompts.on_source(other.id, room):
                await tx.prompts.close(prompt.id)
            await tx.followings.remove(other.id, room)


async def replace_others(context: Context, room: RoomId, chosen: Source) -> None:
    """The room reads the page so and no longer otherwise; posted and filtered as before."""
    tx = context.tx
    for old in await _same_page(tx, room, chosen):
        if following := await tx.followings.get(old.id, room):
            await tx.followings.post(chosen.id, room, following.posting)
        wanted = await tx.news_filters.get(room, old.id)
        await tx.news_filters.put(room, chosen.id, wanted, by=context.message.sender)
        await tx.followings.remove(old.id, room)


async def _same_page(tx: Transaction, room: RoomId, source: Source) -> list[Source]:
    """The other ways in which the room follows the page."""
    followed = await tx.sources.of_room(room)
    return [one for one in followed if one.url == source.url and one.id != source.id]


COMMANDS = (
    Command(
        id="source-page",
        name="source page",
        english="source watch",
        aliases=("source surveiller",),
        run=watch,
        parameter=Parameter.WORDS,
        form="usage-source-page",
        role=Role.MODERATOR,
        example="example-source-page",
        detailed=True,
    ),
)
