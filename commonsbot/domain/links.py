"""Whether the pages that resources link to are still there."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, StrEnum, auto

from commonsbot.domain.ids import ResourceId
from commonsbot.errors import FetchError

FAILURES = 3
OVER = timedelta(days=10)
"""A link is given up after that many failures over that long: sites have bad weeks."""

RECHECK = OVER / 2
"""Between two looks at a link that fails."""

TRUST = timedelta(days=180)
"""How long an author's word is taken: some sites let people in, and no bots."""


class Verdict(Enum):
    ALIVE = auto()
    FAILING = auto()
    UNKNOWN = auto()
    """The site answers, but says nothing of the page to a bot; or the bot may not go there."""


class Problem(StrEnum):
    MISSING = "missing"
    """The site has no such page."""
    BROKEN = "broken"
    """The site fails to show it."""
    SILENT = "silent"
    """The site does not answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One look at a link."""

    verdict: Verdict
    problem: Problem | None = None
    """What is wrong, where it fails."""

    @property
    def answered(self) -> bool:
        """Somebody answered: if it fails, it is not for the bot's own way to the web."""
        return self.problem is not Problem.SILENT


ALIVE = Check(verdict=Verdict.ALIVE)
UNKNOWN = Check(verdict=Verdict.UNKNOWN)


def check_of_status(status: int) -> Check:
    """From an HTTP status (RFC 9110, section 15), redirects followed.

    A page is not gone because it needs a login (401, 403), is wanted too often (429) or refuses
    bots in its own way (999).
    """
    if 200 <= status < 400:
        return ALIVE
    if status in (404, 410):
        return Check(verdict=Verdict.FAILING, problem=Problem.MISSING)
    if 500 <= status < 600:
        return Check(verdict=Verdict.FAILING, problem=Problem.BROKEN)
    return UNKNOWN


def check_of_error(error: FetchError) -> Check:
    """Of a page that can't be had: an address the bot may not visit is no dead link."""
    if error.reason in ("fetch-timeout", "fetch-unreachable"):
        return Check(verdict=Verdict.FAILING, problem=Problem.SILENT)
    if error.reason == "fetch-redirects":
        return Check(verdict=Verdict.FAILING, problem=Problem.BROKEN)
    return UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a link does."""

    failures: int = 0
    """In a row."""
    failing_since: datetime | None = None
    problem: Problem | None = None
    dead_at: datetime | None = None
    """When it was given up; nothing is deleted."""


HEALTHY = Health()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLink:
    """A link that was given up, of one resource."""

    resource: ResourceId
    url: str
    since: datetime
    """When it was first missed."""
    problem: Problem
    confirmed: bool
    """Its author agreed."""


def after(health: Health, check: Check, now: datetime, reached: datetime | None) -> Health:
    """The health once `check` was made. `reached`: when the bot last found any page.

    Where nothing answers any more, the bot's own line is down and no link is to blame.
    """
    if check.verdict is Verdict.ALIVE:
        return HEALTHY
    if check.verdict is Verdict.UNKNOWN:
        return health
    since = health.failing_since or now
    failing = replace(
        health, failures=health.failures + 1, failing_since=since, problem=check.problem
    )
    proven = check.answered or (reached is not None and reached > since)
    if proven and failing.failures >= FAILURES and now - since >= OVER and not failing.dead_at:
        return replace(failing, dead_at=now)
    return failing


def wait(health: Health, interval: timedelta) -> timedelta:
    """Until the next look."""
    failing = health.failures and health.dead_at is None
    return min(RECHECK, interval) if failing else interval
