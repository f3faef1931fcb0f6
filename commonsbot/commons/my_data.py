"""What is kept of somebody, as they read it and as a program does."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from commonsbot.domain.markup import Bold, Bullets, Code, Document, Inline, Paragraph, Text
from commonsbot.store.people import Rows
from commonsbot.texts import Translator

PART = 12_000
"""Bytes of one message: written twice, and encrypted, it fits an event of 65,536."""

_SHOWN: Mapping[str, Sequence[str]] = {
    "resource": ("id", "title", "status", "audience", "licence", "text"),
    "revision": ("resource_id", "number", "why"),
    "resource_theme": ("resource_id", "written"),
    "resource_link": ("resource_id", "cleaned"),
    "capture": ("resource_id", "words", "page"),
    "trial": ("resource_id", "outcome", "note", "cost", "changed", "shown"),
    "thanks": ("resource_id",),
    "useful": ("resource_id",),
    "proposal": ("resource_id", "state", "change"),
    "follow": ("query",),
    "search_page": ("query",),
    "journal": ("what", "noun", "noun_id", "why"),
    "own_hours": ("document",),
}
"""The columns that tell most; every other one is in the lines for programs."""

_LONGEST = 300
"""Characters of one value that are read; the lines for programs have it whole."""


def readable(texts: Translator, rows: Rows) -> Iterator[Document]:
    """By what it is: how many, and what they say. No part is too long for a message."""
    if not rows:
        yield (texts.paragraph("my-data-nothing"),)
        return
    yield from _filled(texts.document("my-data-title"), _blocks(texts, rows))


def _blocks(texts: Translator, rows: Rows) -> Iterator[tuple[Paragraph, Sequence[str]]]:
    for table, found in rows.items():
        name = texts.plain(f"my-data-{table.replace('_', '-')}")
        heading = Paragraph((Bold((Text(f"{name} ({len(found)})"),)),))
        yield heading, [said for row in found if (said := _line(table, row))]


def _line(table: str, row: Mapping[str, Any]) -> str:
    values = (str(row[column]) for column in _SHOWN.get(table, ()) if row.get(column))
    return " · ".join(" ".join(value.split())[:_LONGEST] for value in values)


def _filled(
    title: Document, blocks: Iterator[tuple[Paragraph, Sequence[str]]]
) -> Iterator[Document]:
    part, size = [*title], 0
    for heading, said in blocks:
        items: list[tuple[Inline, ...]] = []
        part.append(heading)
        for line in said:
            if size + len(line.encode()) > PART:
                yield (*part, Bullets(tuple(items))) if items else tuple(part)
                part, items, size = [], [], 0
            items.append((Text(line),))
            size += len(line.encode())
        if items:
            part.append(Bullets(tuple(items)))
    yield tuple(part)


def as_lines(rows: Rows) -> Iterator[Document]:
    """JSON Lines (https://jsonlines.org): a row a line, its table under `table`."""
    part: list[Paragraph] = []
    size = 0
    for line in _json_lines(rows):
        for piece in _pieces(line):
            if size + len(piece.encode()) > PART and part:
                yield tuple(part)
                part, size = [], 0
            part.append(Paragraph((Code(piece),)))
            size += len(piece.encode())
    if part:
        yield tuple(part)


def _json_lines(rows: Rows) -> Iterator[str]:
    for table, found in rows.items():
        for row in found:
            yield json.dumps({"table": table, **row}, ensure_ascii=False)


def _pieces(line: str) -> Iterator[str]:
    """A line that no message holds is cut, and goes on in the next paragraph."""
    most = PART // 4
    return (line[start : start + most] for start in range(0, len(line), most))
