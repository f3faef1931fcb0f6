"""Phone numbers and addresses of people in a text: somebody else's are not the author's to give."""

import re

from commonsbot.domain.folding import fold
from commonsbot.domain.ids import UserId
from commonsbot.domain.permalinks import localpart
from commonsbot.domain.sharing import LINK

_PHONE = re.compile(
    r"(?<![\w./-])(?:(?:\+|00)33[ .-]*(?:\(0\))?|0)[ .-]*[1-79](?:[ .\u00a0\u202f-]*\d{2}){4}"
    r"(?![\w-]|[./]\d)"
)
"""French numbers (ARCEP): ten digits from 0, or from +33. 08 is a service's, never a person's."""

_EMAIL = re.compile(r"(?<![\w.+-])([\w.+'-]+)@((?:[\w-]+\.)+[a-z]{2,})(?![\w@]|-\w)", re.IGNORECASE)

_GENERIC = frozenset(
    "accueil administration agenda aide archives bibliotheque billetterie bonjour cabinet com"
    " commercial communication concours conservatoire contact courrier cni ccas culture dgs dpo"
    " dircom drh etatcivil etat-civil evenement evenementiel formation graphisme hello help hotel"
    " info infos information inscription inscriptions internet jeunesse mairie marches mediation"
    " mediatheque musee museum newsletter noreply no-reply office office-tourisme partenariat"
    " patrimoine presse press privacy projet public recrutement redaction reservation rgpd rh"
    " secretariat service services site sports standard support technique tourisme urbanisme ville"
    " webmaster webmestre web".split()
)
"""What goes before the @ of an address that belongs to a body, not to a person."""


def contacts_in(text: str, author: UserId) -> tuple[str, ...]:
    """Each number or address that seems to be a person's, and not the author's own."""
    text = LINK.sub(lambda link: " " * len(link[0]), text)
    spots = [(found.start(), found[0].strip()) for found in _PHONE.finditer(text)]
    for found in _EMAIL.finditer(text):
        if not (_is_generic(found[1]) or _is_own(found[1], author)):
            spots.append((found.start(), found[0]))
    return tuple(dict.fromkeys(said for _, said in sorted(spots)))


def _is_generic(local: str) -> bool:
    """« contact », « service-communication », « presse.ville »: each word names no person."""
    words = re.split(r"[._+-]", fold(local).replace("'", ""))
    joined = "-".join(words)
    return joined in _GENERIC or words[0] in _GENERIC


def _is_own(local: str, author: UserId) -> bool:
    """« anne.martin@ville.fr » of @anne.martin, or of Tchap's @anne.martin-ville.fr."""
    mail, name = fold(local), fold(localpart(author))
    return mail == name or name.startswith(f"{mail}-")
