"""What moderators write of a source: its mode, and the selectors of a page."""

import re
from datetime import timedelta

from rapidfuzz.distance import OSA

from commonsbot.commands.parse import read_address
from commonsbot.domain.folding import fold
from commonsbot.domain.posting import GROUPED_BY, LONGEST_GROUPING, Mode, Posting
from commonsbot.domain.sources import Selectors
from commonsbot.errors import UserError

_DAILY = ("jour", "quotidien", "day", "daily")
_MODES = {
    Mode.AT_ONCE: ("immediat", "tout de suite", "de suite", "direct", "at once", "now"),
    Mode.GROUPED: ("group", "rassembl", "toutes les", "par heure", *_DAILY),
    Mode.LETTER: ("lettre", "letter", "digest", "hebdo"),
}
_MISTYPED = {Mode.AT_ONCE: "immediat", Mode.GROUPED: "groupe", Mode.LETTER: "lettre"}
_HOURLY = re.compile(r"toutes les heures|chaque heure|par heure|every hour|hourly")
_HOURS = re.compile(r"(\d{1,3})\s*(?:h|heures?|hours?)?\b")
_FIELDS = {
    "article": "item", "item": "item", "bloc": "item", "block": "item", "titre": "title",
    "title": "title", "lien": "link", "link": "link", "date": "date",
}  # fmt: skip


def is_posting(typed: str) -> bool:
    """Whether it begins like a mode, and not like the source to have it."""
    return not typed[:1].isdecimal() and _mode(fold(typed).split()[0]) is not None


def read_posting(typed: str, number: str) -> Posting:
    """« immédiat », « groupé 4 h », « chaque jour », « lettre », or nearly so. Raises UserError,
    that says how to write it of the source `number`."""
    words = fold(typed)
    mode = _mode(words)
    if mode is None:
        wrong = "source-mode-wrong" if words else "source-mode-which"
        raise UserError(wrong, value=typed[:60], number=number)
    return Posting(mode, _every(words) if mode is Mode.GROUPED else GROUPED_BY)


def _mode(words: str) -> Mode | None:
    for mode, starts in _MODES.items():
        if any(start in words for start in starts):
            return mode
    for mode, word in _MISTYPED.items():
        if any(OSA.distance(one, word) <= len(word) // 4 for one in words.split()):
            return mode
    return None


def _every(words: str) -> timedelta:
    every = _written(words)
    if not timedelta(0) < every <= LONGEST_GROUPING:
        hours = str(round(LONGEST_GROUPING.total_seconds() / 3600))
        raise UserError("source-mode-hours", hours=hours)
    return every


def _written(words: str) -> timedelta:
    if any(daily in words for daily in _DAILY):
        return timedelta(hours=24)
    if found := _HOURS.search(words):
        return timedelta(hours=int(found[1]))
    return timedelta(hours=1) if _HOURLY.search(words) else GROUPED_BY


def read_selectors(typed: str) -> tuple[str, Selectors]:
    """« https://… article: .teaser ; titre: h3 ; date: .date ». Raises UserError."""
    written, _, rest = typed.strip().partition(" ")
    address = read_address(written or "-")
    if not address:
        raise UserError("source-page-wrong")
    found: dict[str, str] = {}
    for part in re.split(r"[;\n]", rest):
        name, mark, selector = part.partition(":") if ":" in part else part.partition("=")
        field = _FIELDS.get(fold(name).strip())
        if mark and field and selector.strip():
            found[field] = _selector(selector)
        elif part.strip():
            found.setdefault("item", _selector(part))
    if not found.get("item"):
        raise UserError("source-page-which", url=address)
    return address, Selectors(**found)


def _selector(typed: str) -> str:
    """Without the quotes that people put around what is to be typed."""
    return typed.strip(" «»“”„`")[:200]
