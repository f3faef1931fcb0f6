"""`import`: good entries are taken, bad ones reported, none twice."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commonsbot.commons.exchange.preparing import BATCH
from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.resources import Kind, Resource
from commonsbot.store import Store
from commonsbot.store.lock import data_directory
from tests.cli.conftest import Run

RESOURCES = """\
resources:
  - origin: starter/alt
    title: Décrire une image
    text: Une phrase, ce que l'image apporte.
    links: ["https://example.org/alt/"]
    themes: ["#Accessibilité", images]
    type: astuce
  - origin: starter/none
    text: Sans titre.
  - origin: starter/alt
    title: Encore
    text: Le même origin.
  - origin: starter/plan
    title: Plan de communication
    text: Un gabarit.
    type: modele
  - juste un texte
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    config = tmp_path / "commonsbot.yaml"
    config.write_text("homeserver: https://a.org\naccount: '@b:a.org'\nspace: '#c:a.org'\n")
    (tmp_path / "secrets.yaml").write_text("password: s3cret\n")
    (tmp_path / "secrets.yaml").chmod(0o600)
    resources = tmp_path / "starter.yaml"
    resources.write_text(RESOURCES)
    return config, resources


async def _kept(folder: Path) -> list[Resource]:
    store = await Store.open(folder / "data" / "commonsbot.db", lambda: datetime.now(UTC))
    try:
        return await store.read.resources.recent(Reader(frozenset()), 10)
    finally:
        await store.close()


def test_good_entries_are_taken_and_bad_ones_reported(
    run: Run, files: tuple[Path, Path], tmp_path: Path
) -> None:
    config, resources = files
    code, out, _ = run("import", resources, "-c", config)
    assert code == 1
    assert "✓ 1 resource added." in out
    assert "resources[1].title: is missing. Give the resource a title." in out
    assert "resources[2].origin: “starter/alt” already names" in out
    assert "resources[3].type: “modele” is not one of the choices." in out
    assert "resources[4]: must hold settings." in out
    (kept,) = asyncio.run(_kept(tmp_path))
    assert kept.title == "Décrire une image"
    assert kept.themes == ("accessibilité", "photo")
    assert kept.links == ("https://example.org/alt/",)
    assert (kept.kind, kept.audience) == (Kind.TIP, Audience.NETWORK)


def test_importing_twice_adds_nothing(run: Run, files: tuple[Path, Path]) -> None:
    config, resources = files
    resources.write_text("resources: [{origin: a, title: A, text: B}]")
    assert run("import", resources, "-c", config)[0] == 0
    code, out, _ = run("import", resources, "-c", config)
    assert code == 0
    assert "No resource added." in out and "1 resource already imported" in out


def test_the_bot_must_be_stopped(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    config, resources = files
    with data_directory(tmp_path / "data"):
        assert run("import", resources, "-c", config)[0] == 75


def test_a_file_without_resources(run: Run, files: tuple[Path, Path]) -> None:
    config, resources = files
    resources.write_text("fiches: []")
    code, _, err = run("import", resources, "-c", config)
    assert code == 78 and "resources: must be a list" in err


def test_a_large_file_is_read_ahead_and_taken_in_its_order(
    run: Run, files: tuple[Path, Path], tmp_path: Path
) -> None:
    config, _ = files
    lines = [
        f'{{"type":"resource","title":"Fiche {n}","text":"Avec Pretix."}}' for n in range(BATCH + 4)
    ]
    lines.insert(BATCH + 2, '{"type":"resource"}')
    large = tmp_path / "large.jsonl"
    large.write_text("\n".join(lines))
    code, out, _ = run("import", large, "-c", config)
    assert code == 1 and f"large.jsonl:{BATCH + 3}" in out
    newest = asyncio.run(_kept(tmp_path))
    assert [each.title for each in newest[:4]] == [f"Fiche {BATCH + n}" for n in (3, 2, 1, 0)]
    assert newest[0].recognised == ("pretix",)


def test_a_killed_import_leaves_no_process_behind(files: tuple[Path, Path], tmp_path: Path) -> None:
    config, _ = files
    corpus = tmp_path / "corpus.jsonl"
    os.mkfifo(corpus)
    importing = subprocess.Popen(
        [sys.executable, "-m", "commonsbot", "import", corpus, "-c", config],
        stdout=subprocess.DEVNULL,
    )
    try:
        with corpus.open("w") as growing:  # never ends: it is under way when it is killed
            for number in range(3 * BATCH):
                growing.write(json.dumps({"type": "resource", "title": f"Fiche {number}"}) + "\n")
            growing.flush()
            helpers = _eventually(lambda: _children(importing.pid), bool)
            importing.kill()
            importing.wait()
        _eventually(lambda: [pid for pid in helpers if _lives(pid)], lambda left: not left)
    finally:
        importing.kill()
        importing.wait()


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _lives(pid: int) -> bool:
    """A zombie, which waits for somebody to ask how it ended, does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _eventually(look: Callable[[], list[int]], enough: Callable[[list[int]], bool]) -> list[int]:
    until = time.monotonic() + 30
    while not enough(found := look()):
        assert time.monotonic() < until, f"still {found} after half a minute"
        time.sleep(0.05)
    return found
