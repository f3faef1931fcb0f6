"""The sentences of the demonstration, and the starter cards it imports."""

import re

import pytest
from fluent.syntax import FluentParser, ast

from commonsbot.cli import starter
from commonsbot.demo.scene import RETURN, SCENE
from commonsbot.demo.stage import STARTER
from commonsbot.demo.words import FOLDER, demo_words
from commonsbot.texts import LANGUAGES


def messages(language: str) -> dict[str, set[str]]:
    """Each message's name, and the values it is given."""
    source = (FOLDER / f"demo.{language}.ftl").read_text(encoding="utf-8")
    found = {}
    for entry in FluentParser().parse(source).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message) and entry.span:
            written = source[entry.span.start : entry.span.end]
            found[entry.id.name] = set(re.findall(r"\$(\w+)", written))
    return found


def test_both_languages_say_the_same() -> None:
    assert messages("fr") == messages("en")


def test_every_sentence_is_used() -> None:
    folder = STARTER.parent.parent / "commonsbot"
    code = "".join(
        path.read_text() for name in ("demo", "cli") for path in (folder / name).rglob("*.py")
    )
    built = ("demo-beat-", "demo-say-", "demo-room-", "demo-topic-")
    assert not [
        id
        for id in messages("fr")
        if not re.search(f"[\"']{id}[\"']", code) and not id.startswith(built)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_starter_card_that_is_searched_exists(language: str) -> None:
    good, bad = starter.read(STARTER)
    assert not bad
    assert demo_words(language).plain("demo-search-starter").replace("\u00a0", " ") in {
        entry.draft.title for entry in good
    }


def test_beats_have_names_of_their_own() -> None:
    ids = [beat.id for beat in (*SCENE, *RETURN)]
    assert len(set(ids)) == len(ids)
