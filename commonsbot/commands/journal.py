"""!journal: who did what, to what, when and why."""

from datetime import datetime, time

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.members import whom
from commonsbot.commands.parse import read_number
from commonsbot.domain.acts import Act, Wanted
from commonsbot.domain.folding import fold
from commonsbot.domain.markup import Bullets, Inline, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.search.criteria import Before, Since
from commonsbot.search.query import read_query
from commonsbot.texts.journal import verb

SHOWN = 10


async def show(context: Context, typed: str = "") -> Reply:
    wanted = await _wanted(context, typed)
    acts, total = await context.tx.journal.read(wanted, SHOWN)
    texts = context.texts
    if not acts:
        return context.notice("journal-nothing")
    items = tuple(lines(_line(context, act)) for act in acts)
    how = texts.paragraph("journal-how", more=total - len(acts))
    return Reply((texts.paragraph("journal-title", count=total), Bullets(items), how))


async def _wanted(context: Context, typed: str) -> Wanted:
    """« @anne », « 42 », « depuis:hier », « avant:mars », in any order. Raises UserError."""
    today = context.now.astimezone(context.views.zone).date()
    query = read_query(typed, today)
    since = before = None
    for one in query.filters:
        match one.criterion:
            case Since(day):
                since = _midnight(context, datetime.combine(day, time()))
            case Before(day):
                before = _midnight(context, datetime.combine(day, time()))
            case _:
                raise UserError("journal-inexact", typed=typed[:80])
    words = [word for word in query.words.split() if fold(word) not in ("fiche", "n°", "card")]
    who = noun_id = None
    for word in words:
        if (number := read_number(word)) is not None:
            noun_id = str(number)
        elif word.startswith("@"):
            who = await whom(context, word)
        else:
            raise UserError("journal-inexact", typed=typed[:80])
    return Wanted(
        who=who,
        noun="resource" if noun_id else "",
        noun_id=noun_id or "",
        since=since,
        before=before,
    )


def _midnight(context: Context, day: datetime) -> datetime:
    return day.replace(tzinfo=context.views.zone)


def _line(context: Context, act: Act) -> tuple[Inline, ...]:
    views, texts = context.views, context.texts
    who = views.name(act.who) if act.who else texts.plain("journal-nobody")
    said = f"{views.date(act.at)} · {who} · {verb(texts, act)} {_thing(context, act)}".rstrip()
    return (Text(f"{said} · {act.why}" if act.why else said),)


def _thing(context: Context, act: Act) -> str:
    return f"n°\u00a0{act.noun_id}" if act.noun == "resource" else act.noun_id


COMMANDS = (
    Command(
        id="journal",
        name="journal",
        english="log",
        run=show,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-journal",
        example="example-journal",
        role=Role.MODERATOR,
        network=True,
        detailed=True,
    ),
)
