"""What a member writes after `!partager`, read into a draft."""

import re
import unicodedata

from commonsbot.domain.resources import TITLE_LIMIT, Draft, Kind

TEXT_LIMIT = 20_000
"""Characters of one share: more does not fit the messages that show it."""

LINK = re.compile(r"https?://[^\s<>\"'`|\\^{}«»\x00-\x1f]+", re.IGNORECASE)
_TRAILING = ".,;:!?…*_"
_PAIRS = {")": "(", "]": "["}
_THEME = re.compile(r"(?<![\w/&#])#(\w(?:[\w-]{0,38}\w)?)")
_LAST_THEMES = re.compile(r"(?:\s*(?<![\w/&#])#\w[\w-]*)+\s*$")
_SENTENCE = re.compile(r"(?<=[.!?…])\s")


def read_share(content: str) -> Draft:
    """The first line is the title; links and #themes are found wherever they stand.

    Nothing is lost: a first line too long for a title stays whole in the text. An empty
    `content` gives an empty title.
    """
    first, _, rest = content.strip().partition("\n")
    links = find_links(content)
    title = _title(first)
    if links and LINK.match(title):
        title = _address(links[0])
    text = _without_last_themes(rest.strip())
    if len(title) > TITLE_LIMIT:
        title, text = _shorten(title), content.strip()
    return Draft(
        title=title,
        text=text,
        links=links,
        themes=find_themes(content),
        kind=Kind.REFERENCE if links and not text else Kind.TIP,
    )


def find_links(text: str) -> tuple[str, ...]:
    """Web addresses in `text`, each once, without the punctuation that ends the sentence."""
    return tuple(dict.fromkeys(_trim(match[0]) for match in LINK.finditer(text)))


def find_themes(text: str) -> tuple[str, ...]:
    """The #words of `text`, lower case, each once; a number alone is not a theme."""
    words = _THEME.findall(LINK.sub(" ", text))
    names = (unicodedata.normalize("NFC", word).lower() for word in words)
    return tuple(dict.fromkeys(name for name in names if re.search(r"[^\W\d_]", name)))


def _without_last_themes(text: str) -> str:
    """A last line of #themes alone says nothing that the themes do not say."""
    head, _, last = text.rpartition("\n")
    return head.rstrip() if _LAST_THEMES.fullmatch(last) else text


def _title(line: str) -> str:
    """The line without its links and the #themes that end it, unless nothing else is there."""
    line = LINK.sub(" ", line).strip(" :-–—\t") or line.strip()
    return _LAST_THEMES.sub("", line).strip() or line.replace("#", "").strip()


def _trim(link: str) -> str:
    while link[-1] in _TRAILING or (
        link[-1] in _PAIRS and link.count(link[-1]) > link.count(_PAIRS[link[-1]])
    ):
        link = link[:-1]
    return link


def _address(link: str) -> str:
    """A readable name for a link shared alone."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", link, flags=re.IGNORECASE)[:TITLE_LIMIT]


def _shorten(line: str) -> str:
    """The first sentence if it fits, else the words that do."""
    sentence = _SENTENCE.split(line, maxsplit=1)[0]
    if len(sentence) <= TITLE_LIMIT:
        return sentence
    return line[: TITLE_LIMIT - 1].rsplit(maxsplit=1)[0] + "…"
