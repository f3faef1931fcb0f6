"""The query language, as phones type it."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.facets import Body, Budget, Channel, Population
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Kind
from commonsbot.search.criteria import (
    Before,
    By,
    Costing,
    Criterion,
    Filter,
    FromBody,
    InRoom,
    OfKind,
    OfSize,
    OfTheme,
    Order,
    Place,
    Since,
    Through,
    Tried,
    Under,
)
from commonsbot.search.query import LONGEST, Query, read_query
from commonsbot.search.query_pieces import Trouble

TODAY = date(2026, 11, 24)
SMALL = OfSize(frozenset({Population.UNDER_2K, Population.UNDER_10K}))


def read(text: str) -> Query:
    return read_query(text, TODAY)


def criteria(text: str) -> list[Criterion]:
    return [one.criterion for one in read(text).filters]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("#IA", OfTheme("IA")),
        ("thème : falc", OfTheme("falc")),
        ("type:outil", OfKind(Kind.TOOL)),
        ("Type : Outils", OfKind(Kind.TOOL)),
        ("tipe:outil", OfKind(Kind.TOOL)),
        ("type: retour d’expérience", OfKind(Kind.EXPERIENCE)),
        ("type:“retour d'expérience”", OfKind(Kind.EXPERIENCE)),
        ("kind:tool", OfKind(Kind.TOOL)),
        ("de:@anne", By("@anne")),
        ("DE : anne", By("anne")),
        ("from:anne", By("anne")),
        ("de:@anne.martin:example.org", By("@anne.martin:example.org")),
        ("de:moi", By("")),
        ("de: « anne martin »", By("anne martin")),
        ("salon:ici", InRoom("")),
        ("room:here", InRoom("")),
        ('salon:"Aide com"', InRoom("Aide com")),
        ("depuis:2025-03", Since(date(2025, 3, 1))),
        ("depuis : mars 2025", Since(date(2025, 3, 1))),
        ("depuis:03/2025", Since(date(2025, 3, 1))),
        ("depuis:fevrier", Since(date(2026, 2, 1))),
        ("depuis:décembre", Since(date(2025, 12, 1))),
        ("depuis:hier", Since(date(2026, 11, 23))),
        ("depuis:3 mois", Since(date(2026, 8, 26))),
        ("since:last month", Since(date(2026, 10, 1))),
        ("après:2024", Since(date(2025, 1, 1))),
        ("avant:12/03/2025", Before(date(2025, 3, 12))),
        ("before:March 2025", Before(date(2025, 3, 1))),
        ("jusqu'à:2024", Before(date(2025, 1, 1))),
        ("licence:etalab", Under(frozenset({Licence.OPEN_LICENCE}))),
        ("licence : CC BY-SA", Under(frozenset({Licence.CC_BY_SA}))),
        ("teste:oui", Tried(True)),
        ("tested: no", Tried(False)),
        ("<10000 habitants", SMALL),
        ("< 10 000 hab.", SMALL),
        ("moins de 10 000 habitants", SMALL),
        ("habitants:<10000", SMALL),
        ("chez:hopital", FromBody(Body.HOSPITAL)),
        ("budget:sans", Costing(frozenset({Budget.NONE}))),
        ("<1000 €", Costing(frozenset({Budget.NONE, Budget.UNDER_1K}))),
        ("canal:vidéo", Through(Channel.VIDEO)),
    ],
)
def test_a_filter_is_read_however_it_is_typed(typed: str, meant: Criterion) -> None:
    for text in (typed, f"charte {typed}", f"{typed} charte"):
        query = read(text)
        assert [one.criterion for one in query.filters] == [meant], text
        assert query.words in ("", "charte") and not query.remarks


def test_free_licences_are_all_the_open_ones() -> None:
    (free,) = criteria("licence:libre")
    assert free == Under(frozenset(licence for licence in Licence if licence.is_open))
    assert criteria("license:open") == [free]


def test_a_year_or_a_month_alone_is_a_period() -> None:
    assert criteria("date:2025") == [Since(date(2025, 1, 1)), Before(date(2026, 1, 1))]


@pytest.mark.parametrize("quotes", ['""', "“”", "«»", "„“", '”"'])
def test_phrases_have_any_quotes(quotes: str) -> None:
    query = read(f"voter {quotes[0]} budget participatif {quotes[1]}")
    assert query.phrases == ("budget participatif",)
    assert query.words == "voter budget participatif"


def test_what_follows_a_minus_is_left_out() -> None:
    query = read("e-mail - charte -facebook −#ia –type:outil -« vote en ligne » sauf de:anne")
    assert query.words == "e-mail charte"
    assert query.without == ("facebook",) and query.without_phrases == ("vote en ligne",)
    assert [one.negated for one in query.filters] == [True] * 3
    assert read("sauf le dimanche").words == "sauf le dimanche"


def test_a_kind_of_body_filters_beside_another_filter_only() -> None:
    assert criteria("#ia commune") == [OfTheme("ia"), FromBody(Body.COMMUNE)]
    beside = [FromBody(Body.COMMUNE), SMALL]
    assert criteria("budget participatif commune <10000 habitants") == beside
    assert criteria("commune de moins de 10 000 habitants") == beside
    assert read("commune de moins de 10 000 habitants").words == ""
    assert read("commune nouvelle") == Query(typed="commune nouvelle", words="commune nouvelle")
    assert read("type:outil ville intelligente").words == "ville intelligente"


def test_where_and_in_which_order_to_search() -> None:
    assert read("dans:actus vélo").place is read("in:news bike").place is Place.NEWS
    assert read("type:actu").place is Place.NEWS
    assert read("dans : fiches").place is Place.RESOURCES
    assert read("tri:date").order is read("sort : newest").order is Order.NEWEST
    assert read("tri:ancien").order is Order.OLDEST


def test_a_last_word_asks_why() -> None:
    assert read("charte pourquoi ?").explained and read("charte why").explained
    assert read("pourquoi voter").words == "pourquoi voter"
    assert not read("pourquoi").explained


def test_what_is_not_understood_is_said_and_searched() -> None:
    query = read("type:licorne budget")
    assert query.words == "licorne budget"
    (remark,) = query.remarks
    assert (remark.trouble, remark.name, remark.value) == (Trouble.VALUE, "type", "licorne")
    assert read("foo:bar").words == "foo bar"
    assert read("foo:bar").remarks[0].trouble is Trouble.FIELD
    assert read("depuis:2025-13").remarks and read("avant:31/02/2025").remarks
    assert read("type:").remarks[0].trouble is Trouble.NOTHING
    assert read("budget : participatif").words == "budget participatif"


def test_prose_stays_prose() -> None:
    for text in (
        "Voter à 10:30",
        "https://exemple.org/a:b",
        "Élections 2026 : communiquer sobrement",
    ):
        query = read(text)
        assert not query.filters and not query.remarks, text
    assert read("https://exemple.org/a:b").words == "https://exemple.org/a:b"


@pytest.mark.parametrize("typed", ["-", "- -", "« »", "…", '"', "#", "<", ":", "!!!"])
def test_nothing_to_search_is_empty(typed: str) -> None:
    assert read(typed).is_empty or read(typed).words.strip("!:#<") == ""


ODD = st.text(
    st.sampled_from("a é1:-#\"«»“<>€.,/@!?_’'\u00a0type deavntri:ouimars2025"), max_size=60
)


@given(st.one_of(st.text(), ODD))
def test_any_text_is_a_query(text: str) -> None:
    query = read(text)
    assert query.typed == " ".join(text.split())[:LONGEST].rstrip()
    assert all(isinstance(one, Filter) for one in query.filters)
    assert read_query(query.words, TODAY) is not None


@given(st.integers(0, 10**30), st.sampled_from(["habitants", "€", "k€", "millions d'habitants"]))
def test_any_number_is_an_amount_or_a_word(number: int, unit: str) -> None:
    assert read(f"<{number} {unit}") and read(f"habitants:{number} budget:{number}")


@pytest.mark.parametrize("part", ['"', "«a ", "a:", "de:", "-", "#a", "<1 ", "depuis:mars ", "x "])
def test_a_message_of_any_length_is_read_at_once(part: str) -> None:
    start = perf_counter()
    read(part * 20_000)
    assert perf_counter() - start < 1
