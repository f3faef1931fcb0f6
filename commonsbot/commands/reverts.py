"""!rétablir."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import read_number
from commonsbot.commands.resources import exactly
from commonsbot.commands.second_look import is_reviewed, submit
from commonsbot.commons.merge import parts_since
from commonsbot.commons.revert import Reverted, as_it_was, revert
from commonsbot.commons.revise import legible
from commonsbot.domain.audiences import Audience, widens
from commonsbot.domain.changes import between
from commonsbot.domain.markup import Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.resources import Resource
from commonsbot.errors import UserError
from commonsbot.store.revisions import Revision
from commonsbot.texts import differences as differing


async def restore(context: Context, value: tuple[int, str]) -> Reply:
    number, said = value
    resource = await exactly(context, number)
    if not context.actor.tends(resource):
        name = context.views.number(number)
        raise context.doubt or UserError("restore-refused", number=name, card=str(number))
    old = await _version(context, resource, said)
    await _check(context, resource, old)
    draft = as_it_was(resource, old)
    if await is_reviewed(context, resource, draft):
        return Reply(await submit(context, resource, between(resource.draft, draft)))
    done = await revert(context.tx, resource, old, context.message.sender)
    version = str(old.number)
    if not (done.differences or done.parted):
        raise UserError("restore-same", number=context.views.number(number), version=version)
    link = context.views.title(done.resource)
    items = [differing.items(context.views, done.differences)] if done.differences else []
    title = context.texts.paragraph("restore-done", link=link, version=version)
    return Reply((title, *items, _ways_on(context, done)))


def _ways_on(context: Context, done: Reverted) -> Paragraph:
    texts, names = context.texts, {"number": str(done.resource.id), "version": str(done.before)}
    rows = [texts.inline("restore-parted", number=context.views.number(id)) for id in done.parted]
    return Paragraph(lines(*(rows or [texts.inline("edit-undo", **names)])))


async def _version(context: Context, resource: Resource, said: str) -> Revision:
    """The version that was named, else the one before the present one. Raises UserError."""
    history = await context.tx.revisions.of(resource.id)
    number = read_version(said) if said else len(history) - 1
    if not said and len(history) < 2:
        raise UserError("restore-only", number=context.views.number(resource.id))
    return find_version(context, resource, history, number)


async def _check(context: Context, resource: Resource, old: Revision) -> None:
    """What must not come back by an old version. Raises UserError."""
    narrower = widens(old.draft.audience or Audience.ROOM, resource.audience)
    if narrower and not context.actor.owns(resource):
        raise UserError("restore-narrower", version=str(old.number))
    _, missing = await parts_since(context.tx, resource, old.number)
    if missing:
        names = {"card": str(resource.id), "other": str(missing[0]), "version": str(old.number)}
        raise UserError("restore-split", number=context.views.number(missing[0]), **names)


def find_version(
    context: Context, resource: Resource, history: list[Revision], number: int
) -> Revision:
    """A version that can be seen from here. Raises UserError."""
    for revision in legible(history, resource, context.reader):
        if revision.number == number:
            return revision
    name = context.views.number(resource.id)
    shown = str(number) if number else "?"
    raise UserError("version-missing", number=name, version=shown, card=str(resource.id))


def read_version(said: str) -> int:
    """« 3 », « version 3 », « v3 », « à la version 3 »; 0 when there is no number."""
    return read_number(said.split()[-1].lstrip("vV")) or 0


COMMANDS = (
    Command(
        id="restore",
        name="rétablir",
        english="restore",
        aliases=("restaurer", "revenir", "revert"),
        run=restore,
        parameter=Parameter.NUMBERED,
        form="form-restore",
        example="42 3",
        detailed=True,
    ),
)
