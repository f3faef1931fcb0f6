"""!diagnostic: why the bot and a member may not understand each other here, the worst first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isinf

from commonsbot.commands.command import Command, Context
from commonsbot.domain.devices import DoubtfulDevice
from commonsbot.domain.diagnosis import Diagnosis, Keyless, Trust
from commonsbot.domain.ids import UserId
from commonsbot.domain.markup import Bullets, Document, Inline, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.permalinks import localpart
from commonsbot.domain.roles import Role
from commonsbot.domain.unread import Unread, remedy
from commonsbot.texts import Translator

MOST = 5
"""Named for one kind of trouble: a phone shows no more at a glance."""

Row = tuple[Inline, ...]


async def diagnose(context: Context) -> Reply:
    found = context.message.diagnosis
    assert found, "a command that examines is given one"
    unread = await context.tx.unread.of_room(context.message.room)
    return Reply(report(context.texts, found, unread), notice=True)


def report(texts: Translator, found: Diagnosis, unread: Sequence[Unread]) -> Document:
    """`unread`: the room's messages that the bot could not read, oldest first."""
    troubles = [
        *_device(texts, found.trust),
        *_short(texts, _unread(texts, unread, signed=not found.trust.refused)),
        *_short(texts, _keyless(texts, found.keyless)),
        *_short(texts, _left_out(texts, found.doubtful)),
        *([] if found.reactions else [texts.inline("diagnosis-no-reactions")]),
    ]
    facts = Paragraph(lines(*_facts(texts, found)))
    if troubles:
        return (texts.paragraph("diagnosis-troubles"), Bullets(tuple(troubles)), facts)
    unsure = found.encrypted and not found.key_given
    return (texts.paragraph("diagnosis-well-so-far" if unsure else "diagnosis-well"), facts)


def _device(texts: Translator, trust: Trust) -> Iterator[Row]:
    if trust is not Trust.SIGNED:
        yield texts.inline(f"diagnosis-device-{trust}")


def _unread(texts: Translator, unread: Sequence[Unread], signed: bool) -> Iterator[Row]:
    """One row a sender, by what is known of the last message."""
    counts = Counter(message.sender for message in unread)
    last = {message.sender: message for message in unread}
    for sender, count in counts.most_common():
        reason = last[sender].reason
        yield lines(
            texts.inline("diagnosis-unread", who=_name(sender), count=count),
            texts.inline(f"diagnosis-unread-{remedy(reason, signed)}"),
            texts.inline("diagnosis-code", code=reason) if reason else (),
        )


def _keyless(texts: Translator, devices: Sequence[Keyless]) -> Iterator[Row]:
    for device in devices:
        yield lines(
            texts.inline("diagnosis-keyless", who=_name(device.user), device=device.device),
            texts.inline(f"diagnosis-keyless-{device.why}"),
        )


def _left_out(texts: Translator, devices: Sequence[DoubtfulDevice]) -> Iterator[Row]:
    for device in devices:
        if device.left_out:
            yield lines(
                texts.inline(
                    "diagnosis-keyless",
                    who=_name(device.user),
                    device=device.name or device.device,
                ),
                texts.inline(f"diagnosis-doubt-{device.doubt}"),
            )


def _short(texts: Translator, rows: Iterator[Row]) -> list[Row]:
    found = list(rows)
    more = len(found) - MOST
    return found if more <= 0 else [*found[:MOST], texts.inline("diagnosis-more", count=more)]


def _facts(texts: Translator, found: Diagnosis) -> Iterator[Row]:
    yield texts.inline(
        "diagnosis-room" if found.encrypted else "diagnosis-room-open",
        version=found.version,
        joining=texts.plain(f"join-{found.join_rule.replace('_', '-')}"),
    )
    if not found.encrypted:  # where it is, what came before takes keys to be read
        yield texts.inline(f"history-{found.history.replace('_', '-')}")
    if found.access_rule in ("restricted", "unrestricted", "direct"):
        yield texts.inline(f"tchap-{found.access_rule}")
    if found.trust is Trust.SIGNED:
        yield texts.inline("diagnosis-signed")
    if trusted := sum(not device.left_out for device in found.doubtful):
        yield texts.inline("diagnosis-unverified", count=trusted)
    yield texts.inline("diagnosis-rights", level=_level(found.power))
    if found.encrypted and not found.key_given:
        yield texts.inline("diagnosis-no-key-yet")


def _level(power: float) -> str:
    return "∞" if isinf(power) else f"{power:.0f}"


def _name(user: UserId) -> str:
    return "@" + localpart(user)


COMMANDS = (
    Command(
        id="diagnosis",
        name="diagnostic",
        english="diagnostics",
        aliases=("diagnostique", "diagnosis", "diag"),
        run=diagnose,
        role=Role.MODERATOR,
        detailed=True,
        examines=True,
    ),
)
