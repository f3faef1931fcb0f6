"""What a search gives back."""

from dataclasses import dataclass

from commonsbot.domain.ids import ResourceId


@dataclass(frozen=True, slots=True)
class Found:
    """The best first, how many there are, and the words that were repaired:
    (typed, as the commons writes it)."""

    ids: tuple[ResourceId, ...]
    total: int
    repaired: tuple[tuple[str, str], ...] = ()
    scores: tuple[float, ...] = ()
    """Of each of `ids`."""
    is_capped: bool = False
    """There are more than `total`."""
