"""Thanking an author: told privately, counted on the card, never ranked."""

from enum import Enum, auto

from commonsbot.domain.ids import UserId
from commonsbot.domain.resources import Resource
from commonsbot.store import Transaction
from commonsbot.store.notes import News


class Thanked(Enum):
    NOW = auto()
    BEFORE = auto()
    ONESELF = auto()


async def thank(tx: Transaction, resource: Resource, user: UserId) -> Thanked:
    if resource.author == user:
        return Thanked.ONESELF
    if not await tx.thanks.add(resource.id, user):
        return Thanked.BEFORE
    if resource.author:
        await tx.notes.add(resource.author, News.THANKED, resource.id, user)
    return Thanked.NOW
