"""What is compared."""

from typing import Protocol

Ranked = list[tuple[str, float]]
"""(document, score), the best first."""


class Engine(Protocol):
    name: str

    async def search(self, text: str, limit: int) -> Ranked: ...

    async def size(self) -> int | None:
        """Bytes on the disk; None where that can't be told."""
