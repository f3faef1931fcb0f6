"""Which index serves, which one is being filled, and the sums that ranking needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from commonsbot.search.weights import USUAL_TEXT
from commonsbot.store.connection import Connection, Fetch, Row
from commonsbot.store.index.tables import Tables

_COLUMNS = "number, serving, analysis, upto, documents, titles, title_words, themed, theme_words"
_SELECT = f"SELECT {_COLUMNS} FROM search_index"


@dataclass(frozen=True, slots=True)
class State:
    tables: Tables
    serving: bool
    analysis: int
    """The version of the analysis that filled it (`search.french.ANALYSIS`)."""
    upto: int | None
    """The last document taken in by a rebuilding; None once all are."""
    documents: int
    lengths: tuple[tuple[int, int], ...]
    """Of titles and themes: how many documents have them, and how many words they hold there."""

    @property
    def averages(self) -> tuple[float, ...]:
        return (*(words / max(having, 1) for having, words in self.lengths), USUAL_TEXT)

    def takes(self, key: int) -> bool:
        """Whether a change of this document concerns it: a rebuilding comes to the others."""
        return self.upto is None or key <= self.upto


class States:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def all(self) -> list[State]:
        return [_state(row) for row in await self._db.fetch(f"{_SELECT} ORDER BY number")]

    async def serving(self) -> State:
        return next(state for state in await self.all() if state.serving)

    async def filling(self) -> State | None:
        return next((state for state in await self.all() if not state.serving), None)

    async def add(self, tables: Tables, fields: Sequence[Sequence[int]], sign: int) -> None:
        """Counts documents in, or out with `sign` -1; `fields`: the words in each field."""
        sums = [
            sum(sign * part for part in column)
            for n in range(2)
            for column in ([1 for f in fields if f[n]], [f[n] for f in fields])
        ]
        await self._db.execute(
            "UPDATE search_index SET documents = documents + ?, titles = titles + ?,"
            " title_words = title_words + ?, themed = themed + ?, theme_words = theme_words + ?"
            " WHERE number = ?",
            *(sign * len(fields), *sums, tables.number),
        )


def serving(fetch: Fetch) -> State:
    """The one that answers, read in the database's thread."""
    (row,) = fetch(f"{_SELECT} WHERE serving = 1")
    return _state(row)


def _state(row: Row) -> State:
    return State(
        tables=Tables(row[0]),
        serving=bool(row[1]),
        analysis=row[2],
        upto=row[3],
        documents=row[4],
        lengths=((row[5], row[6]), (row[7], row[8])),
    )
