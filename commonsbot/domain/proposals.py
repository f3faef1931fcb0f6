"""A change somebody proposes to a resource that others keep."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from commonsbot.domain.changes import Change
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId

ProposalId = NewType("ProposalId", int)


class ProposalState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """By who made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    id: ProposalId
    resource: ResourceId
    change: Change
    by: UserId
    room: RoomId
    """Where it was made, and where its outcome is told."""
    event: EventId
    thread: EventId | None
    state: ProposalState = ProposalState.OPEN
    at: datetime
    decided_by: UserId | None = None

    @property
    def is_open(self) -> bool:
        return self.state is ProposalState.OPEN
