"""Which source of the room is meant: by its number, or by its name as far as that tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from commonsbot.commands.command import Context
from commonsbot.commands.parse import read_address, read_numbered
from commonsbot.domain.ready_sources import Named, named, partly
from commonsbot.domain.sources import Source
from commonsbot.domain.urls import host
from commonsbot.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Followed(Named):
    source: Source


async def chosen(context: Context, typed: str) -> tuple[Source, str]:
    """The source that `typed` begins with, and the words after it. Raises UserError."""
    followed = await context.tx.sources.of_room(context.message.room)
    if not followed:
        raise UserError("source-list-empty")
    numbered = None if read_address(typed) else read_numbered(typed)
    if numbered:
        number, rest = numbered
        return _numbered(followed, number), rest
    words = typed.split()
    for size in range(len(words), 0, -1):
        found = meant(context, followed, " ".join(words[:size]))
        if len(found) > 1:
            names = ", ".join(f"n°\u00a0{one.id} {one.title}" for one in found)
            raise UserError("source-several", word=typed[:60], names=names)
        if found:
            return found[0], " ".join(words[size:])
    raise UserError("source-not-here", word=typed[:60])


def begins_with_name(context: Context, followed: Sequence[Source], typed: str) -> bool:
    """Whether it names one of them whole, so that nothing else can be meant by it."""
    words, known = typed.split(), [_as_named(context, one) for one in followed]
    return any(named(" ".join(words[:size]), known) for size in range(1, len(words) + 1))


def _numbered(followed: Sequence[Source], number: int) -> Source:
    for one in followed:
        if one.id == number:
            return one
    raise UserError("source-missing", number=str(number))


def meant(context: Context, followed: Sequence[Source], typed: str) -> list[Source]:
    """Those of `followed` called so, else those of whose name it is a part."""
    known = [_as_named(context, one) for one in followed]
    exact = named(typed, known)
    address = read_address(typed)
    at = [one for one in followed if address and _is_at(one, address)]
    return [exact.source] if exact else at or [one.source for one in partly(typed, known)]


def _is_at(source: Source, address: str) -> bool:
    """At that very address, or anywhere on the site where it is a site's."""
    whole = not urlsplit(address).path.strip("/")
    return source.url == address or (whole and host(source.url) == host(address))


def _as_named(context: Context, source: Source) -> _Followed:
    """A source of the catalogue keeps the name it was followed by."""
    ready = {one.url: one.id for one in context.house.ready}
    id = ready.get(source.url, host(source.url))
    return _Followed(id=id, name=source.title or id, source=source)
