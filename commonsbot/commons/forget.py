"""Forgetting somebody who asks for it."""

from dataclasses import dataclass
from enum import StrEnum

from commonsbot.commons.erase import GONE, erase
from commonsbot.commons.moderation import take_back_question
from commonsbot.commons.propose import prompt_key
from commonsbot.domain import withholding
from commonsbot.domain.ids import UserId
from commonsbot.domain.resources import Status
from commonsbot.store import Transaction


class Manner(StrEnum):
    """What becomes of the cards of who is forgotten."""

    ERASE = "erase"
    ANONYMISE = "anonymise"
    """They stay, and nobody is said to have shared them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What is kept of somebody that others can see or that they asked for."""

    cards: int = 0
    trials: int = 0
    thanks: int = 0
    proposals: int = 0
    follows: int = 0
    notes: int = 0

    def __bool__(self) -> bool:
        return self != Stock()


async def stock(tx: Transaction, user: UserId) -> Stock:
    counts = await tx.people.counts(user)
    return Stock(
        cards=counts.get("resource", 0),
        trials=counts.get("trial", 0),
        thanks=counts.get("thanks", 0) + counts.get("useful", 0),
        proposals=counts.get("proposal", 0),
        follows=counts.get("follow", 0),
        notes=counts.get("note", 0) + counts.get("prompt", 0),
    )


async def forget(tx: Transaction, user: UserId, manner: Manner) -> None:
    """Nothing names `user` any more. What others gave to their cards stays, unsigned."""
    for id in await tx.people.shared_by(user):
        resource = await tx.resources.at(id)
        assert resource, "it was just listed"
        if manner is Manner.ERASE or resource.status in GONE:
            await erase(tx, resource, user, Status.WITHDRAWN)
        await tx.people.unsign(id)
    for proposal in await tx.proposals.by(user):
        await take_back_question(tx, prompt_key(proposal))  # it names them, and repeats them
    await tx.sending.withhold(withholding.of_person(user))
    await tx.people.forget(user, words=manner is Manner.ERASE)
    await tx.journal.write(None, "forget", "member", "", manner)
