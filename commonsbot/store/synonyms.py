"""The synonyms of the network, which moderators add beside those of the bot and the vocabulary."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from commonsbot.domain.ids import UserId
from commonsbot.domain.synonyms import Synonym
from commonsbot.search.synonyms import phrase
from commonsbot.store.connection import Connection, Row, to_ms
from commonsbot.store.governance import Governance

_SELECT = "SELECT id, words, added_by FROM synonym"


class Synonyms:
    """A word may have several (CP: « congés payés » and « communiqué de presse »)."""

    def __init__(self, db: Connection, governance: Governance, now: Callable[[], datetime]) -> None:
        self._db = db
        self._governance = governance
        self._now = now

    async def add(self, words: Sequence[str], by: UserId | None) -> Synonym:
        """From the next search on; the one that is there already when it says the same.

        At least two of `words` must differ by more than an accent, a capital or a plural, and
        each must have a letter or a digit.
        """
        wanted = {phrase(word) for word in words}
        for known in await self.all():
            if {phrase(word) for word in known.words} == wanted:
                return known
        row = await self._db.fetch_one(
            "INSERT INTO synonym (words, added_by, added_at) VALUES (?, ?, ?)"
            " RETURNING id, words, added_by",
            *(json.dumps(list(words), ensure_ascii=False), by, to_ms(self._now())),
        )
        await self._governance.changed()
        assert row
        return _synonym(row)

    async def remove(self, id: int) -> bool:
        """False when there is none of this number."""
        rows = await self._db.fetch("DELETE FROM synonym WHERE id = ? RETURNING id", id)
        await self._governance.changed()
        return bool(rows)

    async def all(self) -> list[Synonym]:
        """The oldest first."""
        return [_synonym(row) for row in await self._db.fetch(f"{_SELECT} ORDER BY id")]

    async def of(self, word: str) -> list[Synonym]:
        """Those that `word` is part of, however it is spelled."""
        wanted = phrase(word)
        return [one for one in await self.all() if wanted in map(phrase, one.words)]


def _synonym(row: Row) -> Synonym:
    id, words, by = row
    return Synonym(int(id), tuple(json.loads(words)), UserId(by) if by else None)
