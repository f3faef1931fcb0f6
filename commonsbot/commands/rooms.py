"""!salon: what holds in a room, and what its moderators choose about its shares."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.editions import planning, when_next
from commonsbot.commands.hours import DEFAULT, described, in_a_room
from commonsbot.commands.languages import spoken_here
from commonsbot.domain.audiences import Audience
from commonsbot.domain.folding import fold
from commonsbot.domain.markup import Inline, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.moderation import Policy
from commonsbot.domain.roles import Role
from commonsbot.domain.room_terms import OwnTerms, read_audience, read_policy
from commonsbot.domain.terms import Terms
from commonsbot.errors import UserError

Rows = list[Sequence[Inline]]
T = TypeVar("T")


async def show(context: Context, text: str = "") -> Reply:
    if text:
        raise UserError("hours-which", typed=text[:60])
    in_a_room(context, "salon")
    hours = described(context, await context.tx.hours.of(context.message.room))
    shares = _shares(context, await context.tx.room_terms.of(context.message.room))
    parts = (hours, shares, await _publishing(context), spoken_here(context))
    return Reply(tuple(Paragraph(lines(*rows)) for rows in parts), notice=True)


async def _publishing(context: Context) -> Rows:
    """The news and the letter that come here."""
    texts = context.texts
    sources = await context.tx.sources.of_room(context.message.room)
    letter = when_next(context, await planning(context))
    return [
        texts.inline("room-news", count=len(sources)),
        texts.inline("room-letter", when=letter),
    ]


def _shares(context: Context, own: OwnTerms) -> Rows:
    """What becomes of a share here as `own` makes it, and how to change that."""
    texts, terms = context.texts, _over(context, own)
    policy = Policy.REVIEW if terms.reviewed else Policy.OPEN
    reach = texts.plain(f"reach-{terms.audience}")
    rows: Rows = [texts.inline(f"room-shares-{policy}", audience=reach)]
    if context.role >= Role.MODERATOR:
        rows.append(texts.inline("room-shares-change"))
    return rows


def _over(context: Context, own: OwnTerms) -> Terms:
    """What holds here when `own` was chosen."""
    return own.over(context.house.terms_in(context.place))


async def set_policy(context: Context, text: str = "") -> Reply:
    """Whether shares are seen at once, or once a moderator accepted them."""
    own = await _own(context, "salon partages")
    if not text:
        return _said(_shares(context, own))
    policy = _read(text, read_policy, "room-policy-wrong")
    own = replace(own, policy=policy)
    said = await _keep(context, own, "policy", policy or "")
    waiting = await context.tx.resources.pending(context.message.room, 1)
    if waiting and not _over(context, own).reviewed:
        said.append(context.texts.inline("room-shares-still-wait"))
    return _said(said)


async def set_audience(context: Context, text: str = "") -> Reply:
    """Who sees what is shared here, where its author says nothing of it."""
    own = await _own(context, "salon visible")
    if not text:
        return _said(_shares(context, own))
    audience = _read(text, read_audience, "room-audience-wrong")
    if audience is Audience.PUBLIC:
        raise UserError("room-audience-public")
    own = replace(own, audience=audience)
    said = await _keep(context, own, "audience", audience or "")
    if context.message.encrypted and audience is Audience.NETWORK:
        said.append(context.texts.inline("room-audience-leaves"))
    return _said(said)


async def _own(context: Context, command: str) -> OwnTerms:
    """What this room chose. Raises UserError in a direct chat."""
    in_a_room(context, command)
    return await context.tx.room_terms.of(context.message.room)


def _read(text: str, read: Callable[[str], T | None], otherwise: str) -> T | None:
    """None: as the settings have it. Raises UserError."""
    if fold(text) in DEFAULT:
        return None
    found = read(text)
    if found is None:
        raise UserError(otherwise, typed=text[:60])
    return found


async def _keep(context: Context, own: OwnTerms, what: str, value: str) -> Rows:
    room = context.message.room
    await context.tx.room_terms.put(room, own)
    await context.journal(f"set {what}", "room", room, value)
    return [context.texts.inline("hours-done"), *_shares(context, own)]


def _said(rows: Rows) -> Reply:
    return Reply((Paragraph(lines(*rows)),), notice=True)


COMMANDS = (
    Command(
        id="hours",
        name="salon",
        english="room",
        aliases=("salon réglages", "room settings"),
        run=show,
        parameter=Parameter.WORDS,
        form="form-hours-which",
        optional=True,
        example="example-hours-which",
        detailed=True,
    ),
    Command(
        id="room-policy",
        name="salon partages",
        english="room shares",
        aliases=("salon partage", "salon relecture", "salon fiches", "room policy", "room review"),
        run=set_policy,
        parameter=Parameter.WORDS,
        form="form-room-policy",
        optional=True,
        role=Role.MODERATOR,
        example="example-room-policy",
        detailed=True,
    ),
    Command(
        id="room-audience",
        name="salon visible",
        english="room visible",
        aliases=("salon visibilité", "salon audience", "room visibility", "room audience"),
        run=set_audience,
        parameter=Parameter.WORDS,
        form="form-room-audience",
        optional=True,
        role=Role.MODERATOR,
        example="example-room-audience",
        detailed=True,
    ),
)
