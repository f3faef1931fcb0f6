"""`letter`: a letter that was sent, for an e-mail or a newsletter."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commonsbot.digest.edition import request_edition
from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.resources import Draft
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from commonsbot.texts import Translator, Views
from tests.cli.conftest import Run
from tests.cli.test_import import files

ROOM = RoomId("!r:a.org")
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)

__all__ = ["files"]


async def _send(database: Path) -> None:
    """A letter of week 48, with a card for each audience."""
    clock = [MONDAY - timedelta(hours=1)]
    store = await Store.open(database, lambda: clock[0])
    views = Views(Translator("fr"), Permalinks(), ZoneInfo("Europe/Paris"))
    try:
        async with store.transaction() as tx:
            await tx.rooms.join(Room(id=ROOM, name="Entraide"))
            for title, audience in (
                ("Entre nous", Audience.ROOM),
                ("Au réseau <b>*gras*</b>", Audience.NETWORK),
                ("Pour tous", Audience.PUBLIC),
            ):
                draft = Draft(title=title, text="Une ligne.", links=("https://ex.org/a?b=1&c=2",))
                await tx.resources.add(draft, audience=audience, room=ROOM, author=UserId("@c:a"))
        clock[0] = MONDAY
        async with store.transaction() as tx:
            assert await request_edition(tx, views, ROOM, EventId("$asked"), MONDAY)
    finally:
        await store.close()


@pytest.fixture
def config(files: tuple[Path, Path], tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir(mode=0o700)
    asyncio.run(_send(tmp_path / "data" / "commonsbot.db"))
    return files[0]


class Page(HTMLParser):
    """Checks that tags are closed in order, and keeps what matters to who reads it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.facts: dict[str, dict[str, str | None]] = {}
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.facts.setdefault(tag, dict(attrs))
        if tag not in ("br", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_e_mail_is_whole_accessible_and_takes_nobodys_words_for_markup(
    run: Run, config: Path, tmp_path: Path
) -> None:
    output = tmp_path / "letter.html"
    code, out, _ = run("letter", "2026-S48", "-o", output, "-c", config)
    assert code == 0 and str(output) in out
    page = Page(output.read_text())
    assert page.facts["html"]["lang"] == "fr"
    assert [tag for tag in page.tags if tag in ("h1", "h2")] == ["h1", "h2"]
    assert {"img", "style", "link", "script", "b"}.isdisjoint(page.tags)
    assert all(table["role"] == "presentation" for table in [page.facts["table"]])
    assert "Au réseau &lt;b&gt;*gras*&lt;/b&gt;" in output.read_text()


def test_it_is_in_the_language_of_its_room(run: Run, config: Path, tmp_path: Path) -> None:
    async def choose(language: str) -> None:
        store = await Store.open(tmp_path / "data" / "commonsbot.db", lambda: MONDAY)
        async with store.transaction() as tx:
            await tx.languages.put(ROOM, language)
        await store.close()

    asyncio.run(choose("en"))
    _, html, _ = run("letter", "-c", config)
    assert 'lang="en"' in html and "November" in html and "réseau</h1>" not in html


def test_every_colour_reads_well_on_the_paper(run: Run, config: Path) -> None:
    _, html, _ = run("letter", "-c", config)
    colours = set(re.findall(r"[^-]color:(#[0-9a-f]{6})", html))
    papers = set(re.findall(r"background:(#[0-9a-f]{6})", html))
    assert len(colours) >= 3 and papers == {"#ffffff"}
    assert all(contrast(colour, "#ffffff") >= 7 for colour in colours)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, "contrast ratio"."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_markdown_says_the_same(run: Run, config: Path) -> None:
    code, out, _ = run("letter", "s48", "--format", "md", "-c", config)
    assert code == 0 and out.startswith("# La lettre du réseau")
    assert "## Du nouveau dans vos partages" in out
    assert r"Au réseau \<b\>\*gras\*\</b\>" in out


@pytest.mark.parametrize(
    ("audience", "held"),
    [("room", 3), ("network", 2), ("public", 1)],
)
def test_what_leaves_is_for_those_it_goes_to(
    run: Run, config: Path, audience: str, held: int
) -> None:
    _, out, _ = run("letter", "--format", "md", "--audience", audience, "-c", config)
    titles = ("Entre nous", "Au réseau", "Pour tous")
    assert [title in out for title in titles] == [n >= 3 - held for n in range(3)]


def test_what_is_wrong_is_said_with_what_to_do(run: Run, config: Path, tmp_path: Path) -> None:
    code, _, said = run("letter", "2026-S12", "-c", config)
    assert code == 1 and "2026-S12" in said and "2026-S48" in said
    code, _, said = run("letter", "--room", "Ailleurs", "-c", config)
    assert code == 1 and "Entraide (!r:a.org)" in said and "--room" in said
    code, _, said = run("letter", "-o", tmp_path / "letter.pdf", "-c", config)
    assert code == 1 and "html, md" in said
    (tmp_path / "there.md").write_text("mine")
    code, _, said = run("letter", "-o", tmp_path / "there.md", "-c", config)
    assert code == 1 and (tmp_path / "there.md").read_text() == "mine"
