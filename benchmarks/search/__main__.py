"""How well, how fast and how small the search is.

    python -m benchmarks.search --corpus corpus.jsonl --queries queries.jsonl --out run.tsv
    python -m benchmarks.search [--data FOLDER] [--engines commonsbot,stems] [--size 100000]

The first writes a ranked run of CommonsBot's own search over any corpus: query, document, rank and
score, ten documents a query. The second compares engines on the collections of the project and of
--data (or $COMMONSBOT_SEARCH_DATA): folders with corpus.jsonl, queries.dev.jsonl, qrels.dev.tsv.
Tantivy and PostgreSQL: .venv/bin/pip install -r requirements/bench.txt; without them they are left
out with a word.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.search.collection import (
    Collection,
    read_collection,
    read_documents,
    read_queries,
)
from benchmarks.search.comparison import ENGINES, compare, table
from benchmarks.search.generated import generated
from benchmarks.search.ours import commonsbot
from benchmarks.search.quality import DEPTH

OWN = Path(__file__).parent / "data"
OTHERS = ("cdtn", "cnil", "spf", "piaf")
"""Public collections that are not the project's to give: measured where they are at hand."""


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.search",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    run = parser.add_argument_group("a run")
    run.add_argument("--corpus", type=Path, help="documents, a JSON object a line")
    run.add_argument("--queries", type=Path, help="queries, a JSON object a line")
    run.add_argument("--out", type=Path, help="the run to write")
    compared = parser.add_argument_group("a comparison")
    compared.add_argument("--data", type=Path, default=os.environ.get("COMMONSBOT_SEARCH_DATA"))
    compared.add_argument("--split", default="dev", help="which half of the queries")
    compared.add_argument("--engines", default=",".join(ENGINES), help="separated by commas")
    compared.add_argument("--size", type=int, action="append", help="generated resources, for time")
    args = parser.parse_args()
    if args.corpus or args.queries or args.out:
        if not (args.corpus and args.queries and args.out):
            parser.error("a run needs --corpus, --queries and --out")
        asyncio.run(write_run(args.corpus, args.queries, args.out))
        return 0
    names = args.engines.split(",")
    if unknown := set(names) - set(ENGINES):
        parser.error(
            f"no such engine: {', '.join(sorted(unknown))}; there are {', '.join(ENGINES)}"
        )
    asyncio.run(compare_all(args.data, args.split, names, args.size or []))
    return 0


async def write_run(corpus: Path, queries: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="commonsbot-search-") as folder:
        async with commonsbot(read_documents(corpus), Path(folder)) as engine:
            with out.open("w", encoding="utf-8") as run:
                for query in read_queries(queries):
                    found = await engine.search(query.text, DEPTH)
                    for rank, (document, score) in enumerate(found, 1):
                        run.write(f"{query.id}\t{document}\t{rank}\t{score:.6f}\n")


async def compare_all(data: Path | None, split: str, names: list[str], sizes: list[int]) -> None:
    collections = [read_collection(OWN / "network", split), *_others(data, split)]
    if not sizes:
        print(table(await compare(collections, names)))
    for size in sizes:
        print(f"\n{size:,} generated resources")
        print(table(await compare([generated(collections, size)], names)))


def _others(data: Path | None, split: str) -> list[Collection]:
    if data is None:
        print("Only network: name the folder of the others with --data.", file=sys.stderr)
        return []
    found = []
    for name in OTHERS:
        if (Path(data) / name / "corpus.jsonl").exists():
            found.append(read_collection(Path(data) / name, split))
        else:
            print(f"{name} is left out: not in {data}.", file=sys.stderr)
    return found


if __name__ == "__main__":
    sys.exit(main())
