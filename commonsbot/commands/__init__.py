"""COMMANDS is the one table: what is not in it does not exist."""

from commonsbot.commands import editions, resources, sources, thanks
from commonsbot.commands.announcements import announce
from commonsbot.commands.dispatch import Dispatcher
from commonsbot.commands.help import help_command

_OTHERS = (*resources.COMMANDS, *thanks.COMMANDS, *sources.COMMANDS, *editions.COMMANDS)

COMMANDS = (help_command(_OTHERS), *_OTHERS)

__all__ = ["COMMANDS", "Dispatcher", "announce"]
