"""The commons in and out by the hundred thousand, by the commands an operator types."""

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.resources import drafts
from commonsbot.commons.exchange import FORMATS
from commonsbot.domain.records import Record, Whole
from commonsbot.domain.resources import Draft

COUNT, QUICK_COUNT = 100_000, 5_000
RATE = 2_000.0  # resources a second
MEMORY = 200.0  # MiB

_CONFIG = """homeserver: http://127.0.0.1:9
account: "@commonsbot:exemple.invalid"
space: "#reseau:exemple.invalid"
"""


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    count = QUICK_COUNT if quick else COUNT
    (folder / "commonsbot.yaml").write_text(_CONFIG)
    secrets = folder / "secrets.yaml"
    secrets.touch(mode=0o600)
    secrets.write_text("access_token: none\n")
    corpus = folder / "corpus.jsonl"
    with FORMATS["jsonl"].write(corpus) as add:
        for draft in drafts(count):
            add(Whole(_record(draft)))
    figures = _timed(folder, count, "import", corpus)
    for ending in ("out.jsonl", "out.csv", "out"):
        figures += _timed(folder, count, "export", folder / ending)
    return figures


def _record(draft: Draft) -> Record:
    return Record(title=draft.title, text=draft.text, links=draft.links, themes=draft.themes)


def _timed(folder: Path, count: int, verb: str, path: Path) -> list[Figure]:
    """The whole process, its start included."""
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "commonsbot", verb, path, "-c", folder / "commonsbot.yaml"],
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{verb} ended with {process.returncode}"
    seconds = time.monotonic() - began
    spent = usage.ru_utime + usage.ru_stime
    what = f"{verb}, {path.suffix[1:] or 'markdown'}"
    note = f"{count} resources in {seconds:.1f} s, processor {spent:.1f} s"
    return [
        Figure(what, count / seconds, "/s", RATE, at_least=True, note=note),
        Figure(f"{what}, memory at most", usage.ru_maxrss / 1024, "MiB", MEMORY),
    ]
