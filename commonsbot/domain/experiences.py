"""The parts of a retour d'expérience."""

from enum import StrEnum


class Section(StrEnum):
    """In the order they are shown."""

    CONTEXT = "context"
    GOAL = "goal"
    PUBLIC = "public"
    DONE = "done"
    RESULT = "result"
    COST = "cost"
    """Money and time."""
    FOOTPRINT = "footprint"
    DIFFERENTLY = "differently"
    """What one would do otherwise the next time."""
    CONTACT = "contact"


Sections = tuple[tuple[Section, str], ...]
