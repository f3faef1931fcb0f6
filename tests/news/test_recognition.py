"""Shapes of real feeds read one after the other: what would be announced each time."""

from dataclasses import replace

import pytest

from commonsbot.domain.ids import NewsId, SourceId
from commonsbot.domain.novelty import Decision, decide
from commonsbot.domain.sightings import Story
from commonsbot.domain.sources import Source, SourceStatus, Validators
from commonsbot.news.parse import Parser

from .conftest import Clock, sample


class Reader:
    """Reads samples as one source and keeps the keys, as the store would."""

    def __init__(self, parser: Parser, clock: Clock) -> None:
        self._parser = parser
        self._clock = clock
        self._known: dict[str, NewsId] = {}
        self._items = 0
        self._stories: list[Story] = []
        self._source = Source(
            id=SourceId(1),
            url="https://www.reseau-comexemple.example.org/rss.xml",
            title="",
            status=SourceStatus.NEW,
            validators=Validators(),
            next_at=clock(),
            failures=0,
            filled=False,
        )

    async def read(self, name: str) -> Decision:
        feed = await self._parser.parse(sample(name), url=self._source.url, content_type="")
        now = self._clock()
        decision = decide(self._source, feed.entries, self._known, self._stories, now)
        for known in decision.known:
            self._learn(known.keys, known.item)
        for one in (*decision.fresh, *(silent for silent, _ in decision.silent)):
            self._items += 1
            self._learn(one.keys, NewsId(self._items))
            self._stories.append(Story(NewsId(self._items), one.entry.title, one.entry.link))
        self._source = replace(self._source, status=SourceStatus.ACTIVE, filled=True, read_at=now)
        return decision

    def _learn(self, keys: tuple[str, ...], item: NewsId) -> None:
        for key in keys:
            self._known.setdefault(key, item)


@pytest.mark.parametrize(
    ("samples", "announced"),
    [
        pytest.param(("10a", "10b"), (0,), id="titles edited"),
        pytest.param(("11a", "11b"), (0,), id="http to https and www"),
        pytest.param(("11a", "11b", "11c", "11d"), (0, 1, 0), id="a slow migration"),
        pytest.param(("11a", "11c"), (1,), id="another site software at once"),
        pytest.param(("11a", "11d"), (1,), id="and all dates reset"),
        pytest.param(("01", "25"), (0,), id="old items back on top"),
        pytest.param(("01", "27b", "27c", "27d", "27e", "01"), (0,) * 5, id="damaged readings"),
        pytest.param(("12c", "12a", "12b", "12d", "12f"), (0,) * 4, id="encodings"),
    ],
)
async def test_only_new_items_are_announced(
    samples: tuple[str, ...], announced: tuple[int, ...], parser: Parser, clock: Clock
) -> None:
    reader = Reader(parser, clock)
    assert not (await reader.read(samples[0])).fresh
    assert tuple([len((await reader.read(name)).fresh) for name in samples[1:]]) == announced


@pytest.mark.parametrize(
    ("name", "items"), [("09", 6), ("24", 1), ("11a", 20), ("06", 10), ("16a", 8)]
)
async def test_items_are_told_apart(name: str, items: int, parser: Parser, clock: Clock) -> None:
    reader = Reader(parser, clock)
    assert len((await reader.read(name)).silent) == items
    again = await reader.read(name)
    assert (len(again.fresh), len(again.silent), len(again.known)) == (0, 0, items)


async def test_another_feed_at_the_same_address_is_held(parser: Parser, clock: Clock) -> None:
    reader = Reader(parser, clock)
    await reader.read("02")
    decision = await reader.read("11a")
    assert decision.held
    assert not decision.fresh
