"""What moderators write of a source: its mode, and the selectors of a page."""

import re
from datetime import timedelta

from commonsbot.domain.folding import fold
from commonsbot.domain.posting import GROUPED_BY, LONGEST_GROUPING, Mode, Posting
from commonsbot.domain.sources import Selectors
from commonsbot.errors import UserError

_MODES = {
    Mode.AT_ONCE: ("immediat", "tout de suite", "de suite", "direct", "at once", "now"),
    Mode.GROUPED: ("group", "rassembl", "toutes les"),
    Mode.LETTER: ("lettre", "letter", "digest", "hebdo"),
}
_HOURS = re.compile(r"(\d{1,3})\s*(?:h|heures?|hours?)?\b")
_FIELDS = {
    "article": "item", "item": "item", "bloc": "item", "block": "item", "titre": "title",
    "title": "title", "lien": "link", "link": "link", "date": "date",
}  # fmt: skip


def read_posting(typed: str) -> Posting:
    """« immédiat », « groupé 4 h », « lettre ». Raises UserError."""
    words = fold(typed)
    for mode, starts in _MODES.items():
        if any(start in words for start in starts):
            every = _every(words) if mode is Mode.GROUPED else GROUPED_BY
            return Posting(mode, every)
    raise UserError("source-mode-wrong", value=typed[:60])


def _every(words: str) -> timedelta:
    found = _HOURS.search(words)
    every = timedelta(hours=int(found[1])) if found else GROUPED_BY
    if not timedelta(0) < every <= LONGEST_GROUPING:
        hours = str(round(LONGEST_GROUPING.total_seconds() / 3600))
        raise UserError("source-mode-hours", hours=hours)
    return every


def read_selectors(typed: str) -> tuple[str, Selectors]:
    """« https://… article: .teaser ; titre: h3 ; date: .date ». Raises UserError."""
    address, _, rest = typed.strip().partition(" ")
    if not re.match(r"https?://\S", address):
        raise UserError("source-page-wrong")
    found: dict[str, str] = {}
    for part in re.split(r"[;\n]", rest):
        name, mark, selector = part.partition(":") if ":" in part else part.partition("=")
        field = _FIELDS.get(fold(name).strip())
        if mark and field and selector.strip():
            found[field] = selector.strip()[:200]
        elif part.strip():
            found.setdefault("item", part.strip()[:200])
    if "item" not in found:
        raise UserError("source-page-wrong")
    return address, Selectors(**found)
