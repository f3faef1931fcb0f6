"""A bare domain leads to its homeserver (spec, "Well-known URI")."""

import io
from typing import Any

import pytest

from commonsbot.cli import server


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (b'{"m.homeserver": {"base_url": "https://matrix.a.org/"}}', "https://matrix.a.org"),
        (b'{"m.homeserver": {"base_url": "file:///etc"}}', "https://a.org"),
        (b"<html>", "https://a.org"),
        (b"[]", "https://a.org"),
        (None, "https://a.org"),
    ],
)
def test_discovery(monkeypatch: pytest.MonkeyPatch, answer: bytes | None, found: str) -> None:
    class Opener:
        def open(self, address: str, timeout: float) -> Any:
            assert address == "https://a.org/.well-known/matrix/client"
            if answer is None:
                raise ConnectionRefusedError
            return io.BytesIO(answer)

    monkeypatch.setattr(server, "_following", Opener())
    assert server.discover("a.org") == found
