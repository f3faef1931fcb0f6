"""COMMANDS is the one table: what is not in it does not exist. GESTURES are its emojis."""

from commonsbot.commands import (
    diagnosis,
    editions,
    experiences,
    follows,
    questions,
    resources,
    sources,
    thanks,
    themes,
    trials,
    vocabulary,
)
from commonsbot.commands.announcements import announce
from commonsbot.commands.answers import Answers, answer_commands
from commonsbot.commands.dispatch import Dispatcher
from commonsbot.commands.help import help_command
from commonsbot.commands.reactions import Gestures

ANSWERS: Answers = {**trials.ANSWERS, **questions.ANSWERS}

_OTHERS = (
    *resources.COMMANDS,
    *experiences.COMMANDS,
    *thanks.COMMANDS,
    *trials.COMMANDS,
    *questions.COMMANDS,
    *follows.COMMANDS,
    *answer_commands(ANSWERS),
    *themes.COMMANDS,
    *sources.COMMANDS,
    *editions.COMMANDS,
    *diagnosis.COMMANDS,
    *vocabulary.COMMANDS,
)

COMMANDS = (help_command(_OTHERS), *_OTHERS)

GESTURES = Gestures.of(ANSWERS, thanks.GESTURES)

__all__ = ["COMMANDS", "GESTURES", "Dispatcher", "announce"]
