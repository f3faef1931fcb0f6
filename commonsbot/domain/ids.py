"""Identifiers that can't be taken for one another."""

from typing import NewType

UserId = NewType("UserId", str)
"""A Matrix user: `@anne:example.org`."""

RoomId = NewType("RoomId", str)
"""A Matrix room; from room version 12 on it holds no server name."""

EventId = NewType("EventId", str)
"""A Matrix event: `$…`."""

ResourceId = NewType("ResourceId", int)
"""The number members see: fiche n° 42."""

SourceId = NewType("SourceId", int)

NewsId = NewType("NewsId", int)
