"""Words to look for in a text, in a form that people can write: « remport* … prix/trophée ».

A pattern is words in a row. Case, accents, apostrophes and punctuation don't matter, and a word of
four letters or more stands for its plural too. Besides words:

- `laur*` any word that begins so, `*ez` any that ends so;
- `prix/trophée` one or the other;
- `=primé` that word with its accents, `=vote` that word without one; its first letter may lack
  them, and so may a word in capitals;
- `grand?` a word that may be missing;
- `9` any number;
- `…` up to five words, whatever they are, within a sentence;
- `^` the beginning of the text, or of what follows a colon, a dash or a sentence; `^^` only that of
  the text; `$` its end;
- `<prix>` any pattern of the set of that name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from commonsbot.domain.folding import fold, spelled

LONGEST = 1000
"""Characters of a pattern."""

_GAP = r"(?:(?:: )?[^ |:]+ ){0,5}?"
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[.!?…](?=\s|$)|;|:|(?<=\s)[-–—](?=\s)")
_END = r"(?:~[^ ]*)? "
"""Of a word whose accents don't matter."""
_HEAD = 4
"""Letters of a word that tell whether a text may have it."""
_ANY = "*"
"""A word that may begin in any way."""
_WORD = re.compile(r"\d+|[^\W\d_]+")
_HOLDING = r"['’·.-]"
_ELEMENT = re.compile(rf"<([\w-]+)>|(=?)(?:\*([^\W\d_]+)|([^\W_]+(?:{_HOLDING}[^\W_]+)*)(\*?))")


class PatternError(ValueError):
    """It can't be read; `part` is what of it."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, slots=True)
class Words:
    """A text as patterns see it: its folded words, each followed by a space; « | » for the end
    of a sentence, « : » for a colon or a dash. A word that has accents says so after a « ~ »:
    « prime~primé »."""

    line: str
    heads: frozenset[str]
    """How its words begin: most patterns are ruled out by that alone."""

    @classmethod
    def of(cls, text: str) -> "Words":
        parts = [_mark(part) for part in _TOKEN.findall(spelled(text))]
        heads = frozenset(part[:size] for part, _ in parts for size in range(1, _HEAD + 1))
        return cls(" " + "".join(f"{part}{accents} " for part, accents in parts), heads)


def _mark(part: str) -> tuple[str, str]:
    """A part of a text as patterns see it, and its accents."""
    if not part[0].isalnum():
        return (":" if part in ":-–—" else "|"), ""
    folded = fold(part)
    if part.isascii():
        return folded, ("~?" if part.isupper() else "")  # capitals are often left without
    accented = spelled(part.lower())
    return folded, (f"~{accented}" if accented != folded else "")


@dataclass(frozen=True, slots=True)
class Pattern:
    written: str
    _source: str
    """Compiled when a text first has such a head: news show few of a thousand patterns, and all
    of them would take a start's time and 4 MB."""
    _heads: frozenset[str]
    """One of the text's words must begin like one of these; empty where that is not known."""

    def find(self, words: Words) -> str:
        """What of the text it matches, folded; "" for nothing."""
        if self._heads and self._heads.isdisjoint(words.heads):
            return ""
        found = _regex(self._source).search(words.line)
        return " ".join(_ACCENTS.sub("", found[0]).translate(_NO_MARKS).split()) if found else ""


def read_pattern(written: str, sets: Mapping[str, Sequence[str]] | None = None) -> Pattern:
    """The pattern in `written`; `sets` holds what names in angle brackets stand for.

    Raises PatternError, also where there is no word to look for.
    """
    if len(written) > LONGEST:
        raise PatternError(written[:LONGEST])
    source, needs = _compiled(written, sets or {}, ())
    if not any(any(begun) for begun in needs):
        raise PatternError(written)
    begun = _telling(needs)
    known = all(one and one != _ANY for one in begun)
    heads = frozenset(one[:_HEAD] for one in begun) if known else frozenset()
    return Pattern(written, f"(?<=[ ]){source}", heads)


_regex = cache(re.compile)

_ACCENTS = re.compile("~[^ ]*")
_NO_MARKS = str.maketrans("|:", "  ")

_Needs = list[tuple[str, ...]]


def _telling(needs: _Needs) -> tuple[str, ...]:
    """Of the words that must be there, those that are the least likely to be."""
    return max(needs, key=lambda part: min(map(len, part)), default=("",))


def _compiled(
    written: str, sets: Mapping[str, Sequence[str]], within: tuple[str, ...]
) -> tuple[str, _Needs]:
    parts: list[str] = []
    needs: _Needs = []
    for part in written.split():
        if part in _SIGNS:
            parts.append(_SIGNS[part])
            continue
        optional = part.endswith("?")
        source, beginnings = _element(part.removesuffix("?"), sets, within)
        parts.append(f"(?:{source})?" if optional else source)
        if not optional:
            needs.append(beginnings)
    return "(?:: )?".join(parts), needs


_SIGNS = {"…": _GAP, "^": r"(?:(?<=\A )|(?<=[|:] ))", "^^": r"(?<=\A )", "$": r"(?=\Z)"}


def _element(
    part: str, sets: Mapping[str, Sequence[str]], within: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """One of several, and how the words of each begin; "" for a number."""
    sources: list[str] = []
    beginnings: list[str] = []
    for choice in part.split("/"):
        found = _ELEMENT.fullmatch(choice)
        if not found:
            raise PatternError(choice or part)
        name, exact, end, word, star = found.groups()
        if name:
            inner, begun = _set(name, sets, within)
            sources += inner
            beginnings += begun
        elif end:
            sources.append(_spelt("[^ |:~]+{}", end, exact=bool(exact), within=True))
            beginnings.append(_ANY)
        elif word == "9":
            sources.append(r"\d+ ")
            beginnings.append("")
        else:
            sources.append(_word(word, is_prefix=bool(star), exact=bool(exact)))
            beginnings.append(_beginning(word))
    return f"(?:{'|'.join(sources)})", tuple(beginnings)


def _set(
    name: str, sets: Mapping[str, Sequence[str]], within: tuple[str, ...]
) -> tuple[list[str], list[str]]:
    if name not in sets or name in within:
        raise PatternError(f"<{name}>")
    sources: list[str] = []
    beginnings: list[str] = []
    for written in sets[name]:
        source, needs = _compiled(written, sets, (*within, name))
        sources.append(source)
        beginnings += _telling(needs)
    return sources, beginnings


def _word(word: str, *, is_prefix: bool, exact: bool) -> str:
    """A word, or several held together: « cap'com », « chargé·e »."""
    *first, last = _WORD.findall(spelled(word)) or [""]
    if not last:
        raise PatternError(word)
    head = "".join(_spelt("{}", one, exact=exact) for one in first)
    if is_prefix:
        return head + _spelt("{}[^ |~]*", last, exact=exact)
    if len(last) > 3 and fold(last).endswith("al"):
        return head + _spelt("{}(?:l|ls|ux)", last[:-1], exact=exact)
    return head + _spelt("{}[sx]?" if len(last) > 3 else "{}", last, exact=exact)


def _spelt(form: str, word: str, *, exact: bool, within: bool = False) -> str:
    """A word of that form, whatever its accents, or with exactly those of `word`; `within`: other
    letters come before it."""
    folded, lower = form.format(re.escape(fold(word))), spelled(word.lower())
    if not exact:
        return folded + _END
    free = 0 if within or len(lower) == 1 else 1
    start, rest = lower[:free], re.escape(lower[free:])
    if fold(rest) == rest:
        none = form.format("." * free + rest)
        return rf"{folded}(?:~(?:{none}|\?))? "
    accented = form.format((f"[{start}{fold(start)}]" if start else "") + rest)
    return rf"(?:{folded}~\?|[^ |:~]+~{accented}) "


def _beginning(word: str) -> str:
    """How every form of `word` begins."""
    first: str = _WORD.findall(fold(word))[0]
    return first.removesuffix("al") or first
