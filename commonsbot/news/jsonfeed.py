"""JSON Feed, that feedparser does not read (jsonfeed.org, version 1.1)."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from commonsbot.news.feed import ENTRIES, UnreadableError
from commonsbot.news.slim import RawEntry, RawFeed

_VERSION = "https://jsonfeed.org/version/"


def looks_like_json(body: bytes) -> bool:
    return body[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def read(body: bytes, url: str) -> RawFeed:
    """Raises UnreadableError when `body` is some other JSON."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise UnreadableError("feed-malformed") from None
    version = data.get("version")
    if not isinstance(version, str) or not version.startswith(_VERSION):
        raise UnreadableError("feed-unknown")
    items = data.get("items")
    items = items if isinstance(items, list) else []
    return RawFeed(
        title=_words(data, "title"),
        entries=[_entry(item, url) for item in items[:ENTRIES] if isinstance(item, dict)],
    )


def _entry(item: dict[str, Any], url: str) -> RawEntry:
    link = _words(item, "url") or _words(item, "external_url")
    return RawEntry(
        id=_words(item, "id"),
        title=_words(item, "title"),
        plain_title=True,
        link=_joined(url, link),
        summary=_words(item, "summary", "content_text", "content_html"),
        published_at=_moment(_words(item, "date_published", "date_modified")),
    )


def _words(item: dict[str, Any], *names: str) -> str:
    """The first of `names` that is there; an id may be a number."""
    for name in names:
        value = item.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""


def _joined(url: str, link: str) -> str:
    try:
        return urljoin(url, link) if link else ""
    except ValueError:
        return ""


def _moment(words: str) -> datetime | None:
    """RFC 3339; without offset it is read as UTC."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
