"""The documentation is true."""

import re
import shlex
from pathlib import Path

from commonsbot.cli.main import VERBS, parser_of
from commonsbot.commands import COMMANDS
from commonsbot.commands.reference import reference
from commonsbot.domain.folding import fold
from commonsbot.domain.retention import KEPT_AS_USUAL
from commonsbot.store.holdings import HOLDINGS, WITHIN
from commonsbot.texts import Translator

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


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


def test_the_record_of_processing_names_all_that_is_kept() -> None:
    """In the words that members read it in."""
    page = (ROOT / "docs" / "rgpd" / "registre.md").read_text(encoding="utf-8")
    texts = Translator("fr")
    for table in {one.table for one in HOLDINGS} | {table for table, _ in WITHIN}:
        name = texts.plain(f"my-data-{table.replace('_', '-')}").replace("\u00a0", " ")
        assert name.replace("’", "'") in page.replace("’", "'"), table


def test_the_record_of_processing_says_the_usual_periods() -> None:
    page = (ROOT / "docs" / "rgpd" / "registre.md").read_text(encoding="utf-8")
    assert KEPT_AS_USUAL.withdrawn.days == 30 and "30 jours après" in page
    assert KEPT_AS_USUAL.exchanges.days == 365 and "| 1 an |" in page
    assert KEPT_AS_USUAL.journal.days == 730 and "| 2 ans |" in page
    assert KEPT_AS_USUAL.answers.days == 30 and "sans texte ni nom, 30 jours" in page


def test_every_command_line_shown_is_understood() -> None:
    line_of = re.compile(r"(?m)^(?:sudo -u commonsbot )?(?:\S*/)?commonsbot (.+)$")
    texts = [page.read_text(encoding="utf-8").replace("\\\n", "") for page in PAGES]
    shown = [line for text in texts for line in line_of.findall(text)]
    assert len(shown) > 20
    for line in shown:
        verb, *words = shlex.split(line, comments=True)
        if verb in VERBS:
            parser_of(verb).parse_args(words)
        else:
            assert verb == "--version", line
