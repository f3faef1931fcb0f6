"""A file of resources to import: a list under `resources:`."""
# ruff: noqa: RUF009 - setting() declares a field, and its defaults are immutable

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from commonsbot.cli.words import language, say
from commonsbot.config import documents, values
from commonsbot.config.faults import raise_faults
from commonsbot.config.shapes import Fault, Group, Leaf, Listed, UnreadableError, setting
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import TITLE_LIMIT, Draft, Kind


@dataclass(frozen=True, slots=True)
class Entry:
    origin: str
    """Names the resource for ever, so that importing twice adds it once."""
    draft: Draft


@dataclass(frozen=True, slots=True)
class BadEntry:
    key: str
    problem: str
    remedy: str


def _title(value: Any) -> str:
    text = values.word(value)
    if len(text) > TITLE_LIMIT or "\n" in text:
        raise UnreadableError("import-title", limit=TITLE_LIMIT)
    return text


_WORDS = {
    "astuce": Kind.TIP,
    "retour d'expérience": Kind.EXPERIENCE,
    "outil": Kind.TOOL,
    "modèle": Kind.TEMPLATE,
    "lien": Kind.REFERENCE,
    "question": Kind.QUESTION,
    **{str(kind): kind for kind in Kind},
}


def _kind(value: Any) -> Kind:
    text = str(value).strip().lower().replace("’", "'")
    if text not in _WORDS:
        raise UnreadableError("config-choice", value=str(value), choices=", ".join(_WORDS))
    return _WORDS[text]


def _theme(value: Any) -> str:
    return unicodedata.normalize("NFC", values.word(value).lstrip("#").lower())


_LICENCE = values.choice(*Licence)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """An entry as it is written."""

    origin: str = setting(values.WORD, "Identifiant durable, pour ne jamais importer deux fois.")
    title: str = setting(Leaf(_title, {}), "Titre, sur une ligne.")
    text: str = setting(values.WORD, "Texte.")
    links: tuple[str, ...] = setting(Listed(values.LINK), "Adresses.", ())
    themes: tuple[str, ...] = setting(Listed(Leaf(_theme, {})), "Thèmes, sans dièse.", ())
    type: Kind = setting(Leaf(_kind, {}), "astuce, outil, modèle…", Kind.TIP)
    licence: str | None = setting(
        _LICENCE, "Licence du texte, si elle n'est pas celle du fichier.", None
    )


def read(path: Path) -> tuple[list[Entry], list[BadEntry]]:
    """The good entries and the bad ones. Raises ConfigError when the file itself can't be read."""
    faults: list[Fault] = []
    document = documents.read(path, faults)
    listed = document.get("resources") if document is not None else None
    if document is not None and not isinstance(listed, list):
        faults.append(Fault("resources", "import-no-resources", {}))
    licence = None
    if document is not None and "licence" in document:
        licence = _LICENCE.read(document["licence"], "licence", faults)
    raise_faults({path: faults}, language())
    good: list[Entry] = []
    bad: list[BadEntry] = []
    for place, value in enumerate(listed or ()):
        _read_one(value, f"resources[{place}]", good, bad)
    return [_licensed(entry, licence) for entry in good], bad


def _licensed(entry: Entry, common: str | None) -> Entry:
    licence = entry.draft.licence or (Licence(common) if common else None)
    return replace(entry, draft=replace(entry.draft, licence=licence))


def _read_one(value: Any, key: str, good: list[Entry], bad: list[BadEntry]) -> None:
    faults: list[Fault] = []
    written: _Written | None = Group(_Written).read(value, key, faults)
    if written and any(entry.origin == written.origin for entry in good):
        faults.append(Fault(f"{key}.origin", "import-twice", {"value": written.origin}))
    bad.extend(
        BadEntry(
            fault.key,
            say(fault.sentence, **fault.values),
            say(f"{fault.sentence}-remedy", **fault.values),
        )
        for fault in faults
    )
    if written and not faults:
        good.append(Entry(written.origin, _draft(written)))


def _draft(written: _Written) -> Draft:
    return Draft(
        title=written.title,
        text=written.text,
        links=written.links,
        themes=tuple(dict.fromkeys(written.themes)),
        kind=written.type,
        licence=Licence(written.licence) if written.licence else None,
    )
