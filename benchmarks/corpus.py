"""Every file of a folder through the parser: each is parsed, or refused with a reason, in time.

    .venv/bin/python -m benchmarks.corpus FOLDER [--rounds 1000] [--files 20]

First each file once, then `--files` of them again and again in one process, whose memory is
watched. Exit code 1 when a file hung, killed the parser, or memory grew.
"""

import argparse
import asyncio
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.process import memory
from commonsbot.errors import FetchError
from commonsbot.news.parse import Parser

LIMIT = 40.0
"""Seconds for one file."""
GROWTH = 16.0
"""MiB that the process may grow by in all the rounds."""
LARGEST = 5_000_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--files", type=int, default=20)
    args = parser.parse_args()
    paths = sorted(path for path in args.folder.rglob("*") if path.is_file())
    return asyncio.run(measure(paths, args.rounds, args.files))


async def measure(paths: Sequence[Path], rounds: int, files: int) -> int:
    parser = Parser(lambda: datetime.now(UTC))
    outcomes: Counter[str] = Counter()
    slowest = (0.0, Path())
    read: list[bytes] = []
    for path in paths:
        body = path.read_bytes()[:LARGEST]
        start = time.perf_counter()
        outcome = await outcome_of(parser, body)
        slowest = max(slowest, (time.perf_counter() - start, path))
        outcomes[outcome] += 1
        if outcome == "parsed":
            read.append(body)
    for name, count in outcomes.most_common():
        print(f"{count:6} {name}")
    print(f"{len(paths)} files, slowest {slowest[0]:.2f} s: {slowest[1].name}")
    grown = await growth(parser, read[:: max(1, len(read) // files)][:files], rounds)
    print(f"{rounds} rounds of {files} files: {grown:+.1f} MiB (bar: {GROWTH:g})")
    await parser.close()
    died = outcomes["feed-malformed: the parser died"] + outcomes["feed-oversized: time"]
    return 1 if died or grown > GROWTH or slowest[0] > LIMIT else 0


async def growth(parser: Parser, bodies: list[bytes], rounds: int) -> float:
    """MiB that the parsing process grew by, after a tenth of the rounds to settle."""
    first = 0.0
    for number in range(rounds):
        if number == rounds // 10:
            first = resident(parser)
        for body in bodies:
            await outcome_of(parser, body)
    return resident(parser) - first


def resident(parser: Parser) -> float:
    child = parser._child
    assert child, "it was never closed"
    return memory(child.pid).resident


async def outcome_of(parser: Parser, body: bytes) -> str:
    try:
        await parser.parse(body, url="https://www.example.org/feed", content_type="")
    except FetchError as error:
        known = ("the parser died", "time")
        return f"{error.reason}: {error.detail}" if error.detail in known else error.reason
    return "parsed"


if __name__ == "__main__":
    sys.exit(main())
