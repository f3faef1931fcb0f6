"""The commons page by page, as they leave; and in batches, as they come back."""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from typing import Any

from commonsbot.domain.audiences import Audience
from commonsbot.domain.facets import Body, Channel
from commonsbot.domain.licences import Licence
from commonsbot.domain.records import (
    Gone,
    Particular,
    Record,
    Revised,
    Thanked,
    Tried,
    Useful,
    Whole,
    band_name,
)
from commonsbot.domain.resources import Kind, Status
from commonsbot.store import drafts
from commonsbot.store.connection import Connection, Row, from_ms, maybe_from_ms
from commonsbot.store.resource_reads import facets_of

PAGE = 500
"""Resources read at once: what bounds the memory."""

GONE = (Status.WITHDRAWN, Status.REMOVED, Status.HIDDEN)

_SELECT = """SELECT id, title, text, links, kind, licence, audience, status, author, room_id,
    event_id, made_by, origin, created_at, updated_at, consent_at, body, population, budget,
    channel, sections, files, merged_into, signed,
    (SELECT json_group_array(json_array(name, recognised)) FROM (SELECT theme.name, recognised
        FROM resource_theme JOIN theme ON theme.id = theme_id WHERE resource_id = resource.id
        ORDER BY theme.name))
    FROM resource"""


class Records:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def count(self, audiences: Sequence[Audience]) -> int:
        return int(
            await self._db.value(
                f"SELECT count(*) FROM resource WHERE audience IN {_quoted(audiences)}"
            )
        )

    async def each(self, audiences: Sequence[Audience]) -> AsyncIterator[Whole | Gone]:
        """Every resource of these audiences by number, in any state; one that was of them and is
        no more is gone, for who has a copy.

        For the operator, who may read them all: never for a member.
        """
        theirs = _quoted(audiences)
        was = (
            "appeared IS NOT NULL AND EXISTS (SELECT 1 FROM revision"
            " WHERE resource_id = resource.id"
            f" AND json_extract(content, '$.audience') IN {theirs})"
        )
        last = 0
        while rows := await self._db.fetch(
            f"{_SELECT} WHERE id > ? AND (audience IN {theirs} OR {was}) ORDER BY id LIMIT ?",
            *(last, PAGE),
        ):
            particulars = await self._particulars(last, rows[-1][0])
            for row in rows:
                yield _whole(row, tuple(particulars.get(row[0], ())), audiences)
            last = rows[-1][0]

    async def _particulars(self, after: int, last: int) -> dict[int, list[Particular]]:
        found: dict[int, list[Particular]] = {}
        for sql, read in _PARTICULARS:
            for row in await self._db.fetch(sql, after, last):
                found.setdefault(row[0], []).append(read(*row[1:]))
        return found


def _quoted(audiences: Sequence[Audience]) -> str:
    return "(" + ", ".join(f"'{audience.value}'" for audience in audiences) + ")"


def _whole(
    row: Row, particulars: tuple[Particular, ...], audiences: Sequence[Audience]
) -> Whole | Gone:
    status = Status(row[7])
    narrowed = Audience(row[6]) not in audiences
    if status in GONE or narrowed:
        return Gone(
            number=row[0],
            status=status if status in GONE else Status.WITHDRAWN,
            at=from_ms(row[14]),
            origin=row[12],
            event=row[10],
        )
    return Whole(_record(row, status), particulars)


def _record(row: Row, status: Status) -> Record:
    facets = facets_of(*row[16:20])
    themes = json.loads(row[24])
    return Record(
        number=row[0],
        title=row[1],
        text=row[2],
        links=tuple(json.loads(row[3])),
        kind=Kind(row[4]),
        licence=Licence(row[5]),
        audience=Audience(row[6]),
        status=status,
        author=row[8],
        room=row[9],
        event=row[10],
        made_by=row[11],
        origin=row[12],
        created_at=from_ms(row[13]),
        updated_at=from_ms(row[14]),
        consent_at=maybe_from_ms(row[15]),
        body=Body(row[16]) if row[16] else None,
        population=band_name(facets.population),
        budget=band_name(facets.budget),
        channel=Channel(row[19]) if row[19] else None,
        sections=dict(drafts.sections(row[20])),
        files=drafts.files(row[21]),
        merged_into=row[22],
        signed=row[23],
        themes=tuple(name for name, recognised in themes if not recognised),
        recognised=tuple(name for name, recognised in themes if recognised),
    )


def _revised(number: int, content: str, editor: str | None, why: str, at: int) -> Revised:
    draft = drafts.decode(content)
    return Revised(revision=number, draft=draft, editor=editor, why=why, at=from_ms(at))


def _tried(*row: Any) -> Tried:
    return Tried(
        user=row[0],
        outcome=row[1],
        note=row[2],
        facets=facets_of(*row[3:7]),
        cost=row[7],
        changed=row[8],
        again=None if row[9] is None else bool(row[9]),
        shown=row[10],
        event=row[11],
        at=from_ms(row[12]),
    )


_PARTICULARS: tuple[tuple[str, Callable[..., Particular]], ...] = (
    (
        "SELECT resource_id, number, content, editor, why, at FROM revision"
        " WHERE resource_id > ? AND resource_id <= ? ORDER BY resource_id, number",
        _revised,
    ),
    (
        "SELECT resource_id, user_id, at FROM thanks"
        " WHERE resource_id > ? AND resource_id <= ? ORDER BY resource_id, user_id",
        lambda user, at: Thanked(user=user, at=from_ms(at)),
    ),
    (
        "SELECT resource_id, user_id, at FROM useful"
        " WHERE resource_id > ? AND resource_id <= ? ORDER BY resource_id, user_id",
        lambda user, at: Useful(user=user, at=from_ms(at)),
    ),
    (
        "SELECT resource_id, user_id, outcome, note, body, population, budget, channel, cost,"
        " changed, again, shown, event_id, at FROM trial"
        " WHERE resource_id > ? AND resource_id <= ? ORDER BY resource_id, id",
        _tried,
    ),
)
