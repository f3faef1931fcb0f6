"""!mes-données: everything that is kept of somebody, told to them alone."""

import json
from dataclasses import dataclass
from datetime import timedelta

from commonsbot.commands import words_of_others
from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import name_of
from commonsbot.commons.my_data import as_lines, readable
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.messages import Kind, Outgoing, Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.errors import UserError

_FOR_PROGRAMS = frozenset({"json", "brut", "brutes", "raw"})

_OF_OTHERS = frozenset({"autres", "autre", "others", "other"})

PATIENCE = timedelta(days=30)
"""How long a moderator may take: the law gives a month (GDPR, article 12)."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """Whose data, where they are told, and how."""

    of: UserId
    chat: RoomId
    for_programs: bool


async def tell(context: Context, said: str | None = None) -> Reply | None:
    """In the direct chat; where there is none, a moderator is asked to hand them over."""
    message = context.message
    first, _, rest = (said or "").partition(" ")
    if name_of(first) in _OF_OTHERS:
        return await words_of_others.ask(context, rest)
    for_programs = bool(_FOR_PROGRAMS & set(map(name_of, (said or "").split())))
    chat = message.room if message.direct else await context.tx.rooms.direct_with(message.sender)
    if chat is None:
        return await _ask_moderators(context)
    await _send(context, _Copy(message.sender, chat, for_programs))
    if message.direct:
        return None
    return context.notice("my-data-sent")


async def _send(context: Context, copy: _Copy) -> None:
    """As many messages as it takes, in order."""
    rows = await context.tx.people.rows(copy.of)
    texts = context.towards(copy.chat).texts
    parts = as_lines(rows) if copy.for_programs else readable(texts, rows)
    for number, document in enumerate(parts, 1):
        await context.tx.outbox.add(
            Outgoing(
                key=f"my-data:{context.message.event}:{number}",
                room=copy.chat,
                kind=Kind.ANSWER,
                document=document,
                notice=True,
            )
        )


async def _ask_moderators(context: Context) -> Reply:
    """Said in the room, without a word of what is kept."""
    message = context.message
    await context.tx.prompts.add(
        Ask.MY_DATA,
        f"answer:{message.event}",
        None,
        message.room,
        moderated=True,
        thread=message.thread,
        subject=json.dumps({"user": message.sender, "by": message.origin}),
        expires_at=context.now + PATIENCE,
    )
    who = context.views.person(message.sender)
    return Reply((context.texts.paragraph("my-data-asked", who=who),))


async def answer(context: Context, prompt: Prompt, yes: bool) -> Reply:
    """A moderator reads them in their own direct chat, and hands them over. Raises UserError."""
    user = UserId(json.loads(prompt.subject)["user"])
    who = context.views.person(user)
    if not yes:
        said = context.texts.paragraph("my-data-refused", who=who)
        return Reply((said,), also=(user,))
    chat = await context.tx.rooms.direct_with(context.message.sender)
    if chat is None:
        raise UserError("my-data-no-chat")
    await _send(context, _Copy(user, chat, for_programs=False))
    await context.journal("hand over", "member", user)
    said = context.texts.paragraph("my-data-handed", who=who)
    return Reply((said,), also=(user,))


ANSWERS: Answers = {Ask.MY_DATA: answer}

COMMANDS = (
    Command(
        id="my-data",
        of_right=True,
        name="mes-données",
        english="my-data",
        aliases=("mes données", "mesdonnées", "mydata"),
        run=tell,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-my-data",
        example="example-my-data",
        detailed=True,
    ),
)
