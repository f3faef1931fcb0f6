"""What is new in a reading, on made-up entries; on real shapes of feeds see tests/news."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.ids import NewsId, SourceId
from commonsbot.domain.news import Entry, Fate
from commonsbot.domain.novelty import Decision
from commonsbot.domain.novelty import decide as decide_with
from commonsbot.domain.sightings import Story, keys, near, sightings
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
    read_at=NOW - timedelta(hours=1),
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


def decide(
    source: Source,
    entries: Sequence[Entry],
    known: Mapping[str, NewsId],
    now: datetime,
    recent: Sequence[Story] = (),
) -> Decision:
    return decide_with(source, entries, known, recent, now)


def known_after(*entries: Entry) -> dict[str, NewsId]:
    return {
        key: NewsId(number) for number, one in enumerate(sightings(entries), 1) for key in one.keys
    }


def fresh(decision: Decision) -> list[Entry]:
    return [one.entry for one in decision.fresh]


def test_the_first_reading_is_silent() -> None:
    decision = decide(UNREAD, [entry(n) for n in range(12)], {}, NOW)
    assert (len(decision.fresh), len(decision.silent), decision.held) == (0, 12, 0)
    assert {fate for _, fate in decision.silent} == {Fate.FIRST}


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
        assert decision.known[0].item == 1
        assert decision.known[0].entry == changed
        assert set(keys(changed)) <= set(decision.known[0].keys)
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
    assert [(one.entry, fate) for one, fate in decision.silent] == [(old, Fate.STALE)]


def test_an_old_item_is_new_after_a_longer_absence() -> None:
    back = replace(SOURCE, read_at=NOW - timedelta(days=90))
    old = entry(1, published_at=NOW - timedelta(days=61))
    assert fresh(decide(back, [old, entry(2)], known_after(entry(2)), NOW)) == [old]


def undated(*numbers: int) -> list[Entry]:
    return [entry(n, published_at=None) for n in numbers]


def test_a_flood_is_held() -> None:
    for entries in (undated(*range(10)), [entry(n) for n in range(5, 15)]):
        decision = decide(SOURCE, entries, {}, NOW)
        assert (decision.fresh, len(decision.silent), decision.held) == ((), 10, 10)


def test_what_was_published_since_the_last_reading_is_no_flood() -> None:
    entries = [entry(n, published_at=NOW - timedelta(minutes=n)) for n in range(10)]
    decision = decide(SOURCE, entries, {}, NOW)
    assert (len(decision.fresh), decision.held) == (10, 0)


def test_of_a_flood_only_what_is_not_shown_to_be_new_is_held() -> None:
    new = entry(99, published_at=NOW)
    decision = decide(SOURCE, [new, *undated(*range(10))], {}, NOW)
    assert (fresh(decision), decision.held) == ([new], 10)


def test_what_came_while_the_bot_was_stopped_is_no_flood() -> None:
    back = replace(SOURCE, read_at=NOW - timedelta(hours=4))
    decision = decide(back, undated(*range(10)), {}, NOW)
    assert (len(decision.fresh), decision.held) == (10, 0)


def test_a_busy_day_is_no_flood() -> None:
    entries = undated(*range(25))
    assert len(decide(SOURCE, entries, known_after(*entries[20:]), NOW).fresh) == 20
    assert decide(SOURCE, entries, known_after(*entries[21:]), NOW).held == 21


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


def test_an_item_that_took_other_keys_is_known_by_nearly_its_title() -> None:
    story = Story(NewsId(7), "Rennes ouvre une maison de l'eau", "https://example.org/old")
    moved = Entry(id="x", title="Rennes ouvre sa Maison de l’eau", link="https://example.org/new")
    decision = decide(SOURCE, [moved], {}, NOW, [story])
    assert not decision.fresh
    assert (decision.known[0].item, decision.known[0].entry) == (7, moved)


def test_two_items_that_are_there_together_are_two_however_alike() -> None:
    one = entry(1, title="Rennes ouvre une maison de l'eau")
    other = entry(2, title="Rennes ouvre sa maison de l'eau")
    story = Story(NewsId(1), one.title, one.link)
    assert fresh(decide(SOURCE, [other, one], known_after(one), NOW, [story])) == [other]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("rennes ouvre une maison de l eau", "rennes ouvre sa maison de l eau", True),
        ("la ville recrute un charge de mission", "la ville recrute une chargee de mission", True),
        ("rennes recrute un charge de mission", "nantes recrute un charge de mission", False),
        ("appel d offres lot 2 imprimerie", "appel d offres lot 3 imprimerie", False),
        ("assises de la presse volet ii", "assises de la presse volet iii", False),
        ("ouverture de la piscine d ete", "fermeture de la piscine d ete", False),
        ("en bref", "en bref", False),
    ],
)
def test_titles_are_near_but_for_little_words_and_endings(one: str, other: str, same: bool) -> None:
    assert near(one, other) == near(other, one) == same


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
    known = {key: NewsId(n) for n, (one, _) in enumerate(first.silent, 1) for key in one.keys}
    again = decide(SOURCE, entries, known, NOW)
    assert not again.fresh
    assert not again.silent


@given(ENTRIES)
def test_every_entry_finds_its_place(entries: list[Entry]) -> None:
    decision = decide(SOURCE, entries, {}, NOW)
    silent = [one for one, _ in decision.silent]
    kept = {key for one in (*decision.fresh, *silent) for key in one.keys}
    assert all(set(one.keys) <= kept for one in sightings(entries))
