"""What members share, as it is kept; how it is read: `resource_reads`."""

import json
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from commonsbot.domain import urls
from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId
from commonsbot.domain.resources import Draft, Status
from commonsbot.domain.signing import Signature
from commonsbot.store import drafts
from commonsbot.store.connection import Connection, to_ms
from commonsbot.store.index import Index, Noun
from commonsbot.store.resource_reads import ResourceReads
from commonsbot.store.revisions import Revisions
from commonsbot.store.themes import Themes

_FEW = 50
"""Resources that are indexed again one by one, 15 ms each. The whole index is made anew at half a
millisecond each, and meanwhile members are answered."""


class Resources(ResourceReads):
    def __init__(
        self,
        db: Connection,
        index: Index,
        revisions: Revisions,
        themes: Themes,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(db)
        self._index = index
        self._revisions = revisions
        self._themes = themes
        self._now = now

    async def add(
        self,
        draft: Draft,
        *,
        audience: Audience,
        author: UserId | None = None,
        room: RoomId | None = None,
        event: EventId | None = None,
        made_by: EventId | None = None,
        origin: str | None = None,
        status: Status = Status.PUBLISHED,
    ) -> ResourceId:
        """Keeps `draft`, indexed once it is published; numbers are never used twice.

        `audience` holds where the draft chooses none, and so does the network's licence.
        """
        now = to_ms(self._now())
        id = ResourceId(
            await self._db.value(
                "INSERT INTO resource (title, text, links, kind, audience, status, author,"
                " room_id, event_id, made_by, origin, consent_at, created_at, updated_at)"
                " VALUES ('', '', '[]', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                *(draft.kind, audience, status, author, room, event, made_by, origin),
                *(now if author else None, now, now),
            )
        )
        await self._write(id, draft)
        await self._revisions.add(id, await self._state(id), author, "")
        return id

    async def revise(
        self, id: ResourceId, draft: Draft, editor: UserId | None, why: str = ""
    ) -> int:
        """`draft` takes the place of what it was; the index follows, the history keeps both.

        The number of the version it is.
        """
        await self._index.drop(id)
        written = await self._themes.detach(id)
        await self._db.execute("DELETE FROM resource_link WHERE resource_id = ?", id)
        await self._write(id, draft, written)
        return await self._revisions.add(id, await self._state(id), editor, why)

    async def _state(self, id: ResourceId) -> Draft:
        """As it was kept: with its terms, and its themes by the names they go by."""
        kept = await self.at(id)
        assert kept, "it was just written"
        return kept.draft

    async def publish(self, id: ResourceId) -> None:
        """What waited may be read from now on, as if it were shared now."""
        now = to_ms(self._now())
        await self._db.execute(
            "UPDATE resource SET status = ?, created_at = ?, updated_at = ? WHERE id = ?",
            *(Status.PUBLISHED, now, now, id),
        )
        await self._index.put(Noun.RESOURCE, [id])

    async def publish_again(
        self,
        id: ResourceId,
        draft: Draft,
        author: UserId,
        made_by: EventId | None,
        status: Status = Status.PUBLISHED,
    ) -> None:
        """What its author had withdrawn is back under its number, as if shared now."""
        now = to_ms(self._now())
        await self._db.execute(
            "UPDATE resource SET status = ?, made_by = ?, consent_at = ?, created_at = ?"
            " WHERE id = ?",
            *(status, made_by, now, now, id),
        )
        await self.revise(id, draft, author)

    async def _write(
        self, id: ResourceId, draft: Draft, written: Mapping[int, str] | None = None
    ) -> None:
        facets = draft.facets
        status = await self._db.value(
            "UPDATE resource SET title = ?, text = ?, links = ?, kind = ?,"
            " licence = coalesce(?, licence), audience = coalesce(?, audience), body = ?,"
            " population = ?, budget = ?, channel = ?, sections = ?, files = ?, updated_at = ?"
            " WHERE id = ? RETURNING status",
            *(draft.title, draft.text, json.dumps(draft.links, ensure_ascii=False), draft.kind),
            *(draft.licence, draft.audience),
            *(facets.body, facets.population, facets.budget, facets.channel),
            *(drafts.encode(draft.sections), drafts.encode(draft.files), to_ms(self._now()), id),
        )
        if draft.themes or draft.recognised:
            await self._themes.attach(id, draft.themes, draft.recognised)
            await self._themes.recall(id, written or {})
        if cleaned := {urls.clean(link) for link in draft.links} - {""}:
            await self._db.execute_many(
                "INSERT INTO resource_link (resource_id, cleaned) VALUES (?, ?)",
                [(id, link) for link in sorted(cleaned)],
            )
        if status == Status.PUBLISHED:
            await self._index.put(Noun.RESOURCE, [id])

    async def reindex(self, ids: Collection[ResourceId]) -> None:
        """After their themes changed elsewhere: a few at once, many with the whole index."""
        if len(ids) > _FEW:
            return await self._index.rebuilding.ask()
        for id in sorted(ids):
            await self._index.drop(id)
            await self._index.put(Noun.RESOURCE, [id])

    async def take_out(self, id: ResourceId, status: Status) -> None:
        """No read finds it any more; the row stays, with its number."""
        await self._db.execute(
            "UPDATE resource SET status = ?, updated_at = ? WHERE id = ?",
            status,
            to_ms(self._now()),
            id,
        )
        await self._index.drop(id)

    async def put_back(self, id: ResourceId) -> None:
        """What was taken out of sight is found again, as old as it was."""
        await self._db.execute("UPDATE resource SET status = ? WHERE id = ?", Status.PUBLISHED, id)
        await self._index.put(Noun.RESOURCE, [id])

    async def sign(self, id: ResourceId, signature: Signature) -> None:
        """How its author is shown from now on; its history says the same."""
        await self._db.execute("UPDATE resource SET signed = ? WHERE id = ?", signature, id)

    async def consented(self, id: ResourceId) -> None:
        """Its author decided now who sees it."""
        now = to_ms(self._now())
        await self._db.execute("UPDATE resource SET consent_at = ? WHERE id = ?", now, id)
