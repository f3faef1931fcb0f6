"""`sources`: lists of feeds in and out."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commonsbot.domain.ids import RoomId
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from tests.cli.conftest import Run

FEEDS = """<opml version="2.0"><body><outline text="Presse">
<outline type="rss" text="Un" xmlUrl="https://example.org/un.xml"/>
<outline type="rss" text="Deux" xmlUrl="https://example.org/deux.xml"/>
</outline></body></opml>"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Of a bot that serves one room."""
    (tmp_path / "secrets.yaml").write_text("password: s3cret\n")
    (tmp_path / "secrets.yaml").chmod(0o600)
    (tmp_path / "data").mkdir(mode=0o700)
    asyncio.run(_joined(tmp_path / "data" / "commonsbot.db"))
    path = tmp_path / "commonsbot.yaml"
    path.write_text("homeserver: https://a.org\naccount: '@b:a.org'\nspace: '#c:a.org'\n")
    return path


async def _joined(path: Path) -> None:
    store = await Store.open(path, lambda: datetime.now(UTC))
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=RoomId("!news:a.org"), name="Actualités"))
    await store.close()


def test_the_ready_made_sources_are_off_until_somebody_has_checked_them(run: Run) -> None:
    code, out, _ = run("sources", "list")
    assert code == 0
    assert out.count("not checked, off") == out.count("https://")


def test_a_list_is_followed_by_a_room_and_written_out_again(
    run: Run, config: Path, tmp_path: Path
) -> None:
    given, written = tmp_path / "in.opml", tmp_path / "out.opml"
    given.write_text(FEEDS)
    said = run("sources", "import", "-c", config, "--file", given, "--room", "Actualités")
    assert said[0] == 0 and "2 more feeds followed" in said[1]
    again = run("sources", "import", "-c", config, "--file", given, "--room", "!news:a.org")
    assert "No more feed followed; followed already: 2" in again[1]
    assert run("sources", "export", "-c", config, "--file", written)[0] == 0
    assert "https://example.org/un.xml" in written.read_text()


def test_what_is_wrong_is_said(run: Run, config: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.opml"
    page.write_text("<html>")
    assert "Give the OPML file" in run("sources", "export", "-c", config)[1]
    assert "Give the room" in run("sources", "import", "-c", config, "--file", page)[1]
    told = run("sources", "import", "-c", config, "--file", page, "--room", "Actualités")
    assert told[0] == 1 and "can't be read" in told[1]
    page.write_text(FEEDS)
    told = run("sources", "import", "-c", config, "--file", page, "--room", "Ailleurs")
    assert told[0] == 1 and "Actualités · !news:a.org" in told[1]
