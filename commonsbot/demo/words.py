"""The sentences of the demonstration, beside those the bot itself says."""

from functools import cache
from pathlib import Path

import commonsbot.texts
from commonsbot.texts.translator import Translator

FOLDER = Path(commonsbot.texts.__file__).parent / "cli"
"""Out of what the running bot holds in memory."""


@cache
def demo_words(language: str) -> Translator:
    """Holds the bot's sentences too: what it must answer is said in its own words."""
    return Translator(language, FOLDER / f"demo.{language}.ftl")


def seconds(words: Translator, value: float) -> str:
    """One decimal, « 1,9 »."""
    text = f"{value:.1f}"
    return text.replace(".", ",") if words.language == "fr" else text


def duration(words: Translator, value: float) -> str:
    """`value` seconds: « 63 ms », « 1,4 s »."""
    if value < 1:
        return words.plain("demo-answered", milliseconds=str(round(value * 1000)))
    return words.plain("demo-answered-slowly", seconds=seconds(words, value))
