"""Tantivy with its French stemmer; every word of a question, joined by OR."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.search.collection import Document
from benchmarks.search.engine import Ranked

_FIELDS = ["title", "tags", "text"]


class Tantivy:
    name = "Tantivy, French"

    def __init__(self, index: Any, folder: Path) -> None:
        self._index = index
        self._searcher = index.searcher()
        self._folder = folder

    async def search(self, text: str, limit: int) -> Ranked:
        words = " ".join(re.findall(r"\w+", text))
        if not words:
            return []
        query, _ = self._index.parse_query_lenient(words, _FIELDS)
        hits = self._searcher.search(query, limit).hits
        return [(self._searcher.doc(place)["key"][0], score) for score, place in hits]

    async def size(self) -> int:
        return sum(file.stat().st_size for file in self._folder.iterdir())


@asynccontextmanager
async def tantivy(documents: Sequence[Document], folder: Path) -> AsyncIterator[Tantivy]:
    """Raises ImportError where it is not installed (requirements/bench.txt)."""
    library = import_module("tantivy")
    schema = library.SchemaBuilder().add_text_field("key", stored=True, tokenizer_name="raw")
    for field in _FIELDS:
        schema = schema.add_text_field(field, tokenizer_name="french")
    home = folder / "tantivy"
    home.mkdir()
    index = library.Index(schema.build(), path=str(home))
    filters = library.Filter
    index.register_tokenizer(
        "french",
        library.TextAnalyzerBuilder(library.Tokenizer.simple())
        .filter(filters.lowercase())
        .filter(filters.stemmer("french"))
        .filter(filters.ascii_fold())
        .build(),
    )
    writer = index.writer()
    for one in documents:
        writer.add_document(
            library.Document(
                key=[one.id], title=[one.title], tags=[" ".join(one.tags)], text=[one.text]
            )
        )
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    yield Tantivy(index, home)
