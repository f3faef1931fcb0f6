"""The index is in step with the commons, whatever happens to either."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonsbot.commons.reindex import rebuild
from commonsbot.config.synonyms import general_groups
from commonsbot.domain.audiences import Audience, Reader, may_read
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.records import Record, Whole
from commonsbot.domain.resources import Draft, Status
from commonsbot.domain.rooms import Room
from commonsbot.search.units import How
from commonsbot.store import Store
from commonsbot.store.index import Found, Noun, Request, Scope, key_of
from commonsbot.store.index.postings import PART
from tests.store.conftest import NOW

EVERYBODY = Reader(frozenset())
ANNE = UserId("@anne:example.org")
ROOM = RoomId("!a:example.org")
OTHER = RoomId("!b:example.org")
TITLES = (
    "Budget participatif",
    "Réseaux sociaux : charte",
    "Magazine municipal",
    "Budget primitif",
)


async def share(store: Store, *titles: str) -> list[ResourceId]:
    async with store.transaction() as tx:
        return [
            await tx.resources.add(Draft(title=title, text=""), audience=Audience.NETWORK)
            for title in titles
        ]


async def search(store: Store, query: str, reader: Reader = EVERYBODY) -> Found:
    return await store.read.index.search(query, reader, 10)


def asked(query: str, id: ResourceId, reader: Reader = EVERYBODY) -> tuple[Request, int]:
    return Request(query, Scope(reader=reader)), key_of(Noun.RESOURCE, id)


def tables(path: Path) -> dict[str, list[Sequence[object]]]:
    """All that an index holds, whichever of the two it is; symbols differ, words don't."""
    with closing(sqlite3.connect(path)) as db:
        (number,) = db.execute("SELECT number FROM search_index WHERE serving").fetchone()
        return {
            "words": db.execute(
                f"SELECT word, stem, documents FROM search_{number}_word ORDER BY word"
            ).fetchall(),
            "stems": db.execute(
                f"SELECT stem, documents FROM search_{number}_stem ORDER BY stem"
            ).fetchall(),
            "postings": db.execute(
                f"SELECT stem, hex(p.documents), hex(impacts) FROM search_{number}_stem"
                f" JOIN search_{number}_posting AS p ON p.id / 16777216 = search_{number}_stem.id"
                " ORDER BY stem, p.id"
            ).fetchall(),
            "sums": db.execute(
                "SELECT documents, titles, title_words, themed, theme_words FROM search_index"
                " WHERE serving"
            ).fetchall(),
        }


async def test_a_share_is_found_by_the_next_search_and_gone_by_the_one_after(store: Store) -> None:
    (id,) = await share(store, "Budget participatif")
    assert (await search(store, "budgets")).ids == (id,)
    async with store.transaction() as tx:
        await tx.resources.take_out(id, Status.WITHDRAWN)
    assert not (await search(store, "budgets")).ids


async def test_a_withdrawal_leaves_no_word_of_its_own_behind(tmp_path: Path, store: Store) -> None:
    await share(store, *TITLES[:2])
    before = tables(tmp_path / "commonsbot.db")
    (id,) = await share(store, "Budget confidentiel")
    async with store.transaction() as tx:
        await tx.resources.take_out(id, Status.WITHDRAWN)
    assert tables(tmp_path / "commonsbot.db") == before


async def test_an_index_made_anew_equals_the_one_kept_up(tmp_path: Path, store: Store) -> None:
    await share(store, *TITLES * 3)
    kept = tables(tmp_path / "commonsbot.db")
    assert await rebuild(store) == 12
    assert tables(tmp_path / "commonsbot.db") == kept


async def test_what_a_new_database_takes_in_is_indexed_once(tmp_path: Path, store: Store) -> None:
    await share(store, *TITLES)
    again = await Store.open(tmp_path / "commonsbot.db", lambda: NOW)
    due = await again.read.index.rebuilding.is_due()
    await again.close()
    assert not due


async def test_what_is_shared_and_withdrawn_during_a_rebuilding_is_in_step(
    tmp_path: Path, store: Store
) -> None:
    ids = await share(store, *TITLES)
    async with store.transaction() as tx:
        await tx.index.rebuilding.advance(2)
    (late,) = await share(store, "Affiche du festival")
    async with store.transaction() as tx:
        await tx.resources.take_out(ids[0], Status.REMOVED)
        await tx.resources.take_out(ids[3], Status.REMOVED)
    assert (await search(store, "festival")).ids == (late,), "the old one serves meanwhile"
    assert await rebuild(store) == 3
    assert (await search(store, "festival")).ids == (late,)
    assert not (await search(store, "budget")).ids
    assert await store.read.index.rebuilding.is_sound()


async def test_a_rebuilding_goes_on_after_a_restart(tmp_path: Path, store: Store) -> None:
    await share(store, *TITLES)
    async with store.transaction() as tx:
        assert (await tx.index.rebuilding.advance(3)).done == 3
    again = await Store.open(tmp_path / "commonsbot.db", lambda: NOW)
    async with again.transaction() as tx:
        assert (await tx.index.rebuilding.advance(3)).done == 4
    await again.close()


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM search_1_entry WHERE id = 2",
        "UPDATE search_1_posting SET documents = zeroblob(length(documents))",
        "UPDATE search_index SET documents = documents + 1",
    ],
)
async def test_a_damaged_index_is_noticed_at_start(tmp_path: Path, store: Store, harm: str) -> None:
    await share(store, *TITLES)
    assert await store.read.index.rebuilding.is_sound()
    with closing(sqlite3.connect(tmp_path / "commonsbot.db")) as db, db:
        db.execute(harm)
    assert not await store.read.index.rebuilding.is_sound()
    async with store.transaction() as tx:
        await tx.index.rebuilding.ask()
    await rebuild(store)
    assert await store.read.index.rebuilding.is_sound()


async def test_slips_glued_words_and_beginnings_are_understood(store: Store) -> None:
    ids = await share(store, "Accessibilité numérique", "Une carte OpenStreetMap", "Week-end")
    for query in ("acessibilité", "accessibiltié", "accessibil", "accessiblite"):
        assert (await search(store, query)).ids == (ids[0],), query
    assert (await search(store, "open street map")).ids == (ids[1],)
    assert (await search(store, "weekend")).ids == (ids[2],)
    assert (await search(store, "acessibilité")).repaired == (("acessibilite", "accessibilité"),)


async def test_a_question_is_answered_although_words_are_missing(store: Store) -> None:
    ids = await share(store, *TITLES)
    asked = "Est-ce que quelqu'un aurait un exemple de charte pour un festival ?"
    assert (await search(store, asked)).ids == (ids[1],)


async def test_acronyms_and_what_they_spell_find_one_another(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "synonyms.db", lambda: NOW, general_groups())
    ids = await share(store, "Réseaux sociaux : charte", "Animer nos RS", "Magazine")
    assert set((await search(store, "RS")).ids) == set(ids[:2])
    assert (await search(store, "réseaux sociaux")).ids[0] == ids[0]
    await store.close()


async def test_the_words_of_hidden_resources_are_not_betrayed(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
        hidden = Draft(title="Fusion secrète des budgets", text="")
        await tx.resources.add(hidden, audience=Audience.ROOM, room=ROOM)
    await share(store, "Budget participatif")
    assert not (await search(store, "secrete")).ids
    assert not (await search(store, "fuison")).repaired
    assert (await search(store, "fuison", Reader(frozenset({ROOM})))).repaired


@given(st.text())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_text_is_a_valid_question(store: Store, text: str) -> None:
    if not await store.read.resources.count(EVERYBODY):
        await share(store, *TITLES)
    found = await search(store, text)
    assert len(found.ids) == len(found.scores) and found.total <= len(TITLES)
    for id in found.ids:
        assert await store.read.index.explain(*asked(text, id))


CARDS = st.lists(
    st.tuples(
        st.lists(st.sampled_from("budget budgets vote mairie ecole".split()), min_size=1),
        st.sampled_from(Audience),
        st.sampled_from([ROOM, OTHER, None]),
        st.sampled_from([ANNE, None]),
    ),
    max_size=8,
)


@given(
    CARDS,
    st.sets(st.sampled_from([ROOM, OTHER])),
    st.sampled_from([ANNE, None]),
    st.text("abdegtuvo ", max_size=20),
)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_no_question_finds_what_its_reader_may_not_see(
    store: Store,
    cards: list[tuple[list[str], Audience, RoomId | None, UserId | None]],
    rooms: set[RoomId],
    user: UserId | None,
    typed: str,
) -> None:
    reader = Reader(frozenset(rooms), user)
    allowed: set[ResourceId] = set()
    hidden: set[ResourceId] = set()
    async with store.transaction() as tx:
        for room in (ROOM, OTHER):
            await tx.rooms.join(Room(id=room))
        for words, audience, place, author in cards:
            draft = Draft(title=" ".join(words), text="")
            id = await tx.resources.add(draft, audience=audience, room=place, author=author)
            (allowed if may_read(audience, place, author, reader) else hidden).add(id)
    for query in (typed, "budget", "bugdet vote", "mair"):
        found = await search(store, query, reader)
        assert set(found.ids) <= allowed and found.total <= len(allowed)
        assert allowed or not found.repaired
        for id in hidden:
            assert await store.read.index.explain(*asked(query, id, reader)) is None
    async with store.transaction() as tx:
        for id in allowed | hidden:
            await tx.resources.take_out(id, Status.WITHDRAWN)


async def test_a_result_is_explained(store: Store) -> None:
    (id, *_) = await share(store, "Charte des réseaux sociaux", *TITLES)
    why = await store.read.index.explain(*asked("chartes réseaux festival", id))
    assert why and why.rank == 1 and why.missing == ("festival",)
    assert {(one.typed, one.how) for one in why.reasons} >= {
        (("reseaux",), How.EXACT),
        (("chartes",), How.FORM),
        (("chartes", "reseaux"), How.PAIR),
    }
    assert why.score == pytest.approx((await search(store, "chartes réseaux festival")).scores[0])
    parts = [one.score for one in why.reasons] + [value for _, value in why.bonuses]
    assert why.score == pytest.approx(sum(parts))


async def test_nobody_is_told_why_of_what_they_may_not_see(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
        hidden = Draft(title="Fusion secrète", text="")
        id = await tx.resources.add(hidden, audience=Audience.ROOM, room=ROOM)
    assert await store.read.index.explain(*asked("fusion", id)) is None
    assert await store.read.index.explain(*asked("fusion", id, Reader(frozenset({ROOM}))))


async def test_the_best_documents_of_a_frequent_word_are_found_among_thousands(
    store: Store,
) -> None:
    plain = [Record(title="Rapport annuel", text="le budget y est long " * 5)] * 2 * PART
    best = Record(title="Budget", text="")
    async with store.transaction() as tx:
        await tx.intake.take([Whole(one) for one in (best, *plain)])
    found = await search(store, "budget")
    assert found.ids[0] == 1 and len(found.ids) == 10
    async with store.transaction() as tx:
        await tx.resources.take_out(found.ids[0], Status.WITHDRAWN)
    assert 1 not in (await search(store, "budget")).ids
