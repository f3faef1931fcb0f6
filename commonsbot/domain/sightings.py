"""By what an entry of a feed is recognised: its keys, and titles that are nearly the same."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz.distance import Indel

from commonsbot.domain import urls
from commonsbot.domain.ids import NewsId
from commonsbot.domain.news import Entry, NewsItem

NEAR_FOR = timedelta(hours=72)
"""How long a story goes by nearly the same title."""

_TELLING_TITLE = 15
"""Characters from which a title is taken to be an item's own."""
_LITTLE = 3
"""Letters of a word that may come or go between two wordings."""
_NEAR = 0.8
"""Share of letters that two forms of a word have in common."""
_NUMBER = re.compile(r"\w*\d\w*|[ivx]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An entry with every key that names it; several entries of one item are one sighting."""

    entry: Entry
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """An item as it is known by another source, or was known before its keys changed."""

    item: NewsId
    title: str
    link: str
    near: bool = True
    """Young enough to be recognised by its title."""


def keys(entry: Entry, *, trust_id: bool = True, trust_link: bool = True) -> tuple[str, ...]:
    """The keys of an item, the surest first: the item is known if any of them is.

    `l:` its canonical link, `i:` its id without scheme and `www.`, `s:` its title with the end
    of its link, and `h:` a hash of its words only where there is nothing else.
    """
    found = []
    page = urls.clean(entry.link)
    if trust_link and _names_a_page(page):
        found.append(f"l:{page}")
    if entry.id and trust_id:
        found.append(f"i:{_identity(entry.id)}")
    title = folded(entry.title)
    segment = urls.last_segment(page)
    if len(title) >= _TELLING_TITLE and segment:
        found.append(f"s:{segment} {title}")
    return tuple(map(_short, found)) or (f"h:{_digest(title + folded(entry.summary[:300]))}",)


def sightings(entries: Sequence[Entry]) -> list[Sighting]:
    """Each entry with its keys, and a `t:` key of its title that only `decide` uses, in a flood.

    An id that two entries bear names neither; nor does a link that two titles share.
    """
    ids = Counter(_identity(entry.id) for entry in entries)
    titles: dict[str, set[str]] = {}
    for entry in entries:
        titles.setdefault(urls.clean(entry.link), set()).add(folded(entry.title))
    return [
        Sighting(
            entry=entry,
            keys=(
                *keys(
                    entry,
                    trust_id=ids[_identity(entry.id)] == 1,
                    trust_link=len(titles[urls.clean(entry.link)]) == 1,
                ),
                *_title_key(entry),
            ),
        )
        for entry in entries
    ]


def same_story(entry: Entry | NewsItem, stories: Iterable[Story]) -> Story | None:
    """The one of `stories` that `entry` tells: of the same page, or nearly of the same title."""
    page, title = urls.clean(entry.link), folded(entry.title)
    for story in stories:
        if _names_a_page(page) and page == urls.clean(story.link):
            return story
        if story.near and near(title, folded(story.title)):
            return story
    return None


def near(one: str, other: str) -> bool:
    """Whether two folded titles are one in two wordings: word for word, but for little words and
    endings. « Rennes recrute » is not « Nantes recrute », nor « lot 2 » « lot 3 »."""
    if min(len(one), len(other)) < _TELLING_TITLE:
        return False
    if one == other:
        return True
    if abs(len(one) - len(other)) > max(len(one), len(other)) / 4 or _numbers(one) != _numbers(
        other
    ):
        return False
    left, right = _telling_words(one), _telling_words(other)
    return _each_found(left - right, right) and _each_found(right - left, left)


def _each_found(words: set[str], among: set[str]) -> bool:
    return all(
        any(Indel.normalized_similarity(word, one, score_cutoff=_NEAR) for one in among)
        for word in words
    )


def _telling_words(title: str) -> set[str]:
    return {word for word in title.split() if len(word) > _LITTLE}


def folded(text: str) -> str:
    """The words of a title alone: no accents, case or punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters))


def _numbers(title: str) -> list[str]:
    return [word for word in title.split() if _NUMBER.fullmatch(word)]


def _identity(id: str) -> str:
    """An id without what changes when a site moves: "6200 at https://www.x" is "6200@x"."""
    if found := re.fullmatch(r"(\S+) at (https?://\S+)", id):
        return f"{found[1]}@{urls.host(found[2])}"
    return urls.clean(id) or id if id.startswith(("http://", "https://")) else id


def _names_a_page(page: str) -> bool:
    """False for a site's front page: an item that links there has no page of its own."""
    return "/" in page or "?" in page


def _title_key(entry: Entry) -> tuple[str, ...]:
    title = folded(entry.title)
    return (_short(f"t:{title}"),) if len(title) >= _TELLING_TITLE else ()


def _short(key: str) -> str:
    """Long keys are kept as a hash: they only need to be equal or not."""
    return key if len(key) <= 120 else f"{key[:2]}#{_digest(key[2:])}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
