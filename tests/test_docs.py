"""The documentation is true."""

import re
from pathlib import Path

from commonsbot.commands import COMMANDS
from commonsbot.commands.reference import reference
from commonsbot.domain.folding import fold

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_page_of_commands_comes_from_the_table() -> None:
    assert (ROOT / "docs" / "commandes.md").read_text(encoding="utf-8") == reference()


def test_every_command_named_in_the_pages_exists() -> None:
    heads = {fold(name).split()[0] for command in COMMANDS for name in command.names}
    for page in PAGES:
        for word in re.findall(r"`!([\w-]+)", page.read_text(encoding="utf-8")):
            assert fold(word) in heads or word.isdigit(), f"{page.name}: !{word}"


def test_every_page_linked_to_exists() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
