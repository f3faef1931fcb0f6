"""What is indexed of a resource and of a news item, from their rows."""

import json
from collections.abc import Iterable

from commonsbot.domain.experiences import Section
from commonsbot.domain.files import File
from commonsbot.domain.ids import NewsId, ResourceId
from commonsbot.store import drafts
from commonsbot.store.connection import Connection, Row
from commonsbot.store.index.documents import Indexed, Noun

_SELECT = """SELECT key, title, text, sections, files, themes FROM (
    SELECT 2 * id AS key, title, text, sections, files,
        (SELECT json_group_array(theme.name) FROM resource_theme
            JOIN theme ON theme.id = theme_id WHERE resource_id = resource.id) AS themes
        FROM resource WHERE status = 'published' AND 2 * id > ?1
    UNION ALL
    SELECT 2 * id + 1, title, summary, '[]', '[]', '[]' FROM news WHERE 2 * id + 1 > ?1
) ORDER BY key LIMIT ?2"""


def body_of(text: str, said: Iterable[tuple[Section, str]], files: Iterable[File]) -> str:
    """All that is searched of a resource beside its title and themes."""
    return "\n".join(filter(None, [text, *(words for _, words in said), *(f.alt for f in files)]))


async def after(db: Connection, key: int, limit: int) -> list[Indexed]:
    """The documents that are to be found, in the order of their keys."""
    return [_indexed(row) for row in await db.fetch(_SELECT, key, limit)]


async def count(db: Connection) -> int:
    return int(
        await db.value(
            "SELECT (SELECT count(*) FROM resource WHERE status = 'published')"
            " + (SELECT count(*) FROM news)"
        )
    )


def _indexed(row: Row) -> Indexed:
    id, noun = divmod(row[0], 2)
    body = body_of(row[2], drafts.sections(row[3]), drafts.files(row[4]))
    if noun == Noun.NEWS:
        return Indexed(NewsId(id), row[1], (), body, Noun.NEWS)
    return Indexed(ResourceId(id), row[1], tuple(json.loads(row[5])), body)
