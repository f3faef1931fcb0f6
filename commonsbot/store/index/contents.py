"""What is indexed of a resource and of a news item, from their rows.

Of its themes those that were given to it, by their names and as they were written; those that its
text names are in its text already.
"""

import json
from collections.abc import Iterable, Sequence

from commonsbot.domain.experiences import Section
from commonsbot.domain.files import File
from commonsbot.domain.ids import NewsId, ResourceId
from commonsbot.store import drafts
from commonsbot.store.connection import Connection, Fetch, Row, in_parts, marks
from commonsbot.store.index.documents import Indexed, Noun, key_of

_RESOURCES = """SELECT 2 * id AS key, title, text, sections, files,
    (SELECT json_group_array(coalesce(written || ' ', '') || theme.name) FROM resource_theme
        JOIN theme ON theme.id = theme_id WHERE resource_id = resource.id AND NOT recognised)
    FROM resource WHERE status = 'published'"""

_NEWS = "SELECT 2 * id + 1 AS key, title, summary, '[]', '[]', '[]' FROM news WHERE true"

_AFTER = f"""SELECT * FROM (SELECT * FROM ({_RESOURCES} AND id > ?1 / 2 ORDER BY id LIMIT ?2)
    UNION ALL SELECT * FROM ({_NEWS} AND id > (?1 - 1) / 2 ORDER BY id LIMIT ?2))
    ORDER BY key LIMIT ?2"""


def body_of(text: str, said: Iterable[tuple[Section, str]], files: Iterable[File]) -> str:
    """All that is searched of a resource beside its title and themes."""
    return "\n".join(filter(None, [text, *(words for _, words in said), *(f.alt for f in files)]))


async def after(db: Connection, key: int, limit: int) -> list[Indexed]:
    """The documents that are to be found, in the order of their keys."""
    return [_indexed(row) for row in await db.fetch(_AFTER, key, limit)]


async def of(db: Connection, noun: Noun, ids: Sequence[int]) -> list[Indexed]:
    """Those of these that are to be found."""
    select = _NEWS if noun is Noun.NEWS else _RESOURCES
    found: list[Indexed] = []
    for part in in_parts(ids):
        rows = await db.fetch(f"{select} AND id IN ({marks(part)}) ORDER BY id", *part)
        found += map(_indexed, rows)
    return found


def texts(fetch: Fetch, keys: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Of each document, what it is searched by, as written."""
    wanted = list(keys)
    found: dict[int, tuple[str, ...]] = {}
    for noun, select in ((Noun.RESOURCE, _RESOURCES), (Noun.NEWS, _NEWS)):
        ids = [key // 2 for key in wanted if key % 2 == noun]
        for row in fetch(f"{select} AND id IN ({marks(ids)})", *ids):
            one = _indexed(row)
            found[one.key] = (one.title, *one.themes, *one.body.split("\n"))
    return found


def titles(fetch: Fetch, keys: Iterable[int]) -> dict[int, str]:
    """Of each document, as written."""
    found: dict[int, str] = {}
    wanted = list(keys)
    for noun in Noun:
        ids = [key // 2 for key in wanted if key % 2 == noun]
        rows = fetch(f"SELECT id, title FROM {noun.table} WHERE id IN ({marks(ids)})", *ids)
        found.update((key_of(noun, row[0]), row[1]) for row in rows)
    return found


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
