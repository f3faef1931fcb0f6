"""French typography: spaces that must not break a line."""

import re

_NBSP = "\u00a0"
_BEFORE = re.compile(r" (?=[:;?!»%€](?:\W|$))", re.MULTILINE)
_AFTER = re.compile(r"(?<=«) |(?<=\bn°) |(?<=\d) (?=\d{3}\b)")
_SHORT = 24


def french(source: str) -> str:
    """Ordinary spaces that French typography keeps on the line become non-breaking."""
    return _AFTER.sub(_NBSP, _BEFORE.sub(_NBSP, source))


def unbroken(command: str) -> str:
    """A short command is never cut in its middle by a narrow screen."""
    return command.replace(" ", _NBSP) if len(command) <= _SHORT else command
