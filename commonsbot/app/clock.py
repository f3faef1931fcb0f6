"""The wall clock."""

from datetime import UTC, datetime


def now() -> datetime:
    """The wall clock: the only place that reads it."""
    return datetime.now(UTC)
