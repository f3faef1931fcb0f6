"""What a member writes after `!modifier 42`, read into a change.

« titre: … », « texte: … », « lien: … », « thèmes: … » at the beginning of a line, and the fields of
a share (`fields`); « #ia -#web » adds and takes away; anything else is what a share would be: a
line alone is a new title, more lines are a new title and a new text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto

from commonsbot.domain.changes import Change
from commonsbot.domain.experiences import Experience, read_experience
from commonsbot.domain.fields import Fields, read_fields
from commonsbot.domain.folding import fold
from commonsbot.domain.resources import TITLE_LIMIT, Draft
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
_SIGNS = "+–−-"
_SIGNED = re.compile(rf"([{_SIGNS}]?)(#\w[\w-]*|{LINK.pattern})", re.IGNORECASE)
_SIGNED_THEME = re.compile(rf"[{_SIGNS}]#\w[\w-]*[,;]?")
_BETWEEN = re.compile(r"[,;\s]+")


def read_change(content: str, *, experience: bool = False) -> Change:
    """`experience`: the parts of a retour d'expérience are labels too.

    Raises UserError for a value that can't be one.
    """
    content = _with_colon(content.strip().lstrip(":：").strip())
    parts = read_experience(content) if experience else Experience(head=content)
    fields = read_fields(parts.head)
    change = Change(
        kind=fields.kind,
        licence=fields.licence,
        audience=fields.audience,
        sections=tuple((part, "" if _is_nothing(said) else said) for part, said in parts.sections),
        facets=parts.facets,
    )
    free: list[str] = []
    for label, said in _labelled(fields.rest.strip()):
        if label is None:
            free.append(said)
        else:
            change = _set(change, label, said)
    words = "\n".join(free).strip()
    _check_unknown(fields, words)
    return _with_free(change, words)


def _with_colon(content: str) -> str:
    """« titre Courrier de rentrée », « type modèle »: a label alone on its line, in haste."""
    name, _, said = content.partition(" ")
    said = said.strip()
    if "\n" in content or not said:
        return content
    labelled = f"{name}: {said}"
    if fold(name) in ("titre", "title"):
        begins_a_title = name[0].isupper() and said[0].islower()  # « Titre restaurant »
        return content if begins_a_title else labelled
    fields = read_fields(labelled)
    return content if fields.rest or fields.unknown else labelled


def _is_nothing(said: str) -> bool:
    return fold(said.strip()) in _NOTHING


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
            return replace(change, text="" if _is_nothing(said) else said)
        case Label.LINKS:
            return replace(change, links=_links(said))
        case Label.THEMES:
            return replace(change, themes=_themes(said))


def _with_title(change: Change, said: str) -> Change:
    said, signed = _cut(said)
    share = read_share(said)
    if not share.title:
        raise UserError("change-no-title")
    if share.text:
        raise UserError("change-title-long", limit=TITLE_LIMIT)
    return _more(_sign(replace(change, title=share.title), signed), share)


def _links(said: str) -> tuple[str, ...]:
    found = find_links(said)
    if not found and not _is_nothing(said):
        raise UserError("change-link-wrong", value=said[:60])
    return found


def _themes(said: str) -> tuple[str, ...]:
    if _is_nothing(said):
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
    first, *others = free.split("\n")
    title, signed = _cut(first)
    text = []
    for line in others:
        if line.strip() and all(map(_SIGNED_THEME.fullmatch, line.split())):
            signed += line.split()
        else:
            text.append(line)
    change = _sign(change, signed)
    words = "\n".join([title, *text]).strip()
    if not words:
        return change
    share = read_share(words)
    written = replace(
        change,
        title=share.title if change.title is None else change.title,
        text=(share.text if change.title is None else words) or change.text,
    )
    return _more(written, share)


def _more(change: Change, share: Draft) -> Change:
    """The links and themes that a title or a text brings along."""
    return replace(
        change,
        more_links=(*change.more_links, *share.links),
        more_themes=(*change.more_themes, *share.themes),
    )


def _sign(change: Change, words: Sequence[str]) -> Change:
    """What a list of #themes and links adds and takes away."""
    more: list[str] = []
    less: list[str] = []
    taken = False
    for word in words:
        if match := _SIGNED.fullmatch(word.rstrip(",;")):
            away = match[1] in _LESS if match[1] else taken
            (less if away else more).extend(find_links(match[2]) or [match[2]])
        else:
            taken = fold(word) in _LESS
    return replace(
        change,
        more_links=(*change.more_links, *(one for one in more if one[0] != "#")),
        less_links=(*change.less_links, *(one for one in less if one[0] != "#")),
        more_themes=(*change.more_themes, *find_themes(" ".join(more))),
        less_themes=(*change.less_themes, *find_themes(" ".join(less))),
    )


def _cut(line: str) -> tuple[str, list[str]]:
    """The line, and the #themes and links that it adds and takes away.

    A line of nothing else may use words for signs: « ajouter #ia, sans #web ». At the end of a
    title one of them must have a sign: themes alone are read with the title.
    """
    words = [word for word in _BETWEEN.split(line) if word]
    if any(map(_SIGNED.fullmatch, words)) and all(map(_is_of_list, words)):
        return "", words
    end = len(words)
    while end and _SIGNED.fullmatch(words[end - 1]):
        end -= 1
    if not any(word[0] in _SIGNS for word in words[end:]):
        return line, []
    return line[: line.rindex(words[end - 1]) + len(words[end - 1])], words[end:]


def _is_of_list(word: str) -> bool:
    return _SIGNED.fullmatch(word) is not None or fold(word) in _MORE | _LESS
