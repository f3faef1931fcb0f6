"""!lettre jour, !lettre reporter, !lettre pause, !lettre reprendre."""

from datetime import UTC, datetime, timedelta

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.editions import planning, room_of
from commonsbot.digest.edition import dismiss
from commonsbot.digest.planning import Planned
from commonsbot.domain.delays import read_delay
from commonsbot.domain.editions import Due, Schedule, next_slot
from commonsbot.domain.folding import fold
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.domain.week_times import next_weekday, read_week_time, read_weekday
from commonsbot.errors import UserError
from commonsbot.texts.moments import moment

_NEXT_DAY = frozenset("demain lendemain jour tomorrow day".split())
_NEXT_WEEK = frozenset("semaine prochaine week next".split())
_LITTLE = frozenset("a au le la l un une the to a one d de".split())


async def move(context: Context, words: str | None = None) -> Reply:
    """The letter's own day and hour in this room; a day gives one to a room that had none."""
    room, plan = room_of(context), await planning(context)
    if words is None:
        raise UserError("letter-day-how")
    read = read_week_time(words)
    if read is None:
        raise UserError("letter-day-wrong", words=words[:40])
    weekday, _ = read
    if plan.schedule is None and weekday is None:
        raise UserError("letter-day-how")
    await context.tx.edition_plans.move(room, *read)
    await _note(context, "move", words)
    return await _next(context, "letter-moved-paused" if plan.plan.paused else "letter-moved")


async def postpone(context: Context, words: str | None = None) -> Reply:
    """The next letter waits for another day, or for the next week's."""
    plan = await _scheduled(context)
    if plan.upcoming is None:
        raise UserError("letter-paused")
    assert plan.schedule, "what is upcoming is scheduled"
    until = _postponed(context, plan.schedule, plan.upcoming, words or "")
    room, views = room_of(context), plan.seen_in(context.views)
    following = next_slot(plan.schedule, plan.upcoming.until.astimezone(UTC))
    if until >= following:
        await dismiss(context.tx, room, plan.upcoming, "skipped")
        await context.tx.edition_plans.postpone(room, None)
    else:
        later = Due(week=plan.upcoming.week, until=until)
        await context.tx.edition_plans.postpone(room, later)
    await _note(context, "postpone", words or "")
    return context.notice("letter-postponed", moment=moment(views, min(until, following)))


def _postponed(context: Context, schedule: Schedule, edition: Due, words: str) -> datetime:
    """When it leaves then. Raises UserError."""
    said = [word for word in fold(words).strip(" .!").split() if word not in _LITTLE]
    local = edition.until.astimezone(schedule.zone)
    if not said or said[0] in _NEXT_DAY:
        later = datetime.combine(local.date() + timedelta(days=1), schedule.at, schedule.zone)
        return context.hours.next_opening(later)
    if said[0] in _NEXT_WEEK:
        return next_slot(schedule, edition.until.astimezone(UTC))
    weekday = read_weekday(said[0])
    if weekday is None:
        raise UserError("letter-postpone-wrong", words=words[:40])
    return datetime.combine(next_weekday(local.date(), weekday), schedule.at, schedule.zone)


async def pause(context: Context, words: str | None = None) -> Reply:
    """No letter for a while, or until somebody resumes it."""
    await _scheduled(context)
    delay = read_delay(words) if words else timedelta()
    if delay is None:
        raise UserError("letter-pause-wrong", words=(words or "")[:40])
    room = room_of(context)
    until = context.now + delay if delay else None
    await context.tx.edition_plans.pause(room, until)
    await _note(context, "pause", words or "")
    if until is None:
        return context.notice("letter-paused-now")
    return await _next(context, "letter-paused-until")


async def resume(context: Context) -> Reply:
    plan = await _scheduled(context)
    if not (plan.plan.paused or (plan.plan.resumes_at and plan.plan.resumes_at > context.now)):
        return await _next(context, "letter-not-paused")
    await context.tx.edition_plans.resume(room_of(context))
    await _note(context, "resume", "")
    return await _next(context, "letter-resumed")


async def _scheduled(context: Context) -> Planned:
    """Raises UserError where nobody asked for a letter."""
    room_of(context)
    plan = await planning(context)
    if plan.schedule is None:
        raise UserError("letter-off")
    return plan


async def _next(context: Context, name: str) -> Reply:
    """A sentence that says when the next letter leaves, and when it is let out if that is later."""
    plan = await planning(context)
    texts, views = context.texts, plan.seen_in(context.views)
    if plan.upcoming is None:
        return context.notice(name, moment="")
    until = plan.upcoming.until
    said = [texts.paragraph(name, moment=moment(views, until))]
    if (opening := context.hours.next_opening(until)) > until:
        said.append(texts.paragraph("letter-held", moment=moment(views, opening)))
    return Reply(tuple(said), notice=True)


async def _note(context: Context, what: str, why: str) -> None:
    await context.journal(what, "edition", context.message.room, why[:80])


COMMANDS = (
    Command(
        id="letter-day",
        name="lettre jour",
        english="letter day",
        aliases=("lettre heure", "lettre horaire"),
        run=move,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-letter-day",
        role=Role.MODERATOR,
        example="example-letter-day",
        detailed=True,
    ),
    Command(
        id="letter-postpone",
        name="lettre reporter",
        english="letter postpone",
        aliases=("lettre repousser", "lettre décaler"),
        run=postpone,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-letter-postpone",
        role=Role.MODERATOR,
        example="example-letter-postpone",
        detailed=True,
    ),
    Command(
        id="letter-pause",
        name="lettre pause",
        english="letter pause",
        aliases=("lettre arrêter", "lettre stop"),
        run=pause,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-letter-pause",
        role=Role.MODERATOR,
        example="example-letter-pause",
    ),
    Command(
        id="letter-resume",
        name="lettre reprendre",
        english="letter resume",
        aliases=("lettre relancer",),
        run=resume,
        role=Role.MODERATOR,
    ),
)
