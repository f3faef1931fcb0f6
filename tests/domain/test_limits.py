"""However many ask, each gets their share, one sentence and no more."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.limits import WINDOW, Flood, Verdict, is_blocked, people_named

START = datetime(2026, 11, 24, 10, tzinfo=UTC)
STEPS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("xy"), st.integers(0, 40)), max_size=80
)


@given(STEPS, st.integers(1, 6), st.integers(1, 9))
def test_nobody_is_served_more_than_the_limits_in_any_window(
    steps: list[tuple[str, str, int]], member: int, room: int
) -> None:
    flood, now = Flood(), START
    served: list[tuple[str, str, datetime]] = []
    for who, where, wait in steps:
        now += timedelta(seconds=wait)
        mine = [at for user, _, at in served if user == who and at > now - WINDOW]
        here = [at for _, place, at in served if place == where and at > now - WINDOW]
        verdict = flood.admit(now, (who, member), (where, room))
        fits = len(mine) < member and len(here) < room
        assert (verdict is Verdict.SERVE) is fits
        if fits:
            served.append((who, where, now))


@given(st.integers(1, 20), st.integers(0, 50))
def test_a_flood_hears_one_sentence(limit: int, more: int) -> None:
    flood = Flood()
    verdicts = [flood.admit(START, ("a", limit)) for _ in range(limit + more)]
    assert verdicts.count(Verdict.SAY_SO) == min(1, more)
    assert verdicts[:limit] == [Verdict.SERVE] * limit


def test_after_a_quiet_window_all_is_as_before_and_nothing_is_kept() -> None:
    flood = Flood()
    for _ in range(5):
        flood.admit(START, ("a", 2))
    assert flood.admit(START + WINDOW, ("b", 2)) is Verdict.SERVE
    assert set(flood._recent) == {"b"}
    assert flood.admit(START + WINDOW, ("a", 2)) is Verdict.SERVE


@pytest.mark.parametrize(
    ("host", "blocked"),
    [
        ("pub.example", True),
        ("www.pub.example", True),
        ("a.b.pub.example.", True),
        ("PUB.example", True),
        ("repub.example", False),
        ("pub.example.org", False),
        ("example", False),
        ("", False),
    ],
)
def test_a_domain_blocks_what_is_under_it_and_nothing_beside(host: str, blocked: bool) -> None:
    assert is_blocked(host, frozenset({"pub.example"})) is blocked


def test_people_are_counted_by_identifier() -> None:
    assert people_named("@anne:example.org et https://matrix.to/#/@bruno:example.org !") == 2
    assert people_named("écrivez à anne@example.org, @anne ou bien @ville") == 0
