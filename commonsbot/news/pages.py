"""Pages of the web, in the parser's process: the feeds they name, and the articles they list."""

import re
from collections import Counter
from datetime import UTC, date, datetime, time
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from commonsbot.domain.sources import Selectors
from commonsbot.domain.urls import clean, host, web_link
from commonsbot.domain.written_dates import Lean, mentions, prepared
from commonsbot.news.feed import ENTRIES, Advert, UnreadableError
from commonsbot.news.slim import RawEntry, RawFeed

_FEEDS = re.compile(r"application/(?:rss|atom|feed|rdf)\+(?:xml|json)|application/json", re.I)
_NO_FEED = re.compile(r"/wp-json/|oembed|/comments?/feed|comments-|/commentaires", re.I)
ADVERTS = 8
"""Feeds of a page that are shown."""

_TELLING = 20
"""Characters from which the words of a link look like a title."""
_FEWEST = 3
"""Articles that make a list."""
_TEXT = 2000


def adverts(page: str, url: str) -> list[Advert]:
    """The feeds that the page says it has (RSS autodiscovery), those of comments left out."""
    tree = LexborHTMLParser(page)
    base = _base(tree, url)
    found: dict[str, Advert] = {}
    for link in tree.css("link[href]"):
        rel = (link.attributes.get("rel") or "").lower().split()
        kind = link.attributes.get("type") or ""
        target = _link(base, link.attributes.get("href"))
        if "alternate" in rel and _FEEDS.match(kind.strip()) and not _NO_FEED.search(target):
            title = _one_line(link.attributes.get("title") or "")[:120]
            if target:
                found.setdefault(clean(target), Advert(url=target, title=title))
    return list(found.values())[:ADVERTS]


def read(page: str, url: str, selectors: Selectors, now: datetime) -> RawFeed:
    """The articles that `selectors` find. Raises UnreadableError where they find none."""
    tree = LexborHTMLParser(page)
    base = _base(tree, url)
    items = [_entry(node, base, selectors, now) for node in _css(tree, selectors.item)[:ENTRIES]]
    entries = [entry for entry in items if entry and entry.title]
    if not entries:
        raise UnreadableError("page-nothing", selectors.item)
    return RawFeed(title=_title(tree), entries=entries)


def guess(page: str, url: str) -> Selectors | None:
    """What finds the articles of a page that lists some: the links with words enough to be a
    title that are alike in where they stand. None where no three are."""
    tree = LexborHTMLParser(page)
    base = _base(tree, url)
    places: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    for link in tree.css("a[href]"):
        target = _link(base, link.attributes.get("href"))
        if not target or host(target) != host(url) or len(_words(link)) < _TELLING:
            continue
        place = _place(link)
        if place and (place, clean(target)) not in seen:
            seen.add((place, clean(target)))
            places[place] += 1
    best = max(places, key=lambda place: (places[place], -len(place)), default="")
    return Selectors(item=best) if places[best] >= _FEWEST else None


def _place(link: LexborNode) -> str:
    """A selector of the block around the link that looks like an article of a list."""
    node = link.parent
    for _ in range(6):
        if node is None or node.tag in ("body", "html", "nav", "footer", "header", "main"):
            return ""
        if node.tag in ("article", "li") or "row" in _classes(node) or "teaser" in _classes(node):
            names = [name for name in _classes(node) if re.fullmatch(r"[a-zA-Z][\w-]{1,60}", name)]
            steady = [name for name in names if not re.search(r"\d|odd|even|first|last", name)]
            return f"{node.tag}" + "".join(f".{name}" for name in steady[:2])
        node = node.parent
    return ""


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _entry(node: LexborNode, base: str, selectors: Selectors, now: datetime) -> RawEntry | None:
    link = _first(node, selectors.link or "a[href]")
    if link is None and node.tag == "a":
        link = node
    target = _link(base, link.attributes.get("href")) if link else ""
    title = _first(node, selectors.title) if selectors.title else _heading(node) or link
    words = _words(title) if title else ""
    if not (target or words):
        return None
    rest = _words(node).replace(words, " ", 1)
    return RawEntry(
        id="",
        title=words,
        plain_title=True,
        link=target,
        summary=_one_line(rest),
        published_at=_date(node, selectors.date, now),
    )


def _heading(node: LexborNode) -> LexborNode | None:
    return _first(node, "h1, h2, h3, h4, h5, h6")


def _date(node: LexborNode, selector: str, now: datetime) -> datetime | None:
    """Of `<time datetime>` where there is one, else as it is written."""
    found = _first(node, selector or "time")
    if found is None:
        return None
    machine = found if found.tag == "time" else _first(found, "time") or found
    try:
        moment = datetime.fromisoformat(machine.attributes.get("datetime") or "")
    except ValueError:
        return _written(_words(found), now.date())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _written(text: str, today: date) -> datetime | None:
    for mention in mentions(prepared(text[:200]), today, Lean.NEAR):
        return datetime.combine(mention.first, time(), UTC)
    return None


def _title(tree: LexborHTMLParser) -> str:
    title = tree.css_first("title")
    return _one_line(title.text()) if title else ""


def _base(tree: LexborHTMLParser, url: str) -> str:
    base = tree.css_first("base[href]")
    return _joined(url, base.attributes.get("href") or "") if base else url


def _link(base: str, href: str | None) -> str:
    return web_link(_joined(base, href)) if href else ""


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def _first(node: LexborNode, selector: str) -> LexborNode | None:
    return next(iter(_css(node, selector)), None)


def _css(node: LexborNode | LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return list(node.css(selector))
    except (SelectolaxError, ValueError):
        raise UnreadableError("page-selector", selector[:100]) from None


def _words(node: LexborNode) -> str:
    return _one_line(node.text(separator=" ")[:_TEXT])


def _one_line(text: str) -> str:
    return " ".join(text.split())
