"""What an answer that is no success means."""

from typing import Any

import pytest
from nio import ErrorResponse

from commonsbot.errors import (
    AccountExpiredError,
    RateLimitedError,
    RefusedError,
    TokenGoneError,
    UnreachableError,
)
from commonsbot.matrix.client import Client
from commonsbot.matrix.errors import (
    LONGEST_EXPIRED,
    error_of,
    response_error,
    wait_before_retry,
)
from tests.matrix.machines import Answer

LIMITED = {"errcode": "M_LIMIT_EXCEEDED"}


@pytest.mark.parametrize(
    ("answer", "headers", "seconds"),
    [
        ({}, {"Retry-After": "7"}, 7),
        (LIMITED, {"Retry-After": "7"}, 7),
        (LIMITED | {"retry_after_ms": 2500}, {}, 2.5),
        (LIMITED | {"retry_after_ms": 2500}, {"Retry-After": "3"}, 3),
        (LIMITED | {"retry_after_ms": 2500}, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, 2.5),
        (LIMITED | {"retry_after_ms": "soon"}, {"Retry-After": "-1"}, 5),
        ({}, {}, 5),
    ],
)
def test_the_wait_asked_for_by_header_or_body(
    answer: dict[str, object], headers: dict[str, str], seconds: float
) -> None:
    error = error_of(429, answer, headers)
    assert isinstance(error, RateLimitedError)
    assert error.retry_after == seconds


class Transport:
    """What nio keeps of an HTTP answer."""

    def __init__(self) -> None:
        self.status = 429
        self.headers = {"Retry-After": "11"}


def test_the_header_counts_for_what_nio_answers_too() -> None:
    response = ErrorResponse("unknown error")  # a proxy's page, which is no JSON
    response.transport_response = Transport()
    error = response_error(response)
    assert isinstance(error, RateLimitedError)
    assert error.retry_after == 11


@pytest.mark.parametrize("soft", [False, True])
def test_a_lost_token_is_final_be_it_a_soft_logout(soft: bool) -> None:
    answer = {"errcode": "M_UNKNOWN_TOKEN", "error": "gone", "soft_logout": soft}
    assert isinstance(error_of(401, answer), TokenGoneError)
    assert isinstance(response_error(ErrorResponse.from_dict(answer)), TokenGoneError)


async def test_an_expired_account_is_looked_at_ever_more_rarely_and_shouted_about(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("asyncio.sleep", sleep)
    error = error_of(403, {"errcode": "ORG_MATRIX_EXPIRED_ACCOUNT"})
    assert isinstance(error, AccountExpiredError)
    assert not isinstance(error, RefusedError), "what could not be sent is not given up"
    for attempt in range(12):
        await wait_before_retry(error, attempt)
    assert waits[:3] == [1, 2, 4] and waits[-1] == LONGEST_EXPIRED
    assert [record.levelname for record in caplog.records] == ["ERROR"] * 12


def test_a_no_is_told_from_no_answer() -> None:
    assert isinstance(error_of(403, {"errcode": "M_FORBIDDEN"}), RefusedError)
    assert isinstance(error_of(502, {}), UnreachableError)


async def test_a_soft_logout_is_told_by_every_answer_after_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = {"errcode": "M_UNKNOWN_TOKEN", "error": "gone", "soft_logout": True}

    async def send(*_: Any, **__: Any) -> Answer:
        return Answer(gone, status=401)

    monkeypatch.setattr(client, "send", send)
    for _ in range(2):  # plain nio forgets its token: "Not logged in" the second time
        response = await client.sync()
        assert isinstance(response_error(response), TokenGoneError)


@pytest.mark.parametrize("body", [[], "", None, 7, {}, {"next_batch": 1}, {"rooms": []}])
@pytest.mark.parametrize("status", [200, 502])
async def test_an_answer_that_makes_no_sense_may_make_some_later(
    client: Client, monkeypatch: pytest.MonkeyPatch, body: Any, status: int
) -> None:
    async def send(*_: Any, **__: Any) -> Answer:
        return Answer(body, status)

    monkeypatch.setattr(client, "send", send)
    response = await client.sync()
    assert isinstance(response, ErrorResponse)
    assert isinstance(response_error(response), UnreachableError)
