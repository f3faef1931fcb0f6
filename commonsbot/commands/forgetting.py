"""!oublier: one says whether one's cards go or stay unsigned, reads what goes, and says yes."""

import json
from datetime import timedelta

from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import name_of
from commonsbot.commons.forget import Manner, Stock, forget, stock
from commonsbot.domain.markup import Block, Bullets, Document, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.errors import UserError

PATIENCE = timedelta(minutes=15)
"""How long the question waits: it should not be answered by accident later."""

_MANNERS = {
    **dict.fromkeys("effacer efface tout supprimer erase delete all".split(), Manner.ERASE),
    **dict.fromkeys(
        "anonymiser anonymise anonyme anonymisation anonymize anonymous".split(), Manner.ANONYMISE
    ),
}
_FILLING = frozenset("mes my donnees data moi me please svp stp et les the".split())
"""« !oublier mes données » chooses nothing yet."""


async def ask(context: Context, said: str | None = None) -> Reply:
    """Both ways, or the question once one is chosen. Raises UserError."""
    manner = _manner(said or "")
    kept = await stock(context.tx, context.message.sender)
    if not kept:
        return context.notice("forget-nothing")
    if manner is None:
        return Reply(_ways(context, kept))
    await _open(context, manner)
    return Reply(_question(context, kept, manner))


def _manner(said: str) -> Manner | None:
    words = [word for word in map(name_of, said.split()) if word not in _FILLING]
    if not words:
        return None
    manner = _MANNERS.get(words[0])
    if manner is None:
        raise UserError("forget-which", word=words[0][:40])
    return manner


def _ways(context: Context, kept: Stock) -> Document:
    texts = context.texts
    ways = Bullets((texts.inline("forget-way-erase"), texts.inline("forget-way-anonymise")))
    blocks: list[Block] = [texts.paragraph("forget-ways")]
    if context.message.direct:  # in a room it is nobody else's business
        blocks.append(_stock(context, kept))
    return (*blocks, ways, texts.paragraph("forget-others"))


async def _open(context: Context, manner: Manner) -> None:
    message = context.message
    before = await context.tx.prompts.open_for(message.sender, message.room, ask=Ask.FORGET)
    if before:
        await context.tx.prompts.close(before.id)
    await context.tx.prompts.add(
        Ask.FORGET,
        f"answer:{message.event}",
        message.sender,
        message.room,
        thread=message.thread,
        subject=json.dumps({"manner": manner, "by": message.origin}),
        expires_at=context.now + PATIENCE,
    )


def _question(context: Context, kept: Stock, manner: Manner) -> Document:
    """Exactly what goes, what stays, and how to say yes."""
    texts = context.texts
    blocks: list[Block] = [texts.paragraph(f"forget-ask-{manner}")]
    if context.message.direct:
        blocks.append(_stock(context, kept))
    return (
        *blocks,
        *texts.document(f"forget-goes-{manner}"),
        texts.paragraph("forget-answer", minutes=PATIENCE.seconds // 60),
    )


def _stock(context: Context, kept: Stock) -> Bullets:
    counts = {name: getattr(kept, name) for name in Stock.__slots__}
    return Bullets(
        tuple(
            context.texts.inline(f"forget-stock-{name}", count=count)
            for name, count in counts.items()
            if count
        )
    )


async def answer(context: Context, prompt: Prompt, yes: bool) -> Reply:
    texts = context.texts
    if not yes:
        return context.notice("forget-declined")
    manner = Manner(json.loads(prompt.subject)["manner"])
    await forget(context.tx, context.message.sender, manner)
    rows = [texts.inline(f"forget-done-{manner}"), texts.inline("forget-done-file")]
    if context.message.direct:
        rows.append(texts.inline("forget-done-chat"))
    return Reply((Paragraph(lines(*rows)),))


ANSWERS: Answers = {Ask.FORGET: answer}

COMMANDS = (
    Command(
        id="forget",
        of_right=True,
        name="oublier",
        english="forget",
        aliases=("oublie", "oublie-moi", "oubliez-moi", "forget-me"),
        run=ask,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-forget",
        example="example-forget",
        detailed=True,
    ),
)
