"""The rules that give news a class: the bot's, and an operator's over them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from commonsbot.config.news_classes import PACKAGED
from commonsbot.domain.news_classes import Lexicon, NewsClass, classify
from commonsbot.errors import ConfigError

from .conftest import Load

ROOT = Path(__file__).parents[2]

Read = Callable[[str], Lexicon]


@pytest.fixture
def read(load_text: Load, tmp_path: Path) -> Read:
    """The rules when the operator's own file is this text."""

    def rules(text: str) -> Lexicon:
        (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
        return load_text("news_classes: own.yaml").lexicon

    return rules


def test_the_bot_brings_its_rules(load_text: Load) -> None:
    lexicon = load_text().lexicon
    assert {one for rule in lexicon.rules for one in rule.weights} >= {
        NewsClass.AWARD_RESULT,
        NewsClass.AWARD_CALL,
        NewsClass.EVENT,
        NewsClass.JOB,
        NewsClass.TRAINING,
    }
    assert classify("Le palmarès du Grand Prix", "", lexicon).class_ is NewsClass.AWARD_RESULT


def test_operators_find_the_packaged_file() -> None:
    assert (ROOT / "config" / "news_classes.yaml").read_text() == PACKAGED.read_text()


def test_an_operator_adds_replaces_and_takes_away(read: Read, load_text: Load) -> None:
    lexicon = read(
        "sets: {maison: [semaine du lien]}\n"
        "rules:\n"
        "  la-maison: {points: {événements: 5}, text: ['<maison>']}\n"
        "  palmarès: off\n"
    )
    assert classify("Semaine du lien", "", lexicon).class_ is NewsClass.EVENT
    assert "palmarès" not in {rule.name for rule in lexicon.rules}
    assert lexicon.version != load_text().lexicon.version
    alone = read("default: off\nrules: {a: {points: {emplois: 4}, title: [zèbre]}}")
    assert [rule.name for rule in alone.rules] == ["a"]
    assert classify("Un zèbre", "", alone).class_ is NewsClass.JOB
    assert classify("Une girafe", "un zèbre", alone).class_ is NewsClass.ARTICLE


@pytest.mark.parametrize(
    ("text", "key", "remedy"),
    [
        ("rule: {}", "rule", "Did you mean rules?"),
        ("rules: [a]", "rules", "a rule's name"),
        ("rules: {a: {text: [x]}}", "rules.a.points", "points:"),
        ("rules: {a: {points: {prix: beaucoup}, text: [x]}}", "rules.a.points.prix", "2.5"),
        ("rules: {a: {points: {prize: 4}, text: [x]}}", "rules.a.points.prize", "prix, appels"),
        ("rules: {a: {points: {prix: 4}}}", "rules.a", "palmarès"),
        ("rules: {a: {points: {prix: 4}, text: ['(x']}}", "rules.a.text[0]", "candidat*"),
        ("rules: {a: {points: {prix: 4}, text: ['<b>']}}", "rules.a.text[0]", "prix, "),
        ("rules: {a: {points: {prix: 4}, text: x}}", "rules.a.text", "brackets"),
        ("sets: [a]", "sets", "janvier"),
    ],
)
def test_bad_rules_are_told_with_file_key_and_remedy(
    read: Read, text: str, key: str, remedy: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        read(text)
    error = caught.value.errors[0]
    assert error.file.endswith("own.yaml")
    assert error.key == key
    assert remedy in error.remedy


def test_a_file_that_is_not_there_is_told(load_text: Load) -> None:
    with pytest.raises(ConfigError, match=r"none\.yaml: does not exist.*news_classes\.yaml"):
        load_text("news_classes: none.yaml")
