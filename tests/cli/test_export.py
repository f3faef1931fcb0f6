"""`export`: everything out, in open formats, beside a running bot; and back in again."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.resources import Draft
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from commonsbot.store.lock import data_directory
from tests.cli.conftest import Run
from tests.cli.test_import import files

ROOM = RoomId("!r:a.org")

__all__ = ["files"]


async def _fill(database: Path) -> None:
    store = await Store.open(database, lambda: datetime.now(UTC))
    try:
        async with store.transaction() as tx:
            await tx.rooms.join(Room(id=ROOM))
            for title, audience in (("Secret", Audience.ROOM), ("Ouvert", Audience.PUBLIC)):
                draft = Draft(title=title, text="Texte", themes=("ia",))
                author = UserId("@c:a.org")
                await tx.resources.add(draft, audience=audience, room=ROOM, author=author)
    finally:
        await store.close()


@pytest.fixture
def config(files: tuple[Path, Path], tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir(mode=0o700)
    asyncio.run(_fill(tmp_path / "data" / "commonsbot.db"))
    return files[0]


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out"])
def test_what_leaves_can_be_taken_in_by_another_bot(
    run: Run, config: Path, tmp_path: Path, name: str
) -> None:
    with data_directory(tmp_path / "data"):  # as while the bot runs
        code, out, _ = run("export", tmp_path / name, "-c", config)
    assert code == 0 and "2 cards exported" in out and "keep it secret" in out
    config.write_text(config.read_text() + "data: other\n")
    code, out, _ = run("import", tmp_path / name, "-c", config)
    assert code == 0 and "2 resources added" in out
    run("export", tmp_path / "again.csv", "-c", config)
    config.write_text(config.read_text().replace("data: other\n", ""))
    run("export", tmp_path / "first.csv", "-c", config)
    assert (tmp_path / "again.csv").read_text() == (tmp_path / "first.csv").read_text()


def test_the_public_part_holds_nothing_else(run: Run, config: Path, tmp_path: Path) -> None:
    code, out, _ = run("export", tmp_path / "o.jsonl", "--audience", "public", "-c", config)
    assert code == 0 and "secret" not in out
    (line,) = (tmp_path / "o.jsonl").read_text().splitlines()
    assert json.loads(line)["title"] == "Ouvert"
    assert ROOM not in line


async def _narrow(database: Path) -> None:
    store = await Store.open(database, lambda: datetime.now(UTC))
    try:
        async with store.transaction() as tx:
            (card,) = [one for one in await tx.resources.after(ResourceId(0), 9) if one.id == 2]
            await tx.resources.revise(card.id, replace(card.draft, audience=Audience.ROOM), None)
    finally:
        await store.close()


def test_what_is_public_no_more_is_to_be_forgotten(run: Run, config: Path, tmp_path: Path) -> None:
    asyncio.run(_narrow(tmp_path / "data" / "commonsbot.db"))
    code, _, _ = run("export", tmp_path / "o.jsonl", "--audience", "public", "-c", config)
    (line,) = (tmp_path / "o.jsonl").read_text().splitlines()
    assert code == 0 and (json.loads(line)["type"], json.loads(line)["number"]) == ("gone", 2)
    run("export", tmp_path / "all.jsonl", "-c", config)
    assert '"gone"' not in (tmp_path / "all.jsonl").read_text()


def test_nothing_is_overwritten_unasked(run: Run, config: Path, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("mine")
    code, _, err = run("export", path, "-c", config)
    assert code == 1 and "exists already" in err
    assert run("export", path, "--force", "-c", config)[0] == 0
    (aside,) = tmp_path.glob("o.csv.before-*")
    assert aside.read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "o.xyz"), "does not tell its format"),
        (("export", "nowhere/o.csv"), "does not exist"),
        (("import", "absent.jsonl"), "does not exist"),
        (("import", "o.xyz"), "does not tell its format"),
    ],
)
def test_a_wrong_path_is_told(
    run: Run, config: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, str], said: str
) -> None:
    monkeypatch.chdir(config.parent)
    code, _, err = run(*words, "-c", config)
    assert code == 1 and said in err


def test_an_export_without_a_database_is_told(run: Run, files: tuple[Path, Path]) -> None:
    code, _, err = run("export", files[0].parent / "o.csv", "-c", files[0])
    assert code == 1 and "There is no database" in err


def test_bad_lines_are_told_and_the_others_taken(run: Run, config: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"type":"resource"}\n{"type":"resource","title":"Bonne"}\n')
    code, out, _ = run("import", path, "-c", config)
    assert code == 1
    assert f"{path}:1: title is missing. Add it." in out
    assert "1 resource added" in out


def test_the_schema_of_a_line_is_json_schema(run: Run) -> None:
    code, out, _ = run("export", "--schema")
    assert code == 0 and "Record" in json.loads(out)["$defs"]
