"""Gets a feed: conditionally, politely, and never more than it should."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import aiohttp

from commonsbot.domain.sources import Validators
from commonsbot.errors import FetchError, ForbiddenAddressError
from commonsbot.news.guard import RefusedSocketError, check_url, guarded_socket, is_allowed

REDIRECTS = 5

_ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json,"
    " application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"
)
_LONGEST_VALIDATOR = 1000
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d+)")
_YEAR = 31_536_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`size` counts bytes once decompressed; `seconds` is for a whole fetch, redirects included."""

    size: int = 5_000_000
    seconds: float = 30
    silence: float = 15
    """Seconds without a byte."""
    cut: bool = False
    """Keep the beginning of what is too big, instead of refusing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server said. `body` is None when nothing changed (304)."""

    body: bytes | None
    content_type: str = ""
    validators: Validators
    moved: str = ""
    """Where the redirects led, if all of them were permanent ones (301, 308)."""
    fresh_for: timedelta = timedelta(0)
    """How long the server says that it stays as it is (RFC 9111, section 4.2.1)."""


@dataclass(frozen=True, slots=True)
class _Arrived:
    response: aiohttp.ClientResponse
    moved: str


class Fetcher:
    """Opens its connections at the first `get` and keeps them until `close`.

    `user_agent` names the bot and whom to write to. `allowed` are hosts ("localhost") or hosts
    with a port ("127.0.0.1:8780") that the guard lets pass: for development only.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        now: Callable[[], datetime],
        allowed: frozenset[str] = frozenset(),
        limits: Limits | None = None,
    ) -> None:
        self._user_agent = user_agent
        self._now = now
        self._allowed = allowed
        self._limits = limits or Limits()
        self._sessions: dict[bool, aiohttp.ClientSession] = {}

    async def get(self, url: str, validators: Validators) -> Answer:
        """What is at `url` now, `validators` being those of the last good answer.

        Raises FetchError, and ForbiddenAddressError where the guard says no.
        """
        headers = _conditions(validators)
        async with self._patience(url), self._follow("GET", url, headers) as arrived:
            answer = await self._answer(arrived.response, validators)
            return replace(answer, moved=arrived.moved)

    async def reach(self, url: str) -> int:
        """The HTTP status of the page at `url`, whose body is not read.

        Asked by HEAD, and by GET where that is refused: not every site knows HEAD. Raises as
        `get`.
        """
        with suppress(FetchError):
            status = await self._status("HEAD", url)
            if status < 400:
                return status
        return await self._status("GET", url)

    async def _status(self, method: str, url: str) -> int:
        headers = {"Accept": "*/*"}
        async with self._patience(url), self._follow(method, url, headers) as arrived:
            return arrived.response.status

    @asynccontextmanager
    async def _patience(self, url: str) -> AsyncIterator[None]:
        """Whatever goes wrong inside is a FetchError, and nothing takes too long."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                yield
        except TimeoutError:
            raise FetchError("fetch-timeout") from None
        except aiohttp.ClientConnectorError as error:
            if isinstance(error.os_error, RefusedSocketError):
                raise ForbiddenAddressError(urlsplit(url).hostname or "") from None
            raise FetchError("fetch-unreachable", str(error)[:200]) from None
        except (aiohttp.ClientError, ValueError, OSError) as error:
            detail = f"{type(error).__name__}: {error}"[:200]
            raise FetchError("fetch-unreachable", detail) from None

    def is_own(self, url: str) -> bool:
        """Whether it is on a host of the operator's, which the guard was told to let pass."""
        return is_allowed(urlsplit(url), self._allowed)

    async def close(self) -> None:
        """Until the next `get` nothing is kept open."""
        sessions, self._sessions = self._sessions, {}
        for session in sessions.values():
            await session.close()

    @asynccontextmanager
    async def _follow(
        self, method: str, url: str, headers: Mapping[str, str]
    ) -> AsyncIterator["_Arrived"]:
        """The response at the end of the redirects."""
        start, permanent = url, True
        for _ in range(REDIRECTS + 1):
            check_url(url, self._allowed)
            async with self._session(url).request(
                method, url, headers=headers, allow_redirects=False
            ) as response:
                if response.status not in (301, 302, 303, 307, 308):
                    yield _Arrived(response, url if permanent and url != start else "")
                    return
                permanent &= response.status in (301, 308)
                url = _target(url, response.headers.get("Location", ""))
        raise FetchError("fetch-redirects")

    def _session(self, url: str) -> aiohttp.ClientSession:
        """One with the guard in its connector, another for the hosts let pass."""
        free = is_allowed(urlsplit(url), self._allowed)
        if free not in self._sessions:
            self._sessions[free] = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(socket_factory=None if free else guarded_socket),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(
                    total=None, connect=10, sock_read=self._limits.silence
                ),
                headers={
                    "User-Agent": self._user_agent,
                    "Accept": _ACCEPT,
                    "Accept-Encoding": "gzip, br",
                },
                trust_env=False,
            )
        return self._sessions[free]

    async def _answer(self, response: aiohttp.ClientResponse, sent: Validators) -> Answer:
        given, fresh_for = _validators(response.headers), _fresh_for(response.headers, self._now())
        if response.status == 304 and sent != Validators():
            return Answer(
                body=None,
                validators=Validators(
                    given.etag or sent.etag, given.last_modified or sent.last_modified
                ),
                fresh_for=fresh_for,
            )
        if response.status != 200:
            raise self._refusal(response)
        return Answer(
            body=await self._body(response),
            content_type=response.headers.get("Content-Type", "")[:200],
            validators=given,
            fresh_for=fresh_for,
        )

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        """The body, streamed so that a compressed bomb stops at the limit."""
        limits = self._limits
        if (response.content_length or 0) > limits.size and not limits.cut:
            raise FetchError("fetch-too-big")
        body = bytearray()
        async for chunk in response.content.iter_chunked(65536):
            body += chunk
            if len(body) > limits.size:
                if limits.cut:
                    break
                raise FetchError("fetch-too-big")
        return bytes(body)

    def _refusal(self, response: aiohttp.ClientResponse) -> FetchError:
        status = response.status
        if status == 410:
            return FetchError("fetch-gone")
        if status in (429, 503):
            wait = _retry_after(response.headers.get("Retry-After", ""), self._now())
            return FetchError("fetch-busy", str(status), wait)
        return FetchError("fetch-status", str(status))


def _conditions(validators: Validators) -> dict[str, str]:
    """The conditional request: what the server gave, byte for byte (RFC 9110, section 13.1)."""
    headers = {
        "If-None-Match": validators.etag,
        "If-Modified-Since": validators.last_modified,
    }
    return {name: value for name, value in headers.items() if value}


def _validators(headers: Mapping[str, str]) -> Validators:
    return Validators(
        _echoable(headers.get("ETag", "")), _echoable(headers.get("Last-Modified", ""))
    )


def _echoable(value: str) -> str:
    """`value` unless it can't be sent back as it came: aiohttp drops bytes beyond ASCII."""
    return value if value.isascii() and len(value) <= _LONGEST_VALIDATOR else ""


def _target(url: str, location: str) -> str:
    if not location:
        raise FetchError("fetch-redirects")
    target = urljoin(url, location)
    if url.startswith("https:") and target.startswith("http:"):
        raise FetchError("fetch-downgrade", target[:200])
    return target


def _retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait, from seconds or a date (RFC 9110, section 10.2.3); None if neither."""
    if value.strip().isdecimal():
        return float(value.strip()[:12])
    return _seconds_until(value, now)


def _fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta:
    """By `max-age`, else by `Expires`; a year at most. Nothing where it is not to be kept."""
    said = headers.get("Cache-Control", "").lower()
    if "no-store" in said or "no-cache" in said:
        return timedelta(0)
    if found := _MAX_AGE.search(said):
        return timedelta(seconds=min(int(found[1][:9]), _YEAR))
    return timedelta(seconds=min(_seconds_until(headers.get("Expires", ""), now) or 0, _YEAR))


def _seconds_until(date: str, now: datetime) -> float | None:
    """From `now` to an HTTP date, 0 when it is past; None when it is no date."""
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
