"""Reminders of the calls that close soon."""

from datetime import timedelta

from commonsbot.commons.deadlines import Reminding
from commonsbot.domain.hours import Hours
from commonsbot.domain.messages import Kind
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.news_filters import NewsFilter
from commonsbot.store.news_filters import ALL
from tests.commands.conftest import CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation, talk, words_of
from tests.commands.newsroom import publish, source

__all__ = ["talk"]


def reminding(talk: Conversation) -> Reminding:
    hours = Hours()
    return Reminding(talk.store, talk.languages, lambda room: hours, lambda: talk.clock.now)


async def reminded(talk: Conversation, **after: float) -> list[str]:
    """What the rooms are reminded of after some time."""
    talk.clock.now += timedelta(**after)
    await reminding(talk).remind()
    said = await talk.wait(timedelta())
    assert all(one.kind is Kind.NEWS for one in said)
    return [f"{one.room} {words_of(one)}" for one in said]


async def a_call(talk: Conversation) -> None:
    """Until Monday 21 December, seen on Tuesday 24 November, by two rooms."""
    cap = await source(talk, "Cap'Com", HELP_ROOM, OTHER_ROOM)
    await publish(talk, cap, "Grand Prix : appel à candidatures", "Jusqu'au 21 décembre.")


async def test_a_room_is_reminded_two_weeks_and_three_days_ahead_once(talk: Conversation) -> None:
    await a_call(talk)
    assert await reminded(talk, days=9) == []
    said = await reminded(talk, days=4)
    assert len(said) == 2
    assert "Plus que quelques jours pour candidater" in said[0]
    assert "Grand Prix : appel à candidatures" in said[0]
    assert "21 décembre 2026 · dans 14 jours" in said[0]
    assert await reminded(talk, hours=1) == []
    assert "dans 3 jours" in (await reminded(talk, days=11))[0]
    assert await reminded(talk, days=3) == []


async def test_nobody_is_reminded_outside_hours(talk: Conversation) -> None:
    await a_call(talk)
    assert await reminded(talk, days=12) == [], "a Sunday"
    assert len(await reminded(talk, days=1)) == 2


async def test_a_bot_that_was_away_reminds_late_rather_than_never(talk: Conversation) -> None:
    await a_call(talk)
    assert "dans 11 jours" in (await reminded(talk, days=16))[0]


async def test_only_rooms_that_let_calls_through(talk: Conversation) -> None:
    await a_call(talk)
    jobs = NewsFilter(classes=frozenset({NewsClass.JOB}))
    async with talk.store.transaction() as tx:
        await tx.news_filters.put(OTHER_ROOM, ALL, jobs, by=CLAIRE)
    (said,) = await reminded(talk, days=13)
    assert said.startswith(HELP_ROOM)


async def test_what_is_over_or_no_call_is_not_recalled(talk: Conversation) -> None:
    cap = await source(talk)
    await publish(talk, cap, "Appel à projets", "Dossiers avant le 1er décembre à 10 h.")
    await publish(talk, cap, "Offre d'emploi : graphiste H/F", "Candidature avant le 3 décembre.")
    assert await reminded(talk, days=7, hours=1) == [], "it is past ten in Paris"
