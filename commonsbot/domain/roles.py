"""What a member may do."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.resources import Resource

MODERATOR_POWER = 50
"""The power level from which a room trusts somebody to moderate (spec, "m.room.power_levels")."""


class Role(IntEnum):
    """Each role may do what the ones before it may."""

    MEMBER = 0
    MODERATOR = 1
    """Of one room, by its power level there; of the network, in the moderators' room."""
    STEWARD = 2
    """Of the network, by configuration or named by another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """Somebody whose commands are refused for a while."""

    user: UserId
    until: datetime | None
    """None: until it is lifted."""
    why: str
    told: bool = False
    """Whether they were told since it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the network decided of somebody, wherever they write."""

    steward: bool = False
    suspension: Suspension | None = None


def role_of(standing: Standing, power: float, *, desk: bool = False) -> Role:
    """`desk`: they write in the moderators' room, where whoever is in it moderates."""
    if standing.steward:
        return Role.STEWARD
    return Role.MODERATOR if desk or power >= MODERATOR_POWER else Role.MEMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class Bypass:
    """Who may say something past everybody's hours: a role and those above, and people by name."""

    role: Role | None = Role.MODERATOR
    users: frozenset[UserId] = frozenset()

    def allows(self, user: UserId, role: Role) -> bool:
        return user in self.users or (self.role is not None and role >= self.role)


NOBODY = Bypass(role=None)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks for something, where they ask it and what they are there."""

    user: UserId
    room: RoomId
    role: Role
    desk: bool = False
    """That place is the moderators' room."""

    def moderates(self, resource: Resource) -> bool:
        """A steward and the moderators' room moderate anything, a moderator what was shared in
        the room they ask in."""
        if self.role is Role.STEWARD:
            return True
        return self.role is Role.MODERATOR and (self.desk or resource.room == self.room)

    def owns(self, resource: Resource) -> bool:
        """The author; of content that came without author or room, a steward."""
        if resource.author is None:
            return resource.room is None and self.role is Role.STEWARD
        return resource.author == self.user

    def tends(self, resource: Resource) -> bool:
        """Whether they may change the resource; anybody else may propose it."""
        return self.owns(resource) or self.moderates(resource)
