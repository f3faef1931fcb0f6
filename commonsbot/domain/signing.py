"""How the author of a resource is shown: by name, by a role in their own words, or not at all."""

from typing import TypeAlias

from commonsbot.domain.folding import fold
from commonsbot.errors import UserError

ROLE_LIMIT = 80
"""Characters of a role."""

Signature: TypeAlias = str | None
"""None: the author's name; NOBODY; else their role, as they write it."""

NOBODY = "nobody"

_NAME = frozenset("nom name".split())
_ROLE = frozenset("fonction role".split())
_NOBODY = frozenset("personne nobody anonyme anonymous".split())


def read_signature(said: str) -> Signature:
    """« nom », « fonction chargée de communication, hôpital », « personne ».

    Raises UserError for anything else, and for a role that names somebody: it would be their
    signature.
    """
    first, _, rest = said.strip(" :«»\"'\u00a0").partition(" ")
    word = fold(first).strip(":,.")
    if word in _NAME:
        return None
    if word in _NOBODY:
        return NOBODY
    if word in _ROLE:
        return _role(" ".join(rest.strip(" :«»\"'“”\u00a0").split()))
    raise UserError("sign-which", word=first[:40])


def _role(words: str) -> str:
    if not words:
        raise UserError("sign-role-empty")
    if len(words) > ROLE_LIMIT:
        raise UserError("sign-role-long", most=ROLE_LIMIT)
    if "@" in words or "://" in words:
        raise UserError("sign-role-name")
    return NOBODY if fold(words) in _NOBODY else words
