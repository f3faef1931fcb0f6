"""What a member shares, by `!partager` or by a reaction, read into a draft.

A text may be 64 KiB of anything: every pattern here is linear.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from commonsbot.domain.fields import Field, Fields, Unknown, read_fields, value_of
from commonsbot.domain.files import File
from commonsbot.domain.folding import fold
from commonsbot.domain.resources import TITLE_LIMIT, Draft, Kind

TEXT_LIMIT = 65_536
"""Characters of one resource: an event holds fewer (spec, "Size limits"), so no message is longer.
"""

LINK = re.compile(r"https?://[^\s<>\"'`|\\^{}«»\x00-\x1f]+", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"(?:[\w' ,]{0,40}[\s'])?"
    r"(?:a lire|a voir|a ecouter|lire|lisez|voir|voici|voila|lien|le lien|ici|la|sur|via|dans|par"
    r"|worth reading|here|see|read|link|the link|at|on)\s*[:.!>→-]*\s*"
)
"""Words, folded, that only lead to the link after them."""

ANNOUNCED = frozenset(Kind) - {Kind.QUESTION, Kind.TEST}
"""What a title may say that it is; a question and a test are asked for by commands of theirs."""

_TRAILING = ".,;:!?…*_"
_PAIRS = {")": "(", "]": "["}
_THEME = re.compile(r"(?<![\w/&#])#(\w(?:[\w-]{0,38}\w)?)")
_HASHED = re.compile(r"#\w[\w-]*")
_SENTENCE = re.compile(r"(?<=[.!?…])\s")
_GREETING = re.compile(
    r"(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|good morning)\b[^.!?…\n]{0,40}[\s.!…,]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read in a text."""

    draft: Draft
    fields: Fields = field(default_factory=lambda: Fields(rest=""))
    untitled: str = ""
    """The link whose own title is wanted: the text gives none."""

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        return self.fields.unknown

    @property
    def is_name_only(self) -> bool:
        """Whether it holds no more than a title, themes and fields."""
        return not (self.draft.text or self.draft.links)

    def called(self, page: str) -> "Reading":
        """Named by the `page` it links to, where it has no title of its own."""
        if not self.untitled or not page:
            return self
        return replace(self, draft=replace(self.draft, title=shorten(page)))


def read_share(content: str) -> Draft:
    """The first line is the title; links, #themes and fields are found wherever they stand."""
    fields = read_fields(content.strip())
    return _described(_read(fields.rest.strip()), fields).draft


def read_content(content: str) -> Reading:
    """What follows `!partager`: a share, whose title may be that of a page.

    Nothing is lost: a first line too long for a title stays whole in the text, and so does a
    field that was not understood. An empty `content` gives an empty title.
    """
    fields = read_fields(content.strip())
    return _described(_read_by_page(fields.rest.strip()), fields)


def _described(reading: Reading, fields: Fields) -> Reading:
    draft = replace(
        reading.draft,
        kind=fields.kind or reading.draft.kind,
        licence=fields.licence,
        audience=fields.audience,
    )
    return replace(reading, draft=draft, fields=fields)


def read_message(text: str) -> Reading:
    """An ordinary message that becomes a resource: all of it is prose, « type : x » too."""
    text = text.strip()
    greeting, _, rest = text.partition("\n")
    if not rest.strip() or not _GREETING.fullmatch(greeting):
        return _read_by_page(text)
    said = _read_by_page(rest.strip())
    return replace(said, draft=replace(said.draft, text=text))


def read_capture(text: str, words: str) -> Reading:
    """The message `text`, called and described by the `words` of who captures it."""
    said = read_message(text)
    if not words.strip():
        return said
    given = read_content(words)
    draft = replace(
        said.draft,
        themes=tuple(dict.fromkeys([*given.draft.themes, *said.draft.themes])),
        kind=given.fields.kind or said.draft.kind,
        licence=given.fields.licence,
        audience=given.fields.audience,
    )
    if not given.draft.title:
        return replace(said, draft=draft, fields=given.fields)
    titled = replace(draft, title=given.draft.title, text=text.strip())
    return Reading(draft=titled, fields=given.fields)


def with_file(draft: Draft, file: File | None) -> Draft:
    """`draft` with the file that came with it, named by it where nothing else does."""
    if file is None:
        return draft
    return replace(draft, title=draft.title or (file.name or file.uri)[:TITLE_LIMIT], files=(file,))


def _read(content: str) -> Reading:
    first, _, rest = content.partition("\n")
    links = find_links(content)
    text = _without_last_themes(rest.strip())
    title = _unthemed(LINK.sub(" ", first).strip(" :-–—\t"))
    untitled = links[0] if not title and LINK.search(first) else ""
    if untitled:
        title = shorten(_first_words(text) or _address(untitled))
    title = title or first.replace("#", "").strip()
    if len(title) > TITLE_LIMIT:
        title, text = shorten(title), content
    draft = Draft(
        title=title,
        text=text,
        links=links,
        themes=find_themes(content),
        kind=_announced(title) or (Kind.REFERENCE if links and not text else Kind.TIP),
    )
    return Reading(draft=draft, untitled=untitled)


def _read_by_page(content: str) -> Reading:
    """« À lire : https://… » says nothing of what is there, unlike the page itself."""
    reading = _read(content)
    first = _unthemed(content.partition("\n")[0].strip())
    link = LINK.search(first)
    if not link or link.end() < len(first) or not _LEAD_IN.fullmatch(fold(first[: link.start()])):
        return reading
    draft = reading.draft
    title = shorten(_first_words(draft.text) or _address(draft.links[0]))
    return replace(
        reading, draft=replace(draft, title=title, text=content), untitled=draft.links[0]
    )


def _announced(title: str) -> Kind | None:
    """« Modèle : courrier de rentrée » says what it is."""
    name, colon, rest = title.partition(":")
    kind = value_of(Field.KIND, name) if colon and rest.strip() else None
    return kind if isinstance(kind, Kind) and kind in ANNOUNCED else None


def find_links(text: str) -> tuple[str, ...]:
    """Web addresses in `text`, each once, without the punctuation that ends the sentence."""
    return tuple(dict.fromkeys(_trim(match[0]) for match in LINK.finditer(text)))


def find_themes(text: str) -> tuple[str, ...]:
    """The #words of `text`, lower case, each once; a number alone is not a theme."""
    words = _THEME.findall(LINK.sub(" ", text))
    names = (unicodedata.normalize("NFC", word).lower() for word in words)
    return tuple(dict.fromkeys(name for name in names if re.search(r"[^\W\d_]", name)))


def shorten(line: str) -> str:
    """A title of `line`: its first sentence if that fits, else the words that do."""
    line = " ".join(line.split())
    if len(line) <= TITLE_LIMIT:
        return line
    sentence = _SENTENCE.split(line, maxsplit=1)[0]
    if len(sentence) <= TITLE_LIMIT:
        return sentence
    return line[: TITLE_LIMIT - 1].rsplit(maxsplit=1)[0] + "…"


def _without_last_themes(text: str) -> str:
    """A last line of #themes alone says nothing that the themes do not say."""
    head, _, last = text.rpartition("\n")
    return text if _unthemed(last) else head.rstrip()


def _unthemed(line: str) -> str:
    """The line without the #themes that end it."""
    words = line.split()
    end = line.rstrip()
    while words and _HASHED.fullmatch(word := words.pop()):
        end = end[: -len(word)].rstrip()
    return end


def _first_words(text: str) -> str:
    """The first sentence of a text, without its links."""
    line = " ".join(LINK.sub(" ", text.partition("\n")[0]).split())
    return _SENTENCE.split(line, maxsplit=1)[0]


def _trim(link: str) -> str:
    surplus = {close: link.count(close) - link.count(open) for close, open in _PAIRS.items()}
    end = len(link)
    while (last := link[end - 1]) in _TRAILING or surplus.get(last, 0) > 0:
        if last in surplus:
            surplus[last] -= 1
        end -= 1
    return link[:end]


def _address(link: str) -> str:
    """A readable name for a link shared alone."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", link, flags=re.IGNORECASE)[:TITLE_LIMIT]
