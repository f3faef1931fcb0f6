"""As many resources as are wanted, the same ones each time, to measure time and room with.

Titles, texts and questions are cut from the collections at hand and their words shuffled, so that
words are as frequent and as long as in real texts; nobody wrote them.
"""

import random
from collections.abc import Iterator, Sequence

from benchmarks.search.collection import Collection, Document, Query

SEED = 20261126
_QUERIES = 1000
_TITLE, _TEXT = (4, 12), (15, 90)
"""Words of a title and of a text: those of members' tips, some longer."""


def generated(collections: Sequence[Collection], count: int) -> Collection:
    """`count` documents, and the queries of `collections`, which are those of real people."""
    queries = [
        Query(f"{collection.name}/{query.id}", query.text)
        for collection in collections
        for query in collection.queries
        if query.kind not in ("noaccent",)
    ]
    random.Random(SEED).shuffle(queries)
    return Collection(
        f"{count:,}", tuple(_documents(collections, count)), tuple(queries[:1000]), {}
    )


def _documents(collections: Sequence[Collection], count: int) -> Iterator[Document]:
    chance = random.Random(SEED)
    words = [
        word
        for collection in collections
        for document in collection.documents
        for word in f"{document.title} {document.text}".split()
    ]
    tags = [tag for collection in collections for d in collection.documents for tag in d.tags]
    for number in range(1, count + 1):
        yield Document(
            id=str(number),
            title=" ".join(_cut(words, chance, *_TITLE)),
            text=" ".join(_cut(words, chance, *_TEXT)),
            tags=tuple(chance.choices(tags, k=2)) if tags else (),
        )


def _cut(words: Sequence[str], chance: random.Random, least: int, most: int) -> Sequence[str]:
    size = chance.randint(least, most)
    start = chance.randrange(len(words) - size)
    return words[start : start + size]
