"""« demain », « jeudi », « la semaine prochaine », "this week": days named from today on."""

import re
from datetime import date, timedelta

from commonsbot.domain.folding import fold
from commonsbot.domain.hours import Closure
from commonsbot.domain.week_times import next_weekday, read_weekday

_FROM_TODAY = {
    "aujourd'hui": 0,
    "ce jour": 0,
    "ce soir": 0,
    "today": 0,
    "tonight": 0,
    "demain": 1,
    "tomorrow": 1,
    "apres-demain": 2,
    "apres demain": 2,
    "the day after tomorrow": 2,
}
_THIS_WEEK = frozenset(("cette semaine", "la fin de la semaine", "fin de semaine", "this week"))
_NEXT_WEEK = frozenset(("la semaine prochaine", "semaine prochaine", "next week"))
_AROUND = re.compile(
    r"^(?:ce|le|this|next|on)\s+|\s+(?:prochain|inclus|compris|soir|au soir|included|evening)$"
)


def read_named_days(text: str, today: date) -> Closure | None:
    """None when `text` names no day. A weekday is the next one so called, today's left out."""
    said = fold(" ".join(text.split())).strip(" .,!")
    if said in _FROM_TODAY:
        day = today + timedelta(days=_FROM_TODAY[said])
        return Closure(day, day)
    sunday = today + timedelta(days=6 - today.weekday())
    if said in _THIS_WEEK:
        return Closure(today, sunday)
    if said in _NEXT_WEEK:
        return Closure(sunday + timedelta(days=1), sunday + timedelta(days=7))
    weekday = read_weekday(_AROUND.sub("", said))
    if weekday is None:
        return None
    day = next_weekday(today, weekday)
    return Closure(day, day)
