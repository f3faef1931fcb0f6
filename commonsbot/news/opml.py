"""Lists of feeds, as readers exchange them (OPML 2.0)."""

from collections.abc import Iterable
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from commonsbot.domain.sources import Source
from commonsbot.domain.urls import clean, web_link
from commonsbot.errors import FetchError
from commonsbot.news.feed import UnreadableError
from commonsbot.news.prescan import scan


def read(body: bytes) -> list[str]:
    """The addresses of the feeds in `body`, each once; what is no web address is left out.

    Raises FetchError where it can't be read.
    """
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            link = web_link(value) if key.lower() == "xmlurl" else ""
            if name.lower() == "outline" and link:
                found.setdefault(clean(link), link)

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = start
    try:
        parser.Parse(scan(body, "").xml, True)
    except UnreadableError as error:
        raise FetchError(error.reason, error.detail) from None
    except expat.ExpatError as error:
        raise FetchError("feed-malformed", str(error)) from None
    return list(found.values())


def written(sources: Iterable[Source], title: str) -> str:
    """The feeds among `sources`: a page without one has no place there."""
    rows = "".join(
        f'    <outline type="rss" text={quoteattr(one.title or one.url)}'
        f" xmlUrl={quoteattr(one.url)}/>\n"
        for one in sources
        if one.selectors is None
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"  <head><title>{escape(title)}</title></head>\n  <body>\n{rows}  </body>\n</opml>\n"
    )
