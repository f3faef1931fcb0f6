"""A folder of Markdown files: a resource each, its facts before its text (YAML front matter)."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import yaml

from commonsbot.commons.exchange.reading import Fault, Item, checked, converted
from commonsbot.commons.exchange.writing import Add, growing
from commonsbot.domain.folding import fold
from commonsbot.domain.records import Gone, Record, Whole

FOLDER = 1000
"""Resources in one folder: file managers show no more with ease."""

_MARK = "---\n"
_WORD = re.compile(r"[a-z0-9]+")

_UNPRINTABLE = re.compile("[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML takes for a line break, or refuses, unless it is escaped (YAML 1.1, 5.1)."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@contextmanager
def write(path: Path) -> Iterator[Add]:
    """Fills the folder `path`. What was taken back leaves no file."""
    with growing(path) as new:
        new.mkdir()

        def add(item: Whole | Gone) -> None:
            if isinstance(item, Whole):
                folder = new / f"{(item.record.number or 0) // FOLDER:03d}"
                folder.mkdir(exist_ok=True)
                (folder / _name(item.record)).write_bytes(_written(item.record).encode())

        yield add


def _name(record: Record) -> str:
    words = "-".join(_WORD.findall(fold(record.title)))[:60].strip("-")
    return f"{record.number or 0:05d}-{words or 'fiche'}.md"


def _written(record: Record) -> str:
    """The file of one resource."""
    facts = msgspec.to_builtins(record)
    text = facts.pop("text", "")
    del facts["type"]
    front = "".join(f"{name}: {_value(value)}\n" for name, value in facts.items())
    return f"{_MARK}{front}{_MARK}{text}\n"


def _value(value: Any) -> str:
    """JSON is YAML too, and written ten times faster."""
    return _UNPRINTABLE.sub(
        lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False)
    )


def read(path: Path) -> Iterator[Item]:
    for file in sorted(path.rglob("*.md")):
        yield _item(file)


def _parts(content: str) -> tuple[str, str]:
    """The front matter and the text. Raises ValueError."""
    start = content.index(_MARK)
    end = content.index(f"\n{_MARK}", start + len(_MARK) - 1)
    return content[start + len(_MARK) : end + 1], content[end + 1 + len(_MARK) :]


def _item(file: Path) -> Item:
    place = str(file)
    try:
        front, text = _parts(file.read_bytes().decode())
        facts = yaml.load(front, Loader=_Loader)  # noqa: S506 - a safe loader
    except (UnicodeDecodeError, ValueError, yaml.YAMLError) as error:
        return Fault(place, "import-no-front", {"detail": str(error)[:200]})
    if not isinstance(facts, dict):
        return Fault(place, "import-no-front", {"detail": ""})
    record = converted({**facts, "text": text.removesuffix("\n")}, Record, place)
    if isinstance(record, Record):
        record = checked(record, place)
    return record if isinstance(record, Fault) else Whole(record)
