"""What a page calls itself."""

import html
import re

from commonsbot.domain.sources import Validators
from commonsbot.news import clean
from commonsbot.news.fetch import Answer, Fetcher, Limits

BEGINNING = Limits(size=128 * 1024, cut=True, seconds=5, silence=3)
"""The head of a page; the rest is left on its server."""

_META = re.compile(r"<meta\s[^<>]{1,2000}>", re.IGNORECASE)
_OG_TITLE = re.compile(r"""\b(?:property|name)\s*=\s*["']?og:title\b""", re.IGNORECASE)
_CONTENT = re.compile(r"""\bcontent\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_TITLE = re.compile(r"<title(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_LONGEST = 1000
"""Characters of a title that are looked at."""


class PageTitles:
    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    async def title(self, url: str) -> str:
        """The title of the page at `url`, "" when it has none. Raises FetchError."""
        try:
            answer = await self._fetcher.get(url, Validators())
        finally:
            await self._fetcher.close()
        if "html" not in answer.content_type or answer.body is None:
            return ""
        return title_in(_decoded(answer))


def title_in(page: str) -> str:
    """What it wants to be called when shared (`og:title`), else its `<title>`."""
    for tag in _META.findall(page):
        content = _CONTENT.search(tag) if _OG_TITLE.search(tag) else None
        if content and (title := _words(content[1].strip("\"'"))):
            return title
    start = _TITLE.search(page)
    return _words(page[start.end() :].partition("<")[0]) if start else ""


def _words(raw: str) -> str:
    return clean.text(html.unescape(raw[:_LONGEST]), _LONGEST, markup=False)


def _decoded(answer: Answer) -> str:
    body = answer.body or b""
    named = _CHARSET.search(answer.content_type.encode()) or _CHARSET.search(body[:2048])
    try:
        return body.decode(named[1].decode() if named else "utf-8", "replace")
    except (LookupError, ValueError):  # no encoding is called that
        return body.decode("utf-8", "replace")
