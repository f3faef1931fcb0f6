"""Every sentence: complete in both languages, well typed, never confused with markup."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

import commonsbot.texts
from commonsbot.domain.markup import Bold, Code, Text, plain
from commonsbot.texts import LANGUAGES, Translator

FOLDER = Path(commonsbot.texts.__file__).parent
FRENCH = Translator("fr")


def messages(language: str, folder: Path = FOLDER) -> dict[str, str]:
    """Each message's name, and its pattern as written."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob(f"*{language}.ftl")):
        source = path.read_text(encoding="utf-8")
        for entry in FluentParser().parse(source).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message) and entry.value and entry.value.span:
                assert entry.id.name not in found, f"{entry.id.name} is written twice"
                found[entry.id.name] = source[entry.value.span.start : entry.value.span.end]
    return found


def places(pattern: str) -> set[str]:
    return set(re.findall(r"\$(\w+)", pattern))


@pytest.mark.parametrize("folder", [FOLDER, FOLDER / "cli"])
def test_both_languages_say_the_same_messages_with_the_same_values(folder: Path) -> None:
    french, english = (messages(language, folder) for language in LANGUAGES)
    assert french.keys() == english.keys()
    different = {id for id in french if places(french[id]) != places(english[id])}
    assert not different


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_used(language: str) -> None:
    code = "".join(path.read_text() for path in FOLDER.parent.rglob("*.py"))
    built = tuple(re.findall(r"f[\"']([a-z-]+-)\{", code))
    assert not [
        id for id in messages(language) if f'"{id}"' not in code and not id.startswith(built)
    ]


def test_french_punctuation_never_begins_a_line() -> None:
    assert FRENCH.plain("search-repaired", meant="a", typed="b").count("«\u00a0") == 2
    assert "\u00a0!" in FRENCH.plain("share-done", link="x")
    assert FRENCH.plain("resource-number", number="42") == "n°\u00a042"


def test_a_short_command_is_not_cut_in_its_middle() -> None:
    assert Code("!retirer\u00a042") in FRENCH.inline("share-undo", number="42")


def test_plurals_follow_the_language() -> None:
    assert FRENCH.plain("card-thanks", count=0) == "0 merci"
    assert FRENCH.plain("card-thanks", count=2) == "2 mercis"
    assert Translator("en").plain("card-thanks", count=0) == "0 thank-yous"


@given(st.text())
def test_a_value_comes_back_as_given_and_is_never_markup(value: str) -> None:
    nodes = FRENCH.inline("search-nothing", query=value)
    assert value in plain(nodes)
    assert [node for node in nodes if isinstance(node, Code)] == [Code("!récent")]
    bold = FRENCH.inline("search-count", total=1, more="", query=value)
    assert sum(isinstance(node, Bold) for node in bold) == 1
    assert value == "" or Text(value) in bold or value in plain(bold)


def test_a_missing_value_is_an_error_not_a_hole() -> None:
    with pytest.raises(LookupError):
        FRENCH.plain("search-nothing")
    with pytest.raises(LookupError):
        FRENCH.plain("no-such-message")


def test_an_operator_may_say_it_otherwise(tmp_path: Path) -> None:
    own = tmp_path / "own.ftl"
    own.write_text("away = Absent !\n")
    assert Translator("fr", own).plain("away") == "Absent\u00a0!"
    assert FRENCH.plain("away") != "Absent\u00a0!"
