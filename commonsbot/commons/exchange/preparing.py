"""Reading ahead of an import: the words of texts and the themes they name, in other processes.

That is most of the work, and needs nothing of the database.
"""

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
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

_Found: TypeAlias = tuple[tuple[str, ...], Words | None]
"""The themes that were recognised, and the words."""

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
        waiting: deque[tuple[list[Item], asyncio.Future[list[_Found]]]] = deque()
        batch = first
        while batch or waiting:
            if batch:
                loop = asyncio.get_running_loop()
                waiting.append((batch, loop.run_in_executor(processes, _look_into, batch)))
                batch = list(islice(items, BATCH))
            if len(waiting) > _AHEAD or not batch:
                read, found = waiting.popleft()
                yield list(map(_with, read, await found))


def _learn(recogniser: Recogniser) -> None:
    _recogniser[:] = [recogniser]
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    parent = parent_process()
    assert parent, "it was spawned"
    parent.join()
    os._exit(1)


def _look_into(items: Sequence[Item]) -> list[_Found]:
    """In a process that prepares; what was found travels back alone, each word once."""
    (recogniser,) = _recogniser
    return [_found_in(item, recogniser) for item in items]


def _prepare(item: Item, recogniser: Recogniser) -> Prepared:
    return _with(item, _found_in(item, recogniser))


def _found_in(item: Item, recogniser: Recogniser) -> _Found:
    if not isinstance(item, Whole):
        return (), None
    record = item.record
    # What has a number left a network: what its members took off must not come back.
    recognised = recogniser.of(record.draft) if record.number is None else record.recognised
    body = body_of(record.text, record.sections.items(), record.files)
    return recognised, words_of(record.title, body)


def _with(item: Item, found: _Found) -> Prepared:
    recognised, words = found
    if isinstance(item, Whole) and recognised != item.record.recognised:
        record = msgspec.structs.replace(item.record, recognised=recognised)
        item = Whole(record, item.particulars)
    return item, words
