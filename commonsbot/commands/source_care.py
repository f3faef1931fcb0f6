"""!source voir, tester, mode, pause, reprendre, accepter, journal: looking after a source."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import msgspec

from commonsbot.commands.answers import Answers
from commonsbot.commands.catalogue import address
from commonsbot.commands.command import Command, Context, Parameter, Run
from commonsbot.commands.parse import read_number
from commonsbot.commands.source_pages import replace_others
from commonsbot.commands.source_reading import read_posting
from commonsbot.commands.sources import followed, health, name_of, posting, request_of
from commonsbot.domain.markup import Bold, Bullets, Code, Inline, Link, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.posting import Delivery, Handed
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.roles import Role
from commonsbot.domain.sources import Source, SourceStatus, Tryout
from commonsbot.errors import UserError
from commonsbot.news.offers import Choice
from commonsbot.store.deliveries import Told

JOURNAL = 10
"""Items of a journal."""
TRIED_AT_ONCE = 3
"""Addresses that a room may wait to see read."""
HELD_FOR = timedelta(days=14)
"""How long what was held may still be let through."""

_choice = msgspec.json.Decoder(Choice)


async def view(context: Context, number: int) -> Reply:
    source = await followed(context, number)
    texts, tx, room = context.texts, context.tx, context.message.room
    following = await tx.followings.get(source.id, room)
    assert following, "the room follows it"
    name = texts.inline("source-item", number=str(source.id), title=name_of(source))
    rows: list[Sequence[Inline]] = [[Bold(name)], [Code(source.url)], _state(context, source)]
    rows.append([Text(posting(context, following))])
    if posted := await tx.deliveries.last_posted(source.id, room):
        rows.append(texts.inline("source-view-posted", when=context.views.date(posted)))
    if held := await tx.news.held(source.id, context.now - HELD_FOR):
        rows.append(texts.inline("source-view-held", count=held, number=str(source.id)))
    hint = texts.paragraph("source-view-hint", number=str(source.id))
    return Reply((Paragraph(lines(*rows)), hint))


def _state(context: Context, source: Source) -> Sequence[Inline]:
    """How its last reading went, in words."""
    texts = context.texts
    state = [Text(health(context, source))]
    if source.read_at:
        when = context.views.date(source.read_at)
        minutes = round(source.interval.total_seconds() / 60)
        read = texts.plain("source-view-read", when=when, minutes=minutes)
        state.append(Text(f" · {read}"))
    if source.error:
        reason = texts.plain(source.error, detail=source.error_detail)
        state.append(Text(f" · {reason}"))
    return state


async def test(context: Context, typed: str) -> Reply | None:
    """A source of the room is read now, or an address that it does not follow; what came of it
    is said once it was."""
    number = read_number(typed)
    url = "" if number is not None else address(context, typed, TEST)
    for source in await context.tx.sources.of_room(context.message.room):
        if source.id == number or source.url == url:
            await _read_now(context, source)
            return None
    if number is not None:
        raise UserError("source-missing", number=str(number))
    await _try_out(context, url)
    return None


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


async def set_mode(context: Context, value: tuple[int, str]) -> Reply:
    number, typed = value
    source = await followed(context, number)
    room = context.message.room
    await context.tx.followings.post(source.id, room, read_posting(typed))
    following = await context.tx.followings.get(source.id, room)
    assert following, "the room follows it"
    how = posting(context, replace(following, paused=False))
    return _done(context, "source-mode-set", source, how=how)


async def pause(context: Context, number: int) -> Reply:
    source = await followed(context, number)
    await context.tx.followings.pause(source.id, context.message.room, paused=True)
    return _done(context, "source-pause-done", source)


async def resume(context: Context, number: int) -> Reply:
    source = await followed(context, number)
    await context.tx.followings.pause(source.id, context.message.room, paused=False)
    if source.status is SourceStatus.STOPPED:
        await context.tx.sources.retry(source.id)
    return _done(context, "source-resume-done", source)


def _done(context: Context, id: str, source: Source, **values: str) -> Reply:
    number, title = str(source.id), name_of(source)
    return context.notice(id, number=number, title=title, **values)


async def accept(context: Context, value: tuple[int, str]) -> Reply:
    """The feed chosen among several, the page as it was shown, or what was held."""
    number, typed = value
    source = await followed(context, number)
    prompt = await context.tx.prompts.on_source(source.id, context.message.room)
    if prompt is None:
        return await _release(context, source)
    place = int(typed) if typed.isdecimal() and len(typed) < 4 else 1
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


async def journal(context: Context, number: int) -> Reply:
    source = await followed(context, number)
    texts = context.texts
    told = await context.tx.deliveries.journal(source.id, context.message.room, JOURNAL)
    if not told:
        return _done(context, "source-journal-empty", source)
    head = texts.paragraph("source-journal", title=name_of(source), number=str(source.id))
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


def _of_number(id: str, name: str, english: str, run: Run, *aliases: str) -> Command:
    return Command(
        id=id,
        name=name,
        english=english,
        aliases=aliases,
        run=run,
        parameter=Parameter.NUMBER,
        role=Role.MODERATOR,
        example="3",
    )


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
    _of_number("source-view", "source voir", "source show", view, "source état"),
    TEST,
    Command(
        id="source-mode",
        name="source mode",
        english="source mode",
        run=set_mode,
        parameter=Parameter.NUMBERED,
        form="usage-source-mode",
        role=Role.MODERATOR,
        example="example-source-mode",
        detailed=True,
    ),
    _of_number("source-pause", "source pause", "source pause", pause, "source suspendre"),
    _of_number("source-resume", "source reprendre", "source resume", resume),
    Command(
        id="source-accept",
        name="source accepter",
        english="source accept",
        aliases=("source choisir",),
        run=accept,
        parameter=Parameter.NUMBERED,
        form="usage-source-accept",
        role=Role.MODERATOR,
        example="3",
    ),
    _of_number("source-journal", "source journal", "source log", journal),
)
