"""What was tried, thanked for and is recent wins near ties, and nothing more."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.search.boost import Bonus, Merit, Rated, boosted

OLD = timedelta(days=3000)


def test_equals_are_settled_by_what_members_made_of_them() -> None:
    tried, plain = Merit(2, 0, OLD), Merit(0, 0, OLD)
    ranked = boosted([Rated(1, 5.0, plain.bonus, False), Rated(2, 5.0, tried.bonus, False)])
    assert [key for key, _ in ranked] == [2, 1]


@pytest.mark.parametrize(
    ("merit", "bonuses"),
    [
        (Merit(0, 0, OLD), set()),
        (Merit(1, 0, OLD), {Bonus.TRIED}),
        (Merit(0, 3, OLD), {Bonus.THANKED}),
        (Merit(0, 0, timedelta(days=2)), {Bonus.RECENT}),
        (Merit(9, 9, -timedelta(days=1)), set(Bonus)),
    ],
)
def test_each_merit_is_told(merit: Merit, bonuses: set[Bonus]) -> None:
    assert set(merit.bonuses()) == bonuses
    assert merit.bonus <= 0.1


RATED = st.lists(
    st.tuples(st.floats(0.1, 50), st.floats(0, 0.1), st.booleans()), min_size=1, max_size=12
)


@given(RATED)
def test_merits_never_bury_the_very_words_of_the_question(
    drawn: list[tuple[float, float, bool]],
) -> None:
    order = sorted(drawn, reverse=True)
    rated = [Rated(n, *values) for n, values in enumerate(order)]
    places = {key: place for place, (key, _) in enumerate(boosted(rated))}
    for exact in (one for one in rated if one.is_exact):
        for other in rated[exact.key + 1 :]:
            assert other.is_exact or places[exact.key] < places[other.key]


@given(RATED)
def test_a_much_better_answer_stays_first(drawn: list[tuple[float, float, bool]]) -> None:
    order = sorted(drawn, reverse=True)
    best, *others = (Rated(n, *values) for n, values in enumerate(order))
    far = [other for other in others if other.score * 1.1 < best.score]
    assert boosted([best, *far])[0][0] == best.key
