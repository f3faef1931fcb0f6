"""A filter as moderators write it: « classe:prix,appels thème:ia -stage "budget participatif" »."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from commonsbot.domain.folding import fold
from commonsbot.domain.news_class_names import TYPED, class_named
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.news_filters import NewsFilter
from commonsbot.domain.theme_names import words_of
from commonsbot.domain.themes import theme_word

LONGEST = 40
"""Words or themes of a filter."""

_QUOTES = '"“”„«»'
_PIECE = re.compile(
    r"(?P<minus>[-−–])?(?:"
    r"(?P<name>[^\W\d_]+)\s?[:：=]\s*"
    r"(?P<value>[^\s,\"“”„«»]+(?:,\s+(?![-−–#])[^\s:,\"“”„«»]+(?=[\s,]|$)|,[^\s,\"“”„«»]*)*)"
    rf"|[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]"
    r"|(?P<hash>#[\w-]+)"
    rf"|(?P<word>[^\s{_QUOTES}]+))"
)
_CLASSES = frozenset("classe classes class genre genres type types".split())
_BARE = re.compile(rf"\b(?P<name>{'|'.join(_CLASSES)})\s+(?P<value>[^\W\d_]+)", re.IGNORECASE)
_THEMES = frozenset("theme themes sujet sujets topic topics".split())
_WORDS = frozenset("mot mots word words".split())
_LITTLE = frozenset("et ou sans sauf and or avec with le la les de des du".split())
_WITHOUT = frozenset("sans sauf without except".split())
_ALL = frozenset("tout tous toutes rien aucun off all none everything".split())


@dataclass(slots=True)
class _Parts:
    classes: set[NewsClass] = field(default_factory=set)
    without_classes: set[NewsClass] = field(default_factory=set)
    themes: list[str] = field(default_factory=list)
    without_themes: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadFilter:
    filter: NewsFilter
    unread: tuple[tuple[str, str], ...] = ()
    """What was not understood: what it is (class, theme, name), and how it was written."""


def takes_all(text: str) -> bool:
    """« tout »: no filter any more."""
    return fold(text.strip(" .!")) in _ALL


def read_filter(text: str) -> ReadFilter:
    text = _BARE.sub(_with_colon, text)
    parts = _Parts()
    without = False
    for piece in _PIECE.finditer(text):
        if fold(piece["word"] or "") in _WITHOUT:
            without = True
            continue
        _take(piece, parts, without=without or bool(piece["minus"]))
        without = False
    return ReadFilter(
        NewsFilter(
            classes=frozenset(parts.classes),
            without_classes=frozenset(parts.without_classes),
            themes=tuple(dict.fromkeys(parts.themes))[:LONGEST],
            without_themes=tuple(dict.fromkeys(parts.without_themes))[:LONGEST],
            words=tuple(dict.fromkeys(parts.words))[:LONGEST],
            without=tuple(dict.fromkeys(parts.without))[:LONGEST],
        ),
        tuple(parts.unread),
    )


def _with_colon(bare: re.Match[str]) -> str:
    """« classe prix » is « classe:prix »."""
    return f"{bare['name']}:{bare['value']}" if class_named(bare["value"]) else bare[0]


def _take(piece: re.Match[str], parts: _Parts, *, without: bool) -> None:
    if piece["hash"]:
        _take_themes([piece["hash"]], parts, without=without)
    elif piece["name"]:
        _take_named(piece["name"], piece["value"], parts, without=without)
    else:
        words = piece["phrase"] or piece["word"] or ""
        if words_of(words) and fold(words) not in _LITTLE:
            (parts.without if without else parts.words).append(words.strip(" ,;.").lower())


def _take_named(name: str, value: str, parts: _Parts, *, without: bool) -> None:
    values = [one for one in re.split(r"[,;/]\s*", value.strip(",;/ ")) if one]
    if fold(name) in _CLASSES:
        _take_classes(values, parts, without=without)
    elif fold(name) in _THEMES:
        _take_themes(values, parts, without=without)
    elif fold(name) in _WORDS:
        (parts.without if without else parts.words).extend(one.lower() for one in values)
    else:
        parts.unread.append(("name", name))


def _take_classes(values: Iterable[str], parts: _Parts, *, without: bool) -> None:
    for value in values:
        minus = value.startswith(("-", "−", "–"))
        class_ = class_named(value.lstrip("-−–"))
        if class_ is None:
            parts.unread.append(("class", value))
        else:
            (parts.without_classes if without or minus else parts.classes).add(class_)


def _take_themes(values: Iterable[str], parts: _Parts, *, without: bool) -> None:
    for value in values:
        minus = value.startswith(("-", "−", "–"))
        theme = theme_word(value.lstrip("-−–"))
        if theme is None:
            parts.unread.append(("theme", value))
        else:
            (parts.without_themes if without or minus else parts.themes).append(theme)


def written(filter: NewsFilter, language: str = "fr") -> str:
    """As `read_filter` reads it."""
    typed, head = TYPED[language], "classe" if language == "fr" else "class"
    parts = []
    for sign, classes in (("", filter.classes), ("-", filter.without_classes)):
        names = [typed[one] for one in typed if one in classes]
        parts += [f"{sign}{head}:{','.join(names)}"] if names else []
    for sign, themes in (("", filter.themes), ("-", filter.without_themes)):
        parts += [f"{sign}#{theme}" for theme in themes]
    for sign, words in (("", filter.words), ("-", filter.without)):
        parts += [f'{sign}"{word}"' if " " in word else f"{sign}{word}" for word in words]
    return " ".join(parts)
