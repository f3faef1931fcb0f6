"""« J'ai testé »: what others made of a resource, giving up included."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from commonsbot.domain.cards import Card
from commonsbot.domain.facet_reading import (
    read_budget,
    read_facets,
    read_population,
    with_unit,
)
from commonsbot.domain.facets import NO_FACETS, Facets, Population, completed
from commonsbot.domain.folding import fold
from commonsbot.domain.ids import ResourceId, UserId

OUTCOME = "outcome"
"""The duty of asking what came of a test."""

FOLLOWED_AFTER = timedelta(weeks=6)
"""When the author of a test is asked, unless another delay was chosen."""


class Outcome(StrEnum):
    ADOPTED = "adopted"
    ADAPTED = "adapted"
    ABANDONED = "abandoned"


class Shown(StrEnum):
    """How much of who tried it is said."""

    NAME = "name"
    BODY = "body"
    """The kind and size of the body only."""
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What somebody says of a trial, read but not yet kept."""

    outcome: Outcome | None
    """None: not said."""
    note: str = ""
    facets: Facets = NO_FACETS
    cost: str = ""
    changed: str = ""
    again: bool | None = None
    """Whether they would do it again."""
    shown: Shown = Shown.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One a person and resource: who reports again says how it went on."""

    id: int
    resource: ResourceId
    user: UserId | None
    """None once its author asked to be forgotten."""
    outcome: Outcome
    note: str = ""
    facets: Facets = NO_FACETS
    cost: str = ""
    changed: str = ""
    again: bool | None = None
    shown: Shown = Shown.BODY
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a card says of its trials."""

    adopted: int = 0
    """As it was, or adapted."""
    small: int = 0
    """Of those, bodies of fewer than 10,000 people."""
    abandoned: int = 0


def tally(trials: Iterable[tuple[Outcome, Population | None]]) -> Tally:
    counted = list(trials)
    kept = [population for outcome, population in counted if outcome is not Outcome.ABANDONED]
    return Tally(
        adopted=len(kept),
        small=sum(population in _SMALL for population in kept),
        abandoned=len(counted) - len(kept),
    )


_SMALL = (Population.UNDER_2K, Population.UNDER_10K)

_OUTCOMES = {
    Outcome.ADOPTED: "repris reprise reprises adopte adoptee adoptees adopted kept oui",
    Outcome.ADAPTED: "adapte adaptee adaptees adapted modifie changed",
    Outcome.ABANDONED: "abandonne abandonnee abandonnes abandon abandoned arrete rate echec non",
}
_OUTCOME = {word: outcome for outcome, words in _OUTCOMES.items() for word in words.split()}
_SHOWN = {
    "nom": Shown.NAME,
    "moi": Shown.NAME,
    "name": Shown.NAME,
    "me": Shown.NAME,
    "collectivite": Shown.BODY,
    "organisme": Shown.BODY,
    "body": Shown.BODY,
    "personne": Shown.NOBODY,
    "anonyme": Shown.NOBODY,
    "nobody": Shown.NOBODY,
    "anonymous": Shown.NOBODY,
}
_YES = frozenset("oui yes volontiers bien sans".split())
_NO = frozenset("non no jamais pas".split())
_FIRST = re.compile(r"\s*([^\W\d_]+)[\s,.;:!–—-]*")


class Line(StrEnum):
    NOTE = "note"
    BODY = "body"
    POPULATION = "population"
    COST = "cost"
    CHANGED = "changed"
    AGAIN = "again"
    SHOWN = "shown"


_CARD = Card(
    {
        Line.NOTE: "ce qui s'est passe, resultat, note, bilan, what happened, result",
        Line.BODY: "collectivite, organisme, structure, body",
        Line.POPULATION: "habitants, population, inhabitants",
        Line.COST: "cout et temps, cout, temps, budget, cost and time, cost",
        Line.CHANGED: "ce que nous avons change, ce qui a change, changements, what we changed,"
        " changes",
        Line.AGAIN: "le referiez-vous, a refaire, would you do it again, again",
        Line.SHOWN: "signe, signature, signed",
    }
)
_LEFT_OVER = re.compile(r"\s*↑")


def read_report(content: str) -> Report:
    """« repris, avec 200 inscrits », or a filled card that begins with the outcome."""
    outcome, rest = _outcome(content)
    parts: dict[Line | None, list[str]] = {}
    for part, said, line in _CARD.read(rest):
        if not _LEFT_OVER.match(line):
            parts.setdefault(part, []).append(said)
    whole = {part: "\n".join(lines).strip() for part, lines in parts.items()}
    return Report(
        outcome=outcome,
        note="\n".join(filter(None, (whole.get(None), whole.get(Line.NOTE)))),
        facets=_facets(whole),
        cost=whole.get(Line.COST, ""),
        changed=whole.get(Line.CHANGED, ""),
        again=_again(whole.get(Line.AGAIN, "")),
        shown=_shown(whole.get(Line.SHOWN, "")),
    )


def _outcome(content: str) -> tuple[Outcome | None, str]:
    found = _FIRST.match(content)
    outcome = _OUTCOME.get(fold(found[1])) if found else None
    return (outcome, content[found.end() :]) if outcome and found else (None, content)


def _facets(whole: dict[Line | None, str]) -> Facets:
    said = Facets(
        population=read_population(with_unit(whole.get(Line.POPULATION, ""), "habitants")),
        budget=read_budget(with_unit(whole.get(Line.COST, ""), "€")),
    )
    return completed(said, read_facets(whole.get(Line.BODY, "")))


def _again(words: str) -> bool | None:
    said = set(re.findall(r"[a-z]+", fold(words)))
    if said & _NO:
        return False
    return True if said & _YES else None


def _shown(words: str) -> Shown:
    said = re.findall(r"[a-z]+", fold(words))
    return next((_SHOWN[word] for word in said if word in _SHOWN), Shown.BODY)
