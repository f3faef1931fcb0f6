"""Once a week the moderators' room hears of what waits, and only then."""

from datetime import UTC, datetime, timedelta

import pytest

from commonsbot.commons.week_notes import WeekNotes
from tests.commands.conftest import (
    ANNE,
    BRUNO,
    CLAIRE,
    DESK,
    HELP_ROOM,
    OTHER_ROOM,
    Conversation,
    words_of,
)
from tests.commands.conftest import talk as talk
from tests.commands.newsroom import source

MONDAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
"""9 h in Paris."""


@pytest.fixture
async def notes(talk: Conversation) -> WeekNotes:
    await talk.open_desk()
    return started(talk)


def started(talk: Conversation) -> WeekNotes:
    return WeekNotes(
        talk.store, talk.languages, talk.office, lambda: talk.desk, lambda: talk.clock.now
    )


async def told(talk: Conversation) -> list[str]:
    return [words_of(one) for one in await talk.all_heard() if one.key.startswith("week-note:")]


async def test_what_waits_is_told_on_monday_once(talk: Conversation, notes: WeekNotes) -> None:
    talk.reviewed = {HELP_ROOM}
    await talk.say("!partager Guide RGAA #web\nUn texte.", ANNE)
    talk.reviewed = set()
    await talk.say("!partager Charte éditoriale\nUn texte.", ANNE, OTHER_ROOM)
    await talk.say("!modifier 2 titre: Charte graphique", BRUNO, OTHER_ROOM)
    await talk.say("!membre suspendre @bruno:example.org 30 jours publicité répétée", CLAIRE)
    talk.clock.now += timedelta(days=3)
    await notes.tell()
    assert not await told(talk), "it is Friday"
    talk.clock.now = MONDAY
    await notes.tell()
    (said,) = await told(talk)
    assert "1 partage à relire, depuis le 24 novembre" in said and "!modérer" in said
    assert "Guide RGAA" not in said, "its title is in the queue"
    assert "1 fiche a un changement proposé" in said and "n° 2 · Charte éditoriale" in said
    assert "1 membre suspendu" in said and "@bruno · jusqu'au 24 décembre" in said
    assert "1 fiche, dont 1 depuis un mois" in said
    for again in (notes, started(talk)):
        talk.clock.now += timedelta(hours=1)
        await again.tell()
    assert len(await told(talk)) == 1
    talk.clock.now = MONDAY + timedelta(days=7)
    await notes.tell()
    assert len(await told(talk)) == 2, "it still waits"


async def test_nothing_that_waits_is_no_note(talk: Conversation, notes: WeekNotes) -> None:
    await talk.say("!partager Charte éditoriale\nUn texte.", ANNE)
    await talk.say("!question Qui a un gabarit d'affiche ?", ANNE)
    talk.clock.now = MONDAY
    await notes.tell()
    assert not await told(talk), "a question of last week may still be answered"


async def test_old_questions_are_named_where_they_may_be_read(
    talk: Conversation, notes: WeekNotes
) -> None:
    await talk.say("!question Qui a un gabarit d'affiche ?", ANNE)
    await talk.say("!question Un secret de ce salon ?", ANNE, encrypted=True)
    talk.clock.now = MONDAY + timedelta(days=14)
    await notes.tell()
    (said,) = await told(talk)
    assert "1 question sans réponse depuis plus de deux semaines" in said
    assert "gabarit d'affiche" in said and "secret" not in said


async def test_sources_that_fail_are_named_with_the_reason(
    talk: Conversation, notes: WeekNotes
) -> None:
    bad = await source(talk, "La gazette")
    await source(talk, "Le journal")
    async with talk.store.transaction() as tx:
        for _ in range(3):
            await tx.source_readings.failed(bad, "fetch-gone", "", stop=True)
    talk.clock.now = MONDAY
    await notes.tell()
    (said,) = await told(talk)
    assert "1 source ne se lit plus" in said and "La gazette : 3 échecs de suite" in said


async def test_many_are_counted_and_five_named(talk: Conversation, notes: WeekNotes) -> None:
    for what in "affiche charte sondage accueil budget drone podcast blog".split():
        await talk.say(f"!question Qui connaît {what} ?", ANNE)
    talk.clock.now = MONDAY + timedelta(days=21)
    await notes.tell()
    (said,) = await told(talk)
    assert "8 questions sans réponse" in said and "et 3 de plus" in said


async def test_without_a_moderators_room_nothing_is_told(
    talk: Conversation, notes: WeekNotes
) -> None:
    talk.reviewed = {HELP_ROOM}
    await talk.say("!partager Guide RGAA #web\nUn texte.", ANNE)
    talk.desk, talk.clock.now = None, MONDAY
    await notes.tell()
    assert not await told(talk)


async def test_the_desk_reads_every_proposal(talk: Conversation, notes: WeekNotes) -> None:
    await talk.say("!partager Charte éditoriale\nUn texte.", ANNE)
    await talk.say("!modifier 1 titre: Charte graphique", BRUNO)
    assert "Charte graphique" in await talk.say("!propositions", CLAIRE, DESK)
    assert "1 changement proposé" in await talk.say("!modérer", CLAIRE, DESK)
