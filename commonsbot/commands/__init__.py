"""COMMANDS is the one table: what is not in it does not exist. GESTURES are its emojis."""

from collections.abc import Iterable

from commonsbot.commands import (
    audiences,
    captures,
    consent,
    duplicates,
    editions,
    history,
    licences,
    links,
    merges,
    proposals,
    resources,
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
    **consent.ANSWERS,
    **duplicates.ANSWERS,
    **audiences.ANSWERS,
    **proposals.ANSWERS,
    **reviews.ANSWERS,
    **links.ANSWERS,
}

_OTHERS = (
    *captures.COMMANDS,
    *resources.COMMANDS,
    *history.COMMANDS,
    *revisions.COMMANDS,
    *proposals.COMMANDS,
    *audiences.COMMANDS,
    *licences.COMMANDS,
    *reviews.COMMANDS,
    *merges.COMMANDS,
    *thanks.COMMANDS,
    *answer_commands(ANSWERS),
    *duplicates.COMMANDS,
    *sources.COMMANDS,
    *editions.COMMANDS,
)

COMMANDS = (help_command(_OTHERS), *_OTHERS)


def gestures_with(capture: Iterable[str]) -> Gestures:
    """`capture`: the emojis that keep a message."""
    return Gestures.of(ANSWERS, [*thanks.GESTURES, *captures.gestures(capture)])


GESTURES = gestures_with(captures.EMOJIS)

__all__ = ["COMMANDS", "GESTURES", "Dispatcher", "gestures_with"]
