"""Facets as people write them, in French or English."""

import re
from collections.abc import Mapping
from typing import TypeVar

from commonsbot.domain.facets import Body, Budget, Channel, Facets, Population
from commonsbot.domain.folding import fold

BODY_NAMES = {
    Body.COMMUNE: "commune mairie ville village municipalite town city",
    Body.EPCI: "epci intercommunalite agglomeration agglo metropole syndicat interco",
    Body.DEPARTMENT: "departement department",
    Body.REGION: "region",
    Body.STATE: "etat ministere prefecture rectorat drac dreal state ministry",
    Body.HOSPITAL: "hopital chu chru ghu ars ehpad clinique hospital",
    Body.MUSEUM: "musee bibliotheque mediatheque theatre archives museum library",
    Body.FIRE_SERVICE: "sdis sis pompiers",
    Body.HOUSING: "bailleur oph hlm",
    Body.EDUCATION: "universite ecole college lycee crous university school",
    Body.ASSOCIATION: "association federation ong charity",
    Body.OTHER: "autre other",
}
"""Words, folded, by which people call each kind of body."""

CHANNEL_NAMES = {
    Channel.PRINT: "papier print magazine bulletin tract flyer depliant brochure courrier",
    Channel.WEB: "web site internet intranet newsletter mail courriel",
    Channel.SOCIAL: "reseaux social facebook instagram linkedin tiktok mastodon bluesky",
    Channel.VIDEO: "video film youtube peertube podcast audio",
    Channel.EVENT: "evenement atelier reunion salon forum event workshop",
    Channel.PRESS: "presse radio television press media",
    Channel.MOBILE: "sms appli application mobile app messagerie",
    Channel.DISPLAY: "affichage affiche panneau signaletique poster display",
    Channel.INTERNAL: "interne internal agents",
}

_BODIES = {word: body for body, words in BODY_NAMES.items() for word in words.split()}
_CHANNELS = {word: channel for channel, words in CHANNEL_NAMES.items() for word in words.split()}
_Facet = TypeVar("_Facet")
_WORD = re.compile(r"[a-z]+")
_NUMBER = r"(\d{1,3}(?:[ .\u00a0\u202f']\d{3})+|\d+(?:[.,]\d+)?)\s*(k\b|mille|millions?|m\b)?"
_PEOPLE = re.compile(_NUMBER + r"\s*(?:d'|de )?\s*(?:hab|inhab|people|personnes|agents|residents)")
_EUROS = re.compile(_NUMBER + r"\s*(?:d'|de )?\s*(?:euros?\b|eur\b|\u20ac)")
_MOST = 1e12
_BARE_NUMBER = re.compile(r"\s*\d[\d\s.,]*\s*")
_FREE = re.compile(
    r"\b(?:sans (?:budget|frais|cout)|gratuit\w*|aucun (?:budget|cout)|no budget|free)\b"
)
_ZERO = re.compile(r"(?<![\d.,])0\s*(?:euros?\b|\u20ac)")


def read_facets(text: str) -> Facets:
    """What `text` says of the body, its size, the cost and the channel, in French or English.

    « commune de 8 000 habitants, sans budget, réseaux sociaux »
    """
    words = fold(text)
    return Facets(
        body=_first(words, _BODIES),
        population=read_population(text),
        budget=read_budget(text),
        channel=_first(words, _CHANNELS),
    )


def with_unit(text: str, unit: str) -> str:
    """A number alone is taken for what its line asks for."""
    return f"{text} {unit}" if _BARE_NUMBER.fullmatch(text) else text


def read_population(text: str) -> Population | None:
    """« 8 000 habitants », « 12,5 k hab. »."""
    found = _PEOPLE.search(fold(text))
    return Population.of(number_of(*found.groups())) if found else None


def read_budget(text: str) -> Budget | None:
    """« sans budget », « 2 000 € », « 3 k€ »."""
    words = fold(text)
    if _FREE.search(words) or _ZERO.search(words):
        return Budget.NONE
    found = _EUROS.search(words)
    return Budget.of(number_of(*found.groups())) if found else None


def _first(words: str, names: Mapping[str, _Facet]) -> _Facet | None:
    """What the first word that is one of `names`, or its plural, stands for."""
    for match in _WORD.finditer(words):
        word = match[0]
        if found := names.get(word) or names.get(word.removesuffix("s")):
            return found
    return None


def number_of(digits: str, scale: str | None) -> int:
    """« 8 000 », « 12,5 » with a scale of « k », « mille » or « millions »."""
    if re.search(r"[ .\u00a0\u202f']\d{3}", digits) and not scale:
        number = float(re.sub(r"\D", "", digits))
    else:
        number = float(re.sub(r"[ \u00a0\u202f']", "", digits).replace(",", "."))
    factor = 1 if not scale else 1_000_000 if scale.startswith("m") and scale != "mille" else 1_000
    return int(min(number * factor, _MOST))
