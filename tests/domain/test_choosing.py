"""A letter tells a little, from many people, and never the same old thing twice."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.audiences import Audience
from commonsbot.domain.choosing import (
    Candidate,
    diverse,
    most_helpful,
    rediscovered,
    resource_traits,
    themes_of_talk,
)
from commonsbot.domain.contents import Reason
from commonsbot.domain.facets import Body, Facets
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Kind, Resource, Status

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def resource(id: int, author: str = "anne", **facts: object) -> Resource:
    base = Resource(
        id=ResourceId(id),
        title=f"Fiche {id}",
        text="",
        links=(),
        themes=(),
        kind=Kind.TIP,
        audience=Audience.NETWORK,
        status=Status.PUBLISHED,
        author=UserId(f"@{author}:example.org"),
        room=None,
        event=None,
        created_at=NOW,
        updated_at=NOW,
        licence=Licence.NETWORK,
    )
    return replace(base, **facts)  # type: ignore[arg-type]


shared = st.builds(
    resource,
    st.integers(1, 500),
    st.sampled_from(["anne", "bruno", "claire", "denis", "emma", "fanny"]),
    themes=st.lists(st.sampled_from(["ia", "presse", "web", "falc"]), max_size=3).map(tuple),
    facets=st.builds(Facets, body=st.none() | st.sampled_from(Body)),
    text=st.text(max_size=90),
)
weeks = st.lists(shared, max_size=40, unique_by=lambda one: one.id)


@given(weeks, st.integers(0, 20))
def test_no_author_comes_again_while_another_has_not_come(week: list[Resource], most: int) -> None:
    chosen = diverse(week, most, resource_traits)
    assert len(chosen) == min(most, len(week))
    assert len({one.id for one in chosen}) == len(chosen)
    shares, left = Counter(one.author for one in chosen), Counter(one.author for one in week)
    for author, count in shares.items():
        for other, all_of_theirs in left.items():
            assert count <= shares[other] + 1 or shares[other] == all_of_theirs, (author, other)


@given(weeks)
def test_the_choice_is_always_the_same_one(week: list[Resource]) -> None:
    assert diverse(week, 5, resource_traits) == diverse(list(week), 5, resource_traits)


@given(weeks, st.integers(1, 20))
def test_a_longer_choice_begins_with_the_shorter_one(week: list[Resource], most: int) -> None:
    longer = diverse(week, most + 1, resource_traits)
    assert diverse(week, most, resource_traits) == longer[:most]


def test_of_one_author_what_says_something_and_helped_comes_first() -> None:
    said = "Nous avons retiré deux panneaux sur trois, et personne ne s'est perdu depuis."
    brief, long, loved = resource(1), resource(2, text=said), resource(3, text=said, thanks=2)
    chosen = diverse(most_helpful([brief, long, loved]), 3, resource_traits)
    assert [one.id for one in chosen] == [3, 2, 1]


def test_of_equal_cards_other_bodies_and_other_themes_come_first() -> None:
    commune, museum = Facets(body=Body.COMMUNE), Facets(body=Body.MUSEUM)
    week = [
        resource(1, "anne", facets=commune, themes=("ia",)),
        resource(2, "bruno", facets=commune, themes=("web",)),
        resource(3, "claire", facets=museum, themes=("ia",)),
        resource(4, "denis", facets=museum, themes=("presse",)),
    ]
    assert [one.id for one in diverse(week, 2, resource_traits)] == [1, 4]


def test_the_talk_of_the_week_is_what_most_cards_are_about() -> None:
    week = [resource(1, themes=("ia", "web")), resource(2, themes=("web",)), resource(3)]
    assert themes_of_talk(week) == [("web", 2), ("ia", 1)]


candidates = st.lists(
    st.builds(
        Candidate,
        resource=st.builds(resource, st.integers(1, 60), thanks=st.integers(0, 5)),
        seasonal=st.booleans(),
        theme=st.sampled_from(["", "presse"]),
    ),
    max_size=20,
    unique_by=lambda one: one.resource.id,
)


@given(candidates, st.sets(st.integers(1, 60).map(ResourceId)))
def test_what_is_excluded_is_never_brought_up_again(
    older: list[Candidate], excluded: set[ResourceId]
) -> None:
    found = rediscovered(older, excluded)
    left = {one.resource.id for one in older} - excluded
    assert (found is None) == (not left)
    assert found is None or found.resource.id in left


def test_the_season_wins_over_the_talk_and_thanks_decide_between_equals() -> None:
    talk = Candidate(resource=resource(1, thanks=9), theme="presse")
    cold = Candidate(resource=resource(2), seasonal=True)
    warm = Candidate(resource=resource(3, thanks=1), seasonal=True)
    found = rediscovered([talk, cold, warm])
    assert found and (found.resource.id, found.reason) == (3, Reason.SEASON)
    found = rediscovered([talk, cold, warm], {ResourceId(2), ResourceId(3)})
    assert found and (found.resource.id, found.theme) == (1, "presse")
