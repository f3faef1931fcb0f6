"""What a member may do."""

from collections.abc import Collection
from enum import IntEnum

from commonsbot.domain.ids import UserId

MODERATOR_POWER = 50
"""The power level from which a room trusts somebody to moderate (spec, "m.room.power_levels")."""


class Role(IntEnum):
    """Each role may do what the ones before it may."""

    MEMBER = 0
    MODERATOR = 1
    """Of one room, by its power level there."""
    STEWARD = 2
    """Of the network, by configuration."""


def role_of(user: UserId, power: float, stewards: Collection[UserId]) -> Role:
    if user in stewards:
        return Role.STEWARD
    return Role.MODERATOR if power >= MODERATOR_POWER else Role.MEMBER
