"""Ids of people that stand among other words: in keys, subjects and queued messages."""

import hashlib
import json
import re
from functools import lru_cache
from typing import Any

from commonsbot.domain.ids import EventId, UserId
from commonsbot.store.connection import Connection


def digest(event: EventId | None) -> str | None:
    """What is kept of a message's id, so that it is known again and can't be looked up."""
    return None if event is None else hashlib.sha256(event.encode()).hexdigest()


def names(text: str, user: UserId) -> bool:
    """Whether `user` is named in it, and not somebody whose id begins alike."""
    return _pattern(user).search(text) is not None


@lru_cache(maxsize=8)
def _pattern(user: UserId) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(user)}(?![\w.-])")


async def forget(db: Connection, user: UserId) -> None:
    """Takes `user` out of everything that is kept for the bot's own work."""
    await db.execute("DELETE FROM handled WHERE event_id = ?", f"declined:{user}")
    for id, key, named, state in await _naming(db, "outbox", "id, key, mentions, state", user):
        if names(key, user):
            await db.execute("DELETE FROM outbox WHERE id = ?", id)
        elif state != "queued":
            await db.execute("UPDATE outbox SET mentions = '[]' WHERE id = ?", id)
        else:
            others = [one for one in json.loads(named) if one != user]
            await db.execute("UPDATE outbox SET mentions = ? WHERE id = ?", json.dumps(others), id)
    for id, key, subject in await _naming(db, "prompt", "id, key, subject", user):
        about = json.loads(subject)
        if names(key, user) or user in (about.get("user"), about.get("capture", {}).get("author")):
            await db.execute("DELETE FROM prompt WHERE id = ?", id)
        else:
            left = json.dumps(_without(about, user), ensure_ascii=False)
            await db.execute("UPDATE prompt SET subject = ? WHERE id = ?", left, id)
    for id, _ in await _naming(db, "journal", "id, noun_id", user):
        await db.execute("UPDATE journal SET noun_id = '' WHERE id = ?", id)


async def _naming(db: Connection, table: str, columns: str, user: UserId) -> list[tuple[Any, ...]]:
    """Rows of `table` that name `user` in one of `columns`, the first of which is the key."""
    wanted = columns.split(", ")[1:]
    condition = " OR ".join(f"instr({name}, ?1) > 0" for name in wanted)
    rows = await db.fetch(f"SELECT {columns} FROM {table} WHERE {condition}", user)
    return [tuple(row) for row in rows if any(names(str(value), user) for value in row[1:])]


def _without(value: Any, user: UserId) -> Any:
    """JSON less every item of a list that is `user`."""
    match value:
        case dict():
            return {name: _without(inner, user) for name, inner in value.items()}
        case list():
            return [_without(inner, user) for inner in value if inner != user]
    return value
