"""How fast the bot may speak and enter rooms: a token bucket, and the pauses it is asked for."""

import asyncio
from collections.abc import Callable


class Pace:
    """`per_second` messages in the long run, `burst` at once."""

    def __init__(self, per_second: float, burst: int, clock: Callable[[], float]) -> None:
        self._per_second = per_second
        self._burst = max(burst, 1)
        self._clock = clock
        self._tokens = float(self._burst)
        self._counted_at = clock()
        self._held_until = 0.0
        self._line = asyncio.Lock()

    def hold(self, seconds: float) -> None:
        """Nobody sends for that long: a homeserver limits the account, not the room."""
        self._held_until = max(self._held_until, self._clock() + seconds)

    async def turn(self) -> None:
        """Waits for one's turn, first come first served."""
        async with self._line:
            while (wait := self._wait()) > 0:  # noqa: ASYNC110 - time itself is waited for
                await asyncio.sleep(wait)
            self._tokens -= 1

    def _wait(self) -> float:
        now = self._clock()
        if now < self._held_until:
            return self._held_until - now
        earned = (now - self._counted_at) * self._per_second
        self._tokens = min(self._burst, self._tokens + earned)
        self._counted_at = now
        return max(0.0, (1 - self._tokens) / self._per_second)
