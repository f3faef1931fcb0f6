"""Collections in the shared format: documents, queries, and which documents answer which."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    title: str
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    id: str
    text: str
    kind: str = "orig"
    """`noaccent` and `typo` are copies of others, made to be harder."""


@dataclass(frozen=True, slots=True)
class Collection:
    name: str
    documents: tuple[Document, ...]
    queries: tuple[Query, ...]
    grades: Mapping[str, Mapping[str, int]]
    """Of each query, the grade of each document that answers it."""


def read_documents(path: Path) -> tuple[Document, ...]:
    """A JSON object a line: id, title, text, tags (a list, or words between commas)."""
    return tuple(
        Document(str(row["id"]), row.get("title") or "", row.get("text") or "", _tags(row))
        for row in _rows(path)
    )


def read_queries(path: Path) -> tuple[Query, ...]:
    """A JSON object a line: id, text, kind."""
    return tuple(Query(str(r["id"]), r["text"], r.get("kind", "orig")) for r in _rows(path))


def read_collection(folder: Path, split: str = "dev") -> Collection:
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / f"qrels.{split}.tsv").read_text(encoding="utf-8").splitlines():
        query, document, grade = line.split("\t")
        grades[query][document] = int(grade)
    return Collection(
        folder.name,
        read_documents(folder / "corpus.jsonl"),
        read_queries(folder / f"queries.{split}.jsonl"),
        grades,
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _tags(row: Mapping[str, object]) -> tuple[str, ...]:
    tags = row.get("tags") or ()
    parts = tags.split(",") if isinstance(tags, str) else map(str, tags)  # type: ignore[call-overload]
    return tuple(part.strip() for part in parts if part.strip())
