"""COMMANDS is the one table: what is not in it does not exist. GESTURES are its emojis."""

from commonsbot.commands import (
    audiences,
    editions,
    history,
    licences,
    links,
    merges,
    proposals,
    resources,
    reverts,
    reviews,
    revisions,
    sources,
    thanks,
)
from commonsbot.commands.answers import Answers, answer_commands
from commonsbot.commands.dispatch import Dispatcher
from commonsbot.commands.help import help_command
from commonsbot.commands.reactions import Gestures

ANSWERS: Answers = {
    **audiences.ANSWERS,
    **proposals.ANSWERS,
    **reviews.ANSWERS,
    **links.ANSWERS,
}

_OTHERS = (
    *resources.COMMANDS,
    *history.COMMANDS,
    *revisions.COMMANDS,
    *reverts.COMMANDS,
    *proposals.COMMANDS,
    *audiences.COMMANDS,
    *licences.COMMANDS,
    *reviews.COMMANDS,
    *merges.COMMANDS,
    *thanks.COMMANDS,
    *answer_commands(ANSWERS),
    *sources.COMMANDS,
    *editions.COMMANDS,
)

COMMANDS = (help_command(_OTHERS), *_OTHERS)

GESTURES = Gestures.of(ANSWERS, thanks.GESTURES)

__all__ = ["COMMANDS", "GESTURES", "Dispatcher"]
