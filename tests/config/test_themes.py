"""The vocabulary: the packaged one is sound, an operator's file adapts it and is read strictly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from commonsbot.config.themes import PACKAGED
from commonsbot.domain.themes import Manner, Name, Sort, Theme, theme_word
from commonsbot.errors import ConfigError
from tests.config.conftest import Load

ROOT = Path(__file__).parents[2]

Read = Callable[[str], dict[str, Theme]]


@pytest.fixture
def read(load_text: Load, tmp_path: Path) -> Read:
    """The themes and tools when the operator's own file is this text."""

    def themes(text: str) -> dict[str, Theme]:
        (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
        return {theme.id: theme for theme in load_text("themes: own.yaml").vocabulary.themes}

    return themes


def test_the_bot_brings_its_themes_and_the_tools_of_the_network(load_text: Load) -> None:
    themes = {theme.id: theme for theme in load_text().vocabulary.themes}
    tools = [theme for theme in themes.values() if theme.sort is Sort.TOOL]
    assert len(themes) - len(tools) >= 60
    assert {"asana", "looker-studio", "rdv-service-public", "pretix", "polotno"} <= themes.keys()
    assert {"everteam", "comnum"} <= themes.keys()
    assert all(tool.about for tool in tools)
    assert all(theme.group for theme in themes.values())


def test_no_word_of_the_packaged_vocabulary_names_two_things(read: Read) -> None:
    assert read("default: off\n" + PACKAGED.read_text(encoding="utf-8"))


def test_every_id_is_a_hashtag_and_every_name_is_given_once(load_text: Load) -> None:
    for theme in load_text().vocabulary.themes:
        assert theme_word(theme.id) == theme.id
        names = [*theme.synonyms, *theme.acronyms, *theme.exact, *theme.hashtags]
        assert len(names) == len(set(names)), theme.id


def test_the_file_named_in_the_documentation_is_the_packaged_one() -> None:
    assert (ROOT / "config" / "themes.yaml").read_text() == PACKAGED.read_text()


def test_an_operator_completes_a_theme(read: Read) -> None:
    themes = read("themes: {ia: {label: IA, synonyms: [machine apprenante], hashtags: [prompt]}}")
    ia = themes["ia"]
    assert ia.label == "IA" and ia.group == "numérique"
    assert {"machine apprenante", "chatbot"} <= set(ia.synonyms)
    assert Name("prompt", Manner.HASHTAG) in ia.names()
    assert Name("prompt", Manner.PHRASE) not in ia.names()


def test_an_operator_adds_takes_away_and_splits_themes(read: Read) -> None:
    themes = read(
        "themes:\n"
        "  instagram: {label: Instagram, group: numérique}\n"
        "  tourisme: off\n"
        "tools:\n"
        "  outil-maison: {label: L'outil maison}\n"
    )
    assert "tourisme" not in themes
    assert themes["outil-maison"].sort is Sort.TOOL
    assert "Instagram" not in themes["réseaux-sociaux"].synonyms
    assert "Facebook" in themes["réseaux-sociaux"].synonyms


def test_an_operator_may_start_from_nothing(read: Read) -> None:
    assert set(read("default: off\nthemes: {budget-vert: {label: Budget vert}}")) == {"budget-vert"}


@pytest.mark.parametrize(
    ("text", "key", "remedy"),
    [
        ("theme: {}", "theme", "Did you mean themes?"),
        ("themes: [ia]", "themes", "a hashtag without its #"),
        ("themes: {Budget vert!: {label: a}}", "themes.Budget vert!", "budget-vert"),
        ("themes: {'2026': {label: a}}", "themes.2026", "hyphens"),
        ("themes: {neuf: {}}", "themes.neuf.label", "label: Budget participatif"),
        ("themes: {neuf: {label: a, groupe: b}}", "themes.neuf.groupe", "group?"),
        ("themes: {neuf: {label: a, group: b}}", "themes.neuf.group", "participer, écrire"),
        ("themes: {neuf: {label: '…'}}", "themes.neuf.label", "a word"),
        ("themes: {neuf: {label: Neuf, synonyms: x}}", "themes.neuf.synonyms", "brackets"),
        ("themes: {neuf: {label: Neuf, synonyms: [IA]}}", "themes.neuf", "ia: off"),
        ("themes: {a: {label: Truc}, b: {label: trucs}}", "themes.b", "on one side only"),
        ("tools: {neuf: {label: Neuf, site: neuf.fr}}", "tools.neuf.site", "https://neuf.fr"),
        ("groups: [a]", "groups", "a group's name"),
        ("default: peut-être", "default", "on, off"),
        ("words: [com]", "words[0]", "brackets"),
    ],
)
def test_a_bad_vocabulary_is_told_with_file_key_and_remedy(
    read: Read, text: str, key: str, remedy: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        read(text)
    (error,) = caught.value.errors
    assert error.file.endswith("own.yaml")
    assert error.key == key
    assert remedy in error.remedy


def test_a_vocabulary_that_is_not_there_is_told(load_text: Load) -> None:
    with pytest.raises(ConfigError, match=r"none\.yaml: does not exist.* config/themes\.yaml"):
        load_text("themes: none.yaml")
