"""Where an experience comes from: the same idea is good or absurd after the body's size."""

from dataclasses import dataclass, fields, replace
from enum import IntEnum, StrEnum


class Body(StrEnum):
    """What kind of public body."""

    COMMUNE = "commune"
    EPCI = "epci"
    """Communes together: communauté de communes, métropole…"""
    DEPARTMENT = "department"
    REGION = "region"
    STATE = "state"
    HOSPITAL = "hospital"
    MUSEUM = "museum"
    FIRE_SERVICE = "fire_service"
    HOUSING = "housing"
    EDUCATION = "education"
    ASSOCIATION = "association"
    OTHER = "other"


class Population(IntEnum):
    """How many people it serves; a band is kept, not the number. Each ends below `limit`."""

    UNDER_2K = 1
    UNDER_10K = 2
    UNDER_50K = 3
    UNDER_200K = 4
    OVER_200K = 5

    @property
    def limit(self) -> int | None:
        """The number the band stays below; None for the last."""
        return _POPULATION_LIMITS.get(self)

    @classmethod
    def of(cls, people: int) -> "Population":
        return next((b for b, limit in _POPULATION_LIMITS.items() if people < limit), cls.OVER_200K)


_POPULATION_LIMITS = {
    Population.UNDER_2K: 2_000,
    Population.UNDER_10K: 10_000,
    Population.UNDER_50K: 50_000,
    Population.UNDER_200K: 200_000,
}


class Budget(IntEnum):
    """What it cost beside working time, in euros; each band ends below `limit`."""

    NONE = 0
    UNDER_1K = 1
    UNDER_10K = 2
    UNDER_50K = 3
    OVER_50K = 4

    @property
    def limit(self) -> int | None:
        return _BUDGET_LIMITS.get(self)

    @classmethod
    def of(cls, euros: int) -> "Budget":
        return next((b for b, limit in _BUDGET_LIMITS.items() if euros < limit), cls.OVER_50K)


_BUDGET_LIMITS = {
    Budget.NONE: 1,
    Budget.UNDER_1K: 1_000,
    Budget.UNDER_10K: 10_000,
    Budget.UNDER_50K: 50_000,
}


class Channel(StrEnum):
    """By what it reached people."""

    PRINT = "print"
    WEB = "web"
    SOCIAL = "social"
    VIDEO = "video"
    EVENT = "event"
    PRESS = "press"
    MOBILE = "mobile"
    DISPLAY = "display"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """All optional. In words, they are read by `facet_reading`."""

    body: Body | None = None
    population: Population | None = None
    budget: Budget | None = None
    channel: Channel | None = None


NO_FACETS = Facets()


def completed(facets: Facets, more: Facets) -> Facets:
    """`facets`, and from `more` what they leave open."""
    names = [field.name for field in fields(Facets)]
    open_ones = [name for name in names if getattr(facets, name) is None]
    return replace(facets, **{name: getattr(more, name) for name in open_ones})
