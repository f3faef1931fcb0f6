"""From faults to sentences."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from commonsbot.config.shapes import Fault
from commonsbot.errors import ConfigError, ConfigErrors
from commonsbot.texts.command_line import command_line_words


def raise_faults(faults: Mapping[Path, Sequence[Fault]], language: str) -> None:
    """Raises ConfigError for every fault of every file; nothing when there is none."""
    found = [(file, fault) for file, those in faults.items() for fault in those]
    if not found:
        return
    say = command_line_words(language).plain
    errors = [
        ConfigError(
            str(file),
            fault.key,
            say(fault.sentence, **fault.values),
            say(f"{fault.sentence}-remedy", **{"file": str(file), **fault.values}),
        )
        for file, fault in found
    ]
    raise errors[0] if len(errors) == 1 else ConfigErrors(errors)
