"""Themes and tools recognised in a text: named there, never guessed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from commonsbot.domain.folding import fold
from commonsbot.domain.resources import Draft
from commonsbot.domain.sharing import LINK
from commonsbot.domain.theme_names import WORD, root, singular, words_of
from commonsbot.domain.themes import Manner, Name, Sort
from commonsbot.domain.urls import host

MOST = 5
"""Themes, and as many tools, recognised in one text: what it is about, not all that it names."""

_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_TWO_DOTS = re.compile(r"\..\.")
"""Found at once, where `_DOTTED` looks at every letter."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A name as it is looked for: its words after the second, and what they stand for."""

    rest: tuple[str, ...]
    theme: str
    name: Name


class Recogniser:
    """Finds names in texts, word by word: the longest name that begins at a word wins.

    Most words begin no name and must cost next to nothing: those in plain letters begin one as
    they stand or not at all, only others are folded.
    """

    def __init__(self, names: Iterable[tuple[str, Sort, Name]]) -> None:
        """`names`: each theme or tool by its #word, what it is, and one of its names."""
        self._sorts: dict[str, Sort] = {}
        self._sites: dict[str, str] = {}
        self._forms: dict[tuple[str, str], list[_Form]] = {}
        """By their first two words; "" where there is no second."""
        self._firsts: set[str] = set()
        """First words, as `root` gives them."""
        self._plain: set[str] = set()
        """The same in every form that plain letters can give them."""
        for theme, sort, name in names:
            self._sorts[theme] = sort
            if name.manner is Manner.SITE:
                self._sites[host(name.written)] = theme
            elif name.manner is not Manner.HASHTAG and (words := words_of(name.written)):
                self._add(words, theme, name)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form.rest))

    def _add(self, words: Sequence[str], theme: str, name: Name) -> None:
        first, second, *rest = (*map(root, words), "") if len(words) == 1 else map(root, words)
        self._forms.setdefault((first, second), []).append(_Form(tuple(rest), theme, name))
        self._firsts.add(first)
        self._plain |= _inflected(first) if name.manner is Manner.PHRASE else {fold(words[0])}

    def recognise(self, title: str, text: str, links: Iterable[str] = ()) -> tuple[str, ...]:
        """The #words of what a text is about: themes, then tools, the most certain first.

        A theme that the text only mentions once is none of its subjects, unless nothing else
        is. A tool is always: whoever looks for it wants to find all that is said of it.
        """
        in_title, in_text = self._named(title), self._named(text)
        in_text += self._linked([*links, *LINK.findall(text)] if "://" in text else links)
        if not in_title and not in_text:
            return ()
        first, then = Counter(in_title), Counter(in_text)
        found = sorted(first | then, key=lambda theme: (-first[theme], -then[theme]))
        themes = [theme for theme in found if self._sorts[theme] is Sort.THEME]
        tools = [tool for tool in found if self._sorts[tool] is Sort.TOOL]
        sure = [theme for theme in themes if first[theme] or then[theme] > 1]
        return (*(sure or themes)[:MOST], *tools[:MOST])

    def of(self, draft: Draft) -> tuple[str, ...]:
        """What `draft` is about; its author's #words count as much as its title."""
        title = " ".join([draft.title, *draft.themes])
        text = "\n".join([draft.text, *(said for _, said in draft.sections)])
        return self.recognise(title, text, draft.links)

    def _named(self, text: str) -> list[str]:
        text = _prepared(text)
        words = WORD.findall(text.lower())
        heads = self._heads_in(set(words))
        if not heads:
            return []
        exactly = cache(partial(_is_exact, text))
        found, end = [], 0
        for place, word in enumerate(words):
            if word in heads and place >= end and (at := self._form_at(place, words, exactly)):
                form, end = at
                found.append(form.theme)
        return found

    def _heads_in(self, words: set[str]) -> set[str]:
        """Those of `words` that begin a name."""
        firsts = self._firsts
        others = {word for word in words if not word.isascii() and root(word) in firsts}
        return words & self._plain | others

    def _form_at(
        self, place: int, words: Sequence[str], exactly: Callable[[str], bool]
    ) -> tuple[_Form, int] | None:
        """The longest name that begins there, and where it ends.

        `exactly` says whether the text has a name written just so.
        """
        first, following = root(words[place]), words[place + 1 : place + 2]
        for second, size in ((root(following[0]), 2), ("", 1)) if following else (("", 1),):
            for form in self._forms.get((first, second), ()):
                end = place + size + len(form.rest)
                here = words[place:end]
                if form.rest == tuple(map(root, here[size:])) and _is_so(form.name, here, exactly):
                    return form, end
        return None

    def _linked(self, links: Iterable[str]) -> list[str]:
        return [site for link in links if (site := self._site(host(link)))]

    def _site(self, name: str) -> str | None:
        """The tool whose site `name` is, or is part of."""
        while "." in name:
            if name in self._sites:
                return self._sites[name]
            name = name.partition(".")[2]
        return None


def _inflected(first: str) -> set[str]:
    """The words in plain letters that `first` is the singular of."""
    likely = (first, f"{first}s", f"{first}x", f"{first[:-2]}au", f"{first[:-2]}aux")
    return {word for word in likely if singular(word) == first}


def _prepared(text: str) -> str:
    """Without links, whose words say little, and with « I.A. » as « IA »."""
    text = unicodedata.normalize("NFC", text)
    if "://" in text:
        text = LINK.sub(" ", text)
    if _TWO_DOTS.search(text):
        text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
    return text


def _is_so(name: Name, words: Sequence[str], exactly: Callable[[str], bool]) -> bool:
    """Whether words that have the form of `name` really are it."""
    match name.manner:
        case Manner.ACRONYM:
            return fold("".join(words)) == fold("".join(words_of(name.written)))
        case Manner.EXACT:
            return exactly(name.written)
    return True


def _is_exact(text: str, name: str) -> bool:
    """Whether `name` is written just so, and not because its whole line is in capitals."""
    lines = re.findall(rf"^.*(?<!\w){re.escape(name)}(?!\w).*$", text, re.MULTILINE)
    return any(letter.islower() for line in lines for letter in line.replace(name, ""))
