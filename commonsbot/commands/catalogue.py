"""!source catalogue: sources that come with the bot, followed by their names."""

from commonsbot.commands.command import Command, Context
from commonsbot.commands.parse import read_address
from commonsbot.domain.markup import Bold, Bullets, Code, Inline, Text
from commonsbot.domain.messages import Reply
from commonsbot.domain.ready_sources import ReadySource, alike, named
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError

SHOWN = 3
"""Names proposed instead of one that is not known."""


def address(context: Context, typed: str, command: Command) -> str:
    """Of the source that is called so, or that is written there, after `command`.

    Raises UserError: what only looks like a name is proposed, and never taken by itself.
    """
    if ready := named(typed, context.house.ready):
        return ready.url
    if written := read_address(typed):
        return written
    word, near = typed[:60], alike(typed, context.house.ready)
    if not near:
        raise UserError("source-name-unknown", word=word)
    if len(near) > 1:
        names = _either(context, near[:SHOWN])
        raise UserError("source-name-several", word=word, names=names)
    (one,) = near
    again = (Code(f"!{command.called(context.texts.language)} {one.id}"),)
    raise UserError("source-name-near", word=word, name=one.name, again=again)


def _either(context: Context, sources: list[ReadySource]) -> tuple[Inline, ...]:
    """« `info-gouv` (Info.gouv), `beta-gouv` (…) »."""
    shown: list[Inline] = []
    for one in sources:
        shown += [*([Text(", ")] if shown else []), Code(one.id), Text(f" ({one.name})")]
    return tuple(shown)


async def show(context: Context) -> Reply:
    followed = {
        one.url: str(one.id) for one in await context.tx.sources.of_room(context.message.room)
    }
    texts, ready = context.texts, context.house.ready
    rows = [_row(context, one, followed.get(one.url, "")) for one in ready]
    hints = [texts.paragraph("source-catalogue-hint", name=ready[0].id)] if ready else []
    if any(not one.checked for one in ready):
        hints.append(texts.paragraph("source-catalogue-unchecked"))
    head = texts.paragraph("source-catalogue", count=len(ready))
    return Reply((head, Bullets(tuple(rows)), *hints))


def _row(context: Context, source: ReadySource, number: str) -> tuple[Inline, ...]:
    row = (Bold((Text(source.name),)), Text(" · "), Code(source.id))
    if not number:
        return row
    here = context.texts.inline("source-catalogue-here", number=number)
    return (*row, Text(" · "), *here)


COMMANDS = (
    Command(
        id="source-catalogue",
        name="source catalogue",
        english="source catalogue",
        aliases=("source catalog", "sources catalogue", "source prêtes", "sources prêtes"),
        run=show,
        role=Role.MODERATOR,
    ),
)
