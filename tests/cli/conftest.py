from collections.abc import Callable, Iterator

import pytest

from commonsbot.cli.main import main
from commonsbot.cli.words import speak
from tests.cli.fake_homeserver import FakeHomeserver

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    for name in ("COMMONSBOT_CONFIG", "COMMONSBOT_PASSWORD", "COMMONSBOT_ACCESS_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    speak("en")
    yield
    speak("en")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `commonsbot WORDS`, with these answers typed: exit code, stdout, stderr."""

    def ran(*words: object, answers: str = "") -> tuple[int, str, str]:
        left = iter(answers.splitlines())

        def typed(prompt: str) -> str:
            print(prompt)
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", typed)
        try:
            code = main([str(word) for word in words])
        except SystemExit as left_early:
            code = int(left_early.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.fixture
def homeserver() -> Iterator[FakeHomeserver]:
    with FakeHomeserver() as server:
        yield server
