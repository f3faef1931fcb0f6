"""Every measure, in one table: `make bench`, or `python -m benchmarks [--quick] [NAME …]`."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from benchmarks import (
    exchange,
    growth,
    identity,
    latency,
    letter,
    load,
    memory,
    news,
    schedule,
    size,
)
from benchmarks.figures import Figure, json_line, table

Measure = Callable[..., Awaitable[list[Figure]]]

MEASURES: dict[str, Measure] = {
    "latency": latency.measure,
    "encrypted": latency.measure_encrypted,
    "capture": latency.measure_capture,
    "identity": identity.measure,
    "load": load.measure,
    "memory": memory.measure,
    "growth": growth.measure,
    "size": size.measure,
    "exchange": exchange.measure,
    "letter": letter.measure,
    "schedule": schedule.measure,
    "news": news.measure,
}


def main() -> int:
    """0 when every bar is met, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(MEASURES)}")
    parser.add_argument("--quick", action="store_true", help="fewer samples, for a look")
    args = parser.parse_args()
    if unknown := set(args.names) - set(MEASURES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in args.names or MEASURES:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        measured = asyncio.run(run(MEASURES[name], quick=args.quick))
        print(json_line(name, measured), flush=True)
        figures += measured
    print("\n" + table(figures))
    failed = [figure.what for figure in figures if figure.passes is False]
    print("\n" + (f"Over the bar: {'; '.join(failed)}." if failed else "Every bar is met."))
    return 1 if failed else 0


async def run(measure: Measure, *, quick: bool) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="commonsbot-bench-") as folder:
        return await measure(Path(folder), quick=quick)


if __name__ == "__main__":
    sys.exit(main())
