"""The titles that the homeserver knows."""

from pathlib import Path
from typing import Any

import pytest

from commonsbot.errors import RefusedError
from commonsbot.matrix.previews import Previews
from tests.matrix.machines import new_client


@pytest.fixture
async def previews(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    client = new_client(tmp_path)
    answers: list[Any] = []
    asked: list[str] = []

    async def call(method: str, path: str, body: object = None) -> dict[str, Any]:
        asked.append(f"{method} {path}")
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return dict(answer)

    monkeypatch.setattr(client, "call", call)
    yield Previews(client), answers, asked
    await client.close()


async def test_the_title_is_the_one_of_the_preview(previews: Any) -> None:
    made, answers, asked = previews
    answers += [{"og:title": " Le guide "}, {}, {"og:title": 3}]
    assert await made.title("https://example.org/a?b=c&d") == "Le guide"
    assert asked == [
        "GET /v1/media/preview_url?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d",
    ]
    assert await made.title("https://example.org") == ""
    assert await made.title("https://example.org") == ""


async def test_a_homeserver_without_previews_is_asked_once(previews: Any) -> None:
    made, answers, asked = previews
    answers += [RefusedError("404", "M_UNRECOGNIZED")]
    assert await made.title("https://example.org") == ""
    assert await made.title("https://example.org") == ""
    assert len(asked) == 1


async def test_a_page_without_preview_says_nothing_of_the_next(previews: Any) -> None:
    made, answers, _ = previews
    answers += [RefusedError("404", "M_NOT_FOUND"), {"og:title": "Le guide"}]
    assert await made.title("https://example.org/none") == ""
    assert await made.title("https://example.org/a") == "Le guide"
