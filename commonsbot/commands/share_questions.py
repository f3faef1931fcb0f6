"""What who moderates is shown of a share that waits, and where."""

from collections.abc import Sequence

from commonsbot.commands.command import Context
from commonsbot.commons import moderation
from commonsbot.commons.asking import Place
from commonsbot.domain.ids import ResourceId, RoomId
from commonsbot.domain.markup import Block, Bold, Document, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.moderation import Waiting
from commonsbot.domain.resources import Resource, hashtags

Row = tuple[Inline, ...]


async def submit(context: Context, resource: Resource, remarks: Sequence[Row] = ()) -> Reply:
    """Puts `resource` to who moderates, and tells its author what happens to it."""
    await ask(context, resource)
    texts, card = context.texts, str(resource.id)
    rows = [
        texts.inline("share-waits", number=context.views.number(resource.id)),
        texts.inline("share-waits-who"),
        *remarks,
        texts.inline("share-undo", number=card),
    ]
    return Reply((Paragraph(lines(*rows)),))


async def ask(context: Context, resource: Resource, before: Waiting | None = None) -> None:
    """Shows `resource` as it is now to who decides. `before`: what they were shown until now."""
    what = Waiting(
        resource=resource.id,
        version=await context.tx.revisions.last(resource.id),
        answers=before.answers if before else None,
        solves=before.solves if before else False,
    )
    place = await place_to_decide(context, resource)
    there = context.towards(place.room)
    where = await name_of_room(there, resource.room)
    taps = await taps_in(context, place.room)
    question = _question(there, resource, where, apart=place.thread is None, taps=taps)
    asked = moderation.of_share(what, _head(there, resource, where), question)
    await moderation.put(context.tx, asked, place)


async def ask_again(context: Context, id: ResourceId) -> None:
    """Its author changed it while it waits: nothing else is accepted than what was read."""
    before = await moderation.withdraw_question(context.tx, id)
    await moderation.unsay(context.tx, id)
    resource = await context.tx.resources.at(id)
    assert resource, "it waits"
    await ask(context, resource, before)


async def place_to_decide(context: Context, resource: Resource) -> Place:
    """Where who moderates is asked about it."""
    desk = context.house.desk()
    there = desk is not None and await context.tx.rooms.serves(desk)
    return moderation.place_to_decide(resource, desk if there else None)


async def taps_in(context: Context, id: RoomId) -> int:
    """1 where a reaction counts, 0 in an encrypted room, where no device vouches for one."""
    room = await context.tx.rooms.get(id)
    return int(not (room and room.encrypted))


async def name_of_room(context: Context, room: RoomId | None) -> str:
    return context.views.room(await context.tx.rooms.get(room) if room else None)


def _head(context: Context, resource: Resource, where: str) -> Document:
    return (
        context.texts.paragraph(
            "moderation-head",
            link=context.views.title(resource),
            who=author_of(context, resource),
            room=where,
        ),
    )


def _question(
    context: Context, resource: Resource, where: str, *, apart: bool, taps: int
) -> Document:
    """All that others would read, who they are, and what each answer does.

    `apart`: it is not beside the message itself. `taps`: see `taps_in`.
    """
    texts, views = context.texts, context.views
    audience = texts.plain(f"reach-{resource.audience}")
    facts = texts.inline(
        "capture-ask-seen",
        kind=texts.plain(f"kind-{resource.kind}"),
        audience=audience,
        licence=views.licence(resource.licence),
    )
    themes = [Text(hashtags(resource.themes))] if resource.themes else []
    who, number = author_of(context, resource), str(resource.id)
    title = [Bold(views.title(resource))]
    shown: list[Block] = views.content(resource.draft) if apart else []
    ways = lines(
        texts.inline("moderation-accept", taps=taps, number=number, audience=audience, who=who),
        texts.inline("moderation-refuse", taps=taps, number=number, who=who),
        () if taps else texts.inline("moderation-no-taps"),
    )
    asked = texts.inline("moderation-ask", who=who, room=where)
    return (Paragraph(lines(asked, title, facts, themes)), *shown, Paragraph(ways))


def author_of(context: Context, resource: Resource) -> Row:
    assert resource.author, "a member shared it"
    if resource.names_author or context.among_moderators:
        return context.views.person(resource.author)
    return context.views.whoever(resource)
