"""The rules by which news are told apart: the bot's own, under an operator's."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import msgspec

from commonsbot.config import documents, values
from commonsbot.config.shapes import Fault, Group, Listed, Mapped, Switchable, setting
from commonsbot.domain.news_class_names import WRITTEN
from commonsbot.domain.news_classes import ENOUGH, Lexicon, Rule
from commonsbot.domain.word_patterns import Pattern, PatternError, read_pattern

PACKAGED = Path(__file__).with_name("news_classes.yaml")

_CLASSES = {written: class_ for class_, written in WRITTEN.items()}
_PATTERNS = Listed(values.WORD)
_PARTS = ("title", "text", "given", "unless")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    points: Mapping[str, float] = setting(
        Mapped(values.choice(*_CLASSES), values.NUMBER, "config-not-points"),
        "Ce qu'elle donne à chaque genre.",
    )
    most: int = setting(values.COUNT, "Combien de ses mots comptent, chacun pour soi.", 1)
    title: tuple[str, ...] = setting(_PATTERNS, "Mots cherchés dans le titre.", ())
    text: tuple[str, ...] = setting(_PATTERNS, "Mots cherchés dans le titre et le résumé.", ())
    given: tuple[str, ...] = setting(_PATTERNS, "L'un d'eux doit être là aussi.", ())
    unless: tuple[str, ...] = setting(_PATTERNS, "Aucun d'eux ne doit être là.", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A whole file. False takes a rule of the bot's away; a set of no words, a set."""

    default: bool = setting(values.DEFAULT, "off : sans les règles du robot.", True)
    enough: float = setting(values.RATE, "Points qu'il faut à un genre.", 0.0)
    sets: Mapping[str, tuple[str, ...]] = setting(
        Mapped(values.WORD, _PATTERNS, "config-not-sets"),
        "Ensembles de mots, que les règles citent entre chevrons.",
        MappingProxyType({}),
    )
    rules: Mapping[str, _Rule | Literal[False]] = setting(
        Mapped(values.WORD, Switchable(Group(_Rule)), "config-not-rules"),
        "Les règles, par leur nom.",
        MappingProxyType({}),
    )


def load(own: Path | None, faults: list[Fault]) -> Lexicon:
    """The bot's rules with what the file `own` adds, replaces and takes away.

    Notes what is wrong with `own`; the bot's file is known to be good.
    """
    if own is None:
        return _packaged()
    files = documents.layers(_File, PACKAGED, own, "config-classes-missing", faults)
    return Lexicon() if files is None else _lexicon(_joined(*files), faults)


@cache
def _packaged() -> Lexicon:
    default = documents.read_as(_File, PACKAGED, [])
    assert default, "a test reads it"
    return _lexicon(default, [])


def _joined(base: _File, own: _File) -> _File:
    return _File(
        enough=own.enough or base.enough,
        sets={**base.sets, **own.sets},
        rules={**base.rules, **own.rules},
    )


def _lexicon(file: _File, faults: list[Fault]) -> Lexicon:
    rules = [
        _rule(name, written, file.sets, faults) for name, written in file.rules.items() if written
    ]
    return Lexicon(tuple(rules), file.enough or ENOUGH, _version(file))


def _rule(
    name: str, written: _Rule, sets: Mapping[str, Sequence[str]], faults: list[Fault]
) -> Rule:
    parts: dict[str, Any] = {
        part: tuple(_patterns(f"rules.{name}.{part}", getattr(written, part), sets, faults))
        for part in _PARTS
    }
    if not (written.title or written.text):
        faults.append(Fault(f"rules.{name}", "config-rule-wordless", {}))
    weights = {_CLASSES[name]: points for name, points in written.points.items()}
    return Rule(name=name, weights=MappingProxyType(weights), most=written.most, **parts)


def _patterns(
    place: str, written: Sequence[str], sets: Mapping[str, Sequence[str]], faults: list[Fault]
) -> Iterator[Pattern]:
    for number, one in enumerate(written):
        try:
            yield read_pattern(one, sets)
        except PatternError as error:
            values = {"value": error.part, "sets": ", ".join(sets)}
            faults.append(Fault(f"{place}[{number}]", "config-pattern", values))


def _version(file: _File) -> str:
    """Another text for other rules."""
    written = msgspec.json.encode([file.enough, file.sets, file.rules])
    return hashlib.sha256(written).hexdigest()[:16]
