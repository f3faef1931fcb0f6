"""How much one person or one room may ask, and what a share may hold."""

import re
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto

WINDOW = timedelta(minutes=1)

LINKS = 20
"""In one share."""

MENTIONS = 5
"""People named by their identifier in one share."""

_PERSON = re.compile(r"@[\w.=/+-]+:[\w.-]+\w|matrix\.to/#/(?:@|%40)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Requests within `WINDOW`."""

    member: int
    room: int


UNLIMITED = Rates(member=10**9, room=10**9)


class Verdict(Enum):
    SERVE = auto()
    SAY_SO = auto()
    """Too many: that is said, once."""
    PASS_OVER = auto()
    """It was said; nothing more is, until there is room again."""


@dataclass(slots=True)
class _Recent:
    served: deque[datetime] = field(default_factory=deque)
    told: bool = False


class Flood:
    """Counts what was served lately, in memory alone: nobody's requests are kept."""

    def __init__(self) -> None:
        self._recent: dict[Hashable, _Recent] = {}

    def admit(self, now: datetime, *sources: tuple[Hashable, int]) -> Verdict:
        """`sources`: who or what asks, and how often it may within the window."""
        self._forget(now)
        full = [key for key, limit in sources if len(self._of(key).served) >= limit]
        if full:
            told = all([self._of(key).told for key in full])
            for key in full:
                self._of(key).told = True
            return Verdict.PASS_OVER if told else Verdict.SAY_SO
        for key, _ in sources:
            self._of(key).served.append(now)
        return Verdict.SERVE

    def _of(self, key: Hashable) -> _Recent:
        return self._recent.setdefault(key, _Recent())

    def _forget(self, now: datetime) -> None:
        """What is older than the window; who has nothing left there starts anew."""
        for key, recent in list(self._recent.items()):
            while recent.served and recent.served[0] <= now - WINDOW:
                recent.served.popleft()
            if not recent.served:
                del self._recent[key]


def people_named(text: str) -> int:
    """How many people a text names by their Matrix identifier."""
    return len(_PERSON.findall(text))


def is_blocked(host: str, domains: frozenset[str]) -> bool:
    """Whether `host` is one of `domains`, or under one."""
    parts = host.lower().rstrip(".").split(".")
    return any(".".join(parts[start:]) in domains for start in range(len(parts)))
