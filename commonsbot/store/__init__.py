"""The only SQL of the bot."""

from commonsbot.store.store import Store
from commonsbot.store.transaction import Transaction

__all__ = ["Store", "Transaction"]
