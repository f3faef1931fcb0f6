"""Thanking an author: counted on the card, never ranked."""

from enum import Enum, auto

from commonsbot.domain.ids import UserId
from commonsbot.domain.resources import Resource
from commonsbot.store import Transaction


class Thanked(Enum):
    NOW = auto()
    BEFORE = auto()
    ONESELF = auto()


async def thank(tx: Transaction, resource: Resource, user: UserId) -> Thanked:
    if resource.author == user:
        return Thanked.ONESELF
    return Thanked.NOW if await tx.thanks.add(resource.id, user) else Thanked.BEFORE
