"""The parts of a retour d'expérience, and the card a member fills in."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from commonsbot.domain.cards import Card
from commonsbot.domain.facet_reading import (
    read_budget,
    read_facets,
    read_population,
    with_unit,
)
from commonsbot.domain.facets import Facets, completed
from commonsbot.domain.folding import fold


class Section(StrEnum):
    """In the order they are shown."""

    CONTEXT = "context"
    GOAL = "goal"
    PUBLIC = "public"
    DONE = "done"
    RESULT = "result"
    COST = "cost"
    """Money and time."""
    FOOTPRINT = "footprint"
    DIFFERENTLY = "differently"
    """What one would do otherwise the next time."""
    CONTACT = "contact"


Sections: TypeAlias = tuple[tuple[Section, str], ...]


class Line(StrEnum):
    """Other lines of the card."""

    TITLE = "title"
    BODY = "body"
    POPULATION = "population"
    BUDGET = "budget"
    CHANNEL = "channel"
    HEAD = "head"
    """What any share may say: its licence, its themes, who sees it."""


_NAMES: dict[Section | Line, str] = {
    Section.CONTEXT: "contexte, context, situation, constat, le contexte",
    Section.GOAL: "objectif, objectifs, but, buts, enjeu, enjeux, goal, goals, aim",
    Section.PUBLIC: "public, publics, public vise, cible, cibles, audience, target",
    Section.DONE: "ce qu'on a fait, ce que nous avons fait, ce qui a ete fait, action, actions,"
    " mise en oeuvre, realisation, demarche, what we did",
    Section.RESULT: "resultat mesure, resultats mesures, resultat, resultats, bilan, effets,"
    " impact, measured result, result, results",
    Section.COST: "cout et temps, couts et temps, cout, couts, temps, temps passe, duree,"
    " cost and time, cost, time",
    Section.FOOTPRINT: "empreinte ou sobriete, empreinte, sobriete, footprint, frugality",
    Section.DIFFERENTLY: "ce qu'on referait autrement, ce que nous referions autrement,"
    " a refaire, si c'etait a refaire, lecons, limites, what we would do differently, lessons",
    Section.CONTACT: "contact, contacts, personne a contacter",
    Line.TITLE: "titre, title",
    Line.BODY: "collectivite, organisme, structure, etablissement, type de collectivite, body",
    Line.POPULATION: "population, habitants, nombre d'habitants, taille, inhabitants, size",
    Line.BUDGET: "budget",
    Line.CHANNEL: "canal, canaux, support, supports, media, channel, channels",
    Line.HEAD: "licence, license, visible, visible par, theme, themes, lien, liens, link, links",
}
_CARD: Card[Section | Line] = Card(_NAMES, alone=frozenset({Line.HEAD}))
_LEFT_OVER = re.compile(r"\s*(?:↑|titre de votre retour|title of your experience)")
"""What the card to fill in says itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """A card as it was filled in. `head` is what is written as in any share."""

    head: str
    sections: Sections = ()
    facets: Facets = field(default_factory=Facets)


def read_experience(content: str) -> Experience:
    """The parts of a filled card, in any order, with parts missing, labels mistyped or moved.

    What stands under no label stays in the head; parts left empty are left out.
    """
    parts: dict[Section | Line, list[str]] = {}
    head: list[str] = []
    title: list[str] = []
    for part, said, line in _CARD.read(content):
        if _LEFT_OVER.match(fold(line)) or (part is Line.HEAD and not said.strip()):
            continue
        if part is Line.TITLE:
            title.append(said)
        elif part is None or part is Line.HEAD:
            head.append(line)
        else:
            parts.setdefault(part, []).append(said)
    whole = {part: "\n".join(lines).strip() for part, lines in parts.items()}
    return Experience(
        head="\n".join([*title, *head]).strip(),
        sections=tuple((section, whole[section]) for section in Section if whole.get(section)),
        facets=_facets(whole),
    )


def _facets(said: dict[Section | Line, str]) -> Facets:
    """From their own lines, and the budget from the cost where that says it."""
    body = read_facets(said.get(Line.BODY, ""))
    found = Facets(
        body=body.body,
        population=read_population(with_unit(said.get(Line.POPULATION, ""), "habitants")),
        budget=read_budget(with_unit(said.get(Line.BUDGET, ""), "€")),
        channel=read_facets(said.get(Line.CHANNEL, "")).channel,
    )
    cost = Facets(budget=read_budget(said.get(Section.COST, "")))
    return completed(completed(found, replace(body, channel=None)), cost)
