"""What is new in a reading, on made-up entries; on real shapes of feeds see tests/news."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.ids import NewsId, SourceId
from commonsbot.domain.news import Decision, Entry, decide, keys, sightings
from commonsbot.domain.sources import Source, SourceStatus, Validators

NOW = datetime(2026, 9, 22, tzinfo=UTC)
SOURCE = Source(
    id=SourceId(1),
    url="https://example.org/rss.xml",
    title="Exemple",
    status=SourceStatus.ACTIVE,
    validators=Validators(),
    next_at=NOW,
    failures=0,
    filled=True,
)
UNREAD = replace(SOURCE, status=SourceStatus.NEW, filled=False)


def entry(number: int, **changes: object) -> Entry:
    made = Entry(
        id=f"id-{number}",
        title=f"Le titre de l'article numéro {number}",
        link=f"https://www.example.org/articles/{number}-article-{number}",
        published_at=NOW - timedelta(hours=number),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def known_after(*entries: Entry) -> dict[str, NewsId]:
    return {
        key: NewsId(number) for number, one in enumerate(sightings(entries), 1) for key in one.keys
    }


def fresh(decision: Decision) -> list[Entry]:
    return [one.entry for one in decision.fresh]


def test_the_first_reading_is_silent() -> None:
    decision = decide(UNREAD, [entry(n) for n in range(12)], {}, NOW)
    assert (len(decision.fresh), len(decision.silent), decision.flooded) == (0, 12, False)


def test_an_item_is_new_once() -> None:
    old, new = entry(1), entry(2)
    assert fresh(decide(SOURCE, [new, old], known_after(old), NOW)) == [new]
    assert decide(SOURCE, [new, old], known_after(old, new), NOW).fresh == ()


def test_a_feed_that_was_empty_announces_its_first_item() -> None:
    emptied = replace(SOURCE, filled=False)
    assert fresh(decide(emptied, [entry(1)], {}, NOW)) == [entry(1)]


def test_any_known_key_makes_an_item_known_and_the_others_are_learnt() -> None:
    old = entry(1)
    moved = replace(old, id="other", link="https://new.example/node/7?utm_source=rss")
    renamed = replace(old, title="Un tout autre titre pour cet article")
    readdressed = replace(old, id="other", link="http://example.org/articles/1-article-1/#a")
    known = known_after(old)
    for changed in (renamed, readdressed):
        decision = decide(SOURCE, [changed, entry(2)], known, NOW)
        assert fresh(decision) == [entry(2)]
        assert decision.known[0][0] == 1
        assert set(keys(changed)) <= set(decision.known[0][1])
    assert moved in fresh(decide(SOURCE, [moved, entry(2)], known, NOW))


def test_an_id_that_several_items_bear_names_none_of_them() -> None:
    entries = [entry(n, id="0") for n in range(4)]
    known = known_after(*entries[:3])
    assert fresh(decide(SOURCE, entries, known, NOW)) == entries[3:]


def test_a_link_that_several_titles_share_names_none_of_them() -> None:
    home = "https://example.org/actualites"
    entries = [entry(n, id="", link=home) for n in range(3)]
    assert fresh(decide(SOURCE, entries, known_after(*entries[:2]), NOW)) == entries[2:]


def test_one_item_given_twice_is_announced_once() -> None:
    twice = [entry(1, id=""), entry(1, id="", link=entry(1).link + "?utm_source=rss")]
    assert len(decide(SOURCE, twice, {}, NOW).fresh) == 1


def test_titles_alone_do_not_make_items_the_same() -> None:
    agenda = [
        entry(n, id="", title="L'agenda de la semaine", link=f"https://example.org/agenda?id={n}")
        for n in (1, 2)
    ]
    assert fresh(decide(SOURCE, agenda, known_after(agenda[0]), NOW)) == agenda[1:]


def test_an_entry_without_id_nor_link_is_known_by_its_words() -> None:
    bare = Entry(id="", title="Brève", link="", summary="Deux mots")
    assert keys(bare)[0].startswith("h:")
    assert decide(SOURCE, [bare], known_after(bare), NOW).fresh == ()


def test_old_items_that_come_back_are_kept_in_silence() -> None:
    old = entry(1, published_at=NOW - timedelta(days=61))
    decision = decide(SOURCE, [old, entry(2)], {}, NOW)
    assert [one.entry for one in decision.silent] == [old]


def test_a_flood_is_held() -> None:
    decision = decide(SOURCE, [entry(n) for n in range(10)], {}, NOW)
    assert (decision.fresh, len(decision.silent), decision.flooded) == ((), 10, True)


def test_a_busy_day_is_no_flood() -> None:
    entries = [entry(n) for n in range(25)]
    assert len(decide(SOURCE, entries, known_after(*entries[12:]), NOW).fresh) == 12
    assert decide(SOURCE, entries, known_after(*entries[13:]), NOW).flooded


def test_a_move_to_other_paths_and_ids_is_recognised_by_titles() -> None:
    old = [entry(n) for n in range(20)]
    moved = [
        replace(one, id=f"node/{n}", link=f"https://example.org/node/{n + 900}")
        for n, one in enumerate(old)
    ]
    new = entry(50)
    decision = decide(SOURCE, [new, *moved], known_after(*old), NOW)
    assert fresh(decision) == [new]
    assert len(decision.known) == 20


ENTRIES = st.lists(
    st.builds(
        Entry,
        id=st.sampled_from(["", "0", "a", "b", "c at http://www.x.example", "https://x.example/1"]),
        title=st.sampled_from(["", "Court", "Un titre assez long", "Un autre titre assez long"]),
        link=st.sampled_from(
            ["", "https://x.example/", "https://x.example/1", "http://www.x.example/1/", "javas:"]
        )
        | st.text(max_size=20),
        summary=st.text(max_size=10),
        published_at=st.none() | st.just(NOW) | st.just(NOW - timedelta(days=90)),
    ),
    max_size=15,
)


@given(ENTRIES)
def test_what_was_kept_is_never_announced_later(entries: list[Entry]) -> None:
    first = decide(UNREAD, entries, {}, NOW)
    known = {key: NewsId(n) for n, one in enumerate(first.silent, 1) for key in one.keys}
    again = decide(SOURCE, entries, known, NOW)
    assert not again.fresh
    assert not again.silent


@given(ENTRIES)
def test_every_entry_finds_its_place(entries: list[Entry]) -> None:
    decision = decide(SOURCE, entries, {}, NOW)
    kept = {key for one in (*decision.fresh, *decision.silent) for key in one.keys}
    assert all(set(one.keys) <= kept for one in sightings(entries))
