"""The vocabulary: the one the bot brings along, and what an operator's file makes of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from commonsbot.config import documents, values
from commonsbot.config.shapes import Fault, Group, Listed, Mapped, Switchable, setting
from commonsbot.domain.theme_names import key
from commonsbot.domain.themes import Manner, Sort, Theme, Vocabulary

PACKAGED = Path(__file__).with_name("themes.yaml")

_NAMES = Listed(values.NAME)
_SCALARS = ("label", "about", "group", "site")
_LISTS = ("synonyms", "acronyms", "exact", "hashtags")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Theme:
    """A theme or a tool as it is written; its id is its key."""

    label: str = setting(values.NAME, "Comment il s'affiche.", "")
    group: str = setting(values.WORD, "Groupe sous lequel il est montré.", "")
    about: str = setting(values.WORD, "Une phrase neutre qui dit ce que c'est.", "")
    site: str = setting(values.LINK, "Adresse officielle, reconnue aussi dans les liens.", "")
    synonyms: tuple[str, ...] = setting(_NAMES, "Ce qui le nomme aussi dans un texte.", ())
    acronyms: tuple[str, ...] = setting(_NAMES, "Ses sigles.", ())
    exact: tuple[str, ...] = setting(_NAMES, "Reconnu seulement écrit ainsi.", ())
    hashtags: tuple[str, ...] = setting(_NAMES, "Compris seulement après un dièse.", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A whole file. False takes a theme or a tool of the default vocabulary away."""

    default: bool = setting(values.DEFAULT, "off : sans le vocabulaire du robot.", True)
    groups: Mapping[str, str] = setting(
        Mapped(values.WORD, values.WORD, "config-not-groups"),
        "Groupes de thèmes et d'outils, dans l'ordre où ils sont montrés.",
        MappingProxyType({}),
    )
    themes: Mapping[str, _Theme | Literal[False]] = setting(
        Mapped(values.THEME, Switchable(Group(_Theme)), "config-not-themes"),
        "Les thèmes, nommés par leur mot-dièse.",
        MappingProxyType({}),
    )
    tools: Mapping[str, _Theme | Literal[False]] = setting(
        Mapped(values.THEME, Switchable(Group(_Theme)), "config-not-themes"),
        "Les outils, nommés par leur mot-dièse.",
        MappingProxyType({}),
    )
    words: tuple[tuple[str, ...], ...] = setting(
        Listed(_NAMES), "Mots qui se valent, pour la recherche seulement.", ()
    )

    def listed(self) -> Iterator[tuple[str, Theme]]:
        """Each theme and tool, with its key in the file."""
        for section, sort in (("themes", Sort.THEME), ("tools", Sort.TOOL)):
            for id, written in getattr(self, section).items():
                if written:
                    yield f"{section}.{id}", _theme(id, sort, written)


def load(own: Path | None, faults: list[Fault]) -> Vocabulary:
    """The default vocabulary with what the file `own` adds, replaces and takes away.

    Notes what is wrong with `own`; the default one is known to be good.
    """
    if own is None:
        return _packaged()
    files = documents.layers(_File, PACKAGED, own, "config-themes-missing", faults)
    if files is None:
        return Vocabulary()
    base, written = files
    groups = {**base.groups, **written.groups}
    themes = _joined(base, written, groups, faults)
    merged = _File(groups=groups, words=base.words + written.words)
    return _vocabulary(merged, themes)


@cache
def _packaged() -> Vocabulary:
    default = documents.read_as(_File, PACKAGED, [])
    assert default, "a test reads it"
    return _vocabulary(default, [theme for _, theme in default.listed()])


def _vocabulary(file: _File, themes: Sequence[Theme]) -> Vocabulary:
    return Vocabulary(tuple(themes), MappingProxyType(dict(file.groups)), file.words)


def _theme(id: str, sort: Sort, written: _Theme) -> Theme:
    return Theme(
        id=id, sort=sort, **{known.name: getattr(written, known.name) for known in fields(written)}
    )


def _joined(base: _File, own: _File, groups: Mapping[str, str], faults: list[Fault]) -> list[Theme]:
    """The themes of `base`, completed by those of `own`, then what is only in `own`."""
    mine = dict(own.listed())
    owners = _owners(mine, faults)
    added = {theme.id: theme for theme in mine.values()}
    gone = {*own.themes, *own.tools} - added.keys()
    themes = []
    for theme in (theme for _, theme in base.listed() if theme.id not in gone):
        if theme.id not in added:
            faults.extend(_clashes(theme, owners))
        themes.append(_completed(_less(theme, owners), added.pop(theme.id, None)))
    faults.extend(_incomplete(mine, {theme.id for theme in themes}, groups))
    return [*themes, *added.values()]


def _owners(listed: Mapping[str, Theme], faults: list[Fault]) -> dict[str, str]:
    """The key of each name, and where in the file it is given. No name is given twice."""
    owners: dict[str, str] = {}
    for place, theme in listed.items():
        for name in theme.names():
            if name.manner is Manner.SITE:
                continue
            other = owners.setdefault(key(name.written), place)
            if other != place:
                values = {"value": name.written, "other": other}
                faults.append(Fault(place, "config-name-twice", values))
    return owners


def _clashes(theme: Theme, owners: Mapping[str, str]) -> Iterator[Fault]:
    """A theme that stays as it is must keep its own name."""
    for name in dict.fromkeys((theme.id, theme.label)):
        if place := owners.get(key(name)):
            yield Fault(place, "config-name-taken", {"value": name, "theme": theme.id})


def _less(theme: Theme, owners: Mapping[str, str]) -> Theme:
    """Without the names that the operator gives to another."""

    def stays(name: str) -> bool:
        return owners.get(key(name), theme.id).rpartition(".")[2] == theme.id

    kept: dict[str, Any] = {name: tuple(filter(stays, getattr(theme, name))) for name in _LISTS}
    return replace(theme, **kept)


def _completed(theme: Theme, own: Theme | None) -> Theme:
    if own is None:
        return theme
    said = {name: value for name in _SCALARS if (value := getattr(own, name))}
    lists = {name: getattr(theme, name) + getattr(own, name) for name in _LISTS}
    return replace(theme, sort=own.sort, **said, **lists)


def _incomplete(
    listed: Mapping[str, Theme], known: Collection[str], groups: Mapping[str, str]
) -> Iterator[Fault]:
    for place, theme in listed.items():
        if not theme.label and theme.id not in known:
            yield Fault(f"{place}.label", "config-missing-label", {})
        if theme.group and theme.group not in groups:
            values = {"value": theme.group, "choices": ", ".join(groups)}
            yield Fault(f"{place}.group", "config-choice", values)
