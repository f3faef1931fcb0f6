"""The process in which feedparser runs: `python -m commonsbot.news.parser_process`.

Apart from the bot for three reasons: it can be killed, it may use no more than its share of
memory, and what it takes is given back when it ends. It reads tasks on its standard input and
answers on its standard output, one after the other, until the input ends.
"""

import calendar
import io
import math
import os
import resource
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, BinaryIO

import feedparser
import msgspec

from commonsbot.domain.sources import Selectors
from commonsbot.news import jsonfeed
from commonsbot.news.feed import ENTRIES, Feed, Outcome, Task, UnreadableError
from commonsbot.news.prescan import decode, scan
from commonsbot.news.slim import RawEntry, RawFeed, slim
from commonsbot.news.wishes import wishes

MEMORY = 512 * 1024 * 1024
SECONDS = 10
"""Of the processor, for one feed; a busy machine makes no feed hostile."""
_NICENESS = 10
"""Members who wait for an answer go first."""

_TASK = msgspec.json.Decoder(Task)


def parse(body: bytes, task: Task) -> Feed:
    """The feed in `body`. Raises UnreadableError."""
    if not body.strip():
        raise UnreadableError("feed-empty")
    if task.selectors:
        return _articles(body, task, task.selectors)
    if jsonfeed.looks_like_json(body):
        return slim(jsonfeed.read(body, task.url), task.now)
    return slim(_read_xml(body, task), task.now)


def _articles(body: bytes, task: Task, selectors: Selectors) -> Feed:
    from commonsbot.news import pages  # a library of its own, that feeds don't need

    page = decode(body, task.content_type)
    return slim(pages.read(page, task.url, selectors, task.now), task.now)


def _instead(body: bytes, task: Task, reason: str) -> Outcome:
    """What a page that is no feed offers: feeds, else articles."""
    from commonsbot.news import pages

    page = decode(body, task.content_type)
    if adverts := pages.adverts(page, task.url):
        return Outcome(reason=reason, adverts=adverts)
    if guessed := pages.guess(page, task.url):
        return Outcome(reason=reason, guessed=guessed, feed=_articles(body, task, guessed))
    return Outcome(reason=reason)


def _is_page(body: bytes) -> bool:
    head = body[:2000].lower()
    return b"<html" in head or b"<!doctype html" in head


def _read_xml(body: bytes, task: Task) -> RawFeed:
    scanned = scan(body, task.content_type)
    result = feedparser.parse(
        # Always a stream: feedparser would open a string as a file or an address.
        io.BytesIO(scanned.xml),
        response_headers={
            "content-location": task.url,
            "content-type": "application/xml; charset=utf-8",
        },
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    version = result.get("version", "")
    if not version and not result.entries:
        raise UnreadableError("feed-unknown")
    # The last entry of a cut feed lost its end: the next reading brings it whole.
    entries = result.entries[:-1] if scanned.truncated else result.entries
    return RawFeed(
        title=_words(result.feed, "title"),
        entries=[_raw(entry, version.startswith("atom")) for entry in entries[:ENTRIES]],
        wishes=wishes(result.feed, scanned),
    )


def _raw(entry: Mapping[str, Any], atom: bool) -> RawEntry:
    detail = entry.get("title_detail") or {}
    return RawEntry(
        id=_words(entry, "id"),
        title=_words(entry, "title"),
        plain_title=atom and detail.get("type") == "text/plain",
        link=_words(entry, "link"),
        summary=_words(entry, "summary") or _content(entry),
        published_at=_moment(entry.get("published_parsed") or entry.get("updated_parsed")),
    )


def _words(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _content(entry: Mapping[str, Any]) -> str:
    content = entry.get("content") or [{}]
    return _words(content[0], "value")


def _moment(parsed: Any) -> datetime | None:
    """feedparser gives UTC, so `timegm`; `mktime` would shift it by the machine's zone."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _outcome(body: bytes, task: Task) -> Outcome:
    try:
        return Outcome(feed=parse(body, task))
    except UnreadableError as error:
        if task.selectors or not _is_page(body):
            raise
        return _instead(body, task, error.reason)


def outcome(body: bytes, task: Task) -> Outcome:
    """`parse`, whatever happens: the input is hostile, and feedparser lets some errors out."""
    try:
        return _outcome(body, task)
    except UnreadableError as error:
        return Outcome(reason=error.reason, detail=error.detail)
    except MemoryError:
        return Outcome(reason="feed-oversized")
    except Exception as error:  # noqa: BLE001 - named in the answer, and logged by the bot
        return Outcome(reason="feed-malformed", detail=f"{type(error).__name__}: {error}"[:200])


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Each task is a line of JSON then its body, each answer a line of JSON."""
    while line := source.readline():
        _allow(SECONDS)
        task = _TASK.decode(line)
        answer = outcome(source.read(task.size), task)
        target.write(msgspec.json.encode(answer) + b"\n")
        target.flush()


def _allow(seconds: int) -> None:
    """The process is ended once it has used that much more of the processor."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = math.ceil(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def main() -> None:
    os.nice(_NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Another installed XML library would be preferred to expat, and it opens external DTDs.
    feedparser.api.PREFERRED_XML_PARSERS = []
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
