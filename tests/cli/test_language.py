"""The command line in French and in English."""

import subprocess
import sys

import pytest

from commonsbot.cli.main import VERBS
from commonsbot.cli.words import choose
from tests.cli.conftest import Run

OURS = [verb for verb in VERBS if verb != "demo"]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "en"),
    ],
)
def test_french_first(environment: dict[str, str], language: str) -> None:
    assert choose(None, environment) == language
    assert choose("en", environment) == "en"


@pytest.mark.parametrize(("lang", "usage"), [("fr", "Forme"), ("en", "Usage:")])
@pytest.mark.parametrize("verb", [[], *([verb] for verb in OURS)])
def test_help(run: Run, lang: str, usage: str, verb: list[str]) -> None:
    code, out, err = run("--lang", lang, *verb, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(usage)
    english_of_argparse = ["show this help", "positional arguments", "optional arguments"]
    assert not [words for words in english_of_argparse if words in out]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["chek"], "« chek » n'est pas une commande. Vouliez-vous dire check ?"),
        (
            ["check", "--ofline"],
            "« --ofline » n'est pas attendu ici. Vouliez-vous dire --offline",
        ),
        (["import"], "Il manque : CHEMIN."),
        (["check", "-c"], "-c/--config attend une valeur."),
        (["check", "--offline=1"], "--offline ne prend pas de valeur (« 1 »)."),
        (
            ["run", "--lang", "de"],
            "« de » n'est pas un choix de --lang. Choisissez parmi : fr, en",
        ),
        (["--verison"], "« --verison » n'est pas attendu ici. Vouliez-vous dire --version ?"),
    ],
)
def test_a_badly_written_command(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    code, _, err = run(*words)
    assert code == 2
    assert sentence in err.replace("\u00a0", " ")
    assert "--help" in err


def test_a_verb_is_imported_only_when_chosen() -> None:
    code = (
        "import sys; from commonsbot.cli.main import main; main(['--help'])"
        "if False else main([]); print([m for m in ('rich', 'aiohttp', 'nio', 'aiosqlite')"
        " if m in sys.modules], 'commonsbot.cli.run' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[] False"
