"""CSV for spreadsheets: a row a resource (RFC 4180, with « ; » as French spreadsheets expect)."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from commonsbot.commons.exchange.reading import Fault, Item, checked, converted
from commonsbot.commons.exchange.writing import Add, growing
from commonsbot.domain.records import Gone, Record, Whole

_FIELDS = Record.__struct_fields__
_LISTS = ("links", "themes", "recognised")
_JSON = ("sections", "files")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "'")
"""A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection")."""

csv.field_size_limit(10_000_000)


@contextmanager
def write(path: Path) -> Iterator[Add]:
    """What was taken back leaves no row."""
    with growing(path) as new, new.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(_FIELDS)

        def add(item: Whole | Gone) -> None:
            if isinstance(item, Whole):
                values = msgspec.to_builtins(item.record)
                rows.writerow([_cell(name, values.get(name)) for name in _FIELDS])

        yield add


def _cell(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name in _LISTS:
        return _harmless("\n".join(value))
    if name in _JSON:
        return msgspec.json.encode(value).decode()
    return _harmless(str(value))


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def read(path: Path) -> Iterator[Item]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        rows = csv.DictReader(file, delimiter=";" if ";" in head else ",", restkey="")
        for row in rows:
            yield _item(row, f"{path}:{rows.line_num}")


def _item(row: dict[str, Any], place: str) -> Item:
    if "" in row:
        return Fault(place, "import-row-long", {})
    try:
        values = {name: _value(name, cell) for name, cell in row.items() if cell}
    except msgspec.DecodeError as error:
        return Fault(place, "import-unreadable", {"detail": str(error)})
    record = converted(values, Record, place)
    if isinstance(record, Record):
        record = checked(record, place)
    return record if isinstance(record, Fault) else Whole(record)


def _value(name: str, cell: str) -> Any:
    if name in _JSON:
        return msgspec.json.decode(cell)
    text = cell[1:] if cell.startswith("'") else cell
    return text.split("\n") if name in _LISTS else text
