"""What a file to import holds: good items, and what is wrong with the others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

import msgspec

from commonsbot.domain.records import Gone, Record, Whole
from commonsbot.domain.resources import TITLE_LIMIT

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Fault:
    """An item that can't be taken. `sentence` names the message that says why and the remedy."""

    place: str
    """« line 12 » in words of no language: « commons.jsonl:12 »."""
    sentence: str
    values: Mapping[str, str]


Item: TypeAlias = Whole | Gone | Fault

_REFUSED = re.compile(r"(?P<problem>.*?)(?: - at `\$\.?(?P<path>[^`]*)`)?$", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<name>[^`]+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>[^`]+)`")


def converted(value: Any, kind: type[_Kind], place: str) -> _Kind | Fault:
    """A mapping of text and lists as a record."""
    try:
        return msgspec.convert(value, kind, strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        return refused(error, place)


def checked(record: Record, place: str) -> Record | Fault:
    """What the types alone don't say."""
    if not record.title.strip() or "\n" in record.title or len(record.title) > TITLE_LIMIT:
        return Fault(place, "import-bad-title", {"limit": str(TITLE_LIMIT)})
    if record.number is not None and not 0 < record.number < 2**53:
        return Fault(place, "import-bad-number", {"value": str(record.number)})
    try:
        _ = record.facets
    except ValueError as error:
        value, _, choices = str(error).partition(": ")
        return Fault(place, "import-bad-choice", {"value": value, "choices": choices})
    return record


def refused(error: Exception, place: str) -> Fault:
    """Our sentence for what msgspec says."""
    said = _REFUSED.fullmatch(str(error))
    assert said, "any text matches"
    problem, path = said["problem"], said["path"] or ""
    if missing := _MISSING.match(problem):
        return Fault(place, "import-missing", {"name": _joined(path, missing["name"])})
    if unknown := _UNKNOWN.match(problem):
        return Fault(place, "import-unknown", {"name": _joined(path, unknown["name"])})
    if isinstance(error, msgspec.ValidationError) and path:
        return Fault(place, "import-bad-value", {"name": path, "detail": problem})
    return Fault(place, "import-unreadable", {"detail": problem[:200]})


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
