"""A member would like the message of another kept: its author decides."""

from dataclasses import replace
from datetime import datetime, timedelta

from commonsbot.domain.captures import Nomination, nomination, subject
from commonsbot.domain.ids import EventId, ResourceId, UserId
from commonsbot.domain.messages import Said
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.store import Transaction

ANSWER_WITHIN = timedelta(days=7)
"""After that, nothing is kept."""


async def nominate(
    tx: Transaction, said: Said, what: Nomination, key: str, thread: EventId | None, at: datetime
) -> bool:
    """Opens the question to the author of `said`, put `at`; False when it was put before."""
    opened = await tx.prompts.add(
        Ask.CAPTURE,
        key,
        said.sender,
        said.room,
        thread=thread,
        subject=subject(what),
        expires_at=at + ANSWER_WITHIN,
    )
    return opened is not None


async def open_nomination(tx: Transaction, event: EventId) -> Prompt | None:
    """The question about the message `event` that waits for its author."""
    about = await tx.prompts.about(event)
    return next((prompt for prompt in about if prompt.ask is Ask.CAPTURE), None)


async def second(tx: Transaction, prompt: Prompt, user: UserId) -> None:
    """Another member would like it kept too."""
    what = nomination(prompt.subject)
    useful = tuple(dict.fromkeys([*what.useful, user]))
    await tx.prompts.amend(prompt.id, subject(replace(what, useful=useful)))


async def join(tx: Transaction, prompt: Prompt, question: ResourceId) -> None:
    """Kept, the message would answer `question`."""
    what = replace(nomination(prompt.subject), question=question)
    await tx.prompts.amend(prompt.id, subject(what))
