"""!fiche: a card, its history, and one of its versions."""

from collections.abc import Sequence

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import name_of
from commonsbot.commands.remarks import remarks
from commonsbot.commands.resources import existing, question_state
from commonsbot.commands.reverts import find_version, read_version
from commonsbot.commons.revise import legible
from commonsbot.domain.differences import differences
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.markup import Bullets, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.proposals import ProposalId
from commonsbot.domain.resources import Kind, Resource, Status, with_draft
from commonsbot.errors import UserError
from commonsbot.store.revisions import Revision
from commonsbot.texts import differences as differing
from commonsbot.texts.trials import tally_line

PAGE = 8
"""Versions in one message."""

HISTORY = frozenset({"historique", "histoire", "versions", "history"})
VERSION = frozenset({"version", "v"})


async def show(context: Context, value: tuple[int, str] | None = None) -> Reply:
    """The card alone, or « historique », or « version 3 ». Without a number, the card of the
    message replied to, else what they shared last here."""
    number, said = value or (await _meant(context), "")
    first, _, rest = said.partition(" ")
    word = name_of(first)
    if word in HISTORY:
        page = read_version(rest) if rest.strip() else 1
        return await history(context, await _even_merged(context, number), page)
    if word in VERSION or (word[:1] == "v" and word[1:].isdigit()):
        return await version(context, await _even_merged(context, number), read_version(said))
    return await card(context, number)


async def _meant(context: Context) -> int:
    """Raises UserError."""
    message, resources = context.message, context.tx.resources
    if message.answers:
        made = await resources.of_event(message.answers)
    else:
        made = await resources.last_shared(message.sender, message.room)
    if made is None:
        raise UserError("card-which")
    return made.id


async def _even_merged(context: Context, number: int) -> Resource:
    """A merged resource keeps its own history. Raises UserError."""
    merged = await context.tx.resources.get(ResourceId(number), context.reader, Status.MERGED)
    return merged or await existing(context, number)


async def card(context: Context, number: int) -> Reply:
    resource = await existing(context, number)
    counted = await context.tx.trials.tally(resource.id)
    asides = [tally_line(context.views, counted, str(resource.id))]
    if resource.kind is Kind.QUESTION:
        asides.append(await question_state(context, resource))
    return Reply(context.views.card(resource, await remarks(context, resource), asides))


async def history(context: Context, resource: Resource, page: int) -> Reply:
    """The latest versions first: when, who, what changed."""
    every = await context.tx.revisions.of(resource.id)
    seen = legible(every, resource, context.reader)[::-1]
    page = min(max(page, 1), max(1, -(-len(seen) // PAGE)))
    shown = seen[(page - 1) * PAGE : page * PAGE]
    known = {one.number: one for one in seen}
    items = [await _item(context, resource, one, known.get(one.number - 1)) for one in shown]
    link = context.views.title(resource)
    title = context.texts.paragraph("history-title", link=link, count=len(every))
    rows = []
    if hidden := len(every) - len(seen):
        rows.append(context.texts.inline("history-hidden", count=hidden))
    if len(seen) > page * PAGE:
        older = {"number": str(resource.id), "page": str(page + 1)}
        rows.append(context.texts.inline("history-older", **older))
    rows += _ways_on(context, resource, shown)
    return Reply((title, Bullets(tuple(items)), Paragraph(lines(*rows))))


def _ways_on(
    context: Context, resource: Resource, shown: Sequence[Revision]
) -> list[tuple[Inline, ...]]:
    if not shown:
        return []
    names = {"number": str(resource.id), "version": str(shown[-1].number)}
    rows = [context.texts.inline("history-how", **names)]
    if _may_go_back(context, resource):
        rows.append(context.texts.inline("history-back", **names))
    return rows


def _may_go_back(context: Context, resource: Resource) -> bool:
    return resource.status is Status.PUBLISHED and context.actor.tends(resource)


async def _item(
    context: Context, resource: Resource, revision: Revision, before: Revision | None
) -> tuple[Inline, ...]:
    texts = context.texts
    facts = {"version": str(revision.number), "date": context.views.date(revision.at)}
    if who := _who(context, resource, revision.editor):
        head = texts.inline("history-item", who=who, **facts)
    else:
        head = texts.inline("history-item-nobody", **facts)
    rows = [head]
    if reason := await _reason(context, resource, revision):
        rows.append(reason)
    if before and (changed := differences(before.draft, revision.draft)):
        rows.append((Text(differing.summary(context.views, changed)),))
    return lines(*rows)


def _who(context: Context, resource: Resource, user: UserId | None) -> tuple[Inline, ...]:
    """Its author as they sign; anybody else by name."""
    if user is None or user == resource.author:
        return context.views.author(resource) if user else ()
    return context.views.person(user)


async def _reason(context: Context, resource: Resource, revision: Revision) -> tuple[Inline, ...]:
    """Why it was written, where that was for more than a change."""
    texts = context.texts
    what, _, number = revision.why.partition(" ")
    match what:
        case "proposal":
            proposal = await context.tx.proposals.get(ProposalId(int(number)))
            if proposal and proposal.decided_by:
                who = _who(context, resource, proposal.decided_by)
                who = who or context.views.whoever(resource)
                return texts.inline("history-proposal", who=who)
        case "revert":
            return texts.inline("history-revert", version=number)
        case "merge" | "split":
            return texts.inline(f"history-{what}", number=context.views.number(int(number)))
    return texts.inline("history-first") if revision.number == 1 else ()


async def version(context: Context, resource: Resource, number: int) -> Reply:
    """The card as it was."""
    texts = context.texts
    every = await context.tx.revisions.of(resource.id)
    old = find_version(context, resource, every, number)
    link, date = context.views.title(resource), context.views.date(old.at)
    rows = [texts.inline("version-title", link=link, version=str(number), date=date)]
    if old is every[-1]:
        rows.append(texts.inline("version-now"))
    elif _may_go_back(context, resource):
        names = {"number": str(resource.id), "version": str(number)}
        rows.append(texts.inline("history-back", **names))
    shown = with_draft(resource, old.draft)
    return Reply((Paragraph(lines(*rows)), *context.views.card(shown)))


COMMANDS = (
    Command(
        id="card",
        name="fiche",
        english="card",
        aliases=("fiches",),
        run=show,
        parameter=Parameter.NUMBERED,
        form="usage-number",
        optional=True,
        example="42",
        detailed=True,
    ),
)
