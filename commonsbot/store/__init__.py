"""The only SQL of the bot."""

from commonsbot.store.store import Store, Transaction

__all__ = ["Store", "Transaction"]
