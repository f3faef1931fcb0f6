"""Reading ahead of an import: the words of texts and the themes they name, in other processes.

That is most of the work, and needs nothing of the database.
"""

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeAlias

import msgspec

from commonsbot.commons.exchange.reading import Item
from commonsbot.domain.recognition import Recogniser
from commonsbot.domain.records import Whole
from commonsbot.store.index import Words, body_of, words_of

BATCH = 1000
"""Resources prepared, and taken in, together."""

_AHEAD = 3
"""Batches prepared before they are asked for: memory holds no more."""

Prepared: TypeAlias = tuple[Item, Words | None]

_recogniser: list[Recogniser] = []
"""Of a process that prepares."""


async def prepared(
    items: Iterator[Item], recogniser: Recogniser
) -> AsyncIterator[Sequence[Prepared]]:
    """`items` by the batch; a single batch is prepared here."""
    first = list(islice(items, BATCH))
    if len(first) < BATCH:
        yield [_prepare(item, recogniser) for item in first]
        return
    with ProcessPoolExecutor(
        max(1, (os.cpu_count() or 2) - 1),
        mp_context=get_context("spawn"),
        initializer=_learn,
        initargs=(recogniser,),
    ) as processes:
        waiting: deque[asyncio.Future[list[Prepared]]] = deque()
        batch = first
        while batch or waiting:
            if batch:
                loop = asyncio.get_running_loop()
                waiting.append(loop.run_in_executor(processes, _prepare_all, batch))
                batch = list(islice(items, BATCH))
            if len(waiting) > _AHEAD or not batch:
                yield await waiting.popleft()


def _learn(recogniser: Recogniser) -> None:
    _recogniser[:] = [recogniser]


def _prepare_all(items: Sequence[Item]) -> list[Prepared]:
    (recogniser,) = _recogniser
    return [_prepare(item, recogniser) for item in items]


def _prepare(item: Item, recogniser: Recogniser) -> Prepared:
    if not isinstance(item, Whole):
        return item, None
    record = item.record
    if record.number is None:
        # What has a number left a network: what its members took off must not come back.
        record = msgspec.structs.replace(record, recognised=recogniser.of(record.draft))
        item = Whole(record, item.particulars)
    return item, words_of(record.title, body_of(record.text, record.sections.items(), record.files))
