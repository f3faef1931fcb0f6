"""The fields of the query language, by every name they go by."""

from enum import StrEnum

from rapidfuzz.distance import OSA

from commonsbot.domain.folding import fold

_TYPO = 4
"""Letters of a name from which a slip in it is forgiven."""


class Field(StrEnum):
    THEME = "theme"
    KIND = "kind"
    AUTHOR = "author"
    ROOM = "room"
    SINCE = "since"
    AFTER = "after"
    BEFORE = "before"
    UNTIL = "until"
    DURING = "during"
    LICENCE = "licence"
    TRIED = "tried"
    BODY = "body"
    POPULATION = "population"
    BUDGET = "budget"
    CHANNEL = "channel"
    CLASS = "class"
    PLACE = "place"
    ORDER = "order"


_NAMES = {
    Field.THEME: "theme themes thematique sujet tag topic topics",
    Field.KIND: "type types kind",
    Field.AUTHOR: "de par auteur auteure autrice from by author",
    Field.ROOM: "salon salons room",
    Field.SINCE: "depuis since",
    Field.AFTER: "apres after",
    Field.BEFORE: "avant before",
    Field.UNTIL: "jusqu'a jusqu'en until",
    Field.DURING: "en date annee during year",
    Field.LICENCE: "licence licences license",
    Field.TRIED: "teste testee testes essaye tested tried",
    Field.BODY: "chez collectivite organisme structure body",
    Field.POPULATION: "habitants hab population taille inhabitants size",
    Field.BUDGET: "budget cout cost",
    Field.CHANNEL: "canal channel",
    Field.CLASS: "classe classes genre class",
    Field.PLACE: "dans in",
    Field.ORDER: "tri trier trie sort order",
}
"""Folded."""

_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}


def field_named(name: str) -> Field | None:
    return _FIELDS.get(fold(name))


def field_like(name: str) -> Field | None:
    """The one field whose name is a slip away: « tipe », « deppuis »."""
    typed = fold(name)
    if len(typed) < _TYPO:
        return None
    near = {
        field
        for known, field in _FIELDS.items()
        if len(known) >= _TYPO and OSA.distance(typed, known, score_cutoff=1) == 1
    }
    return near.pop() if len(near) == 1 else None
