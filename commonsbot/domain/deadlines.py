"""Until when one may apply, and when something takes place, as a text says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from commonsbot.domain.written_dates import Lean, Mention, mentions, prepared

_BEFORE = 60
"""Characters in front of a day in which something may say what it is."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, and the hour where one is given."""

    day: date
    at: time | None = None

    def moment(self, zone: tzinfo) -> datetime:
        """When it is over."""
        return datetime.combine(self.day, self.at or time(23, 59, 59), zone)

    def __str__(self) -> str:
        """As `read` reads it, and sorted as moments are."""
        return f"{self.day:%Y-%m-%d}T{self.at:%H:%M}" if self.at else f"{self.day:%Y-%m-%d}"

    @classmethod
    def read(cls, written: str) -> "Deadline":
        day, _, at = written.partition("T")
        return cls(date.fromisoformat(day), time.fromisoformat(at) if at else None)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of something."""

    first: date
    last: date

    @classmethod
    def read(cls, first: str, last: str) -> "Days":
        return cls(date.fromisoformat(first), date.fromisoformat(last))


def deadline_of(title: str, summary: str, today: date, *, is_call: bool) -> Deadline | None:
    """The day after which it is too late; `today`: when that was written.

    What is no call (a job, a meeting) must say that it is about applying: an exhibition lasts
    « jusqu'au 3 mars », too. Of several days the new one counts (« reportée au »), then the one
    that is called a limit.
    """
    line = prepared(f"{title}\n. {summary}")
    best: tuple[int, Mention] | None = None
    for one in mentions(line, today, Lean.AHEAD):
        worth = _worth(line, one, is_call=is_call)
        if worth and (best is None or worth > best[0]):
            best = worth, one
    if best is None:
        return None
    return Deadline(best[1].last, best[1].at)


def days_of(title: str, summary: str, today: date) -> Days | None:
    """When something takes place: the first day named that is no deadline."""
    for text in (title, summary):
        line = prepared(text)
        for one in mentions(line, today, Lean.NEAR):
            if not (one.loose or _limit(line, one) or _ANOTHER.search(_in_front(line, one))):
                return Days(one.first, one.last)
    return None


def _worth(line: str, one: Mention, *, is_call: bool) -> int:
    """How surely a day is a deadline; 0 for one that is none."""
    before, sentence = _in_front(line, one), _sentence(line, one)
    if _ANOTHER.search(before) or _OVER.search(sentence):
        return 0
    if _MOVED.search(before):
        return 4
    if _FORMER.search(before):
        return 0
    applies = _APPLYING.search(sentence) is not None
    if _LIMIT.search(before) and (is_call or applies or _NAMED_LIMIT.search(before)):
        return 3 if _NAMED_LIMIT.search(before) or applies else 2
    if applies and one.first != one.last:
        return 2  # « candidatures du 1er juillet au 15 octobre »
    if is_call and _COUNTED.match(line[one.start : one.end]):
        return 1
    return 0


def _limit(line: str, one: Mention) -> bool:
    before = _in_front(line, one)
    if _NAMED_LIMIT.search(before):
        return True
    return bool(_LIMIT.search(before) and _APPLYING.search(_sentence(line, one)))


def _in_front(line: str, one: Mention) -> str:
    """The words before a day, of the same sentence."""
    return _ends(line[max(0, one.start - _BEFORE) : one.start])[-1]


def _sentence(line: str, one: Mention) -> str:
    before = _ends(line[: one.start])[-1]
    after = _ends(line[one.end :])[0]
    return f"{before}{line[one.start : one.end]}{after}"


def _ends(text: str) -> Sequence[str]:
    return _SENTENCE_END.split(text)


_SENTENCE_END = re.compile(r"(?<![ .][a-z])(?<!\bjanv)(?<!\bfevr)(?<!\boct)[.!?](?= |$)")

_LIMIT = re.compile(
    r"(?:jusqu'(?:au|a|en)(?: la)?|jusque|avant(?: le| la)?|au plus tard(?: le)?"
    r"|d'ici(?: le| au| la)?"
    r"|dernier delai(?: le| au)?|date butoir[^.]*|pour(?: le)?|plus tard le|dernier jour[^.]*"
    r"|a (?:rendre|renvoyer|remettre|deposer|envoyer)(?: entre| d'ici)?"
    r"|(?:date |heure )?limite[^.]*|deadline[^.]*|echeance[^.]*"
    r"|(?:clotur|clos|cloture|ferm|prend fin|prennent fin|s'acheve|se termine|expir|fin d)[^.]*"
    r"|plus que|plus qu'une|encore|restent?|dans|sous)"
    r"[ :(]*(?:(?:le|la|au|ce|du|fixee? au|fixee? le|est le|est fixee? au|:) ?)*$"
)
_NAMED_LIMIT = re.compile(
    r"(?:limite|deadline|butoir|dernier delai|echeance|cloture|\bclos|plus tard|derniers? jours?)"
    r"[^.]{0,45}$"
)
_MOVED = re.compile(
    r"(?:report|prolong|repouss|prorog|etend|decal|rallong)\w*[^.]{0,40}?"
    r"\b(?:jusqu'au|jusqu'a|au|a la|en)[ :]*$"
)
_FORMER = re.compile(
    r"(?:initialement|au lieu|auparavant|prevu\w* (?:d'abord|au depart)|et non)[^.]{0,40}$"
)
_ANOTHER = re.compile(
    r"(?:publie\w*|mis\w* a jour|a partir|a compter|des|depuis|resultats?[^.,]*"
    r"|remise des prix[^.,]*|ceremonie[^.,]*|annonce\w*[^.,]*|devoil\w*[^.,]*|proclam\w*[^.,]*"
    r"|remis\w*|decern\w*"
    r"|ouvr\w+[^.,]*|ouvert\w* le|decret|loi|arrete|ordonnance|circulaire)"
    r"[ :(]*(?:du|le|la|au|ce|en|:)?[ :]*$"
)
"""Says that the day is that of something else."""
_OVER = re.compile(r"\b(?:etaient|etait|furent) (?:ouvert|possible|a (?:deposer|envoyer))")
_APPLYING = re.compile(
    r"candidat|candidate|dossier|inscri|postul|depos|depot|participe|particip|reponse|repondre"
    r"|soumett|soumission|concour|vote|votez|jury|envo[iy]|transm|\bcv\b|adress|proposition"
    r"|contribu|appel|projet|remettre|retourn|motivation"
)
_COUNTED = re.compile(r"plus que|encore|restent?|j ?-|sous|d'ici|dans")
