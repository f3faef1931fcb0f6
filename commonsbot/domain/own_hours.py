"""The hours that a room or a member chose, over those that hold elsewhere."""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TypeAlias, TypeGuard
from zoneinfo import ZoneInfo

from commonsbot.domain.holidays import Territory
from commonsbot.domain.hours import ALWAYS, Closure, Hours
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.time_zones import territory_of

Whose: TypeAlias = RoomId | UserId
"""Their sigils keep them apart."""


def is_user(whose: Whose) -> TypeGuard[UserId]:
    return whose.startswith("@")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHours:
    """What was chosen; None and "": as elsewhere."""

    always: bool = False
    """Any hour of any day but those closed."""
    days: frozenset[int] | None = None
    opens: time | None = None
    closes: time | None = None
    zone: str = ""
    """Its name in IANA's database."""
    territory: Territory | None = None
    """Whose holidays are closed; None: those of the time zone."""
    works_holidays: bool = False
    closures: tuple[Closure, ...] = ()

    @property
    def has_times(self) -> bool:
        """Whether anything but closures was chosen."""
        return replace(self, closures=()) != OwnHours()

    def over(self, common: Hours) -> Hours:
        """The hours that hold, where `common` are those of everybody else."""
        zone = ZoneInfo(self.zone) if self.zone else common.zone
        hours = replace(self._times(common), zone=zone, closures=self.closures)
        return replace(hours, territory=self._territory(hours, common))

    def _times(self, common: Hours) -> Hours:
        if self.always:
            return ALWAYS
        if common == ALWAYS and self.days is None and self.opens is None:
            return ALWAYS
        base = Hours() if common == ALWAYS else common
        return replace(
            base,
            days=base.days if self.days is None else self.days,
            opens=base.opens if self.opens is None else self.opens,
            closes=base.closes if self.closes is None else self.closes,
        )

    def _territory(self, hours: Hours, common: Hours) -> Territory | None:
        if self.works_holidays:
            return None
        if self.territory:
            return self.territory
        if hours.territory is None:
            return None
        return territory_of(hours.zone) if self.zone else hours.territory

    def closed_on(self, closure: Closure) -> "OwnHours":
        """With one closure more; those it touches become one with it."""
        apart = []
        for one in self.closures:
            if one.meets(closure):
                closure = Closure(min(one.first, closure.first), max(one.last, closure.last))
            else:
                apart.append(one)
        return replace(self, closures=tuple(sorted([*apart, closure])))

    def since(self, day: date) -> "OwnHours":
        """Without the closures that were over by `day`."""
        kept = tuple(closure for closure in self.closures if closure.last >= day)
        return replace(self, closures=kept)
