"""!visible, and the author's yes to being seen by more people."""

from dataclasses import replace

from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.resources import exactly
from commonsbot.commands.second_look import is_reviewed, submit
from commonsbot.commons.asking import place_of_author, put
from commonsbot.commons.revise import write
from commonsbot.commons.widen import question, widen, wished
from commonsbot.domain.audiences import Audience, widens
from commonsbot.domain.changes import Change
from commonsbot.domain.consent import widened
from commonsbot.domain.fields import Field, value_of
from commonsbot.domain.markup import Document, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Resource
from commonsbot.errors import UserError


async def choose(context: Context, value: tuple[int, str]) -> Reply:
    number, said = value
    resource = await exactly(context, number)
    reach = context.texts.plain(f"reach-{resource.audience}")
    names = {"number": context.views.number(number), "audience": reach}
    if not said:
        return Reply((context.texts.paragraph("visible-now", **names, card=str(number)),))
    audience = value_of(Field.AUDIENCE, said)
    if not isinstance(audience, Audience):
        raise UserError("change-audience-wrong", value=said[:60])
    if not context.actor.tends(resource):
        raise context.doubt or UserError("visible-refused", **names)
    if audience is resource.audience:
        raise UserError("visible-already", **names)
    if widens(resource.audience, audience):
        return Reply(await ask_wider(context, resource, audience))
    return await _narrow(context, resource, audience)


async def _narrow(context: Context, resource: Resource, audience: Audience) -> Reply:
    number = context.views.number(resource.id)
    if audience is Audience.ROOM and resource.room is None:
        raise UserError("visible-no-room", number=number)
    draft = replace(resource.draft, audience=audience)
    await write(context.tx, resource.id, draft, context.message.sender, "audience")
    return Reply((await _now_visible(context, resource, audience),))


async def _now_visible(context: Context, resource: Resource, audience: Audience) -> Paragraph:
    texts, number = context.texts, context.views.number(resource.id)
    room = await context.tx.rooms.get(resource.room) if resource.room else None
    if audience is Audience.ROOM and room and room.direct:
        said = texts.inline("visible-done-direct", number=number)
    else:
        reach = texts.plain(f"reach-{audience}")
        said = texts.inline("visible-done", number=number, audience=reach)
    word = texts.plain(f"audience-word-{resource.audience}")
    return Paragraph(
        lines(said, texts.inline("visible-back", card=str(resource.id), audience=word))
    )


async def ask_wider(context: Context, resource: Resource, audience: Audience) -> Document:
    """Asks its author, here if it is them, and says so."""
    texts = context.texts
    names = {"number": context.views.number(resource.id)}
    if shared := await others_words(context, resource):
        return (texts.paragraph("merge-others", **shared),)
    if audience is Audience.PUBLIC and not resource.licence.is_open:
        licence = context.views.licence(resource.licence)
        return (texts.paragraph("widen-closed", card=str(resource.id), licence=licence),)
    if context.actor.owns(resource):
        return await _ask_here(context, resource, audience)
    place = await place_of_author(context.tx, resource)
    if resource.author is None or place is None:
        reach = texts.plain(f"reach-{resource.audience}")
        return (texts.paragraph("widen-nobody", **names, audience=reach),)
    views = context.languages.views_of(place.room)
    asked = await question(context.tx, views, resource, audience, context.now)
    first = await put(context.tx, asked, place)
    author = context.views.whoever(resource)
    id = "widen-asked" if first else "widen-asked-before"
    return (texts.paragraph(id, **names, author=author),)


async def others_words(context: Context, resource: Resource) -> dict[str, str] | None:
    """Why its author alone can't let more people have it: others wrote some of it.

    The values of the message `merge-others`.
    """
    number = context.views.number
    for one in await context.tx.merges.absorbed_by(resource.id):
        if one.author != resource.author:
            return {"number": number(resource.id), "other": number(one.id), "card": str(one.id)}
    return None


async def _ask_here(context: Context, resource: Resource, audience: Audience) -> Document:
    """The answer itself is the question."""
    asked = await question(context.tx, context.views, resource, audience, context.now)
    message = context.message
    await context.tx.prompts.add(
        asked.ask,
        f"answer:{message.event}",
        message.sender,
        message.room,
        thread=message.thread,
        subject=asked.subject,
        expires_at=asked.expires_at,
    )
    return asked.document


async def answer_widening(context: Context, prompt: Prompt, yes: bool) -> Reply:
    wish, resource = await wished(context.tx, prompt.subject)
    texts, number = context.texts, context.views.number(wish.resource)
    if resource is None:
        return context.notice("widen-gone", number=number)
    if not yes or not widens(resource.audience, wish.audience):
        reach = texts.plain(f"reach-{resource.audience}")
        return context.notice("widen-kept", number=number, audience=reach)
    if await context.tx.revisions.last(resource.id) != wish.version:
        again = await ask_wider(context, resource, wish.audience)
        return Reply((texts.paragraph("widen-changed"), *again))
    if await is_reviewed(context, resource, widened(resource.draft, wish.audience)):
        return Reply(await submit(context, resource, Change(audience=wish.audience)))
    await widen(context.tx, resource, wish.audience, context.message.sender)
    return Reply((await _now_visible(context, resource, wish.audience),))


ANSWERS: Answers = {Ask.WIDEN: answer_widening}

COMMANDS = (
    Command(
        id="visible",
        name="visible",
        english="audience",
        aliases=("visibilité", "visibility"),
        run=choose,
        parameter=Parameter.NUMBERED,
        form="form-visible",
        example="example-visible",
        detailed=True,
        late=True,
    ),
)
