"""An image or document sent to a room: kept by reference, never copied."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    uri: str
    """`mxc://…` (spec, "Content repository")."""
    name: str
    mimetype: str = ""
    size: int | None = None
    """Bytes, as its sender said."""
    encrypted: bool = False
    """Only who has the message can open it: its key is in there."""
    alt: str = ""
    """What it shows, for who can't see it."""
