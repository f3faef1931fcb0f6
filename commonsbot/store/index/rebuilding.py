"""An index made anew beside the one that serves, in short transactions, and put in its place.

A kill leaves it where it was: the next start goes on.
"""

from dataclasses import dataclass

from commonsbot.search.french import ANALYSIS
from commonsbot.store.connection import Connection
from commonsbot.store.index import contents
from commonsbot.store.index.documents import analyse
from commonsbot.store.index.state import State, States
from commonsbot.store.index.tables import Tables
from commonsbot.store.index.writing import Writing

_PROBED = 20


@dataclass(frozen=True, slots=True)
class Progress:
    done: int
    total: int
    is_over: bool = False


class Rebuilding:
    def __init__(self, db: Connection) -> None:
        self._db = db
        self._states = States(db)

    async def is_due(self) -> bool:
        """It was asked for, begun, or the analysis of texts has changed since."""
        return (await self._states.serving()).analysis != ANALYSIS

    async def spare_empty(self) -> None:
        """An index of nothing is as it has to be: what is imported next is indexed once."""
        if await self.is_due() and not await contents.count(self._db):
            await self._db.execute(
                "UPDATE search_index SET analysis = ? WHERE serving = 1"
                " AND NOT EXISTS (SELECT 1 FROM search_index WHERE serving = 0)",
                ANALYSIS,
            )

    async def ask(self) -> None:
        """It is to be made anew, whatever was begun."""
        await self._db.execute("UPDATE search_index SET analysis = 0 WHERE serving = 1")
        if filling := await self._states.filling():
            await self._forget(filling)

    async def advance(self, most: int) -> Progress:
        """Takes in `most` more documents; the last ones put the new index in its place."""
        filling = await self._states.filling()
        if filling is None or filling.analysis != ANALYSIS:
            filling = await self._begin(filling)
        documents = await contents.after(self._db, filling.upto or 0, most)
        if not documents:
            await self._serve(filling)
            return Progress(filling.documents, filling.documents, is_over=True)
        await Writing(self._db, filling.tables).add(await analyse(documents))
        await self._db.execute(
            "UPDATE search_index SET upto = ? WHERE number = ?",
            *(documents[-1].key, filling.tables.number),
        )
        return await self.progress()

    async def progress(self) -> Progress:
        """How far it is; over when none is asked for."""
        serving, filling = await self._states.serving(), await self._states.filling()
        if filling is None and serving.analysis == ANALYSIS:
            return Progress(serving.documents, serving.documents, is_over=True)
        return Progress(filling.documents if filling else 0, await contents.count(self._db))

    async def is_sound(self) -> bool:
        """A fast look: as many documents as there are to find, and the last ones are found."""
        state = await self._states.serving()
        entries = int(await self._db.value(f"SELECT count(*) FROM {state.tables.entry}"))
        if not entries == state.documents == await contents.count(self._db):
            return False
        last = await self._db.value(f"SELECT coalesce(max(id), 0) FROM {state.tables.entry}")
        probed = await contents.after(self._db, last - 2 * _PROBED, _PROBED)
        for one in await analyse(probed):
            if not await Writing(self._db, state.tables).has(one):
                return False
        return True

    async def _begin(self, former: State | None) -> State:
        if former:
            await self._forget(former)
        tables = Tables(1 + (await self._states.serving()).tables.number % 2)
        for statement in tables.making():
            await self._db.execute(statement)
        await self._db.execute(
            "INSERT INTO search_index (number, serving, analysis, upto) VALUES (?, 0, ?, 0)",
            *(tables.number, ANALYSIS),
        )
        filling = await self._states.filling()
        assert filling
        return filling

    async def _serve(self, filling: State) -> None:
        await self._forget(await self._states.serving())
        await self._db.execute(
            "UPDATE search_index SET serving = 1, upto = NULL WHERE number = ?",
            filling.tables.number,
        )

    async def _forget(self, state: State) -> None:
        for statement in state.tables.dropping():
            await self._db.execute(statement)
        await self._db.execute("DELETE FROM search_index WHERE number = ?", state.tables.number)
