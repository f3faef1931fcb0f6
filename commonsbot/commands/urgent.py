"""!urgent: the one way past everybody's hours, for those who were named, and never unsaid."""

import re

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.domain.ids import UserId
from commonsbot.domain.markup import Paragraph, Text, lines
from commonsbot.domain.messages import Kind, Outgoing, Reply
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError

_USERS = re.compile(r"@[^\s:@]+:[\w.-]+(?::\d+)?")


async def say(context: Context, content: str) -> Reply | None:
    """The message itself is the answer; it says that it is urgent, and from whom it is."""
    message = context.message
    if message.direct:
        raise UserError("hours-room-where", command="urgent")
    head = "urgent-head" if context.hours.is_open(context.now) else "urgent-head-closed"
    who = context.views.person(message.sender)
    rows = [[Text(line)] for line in content.splitlines() if line.strip()]
    await context.tx.outbox.add(
        Outgoing(
            key=f"urgent:{message.event}",
            room=message.room,
            kind=Kind.URGENT,
            document=(Paragraph(context.texts.inline(head, who=who)), Paragraph(lines(*rows))),
            mentions=tuple(dict.fromkeys(UserId(user) for user in _USERS.findall(content))),
            thread=message.thread,
        )
    )
    await context.journal("urgent", "room", message.room)
    return None


COMMANDS = (
    Command(
        id="urgent",
        name="urgent",
        english="urgent",
        aliases=("urgence", "emergency"),
        run=say,
        parameter=Parameter.CONTENT,
        role=Role.MODERATOR,
        example="example-urgent",
        detailed=True,
        bypasses_hours=True,
    ),
)
