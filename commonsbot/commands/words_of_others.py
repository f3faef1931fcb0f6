"""« !mes-données autres »: asks moderators to look for what others wrote about somebody.

Nothing of it is shown by the bot: those texts speak of other people too (GDPR, article 15(4)).
"""

import json
import re
from datetime import timedelta

from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Context
from commonsbot.commons.asking import Place, Question, put
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.markup import Block, Bullets, Code, Document
from commonsbot.domain.messages import Kind, Outgoing, Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.errors import UserError

PATIENCE = timedelta(days=30)
"""The law gives a month (GDPR, article 12)."""

MOST = 8
"""Words or names to look for."""

LENGTH = 60
"""Characters of each."""


async def ask(context: Context, said: str) -> Reply:
    """Puts the words to the moderators' room, else to the room's moderators. Raises UserError."""
    wanted = _wanted(said)
    if not wanted:
        raise UserError("others-which")
    desk = context.house.desk()
    if desk is None or not await context.tx.rooms.serves(desk):
        return await _ask_here(context, wanted)
    key = f"others:{context.message.event}"
    question = Question(
        ask=Ask.OTHERS,
        key=key,
        to=None,
        moderated=True,
        document=_request(context.towards(desk), wanted),
        subject=_subject(context),
        expires_at=context.now + PATIENCE,
    )
    await put(context.tx, question, Place(room=desk))
    said_so = context.texts.document("others-asked", days=PATIENCE.days)
    return Reply(said_so, notice=True)


def _wanted(said: str) -> list[str]:
    """« Anne Martin, Mme Martin »."""
    pieces = (" ".join(re.sub(r'[«»"“”]', " ", one).split()) for one in re.split("[,;\n]", said))
    return [one[:LENGTH] for one in dict.fromkeys(pieces) if one][:MOST]


async def _ask_here(context: Context, wanted: list[str]) -> Reply:
    """The answer itself is the question, which whoever is in the room reads."""
    message = context.message
    if message.direct:
        raise UserError("others-nowhere")
    await context.tx.prompts.add(
        Ask.OTHERS,
        f"answer:{message.event}",
        None,
        message.room,
        moderated=True,
        thread=message.thread,
        subject=_subject(context),
        expires_at=context.now + PATIENCE,
    )
    return Reply(_request(context, wanted))


def _subject(context: Context) -> str:
    """Not the words: they go with the message that says them."""
    message = context.message
    return json.dumps({"user": message.sender, "by": message.origin, "room": message.room})


def _request(context: Context, wanted: list[str]) -> Document:
    """Who asks, what to look for and how, and what each answer does."""
    texts = context.texts
    who = context.views.person(context.message.sender)
    rows = tuple((Code(texts.plain("others-search", words=words)),) for words in wanted)
    head: list[Block] = [texts.paragraph("others-request", who=who, days=PATIENCE.days)]
    return (*head, Bullets(rows), *texts.document("others-how"))


async def answer(context: Context, prompt: Prompt, yes: bool) -> Reply:
    """A moderator says that it is settled, or that it can't be; who asked is told."""
    about = json.loads(prompt.subject)
    user, room = UserId(about["user"]), RoomId(about["room"])
    outcome = "settled" if yes else "refused"
    await context.journal(f"{outcome} words of", "member", user)
    who = context.views.person(user)
    if room == prompt.room:
        note = context.texts.paragraph(f"others-{outcome}", who=who)
        return Reply((note,), also=(user,))
    direct = await context.tx.rooms.direct_with(user)
    note = context.towards(direct or room).texts.paragraph(f"others-{outcome}", who=who)
    await context.tx.outbox.add(
        Outgoing(
            key=f"{prompt.key}:answered",
            room=direct or room,
            kind=Kind.NOTE,
            document=(note,),
            mentions=() if direct else (user,),
        )
    )
    return context.notice("others-told", who=who)


ANSWERS: Answers = {Ask.OTHERS: answer}
