"""The governed vocabulary: themes, the tools the network talks about, and every name of each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from commonsbot.domain.roles import Role

LONGEST = 40
"""Characters of a #word."""

_WORD = re.compile(rf"#?(\w(?:[\w-]{{0,{LONGEST - 2}}}\w)?)")


_BETWEEN = frozenset("dans avec en et vers par → -> => to into as and with".split())


class Sort(StrEnum):
    THEME = "theme"
    TOOL = "tool"


class Standing(StrEnum):
    """What became of a #word."""

    GOVERNED = "governed"
    """A theme or a tool of the vocabulary."""
    PROPOSED = "proposed"
    """A member wrote it: it waits for a moderator."""
    ASIDE = "aside"
    """A moderator saw it and left it out of the vocabulary; resources keep it."""


class Manner(StrEnum):
    """How a name is recognised in a text."""

    PHRASE = "phrase"
    """Words in a row, in any case, with or without accents, singular or plural."""
    ACRONYM = "acronym"
    """The same, never plural."""
    EXACT = "exact"
    """Written just so, capitals included: in small letters it is an ordinary word (PLU, BAT)."""
    HASHTAG = "hashtag"
    """Never: it is understood after a # or when asked for, and is too common otherwise."""
    SITE = "site"
    """By a link that leads there."""


@dataclass(frozen=True, slots=True)
class Name:
    written: str
    manner: Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme or a tool, as the vocabulary describes it."""

    id: str
    """Its hashtag, without the #."""
    sort: Sort
    label: str
    about: str = ""
    group: str = ""
    """What it is shown under."""
    site: str = ""
    synonyms: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()

    def names(self) -> Iterator[Name]:
        """Every name it answers to, its id and label first; `exact` and `hashtags` win."""
        narrow = {_plain(name) for name in (*self.exact, *self.hashtags)}
        phrases = filter(None, dict.fromkeys((self.id, self.label, *self.synonyms)))
        for manner, names in (
            (Manner.PHRASE, (name for name in phrases if _plain(name) not in narrow)),
            (Manner.ACRONYM, self.acronyms),
            (Manner.EXACT, self.exact),
            (Manner.HASHTAG, self.hashtags),
            (Manner.SITE, filter(None, (self.site,))),
        ):
            yield from (Name(written, manner) for written in names)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    themes: tuple[Theme, ...] = ()
    """Themes and tools, in the order they are shown."""
    groups: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What they are shown under: id and label, in order."""
    words: tuple[tuple[str, ...], ...] = ()
    """Words as good as one another, for searching only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A #word that resources may carry."""

    id: int
    name: str
    """Without the #."""
    sort: Sort
    standing: Standing
    label: str = ""
    about: str = ""
    site: str = ""

    @property
    def is_governed(self) -> bool:
        return self.standing is Standing.GOVERNED

    @property
    def required(self) -> Role:
        """Who may change it: a word of the vocabulary is everybody's."""
        return Role.STEWARD if self.is_governed else Role.MODERATOR


@dataclass(frozen=True, slots=True)
class Tally:
    """A tag, the group it is shown in, and how many resources somebody may see of it."""

    tag: Tag
    group: str
    resources: int


def most_used(tallies: Iterable[Tally]) -> list[Tally]:
    """Those in use, the most used first."""
    used = (tally for tally in tallies if tally.resources)
    return sorted(used, key=lambda tally: (-tally.resources, tally.tag.name))


def theme_words(text: str) -> tuple[str, ...]:
    """The #words of a moderator's command: « #bp dans #budget-participatif ».

    Without any #, every word but the little ones between two themes.
    """
    marked = re.findall(r"#\s*([\w-]+)", text)
    words = marked or [word for word in re.split(r"[\s,;]+", text) if word.lower() not in _BETWEEN]
    return tuple(name for word in words if (name := theme_word(word.strip("«»\"'“”.,!?…"))))


def theme_word(text: str) -> str | None:
    """`text` as the #word it stands for, lower case; None when it can't be one.

    A number alone is no theme: « #42 » is a resource.
    """
    match = _WORD.fullmatch(unicodedata.normalize("NFC", text.strip()).lower())
    return match[1] if match and re.search(r"[^\W\d_]", match[1]) else None


def _plain(name: str) -> str:
    return name.casefold().replace("-", " ")
