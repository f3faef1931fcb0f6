"""Sample feeds on loopback, which answer conditional requests and take new items.

    async with FeedServer() as feeds:
        feeds.url("actualites")
        feeds.publish("actualites", "Titre", "https://www.example.org/titre", "Résumé")

The feeds are the files of `samples/`, by name: invented places and articles.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from importlib.resources import files
from typing import Self
from xml.sax.saxutils import escape

from aiohttp import web

FIRST_ITEM = "    <item>"
KIND = "application/rss+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed as it stands: its text, and since when (whole seconds, as HTTP has them)."""

    text: str
    changed: datetime

    @property
    def etag(self) -> str:
        """The digest of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    def with_item(self, title: str, link: str, summary: str, now: datetime) -> "Feed":
        """The feed with one more item, at its head."""
        item = (
            f"{FIRST_ITEM}\n"
            f"  <title>{escape(title)}</title>\n"
            f"  <link>{escape(link)}</link>\n"
            f"  <description>{escape(summary)}</description>\n"
            f"  <pubDate>{format_datetime(now)}</pubDate>\n"
            f'    <guid isPermaLink="true">{escape(link)}</guid>\n'
            "    </item>\n"
        )
        changed = max(now.replace(microsecond=0), self.changed + timedelta(seconds=1))
        return Feed(self.text.replace(FIRST_ITEM, item + FIRST_ITEM, 1), changed)


class FeedServer:
    """Serves the samples on 127.0.0.1. `answers` counts (feed, status) pairs."""

    def __init__(self, port: int = 0) -> None:
        now = datetime.now(UTC).replace(microsecond=0)
        self.port = port
        self.answers: Counter[tuple[str, int]] = Counter()
        self._feeds = {name: Feed(text, now) for name, text in sample_texts().items()}
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{name}.xml", self._answer)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def names(self) -> list[str]:
        """The feeds there are."""
        return sorted(self._feeds)

    def url(self, name: str) -> str:
        """The address of a feed. Raises KeyError when there is no such feed."""
        self._feeds[name]
        return f"http://127.0.0.1:{self.port}/{name}.xml"

    def publish(self, name: str, title: str, link: str, summary: str) -> None:
        """Put a new item, dated now, at the head of a feed. `summary` may hold HTML."""
        self._feeds[name] = self._feeds[name].with_item(title, link, summary, datetime.now(UTC))

    async def _answer(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        feed = self._feeds.get(name)
        if feed is None:
            raise web.HTTPNotFound
        response = web.Response(status=304 if is_known(request, feed) else 200)
        if response.status == 200:
            response.body = feed.text.encode()
            response.headers["Content-Type"] = KIND
        response.etag = feed.etag
        response.last_modified = feed.changed
        self.answers[name, response.status] += 1
        return response


def is_known(request: web.Request, feed: Feed) -> bool:
    """Whether the reader has this version: If-None-Match decides, else If-Modified-Since.

    Source: RFC 9110, section 13.2.2.
    """
    if request.if_none_match:
        return any(tag.value in ("*", feed.etag) for tag in request.if_none_match)
    since = request.if_modified_since
    return since is not None and feed.changed <= since


def sample_texts() -> dict[str, str]:
    """The sample feeds, by name."""
    folder = files("commonsbot.demo") / "samples"
    samples = [entry for entry in folder.iterdir() if entry.name.endswith(".xml")]
    return {entry.name.removesuffix(".xml"): entry.read_text("utf-8") for entry in samples}
