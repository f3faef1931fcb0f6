"""Filters in SQL: each lets through what it says, and nothing a reader may not see."""

from datetime import UTC

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonsbot.commons.finding import Asker, find, news_beside
from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.facets import Body, Budget, Channel, Facets, Population
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.news import Entry
from commonsbot.domain.resources import Draft, Kind
from commonsbot.domain.rooms import Room
from commonsbot.domain.trials import Outcome, Report
from commonsbot.search.query import read_query
from commonsbot.store import Store
from tests.store.conftest import NOW

ANNE = UserId("@anne.martin:example.org")
BRUNO = UserId("@bruno:example.org")
OPEN = RoomId("!open:example.org")
CLOSED = RoomId("!closed:example.org")
DAY = NOW.date()

COMMUNE = Facets(
    body=Body.COMMUNE,
    population=Population.UNDER_10K,
    budget=Budget.NONE,
    channel=Channel.VIDEO,
)


async def fill(store: Store) -> dict[str, ResourceId]:
    """« commune » by Anne in the open room, « outil » by Bruno, « secret » in the closed one."""
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=OPEN, name="Entraide Élus"))
        await tx.rooms.join(Room(id=CLOSED, name="Conseil"))
        add = tx.resources.add
        ids = {
            "commune": await add(
                Draft(
                    title="Charte des votes",
                    text="Le budget de la ville\nva aux écoles",
                    themes=("vote",),
                    kind=Kind.EXPERIENCE,
                    licence=Licence.CC_BY,
                    facets=COMMUNE,
                ),
                audience=Audience.NETWORK,
                author=ANNE,
                room=OPEN,
            ),
            "outil": await add(
                Draft(title="Charte : outil libre", text="Budget, ville", kind=Kind.TOOL),
                audience=Audience.NETWORK,
                author=BRUNO,
            ),
            "secret": await add(
                Draft(title="Charte secrète", text="", themes=("fusion",)),
                audience=Audience.ROOM,
                author=BRUNO,
                room=CLOSED,
            ),
        }
        await tx.trials.put(ids["commune"], BRUNO, Report(outcome=Outcome.ADOPTED), EventId("$1"))
        for room, title in ((OPEN, "Charte des actualités"), (CLOSED, "Charte confidentielle")):
            source = await tx.sources.add(f"https://example.org/{room}", None)
            await tx.followings.add(source.id, room, None)
            entry = Entry(id=title, title=title, link="https://example.org", summary="Budget")
            await tx.news.add(source.id, entry)
    return ids


def asker(*rooms: RoomId) -> Asker:
    return Asker(Reader(frozenset(rooms)), ANNE, OPEN, UTC)


async def found(store: Store, typed: str, *rooms: RoomId) -> set[str]:
    outcome = await find(store.read, read_query(typed, DAY), asker(*(rooms or (OPEN,))), 50)
    assert len(outcome.found.keys) == outcome.found.total
    resources = await store.read.resources.several(outcome.found.ids, asker(OPEN, CLOSED).reader)
    news = await store.read.news.several(outcome.found.news, asker(OPEN, CLOSED).reader)
    return {one.title for one in resources} | {one.title for one in news}


NAMES = {"commune": "Charte des votes", "outil": "Charte : outil libre"}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("#vote", "commune"),
        ("-#vote", "outil"),
        ("type:outil", "outil"),
        ("sauf type:outil", "commune"),
        ("de:@anne.martin:example.org", "commune"),
        ("de:anne", "commune"),
        ("de:Martin", "commune"),
        ("de:moi", "commune"),
        ("de:bruno", "outil"),
        ("salon:ici", "commune"),
        ("salon:élus", "commune"),
        ("licence:libre", "commune"),
        ("licence:cc-by", "commune"),
        ("testé:oui", "commune"),
        ("testé:non", "outil"),
        ("<10000 habitants", "commune"),
        ("chez:commune canal:vidéo budget:sans", "commune"),
        ("-chez:commune", "outil"),
        ("depuis:aujourd'hui", "commune outil"),
        ("depuis:2020 avant:2100", "commune outil"),
        ("avant:2020", ""),
        ("-libre", "commune"),
        ("charte -vote", "outil"),
        ("charte -libre -votes", ""),
        ('"budget de la ville"', "commune"),
        ('"BUDGET ville"', "outil"),
        ('-"outil libre" charte', "commune"),
        ('"ville va"', "commune outil"),
    ],
)
async def test_each_filter_lets_through_what_it_says(store: Store, typed: str, names: str) -> None:
    await fill(store)
    titles = {NAMES[name] for name in names.split()}
    for text in (typed, f"charte {typed}"):
        assert await found(store, text) == titles, text


async def test_a_phrase_that_stands_nowhere_is_loosened_and_said(store: Store) -> None:
    await fill(store)
    outcome = await find(store.read, read_query('"votes ville"', DAY), asker(OPEN), 5)
    assert outcome.loosened and outcome.found.ids == (1,)


async def test_names_that_nothing_visible_has_become_words(store: Store) -> None:
    await fill(store)
    for typed in ("#fusion", "de:zoé", "salon:conseil"):
        outcome = await find(store.read, read_query(f"{typed} outil", DAY), asker(OPEN), 5)
        assert len(outcome.unknown) == 1 and outcome.found.total == 1, typed
    inside = await find(store.read, read_query("#fusion", DAY), asker(CLOSED), 5)
    assert not inside.unknown and inside.found.total == 1


async def test_news_are_those_that_the_rooms_of_the_reader_follow(store: Store) -> None:
    await fill(store)
    assert await found(store, "dans:actus charte") == {"Charte des actualités"}
    assert await found(store, "dans:actus") == {"Charte des actualités"}
    assert await found(store, "dans:actus salon:ici") == {"Charte des actualités"}
    assert not await found(store, "dans:actus salon:conseil", RoomId("!other:example.org"))
    assert not await found(store, "dans:actus type:outil")
    mixed = await found(store, "dans:tout charte")
    assert mixed == {*NAMES.values(), "Charte des actualités"}
    outcome = await find(store.read, read_query("charte", DAY), asker(OPEN), 5)
    assert len((await news_beside(store.read, outcome, 5)).news) == 1


async def test_pages_follow_one_another_by_date(store: Store) -> None:
    await fill(store)
    asked = read_query("tri:ancien -libre -votes -secrète charte dans:tout", DAY)
    assert (await find(store.read, asked, asker(OPEN, CLOSED), 1, 1)).found.total == 2
    everything = read_query("dans:fiches", DAY)
    first = await find(store.read, everything, asker(OPEN), 1)
    second = await find(store.read, everything, asker(OPEN), 1, 1)
    assert first.found.ids + second.found.ids == (2, 1) and first.found.total == 2


ODD = st.text(st.sampled_from("a é1:-#\"«»<,@'type deavntri:ouicharte budget 2025"), max_size=40)


@given(st.one_of(st.text(max_size=40), ODD))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_no_query_shows_or_counts_what_its_reader_may_not_see(
    store: Store, typed: str
) -> None:
    if not await store.read.resources.count(Reader(frozenset())):
        await fill(store)
    for text in (typed, f"charte {typed}", f"dans:tout {typed}"):
        assert await found(store, text) <= {*NAMES.values(), "Charte des actualités"}
