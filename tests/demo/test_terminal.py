"""What the terminal shows."""

import io

import pytest

from commonsbot.demo.terminal import Terminal, wrapped
from commonsbot.demo.words import demo_words, duration


class Screen(io.StringIO):
    """A file that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown_on(file: io.StringIO) -> str:
    terminal = Terminal(demo_words("fr"), file)
    terminal.message("Anne", "Entraide", "!fiche 42\n[bold] :smile: 3", 0.0634, bot=False)
    return file.getvalue()


def test_a_message_says_who_where_and_after_how_long() -> None:
    lines = shown_on(io.StringIO()).splitlines()
    assert lines == ["  Anne · Entraide · 63 ms", "    !fiche 42", "    [bold] :smile: 3"]


def test_colours_only_at_a_terminal_that_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in shown_on(Screen())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in shown_on(Screen())


def test_lines_break_between_words_and_never_at_a_non_breaking_space() -> None:
    rows = wrapped("• une fiche qui parle de tout, n°\u00a042", 32)
    assert rows == ["• une fiche qui parle de tout,", "  n°\u00a042"]


def test_an_address_is_never_cut() -> None:
    address = "https://www.example.org/" + "a" * 80
    assert address in wrapped(f"Voir {address}", 40)


def test_durations_read_as_the_language_writes_them() -> None:
    assert duration(demo_words("fr"), 1.44) == "1,4 s"
    assert duration(demo_words("en"), 1.44) == "1.4 s"
    assert duration(demo_words("fr"), 0.0631) == "63 ms"
