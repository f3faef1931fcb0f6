"""!source tester, mode, pause, reprendre, accepter, journal: looking after a source."""

from dataclasses import replace

import msgspec

from commonsbot.commands.answers import Answers
from commonsbot.commands.catalogue import address
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import read_number
from commonsbot.commands.source_choice import begins_with_name, chosen, meant
from commonsbot.commands.source_pages import replace_others
from commonsbot.commands.source_reading import is_posting, read_posting
from commonsbot.commands.source_states import HELD_FOR, of_source, posting
from commonsbot.commands.sources import request_of
from commonsbot.domain.markup import Bullets, Inline, Link, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.posting import Delivery, Handed
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.ready_sources import named
from commonsbot.domain.roles import Role
from commonsbot.domain.sources import Source, SourceStatus, Tryout
from commonsbot.errors import UserError
from commonsbot.news.offers import Choice
from commonsbot.store.deliveries import Told

JOURNAL = 10
"""Items of a journal."""
TRIED_AT_ONCE = 3
"""Addresses that a room may wait to see read."""

_choice = msgspec.json.Decoder(Choice)


async def test(context: Context, typed: str) -> Reply | None:
    """A source of the room is read now, or an address that it does not follow; what came of it
    is said once it was."""
    if await _is_own(context, typed):
        source, _ = await chosen(context, typed)
        await _read_now(context, source)
    else:
        await _try_out(context, address(context, typed, TEST))
    return None


async def _is_own(context: Context, typed: str) -> bool:
    """Whether a source of the room is meant, rather than one of the catalogue or of the web."""
    if read_number(typed) is not None:
        return True
    followed = await context.tx.sources.of_room(context.message.room)
    if ready := named(typed, context.house.ready):
        return any(one.url == ready.url for one in followed)
    return bool(meant(context, followed, typed))


async def _read_now(context: Context, source: Source) -> None:
    if source.status is SourceStatus.STOPPED:
        await context.tx.sources.retry(source.id)
    await context.tx.sources.hasten(source.id)
    await context.tx.sources.ask(source.id, request_of(context.message))


async def _try_out(context: Context, url: str) -> None:
    room = context.message.room
    waiting = [one for one in await context.tx.tryouts.waiting() if one.request.room == room]
    if len(waiting) >= TRIED_AT_ONCE:
        raise UserError("source-tries-many")
    await context.tx.tryouts.add(Tryout(url=url, request=request_of(context.message)))


async def set_mode(context: Context, typed: str) -> Reply:
    source, mode = await _whose(context, typed)
    room = context.message.room
    await context.tx.followings.post(source.id, room, read_posting(mode, str(source.id)))
    following = await context.tx.followings.get(source.id, room)
    assert following, "the room follows it"
    how = posting(context, replace(following, paused=False))
    return _done(context, "source-mode-set", source, how=how)


async def _whose(context: Context, typed: str) -> tuple[Source, str]:
    """A mode alone is asked of which source it is, where the room follows several."""
    followed = await context.tx.sources.of_room(context.message.room)
    if followed and is_posting(typed) and not begins_with_name(context, followed, typed):
        if len(followed) == 1:
            return followed[0], typed
        raise UserError("source-mode-whose", number=str(followed[0].id), mode=typed[:30])
    return await chosen(context, typed)


async def pause(context: Context, typed: str) -> Reply:
    source, _ = await chosen(context, typed)
    await context.tx.followings.pause(source.id, context.message.room, paused=True)
    return _done(context, "source-pause-done", source)


async def resume(context: Context, typed: str) -> Reply:
    source, _ = await chosen(context, typed)
    await context.tx.followings.pause(source.id, context.message.room, paused=False)
    if source.status is SourceStatus.STOPPED:
        await context.tx.sources.retry(source.id)
    return _done(context, "source-resume-done", source)


def _done(context: Context, id: str, source: Source, **values: str) -> Reply:
    number, title = str(source.id), source.name
    return context.notice(id, number=number, title=title, **values)


async def accept(context: Context, typed: str) -> Reply:
    """The feed chosen among several, the page as it was shown, or what was held."""
    source, rank = await chosen(context, typed)
    prompt = await context.tx.prompts.on_source(source.id, context.message.room)
    if prompt is None:
        return await _release(context, source)
    place = int(rank) if rank.isdecimal() and len(rank) < 4 else 1
    feeds = _choice.decode(prompt.subject).feeds
    if feeds and not 1 <= place <= len(feeds):
        raise UserError("source-choice-wrong", count=len(feeds))
    await context.tx.prompts.close(prompt.id)
    return await _choose(context, prompt, source, feeds[place - 1] if feeds else "")


async def answer(context: Context, prompt: Prompt, yes: bool) -> Reply:
    choice = _choice.decode(prompt.subject)
    source = await context.tx.sources.get(choice.source)
    assert source, "sources are kept"
    if not yes:
        await context.tx.followings.remove(source.id, prompt.room)
        return context.notice("source-declined")
    return await _choose(context, prompt, source, choice.feeds[0] if choice.feeds else "")


async def _choose(context: Context, prompt: Prompt, source: Source, url: str) -> Reply:
    """`url`: of the feed to follow instead of its page; "": the page is watched."""
    tx, room = context.tx, prompt.room
    chosen = source
    if url:
        await tx.followings.remove(source.id, room)
        chosen = await tx.sources.add(url, context.message.sender)
        await tx.followings.add(chosen.id, room, context.message.sender, context.house.posting)
    if chosen.status in (SourceStatus.STOPPED, SourceStatus.PROPOSED):
        await tx.sources.settle(chosen.id, chosen.selectors)
    await replace_others(context, room, chosen)
    return _done(context, "source-chosen", chosen)


async def _release(context: Context, source: Source) -> Reply:
    """What was held goes to the rooms after all."""
    tx = context.tx
    items = await tx.news.release(source.id, context.now - HELD_FOR)
    if not items:
        raise UserError("source-nothing-held", number=str(source.id))
    for following in await tx.followings.of_source(source.id):
        await tx.deliveries.add_all([Delivery(i, following.room, Handed.WAITING) for i in items])
    await context.journal("release", "source", source.id, str(len(items)))
    return _done(context, "source-released", source, count=str(len(items)))


async def journal(context: Context, typed: str) -> Reply:
    source, _ = await chosen(context, typed)
    texts = context.texts
    told = await context.tx.deliveries.journal(source.id, context.message.room, JOURNAL)
    if not told:
        return _done(context, "source-journal-empty", source)
    head = texts.paragraph("source-journal", title=source.name, number=str(source.id))
    return Reply((head, Bullets(tuple(_line(context, one) for one in told))))


def _line(context: Context, one: Told) -> tuple[Inline, ...]:
    title = one.item.title or context.texts.plain("news-untitled")
    words: Inline = Link(one.item.link, (Text(title),)) if one.item.link else Text(title)
    when = context.views.date(one.at)
    return lines([words], [Text(f"{when} · {_what(context, one)}")])


def _what(context: Context, one: Told) -> str:
    """What was done with an item in the room, and why."""
    handed = one.handed
    if handed == Handed.QUEUED:
        state = one.state if one.state in ("sent", "queued") else "refused"
        return context.texts.plain(f"source-journal-{state}")
    return context.texts.plain(f"source-journal-{handed or one.fate}", why=one.why)


ANSWERS: Answers = {Ask.SOURCE: answer}


TEST = Command(
    id="source-test",
    name="source tester",
    english="source test",
    aliases=("source teste", "source essayer"),
    run=test,
    parameter=Parameter.SOURCE,
    form="usage-source-test",
    role=Role.MODERATOR,
    example="https://www.example.org/rss.xml",
    detailed=True,
)

COMMANDS = (
    TEST,
    Command(
        id="source-mode",
        name="source mode",
        english="source mode",
        run=set_mode,
        parameter=Parameter.FOLLOWED,
        form="usage-source-mode",
        role=Role.MODERATOR,
        example="example-source-mode",
        detailed=True,
    ),
    of_source("source-pause", "source pause", "source pause", pause, "source suspendre"),
    of_source(
        "source-resume",
        "source reprendre",
        "source resume",
        resume,
        "source reprend",
        "source reprends",
        "source relancer",
    ),
    Command(
        id="source-accept",
        name="source accepter",
        english="source accept",
        aliases=("source choisir",),
        run=accept,
        parameter=Parameter.FOLLOWED,
        form="usage-source-accept",
        role=Role.MODERATOR,
        example="3",
    ),
    of_source("source-journal", "source journal", "source log", journal),
)
