"""Every engine on every collection, in one run and one table."""

import asyncio
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.search import fts5
from benchmarks.search.collection import Collection, Document, Query
from benchmarks.search.engine import Engine
from benchmarks.search.ours import commonsbot
from benchmarks.search.postgresql import postgresql
from benchmarks.search.quality import DEPTH, NOISY, by_kind
from benchmarks.search.tantivy import tantivy

Open = Callable[[Sequence[Document], Path], AbstractAsyncContextManager[Engine]]

ENGINES: dict[str, Open] = {
    "commonsbot": commonsbot,
    "fts5": fts5.plain,
    "stems": fts5.stemmed,
    "tantivy": tantivy,
    "postgresql-and": partial(postgresql, every_word=True),
    "postgresql-or": partial(postgresql, every_word=False),
}


INSTALL = "Install what it takes: .venv/bin/pip install -r requirements/bench.txt"

_COSTS = ("p50 ms", "p99 ms", "loop ms", "index MB")

_WATCHED = 300
_BEAT = 0.002


@dataclass(frozen=True, slots=True)
class Measured:
    engine: str
    collection: str
    quality: dict[str, float]
    """Mean nDCG@10 by kind of query."""
    seconds: tuple[float, ...]
    """Of each query, in order."""
    size: int | None
    late: float
    """Seconds that the event loop had to wait at most while a search ran."""

    def percentile(self, part: float) -> float:
        return sorted(self.seconds)[min(int(part * len(self.seconds)), len(self.seconds) - 1)]


async def compare(collections: Sequence[Collection], names: Sequence[str]) -> list[Measured]:
    """An engine that is not installed is left out with a word."""
    results = []
    for name in names:
        for collection in collections:
            print(f"{name}: {collection.name} …", file=sys.stderr, flush=True)
            try:
                results.append(await measure(ENGINES[name], collection))
            except ImportError as error:
                print(f"{name} is left out: {error}. {INSTALL}", file=sys.stderr)
                break
    return results


async def measure(opened: Open, collection: Collection) -> Measured:
    with tempfile.TemporaryDirectory(prefix="commonsbot-search-") as folder:
        async with opened(collection.documents, Path(folder)) as engine:
            runs, seconds = {}, []
            for query in collection.queries:
                start = time.perf_counter()
                found = await engine.search(query.text, DEPTH)
                seconds.append(time.perf_counter() - start)
                runs[query.id] = [document for document, _ in found]
            return Measured(
                engine.name,
                collection.name,
                by_kind(collection, runs) if collection.grades else {},
                tuple(seconds),
                await engine.size(),
                await _late(engine, collection.queries[:_WATCHED]),
            )


async def _late(engine: Engine, queries: Sequence[Query]) -> float:
    """The longest delay of a beat of the event loop: a pass of its own, for it costs time."""
    worst = 0.0
    sys.setswitchinterval(0.001)  # this and the next line as `app` does
    gc.freeze()

    async def beat() -> None:
        nonlocal worst
        while True:
            start = time.perf_counter()
            await asyncio.sleep(_BEAT)
            worst = max(worst, time.perf_counter() - start - _BEAT)

    beating = asyncio.create_task(beat())
    for query in queries:
        await asyncio.sleep(0)
        await engine.search(query.text, DEPTH)
    beating.cancel()
    gc.unfreeze()
    return worst


def table(results: Sequence[Measured]) -> str:
    """Quality by collection and its means, then latency and size over all of them."""
    names = list(dict.fromkeys(one.collection for one in results))
    head = ["engine", *names, "mean", "no accents", "slips", *_COSTS]
    rows = [head]
    for engine in dict.fromkeys(one.engine for one in results):
        of_it = [one for one in results if one.engine == engine]
        found = {one.collection: one.quality.get("orig") for one in of_it}
        rows.append(
            [
                engine,
                *(_number(found.get(name)) for name in names),
                *(_number(_mean(of_it, kind)) for kind in ("orig", *NOISY)),
                *_cost(of_it),
            ]
        )
    widths = [max(len(row[n]) for row in rows) for n in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _cost(results: Sequence[Measured]) -> list[str]:
    seconds = tuple(second for one in results for second in one.seconds)
    every = Measured("", "", {}, seconds, None, max(one.late for one in results))
    sizes = [one.size for one in results if one.size is not None]
    return [
        *(f"{1000 * every.percentile(part):.1f}" for part in (0.5, 0.99)),
        f"{1000 * every.late:.1f}",
        f"{sum(sizes) / 1e6:.1f}" if sizes else "-",
    ]


def _mean(results: Sequence[Measured], kind: str) -> float | None:
    values = [one.quality[kind] for one in results if kind in one.quality]
    return sum(values) / len(values) if values else None


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
