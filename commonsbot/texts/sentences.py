"""The messages of Fluent files, each parsed when it is first needed: a bot at rest holds few.

Parsing them all takes a quarter of a second at each start, and megabytes ever after.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern

_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
_REFERENCE = re.compile(r"\{ *(-?[a-z][\w-]*)")
"""To another message or term: variables begin with $, functions are in capitals."""


class Sentences:
    def __init__(
        self, language: str, files: Iterable[Path], typography: Callable[[str], str]
    ) -> None:
        """In the order of `files` the last message of a name wins."""
        self._bundle = FluentBundle([language], use_isolating=False)
        self._typography = typography
        self._sources: dict[str, str] = {}
        for file in files:
            self._sources |= _entries(file)
        self._parsed: set[str] = set()

    def pattern(self, id: str) -> Pattern:
        """What the message says. Raises LookupError when there is none."""
        self._parse(id)
        message = self._bundle.get_message(id)
        if message.value is None:
            raise LookupError(f"the message {id} has no text")
        return message.value

    def format(self, pattern: Pattern, values: dict[str, object]) -> str:
        """Raises LookupError for a value that is missing."""
        words, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise LookupError(str(errors[0]))
        return str(words)

    def _parse(self, id: str) -> None:
        """Makes the message known, and those it refers to."""
        if id in self._parsed or id not in self._sources:
            return
        self._parsed.add(id)
        source = self._sources[id]
        self._bundle.add_resource(_parsed(self._typography(source)))
        for other in _REFERENCE.findall(source):
            self._parse(other)


_parsed = cache(FluentResource)


@cache
def _entries(file: Path) -> dict[str, str]:
    """The messages and terms of a Fluent file, by name, each as it is written."""
    source = file.read_text(encoding="utf-8")
    starts = list(_ENTRY.finditer(source))
    ends = [each.start() for each in starts[1:]] + [len(source)]
    return {each[1]: source[each.start() : end] for each, end in zip(starts, ends, strict=True)}
