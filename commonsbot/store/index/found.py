"""What a search gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from commonsbot.domain.ids import NewsId, ResourceId
from commonsbot.store.index.documents import Noun


@dataclass(frozen=True, slots=True)
class Found:
    """The best first, how many there are, and the words that were repaired:
    (typed, as the commons writes it)."""

    keys: tuple[int, ...] = ()
    """Resources and news, see `documents.key_of`."""
    total: int = 0
    repaired: tuple[tuple[str, str], ...] = ()
    scores: tuple[float, ...] = ()
    """Of each of `keys`."""
    is_capped: bool = False
    """There may be more than `total`."""
    alike: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Of a key, those that say nearly the same and are not listed themselves."""

    @property
    def ids(self) -> tuple[ResourceId, ...]:
        return tuple(ResourceId(key // 2) for key in self.keys if key % 2 == Noun.RESOURCE)

    @property
    def news(self) -> tuple[NewsId, ...]:
        return tuple(NewsId(key // 2) for key in self.keys if key % 2 == Noun.NEWS)

    def page(self, start: int, limit: int) -> "Found":
        """`limit` of those that count, from `start`."""
        return replace(
            self, keys=self.keys[start : start + limit], scores=self.scores[start : start + limit]
        )
