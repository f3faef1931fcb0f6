"""Which documents are worth scoring: one statement, whose work is bounded whatever is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from commonsbot.store.index.tables import Tables

BUDGET = 4000
"""Rows that the words may bring in alone; more frequent words only add to those."""
_FREQUENT = 600
"""Rows, the newest, of a word too frequent for the budget."""
_TITLE = 0.5
"""Part of a word's worth that only counts in the title and themes."""


@dataclass(frozen=True, slots=True)
class Term:
    stem: str
    worth: float
    documents: int


@dataclass(frozen=True, slots=True)
class Branch:
    """Rows of one FTS5 query, and what each is worth."""

    match: str
    worth: float
    limit: int


def hits(tables: Tables, terms: Sequence[Term], limit: int) -> tuple[str, list[Any]]:
    """A query for (id, worth), the best first, and its values; `terms` must not be empty."""
    branches = list(_branches(terms))
    one = (
        f"SELECT * FROM (SELECT rowid AS id, ? AS worth FROM {tables.terms}"
        f" WHERE {tables.terms} MATCH ? ORDER BY rowid DESC LIMIT ?)"
    )
    sql = (
        f"SELECT id, sum(worth) AS worth FROM ({' UNION ALL '.join([one] * len(branches))})"
        " GROUP BY id ORDER BY worth DESC, id DESC LIMIT ?"
    )
    values = [v for branch in branches for v in (branch.worth, branch.match, branch.limit)]
    return sql, [*values, limit]


def _branches(terms: Sequence[Term]) -> Iterator[Branch]:
    """The most telling words bring in all their documents, as long as the budget lasts."""
    left = BUDGET
    alone: list[str] = []
    for term in sorted(terms, key=lambda term: -term.worth):
        word = f'"{term.stem}"'
        if term.documents <= left:
            left -= term.documents
            alone.append(word)
            yield Branch(word, term.worth, BUDGET)
            continue
        if alone:
            yield Branch(f"{word} AND ({' OR '.join(alone)})", term.worth, BUDGET)
        yield Branch(f"{{title themes}} : {word}", term.worth, _FREQUENT)
        if not alone:
            yield Branch(word, term.worth / 2, _FREQUENT)
            alone.append(word)
