"""What went wrong on the homeserver's side, as errors of ours."""

import asyncio
import json
import logging
from collections.abc import Mapping
from typing import Any

import aiohttp
from nio import ErrorResponse

from commonsbot.errors import (
    AccountExpiredError,
    ConfirmationNeededError,
    MatrixError,
    RateLimitedError,
    RefusedError,
    TokenGoneError,
    UnreachableError,
)

NO_ANSWER = (aiohttp.ClientError, TimeoutError, OSError, json.JSONDecodeError)
"""What a request raises when nothing, or nothing whole, came back."""

LONGEST = 60.0
LONGEST_EXPIRED = 600.0
"""Seconds between two attempts at most, and when only a person can help."""

log = logging.getLogger(__name__)

EXPIRED = (
    "the bot's account has expired: open the link in the mail that its homeserver sent to its"
    " address, or ask for another mail by opening the account in a client. The bot waits, and goes"
    " on by itself once the account is renewed."
)

_TOKEN_GONE = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"})


def response_error(response: ErrorResponse) -> MatrixError:
    """nio answers with an object where others raise."""
    transport = response.transport_response
    answer = {
        "errcode": response.status_code or "",
        "error": response.message or "",
        "retry_after_ms": response.retry_after_ms,
    }
    if transport is None:
        return error_of(0, answer)
    return error_of(transport.status, answer, transport.headers)


def error_of(
    status: int, answer: Mapping[str, Any], headers: Mapping[str, str] | None = None
) -> MatrixError:
    """The error that an HTTP status and a standard error response mean (spec, same title)."""
    code = str(answer.get("errcode") or "")
    message = f"{status} {code} {answer.get('error') or ''}".strip()
    if code in _TOKEN_GONE:
        return TokenGoneError(message, code)
    if code == "ORG_MATRIX_EXPIRED_ACCOUNT":  # Synapse, with a module for it
        return AccountExpiredError(message, code)
    if code == "M_LIMIT_EXCEEDED" or status == 429:
        return RateLimitedError(message, _asked_to_wait(answer, headers or {}))
    if status == 401 and "flows" in answer:
        return ConfirmationNeededError(message, code, answer)
    if 400 <= status < 500:
        return RefusedError(message, code)
    return UnreachableError(message, code)


def _asked_to_wait(answer: Mapping[str, Any], headers: Mapping[str, str]) -> float:
    """Seconds: by the header (spec v1.10), else by the body, as before; 5 if neither says."""
    header = headers.get("Retry-After", "")
    if header.isascii() and header.isdigit():  # a proxy may give a date: then the body counts
        return float(header)
    wait = answer.get("retry_after_ms")
    return wait / 1000 if isinstance(wait, int | float) else 5.0


async def wait_before_retry(error: MatrixError, attempt: int) -> None:
    """1, 2, 4 … seconds, a minute at most; or as long as the homeserver asks for.

    An expired account is the operator's to renew: it is looked at ever more rarely, and the log
    says each time what to do.
    """
    longest = LONGEST
    if isinstance(error, AccountExpiredError):
        log.error(EXPIRED)
        longest = LONGEST_EXPIRED
    wait = min(2.0 ** min(attempt, 10), longest)
    asked = error.retry_after if isinstance(error, RateLimitedError) else 0.0
    await asyncio.sleep(max(wait, asked))
