"""Has a feed parsed by the child process, within a time."""

import asyncio
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from datetime import datetime

import msgspec

from commonsbot.domain.sources import Selectors
from commonsbot.errors import FetchError
from commonsbot.news.feed import Feed, NoFeedError, Outcome, Task

log = logging.getLogger(__name__)

_LONGEST_ANSWER = 8_000_000
_OUTCOME = msgspec.json.Decoder(Outcome)

COMMAND = (sys.executable, "-m", "commonsbot.news.parser_process")


class Parser:
    """Starts the process at the first `parse`; `close` ends it. One feed is parsed at a time."""

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        seconds: float = 40,
        command: tuple[str, ...] = COMMAND,
    ) -> None:
        self._now = now
        self._seconds = seconds
        self._command = command
        self._child: Process | None = None
        self._busy = asyncio.Lock()

    async def parse(
        self, body: bytes, *, url: str, content_type: str, selectors: Selectors | None = None
    ) -> Feed:
        """The feed in `body`, that came from the source at `url`, or what `selectors` find there.

        Raises FetchError; NoFeedError, where it is a page that has something else to offer.
        """
        task = Task(
            url=url,
            content_type=content_type,
            now=self._now(),
            size=len(body),
            selectors=selectors,
        )
        async with self._busy:
            outcome = await self._ask(task, body)
        if outcome.adverts or outcome.guessed:
            raise NoFeedError(outcome)
        if outcome.feed is None:
            log.info("feed refused", extra={"url": url, "reason": outcome.reason})
            raise FetchError(outcome.reason, outcome.detail)
        return outcome.feed

    async def close(self) -> None:
        async with self._busy:
            await self._end()

    async def _ask(self, task: Task, body: bytes) -> Outcome:
        finished = False
        try:
            child = self._child = self._child or await self._start()
            async with asyncio.timeout(self._seconds):
                answer = await _exchange(child, msgspec.json.encode(task), body)
            finished = bool(answer)
        except TimeoutError:
            return Outcome(reason="feed-oversized", detail="time")
        finally:
            # Also when cancelled: a half-asked process would answer the wrong question next.
            if not finished:
                await asyncio.shield(self._end())
        if not answer:
            return Outcome(reason="feed-malformed", detail="the parser died")
        return _OUTCOME.decode(answer)

    async def _start(self) -> Process:
        return await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=_LONGEST_ANSWER
        )

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        if child.returncode is None:
            child.kill()
        await child.wait()


async def _exchange(child: Process, task: bytes, body: bytes) -> bytes:
    """The child's line of answer, b"" if it died."""
    assert child.stdin and child.stdout, "both are pipes"
    try:
        child.stdin.writelines((task, b"\n", body))
        await child.stdin.drain()
        return await child.stdout.readline()
    except (BrokenPipeError, ConnectionResetError):
        return b""
