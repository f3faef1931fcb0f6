"""Which formats there are, and which one a path is in."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from commonsbot.commons.exchange import jsonlines, markdown, table
from commonsbot.commons.exchange.reading import Item
from commonsbot.commons.exchange.writing import Add


@dataclass(frozen=True, slots=True)
class Format:
    write: Callable[[Path], AbstractContextManager[Add]]
    """To the path, whole or not at all."""
    read: Callable[[Path], Iterator[Item]]
    endings: tuple[str, ...]


FORMATS = {
    "jsonl": Format(jsonlines.write, jsonlines.read, (".jsonl", ".ndjson")),
    "markdown": Format(markdown.write, markdown.read, ("", ".md")),
    "csv": Format(table.write, table.read, (".csv",)),
}


def format_of(path: Path) -> Format | None:
    """After the name's ending; a folder is of Markdown."""
    if path.is_dir():
        return FORMATS["markdown"]
    ending = path.suffix.lower()
    return next((one for one in FORMATS.values() if ending in one.endings), None)
