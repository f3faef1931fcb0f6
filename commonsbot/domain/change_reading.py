"""What a member writes after `!modifier 42`, read into a change.

« titre: … », « texte: … », « lien: … », « thèmes: … » at the beginning of a line, and the fields of
a share (`fields`); « #ia -#web » adds and takes away; anything else is what a share would be: a
line alone is a new title, more lines are a new title and a new text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto

from commonsbot.domain.changes import Change
from commonsbot.domain.fields import Fields, read_fields
from commonsbot.domain.folding import fold
from commonsbot.domain.resources import TITLE_LIMIT
from commonsbot.domain.sharing import LINK, find_links, find_themes, read_share
from commonsbot.errors import UserError


class Label(Enum):
    TITLE = auto()
    TEXT = auto()
    LINKS = auto()
    THEMES = auto()


_NAMES = {
    Label.TITLE: "titre title",
    Label.TEXT: "texte text contenu description",
    Label.LINKS: "lien liens link links adresse url",
    Label.THEMES: "theme themes tags topics",
}
_LABELS = {name: label for label, names in _NAMES.items() for name in names.split()}
_LABELLED = re.compile(r"\s*(?:[>*•–-]\s*)?([^\W\d_]{3,12})\s*[:：=]\s*(.*)")
_NOTHING = frozenset({"", "-", "–", "aucun", "aucune", "rien", "vide", "none", "nothing", "empty"})
_MORE = frozenset({"+", "plus", "et", "and", "ajoute", "ajouter", "add"})
_LESS = frozenset(
    {"-", "–", "−", "moins", "sans", "enleve", "enlever", "retire", "retirer", "remove", "without"}
)
_SIGNED = re.compile(rf"([+–−-]?)(#\w[\w-]*|{LINK.pattern})", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;\s]+")


def read_change(content: str) -> Change:
    """Raises UserError for a value that can't be one."""
    fields = read_fields(content.strip().lstrip(":：").strip())
    change = Change(kind=fields.kind, licence=fields.licence, audience=fields.audience)
    free: list[str] = []
    for label, said in _labelled(fields.rest.strip()):
        if label is None:
            free.append(said)
        else:
            change = _set(change, label, said)
    words = "\n".join(free).strip()
    _check_unknown(fields, words)
    return _with_free(change, words)


def _check_unknown(fields: Fields, words: str) -> None:
    """In a longer text, « licence : selon le cas » is only words; alone, it can't be a title."""
    if fields.unknown and "\n" not in words:
        unknown = fields.unknown[0]
        raise UserError(f"change-{unknown.field}-wrong", value=unknown.typed)


def _labelled(content: str) -> Iterator[tuple[Label | None, str]]:
    """The lines by their labels; those after « texte: » belong to it, up to the next label."""
    text: list[str] | None = None
    for line in content.split("\n"):
        label, said = _label_of(line)
        if label is Label.TEXT:
            text = [*(text or ()), said]
        elif label is None and text is not None:
            text.append(line)
        else:
            yield label, said
    if text is not None:
        yield Label.TEXT, "\n".join(text).strip()


def _label_of(line: str) -> tuple[Label | None, str]:
    match = _LABELLED.fullmatch(line)
    label = _LABELS.get(fold(match[1])) if match else None
    return (label, match[2].strip()) if match and label else (None, line)


def _set(change: Change, label: Label, said: str) -> Change:
    match label:
        case Label.TITLE:
            return _with_title(change, said)
        case Label.TEXT:
            return replace(change, text="" if fold(said) in _NOTHING else said)
        case Label.LINKS:
            return replace(change, links=_links(said))
        case Label.THEMES:
            return replace(change, themes=_themes(said))


def _with_title(change: Change, said: str) -> Change:
    share = read_share(said)
    if not share.title:
        raise UserError("change-no-title")
    if share.text:
        raise UserError("change-title-long", limit=TITLE_LIMIT)
    return replace(change, title=share.title, more_links=share.links, more_themes=share.themes)


def _links(said: str) -> tuple[str, ...]:
    found = find_links(said)
    if not found and fold(said) not in _NOTHING:
        raise UserError("change-link-wrong", value=said[:60])
    return found


def _themes(said: str) -> tuple[str, ...]:
    if fold(said) in _NOTHING:
        return ()
    if "#" not in said:
        cut = re.split(r"[,;]", said) if re.search(r"[,;]", said) else said.split()
        said = " ".join("#" + "-".join(name.split()) for name in cut if name.strip())
    found = find_themes(said)
    if not found:
        raise UserError("change-theme-wrong", value=said[:60])
    return found


def _with_free(change: Change, free: str) -> Change:
    """The words that stand under no label."""
    if not free:
        return change
    if signed := _signed(free):
        more, less = signed
        return replace(
            change,
            more_links=tuple(one for one in more if not one.startswith("#")),
            less_links=tuple(one for one in less if not one.startswith("#")),
            more_themes=find_themes(" ".join(more)),
            less_themes=find_themes(" ".join(less)),
        )
    share = read_share(free)
    return replace(
        change,
        title=share.title if change.title is None else change.title,
        text=(share.text if change.title is None else free) or change.text,
        more_links=(*change.more_links, *share.links),
        more_themes=(*change.more_themes, *share.themes),
    )


def _signed(free: str) -> tuple[list[str], list[str]] | None:
    """What is added and what is taken away, where there is nothing but #themes and links."""
    found: tuple[list[str], list[str]] = ([], [])
    less = False
    for word in filter(None, _BETWEEN.split(free)):
        match = _SIGNED.fullmatch(word)
        if match:
            taken = match[1] in _LESS if match[1] else less
            found[taken].extend(find_links(match[2]) or [match[2]])
        elif fold(word) in _MORE | _LESS:
            less = fold(word) in _LESS
        else:
            return None
    return found if found[0] or found[1] else None
