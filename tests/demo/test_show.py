"""The demonstration from end to end, and what it says when something is missing."""

import asyncio
import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commonsbot.demo.bot import DemoError
from commonsbot.demo.chronicle import Chronicle
from commonsbot.demo.kept import Kept
from commonsbot.demo.scene import SCENE, Beat, Performance
from commonsbot.demo.show import show
from commonsbot.demo.stage import MEMBERS, stage_in
from commonsbot.demo.terminal import Terminal
from commonsbot.demo.words import demo_words

FRENCH = demo_words("fr")


def demo(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "commonsbot", "demo", *words],
        env={**os.environ, "LANG": "fr_FR.UTF-8", "LC_ALL": "", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_without_a_terminal_every_expected_answer_comes_and_it_can_be_taken_up_again(
    tmp_path: Path,
) -> None:
    first = demo("--data", str(tmp_path / "kept"))
    assert first.returncode == 0, first.stdout + first.stderr
    assert "✗" not in first.stdout
    assert first.stdout.count("\n✓ ") == len(SCENE)
    assert "\x1b" not in first.stdout
    assert first.stderr == ""
    again = demo("--data", str(tmp_path / "kept"), "--lang", "en")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "Carte de vœux accessible" in again.stdout


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    with pytest.raises(DemoError, match="déjà autre chose"):
        show(tmp_path, Terminal(FRENCH, io.StringIO()), interactive=False)
    assert [entry.name for entry in tmp_path.iterdir()] == ["photo.jpg"]


def test_what_did_not_come_is_named(tmp_path: Path) -> None:
    shown = io.StringIO()
    scene = (
        Beat(id="introduction", rooms=("help", "news", "office")),
        Beat(id="return", who="bruno", shows=("demo-secret-title",), deadline=0.5),
        Beat(id="letter", who="claire"),
    )
    assert show(tmp_path, Terminal(FRENCH, shown), interactive=False, scene=scene) == 1
    summary = shown.getvalue().partition("▸ Bilan")[2]
    name = FRENCH.plain("demo-beat-return")
    assert re.search(rf"^✗ {name} · pas vu en 0.5 s$", summary, re.MULTILINE)
    assert summary.count("· pas joué") == 1
    assert f"N'est pas arrivé\u00a0: {name}." in summary


async def test_a_bot_that_dies_is_said_with_the_end_of_its_log(tmp_path: Path) -> None:
    terminal = Terminal(FRENCH, io.StringIO())
    async with stage_in(tmp_path, Kept.open(tmp_path, MEMBERS), terminal) as stage:
        performance = Performance(stage, Chronicle(stage, terminal), terminal)
        os.kill(stage.bot.pid, signal.SIGKILL)
        with pytest.raises(DemoError, match=r"code -9[^ ]*.*journal(?s:.*)ready"):
            await stage.while_alive(performance.play())
    assert not performance.good


async def test_a_homeserver_that_dies_is_said_too(tmp_path: Path) -> None:
    terminal = Terminal(FRENCH, io.StringIO())
    async with stage_in(tmp_path, Kept.open(tmp_path, MEMBERS), terminal) as stage:
        assert stage.homeserver.pid
        os.kill(stage.homeserver.pid, signal.SIGKILL)
        with pytest.raises(DemoError, match="Le serveur Matrix s'est arrêté"):
            await stage.while_alive(asyncio.sleep(10))
