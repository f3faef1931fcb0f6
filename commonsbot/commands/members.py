"""!rôle and !membre: who is a steward, and who is suspended."""

from datetime import timedelta

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.domain.delays import read_delay
from commonsbot.domain.folding import fold
from commonsbot.domain.ids import UserId
from commonsbot.domain.markup import Bullets, Paragraph, Text, lines
from commonsbot.domain.member_names import read_localpart, read_user
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role, Suspension
from commonsbot.errors import UserError

REASON = 300
"""Characters of a reason."""

STEWARD = frozenset("referent referente referents steward".split())
MEMBER = frozenset("membre member aucun none".split())


async def role(context: Context, words: str = "") -> Reply:
    """Names a steward, or ends that; alone, says who is one."""
    if not words:
        return await _stewards(context)
    name, _, wanted = words.partition(" ")
    user = await whom(context, name)
    wanted = fold(wanted).strip(" .")
    if wanted in STEWARD:
        return await _name(context, user)
    if wanted in MEMBER:
        return await _unname(context, user)
    raise UserError("role-which", who=context.views.name(user))


async def whom(context: Context, word: str) -> UserId:
    """The member that `word` names by identifier, or alone of that name. Raises UserError."""
    if user := read_user(word):
        return user
    name = read_localpart(word)
    found = await context.tx.members.named(name) if name else []
    if len(found) == 1:
        return found[0]
    example = found[0] if found else "@anne:example.org"
    raise UserError("member-several" if found else "member-unknown", typed=word[:60], user=example)


async def _stewards(context: Context) -> Reply:
    named = [*context.house.stewards, *await context.tx.members.stewards()]
    names = ", ".join(map(context.views.name, dict.fromkeys(named)))
    sentence = "role-stewards" if names else "role-nobody"
    return context.notice(sentence, names=names)


async def _name(context: Context, user: UserId) -> Reply:
    tx, who = context.tx, context.views.name(user)
    sender, configured = context.message.sender, user in context.house.stewards
    if configured or not await tx.members.name_steward(user, sender):
        return context.notice("role-already", who=who)
    await tx.members.restore(user)
    await context.journal("name steward", "member", user)
    return Reply((context.texts.paragraph("role-named", who=context.views.person(user)),))


async def _unname(context: Context, user: UserId) -> Reply:
    who = context.views.name(user)
    if user in context.house.stewards:
        raise UserError("role-configured", who=who)
    if not await context.tx.members.unname_steward(user):
        return context.notice("role-not", who=who)
    await context.journal("unname steward", "member", user)
    return Reply((context.texts.paragraph("role-unnamed", who=who),))


async def suspended(context: Context, text: str = "") -> Reply:
    if text:
        raise UserError("member-how", typed=text[:60])
    found = await context.tx.members.suspended()
    if not found:
        return context.notice("member-none")
    items = tuple(lines(_line(context, one)) for one in found)
    return Reply((context.texts.paragraph("member-list", count=len(found)), Bullets(items)))


def _line(context: Context, one: Suspension) -> tuple[Text]:
    who = context.views.name(one.user)
    return (Text(f"{who} · {_until(context, one)} · {one.why}"),)


def _until(context: Context, one: Suspension) -> str:
    if one.until is None:
        return context.texts.plain("member-without-end")
    return context.texts.plain("member-until", date=context.views.date(one.until))


async def suspend(context: Context, words: str) -> Reply:
    """« @bruno 7 jours publicité répétée »: the time may be left out, the reason may not."""
    name, _, rest = words.partition(" ")
    user = await whom(context, name)
    if user == context.message.sender:
        raise UserError("member-self")
    who = context.views.name(user)
    if user in context.house.stewards or (await context.tx.members.standing(user)).steward:
        raise UserError("member-steward", who=who)
    days, why = _time(rest)
    if not why:
        raise UserError("member-why", who=user)
    until = context.now + days if days else None
    await context.tx.members.suspend(user, until, why, context.message.sender)
    await context.journal("suspend", "member", user, why)
    now = Suspension(user=user, until=until, why=why)
    said = context.texts.inline("member-suspended", who=who, until=_until(context, now), why=why)
    how = context.texts.inline("member-restore-how", user=user)
    return Reply((Paragraph(lines(said, context.texts.inline("member-meaning"), how)),))


def _time(rest: str) -> tuple[timedelta | None, str]:
    """How long, if that was said, and why."""
    words = rest.split()
    for size in (3, 2, 1):
        if found := read_delay(" ".join(words[:size])) if len(words) >= size else None:
            return found, " ".join(words[size:])[:REASON]
    return None, " ".join(words)[:REASON]


async def restore(context: Context, words: str) -> Reply:
    user = await whom(context, words.split()[0])
    who = context.views.name(user)
    if not await context.tx.members.restore(user):
        raise UserError("member-not-suspended", who=who)
    await context.journal("restore", "member", user)
    return Reply((context.texts.paragraph("member-restored", who=who),))


COMMANDS = (
    Command(
        id="role",
        name="rôle",
        english="steward",
        aliases=("roles", "référents"),
        run=role,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-role",
        example="example-role",
        role=Role.STEWARD,
        detailed=True,
    ),
    Command(
        id="members",
        name="membre",
        english="member",
        aliases=("membres", "suspendus", "members"),
        run=suspended,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-members",
        role=Role.MODERATOR,
        network=True,
    ),
    Command(
        id="suspend",
        name="membre suspendre",
        english="member suspend",
        aliases=("suspendre", "suspend"),
        run=suspend,
        parameter=Parameter.WORDS,
        form="form-suspend",
        example="example-suspend",
        role=Role.MODERATOR,
        network=True,
        detailed=True,
    ),
    Command(
        id="unsuspend",
        name="membre rétablir",
        english="member restore",
        aliases=("membre réhabiliter",),
        run=restore,
        parameter=Parameter.WORDS,
        form="form-unsuspend",
        example="example-unsuspend",
        role=Role.MODERATOR,
        network=True,
    ),
)
