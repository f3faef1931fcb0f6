"""The language of the command line: one for the whole process, chosen before anything is said."""

import os
from collections.abc import Mapping

from commonsbot.texts.command_line import command_line_words
from commonsbot.texts.translator import LANGUAGES, Translator, Value

_spoken: dict[str, Translator] = {}


def choose(forced: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """French, unless another language is asked for by --lang or the locale."""
    if forced in LANGUAGES:
        return forced
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "C")
    return "fr" if locale.startswith(("fr", "C", "POSIX")) else "en"


def speak(language: str) -> None:
    _spoken["now"] = command_line_words(language)


def language() -> str:
    return _words().language


def say(id: str, **values: Value) -> str:
    """The sentence `id` in the language chosen by `speak`."""
    return _words().plain(id, **values)


def _words() -> Translator:
    if not _spoken:
        speak(choose(None))
    return _spoken["now"]
