"""JSON Lines (https://jsonlines.org): a record a line, each resource before what belongs to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from commonsbot.commons.exchange.reading import Fault, Item, checked, refused
from commonsbot.commons.exchange.writing import Add, growing
from commonsbot.domain.records import Gone, Line, Particular, Record, Whole

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Line)


def schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a line."""
    return msgspec.json.schema(Line)


@contextmanager
def write(path: Path) -> Iterator[Add]:
    with growing(path) as new, new.open("wb") as file:

        def add(item: Whole | Gone) -> None:
            lines = [item] if isinstance(item, Gone) else [item.record, *item.particulars]
            file.write(b"".join(_encoder.encode(line) + b"\n" for line in lines))

        yield add


def read(path: Path) -> Iterator[Item]:
    """Each resource with what follows it; what follows a bad one goes with it, as one fault."""
    head: Record | Gone | Fault | None = None
    particulars: list[Particular] = []
    for place, line in _lines(path):
        if isinstance(line, Particular):
            particulars.append(line)
            if head is None:
                head = Fault(place, "import-orphan", {})
            continue
        if head is not None:
            yield _item(head, particulars)
        head, particulars = line, []
    if head is not None:
        yield _item(head, particulars)


def _item(head: Record | Gone | Fault, particulars: list[Particular]) -> Item:
    return Whole(head, tuple(particulars)) if isinstance(head, Record) else head


def _lines(path: Path) -> Iterator[tuple[str, Line | Fault]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                place = f"{path}:{number}"
                yield place, _line(line, place)


def _line(line: bytes, place: str) -> Line | Fault:
    try:
        read = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return refused(error, place)
    return checked(read, place) if isinstance(read, Record) else read
