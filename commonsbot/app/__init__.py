"""The composition root: the only place that knows every layer, the settings and the clock."""

from commonsbot.app.bot import Bot
from commonsbot.app.clock import now
from commonsbot.app.process import credentials_of, run

__all__ = ["Bot", "credentials_of", "now", "run"]
