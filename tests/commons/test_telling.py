"""What the bot tells by itself: privately, grouped, in office hours, once."""

from datetime import timedelta

import pytest

from commonsbot.commons.follows import Alerts
from commonsbot.commons.notes import NoteTeller
from commonsbot.commons.share import share
from commonsbot.commons.trials import Outcomes
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Incoming
from commonsbot.domain.messages import Kind as Speech
from commonsbot.domain.resources import Draft, Kind
from commonsbot.domain.rooms import Room
from commonsbot.domain.terms import Terms
from tests.commands.conftest import (
    ANNE,
    BRUNO,
    CLAIRE,
    HELP_ROOM,
    OTHER_ROOM,
    Conversation,
    words_of,
)
from tests.commands.conftest import talk as talk
from tests.commands.newsroom import publish, source

DIRECT = RoomId("!direct:example.org")


class Told:
    """The three that tell, on the clock of a conversation."""

    def __init__(self, talk: Conversation) -> None:
        self.talk = talk
        self.invited: list[UserId] = []
        self.seen = 0
        common = (talk.store, talk.languages, talk.office, lambda: talk.clock.now)
        self.notes = NoteTeller(*common, self._invite, timedelta(0))
        self.alerts = Alerts(*common, self._rooms)
        self.outcomes = Outcomes(talk.store, talk.languages, lambda: talk.clock.now)

    async def _invite(self, user: UserId) -> None:
        self.invited.append(user)

    async def _rooms(self, user: UserId) -> frozenset[RoomId]:
        return frozenset({HELP_ROOM})

    async def said(self) -> list[tuple[str, str]]:
        """What has left by itself, room and words, each once."""
        before, self.seen = self.seen, len(await self.talk.all_heard())
        new = self.talk.heard[before:]
        return [(one.room, words_of(one)) for one in new if one.kind is not Speech.ANSWER]


@pytest.fixture
async def told(talk: Conversation) -> Told:
    return Told(talk)


async def with_direct_chat(talk: Conversation, user: UserId) -> None:
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=DIRECT, direct=True, peer=user))


async def test_an_author_hears_of_thanks_and_trials_in_one_private_note(told: Told) -> None:
    talk = told.talk
    await with_direct_chat(talk, ANNE)
    await talk.say("!partager Vœux en vidéo", ANNE)
    for person in (BRUNO, CLAIRE):
        await talk.say("!merci 1", person)
    await talk.say("!testé 1 repris", BRUNO)
    await told.notes.tell()
    await told.notes.tell()
    ((room, words),) = await told.said()
    assert room == DIRECT
    assert "2 mercis, de @bruno, @claire" in words
    assert "testé par @bruno" in words


async def test_a_second_note_waits_for_the_next_day(told: Told) -> None:
    talk = told.talk
    await with_direct_chat(talk, ANNE)
    await talk.say("!partager Vœux en vidéo", ANNE)
    await talk.say("!merci 1", BRUNO)
    await told.notes.tell()
    await talk.say("!merci 1", CLAIRE)
    await told.notes.tell()
    assert len(await told.said()) == 1
    talk.clock.now += timedelta(days=1)
    await told.notes.tell()
    ((_, words),) = await told.said()
    assert "un merci de @claire" in words


async def test_nothing_is_told_at_night_nor_of_what_was_taken_back(told: Told) -> None:
    talk = told.talk
    await with_direct_chat(talk, ANNE)
    await talk.say("!partager Vœux en vidéo", ANNE)
    await talk.say("!merci 1", BRUNO)
    morning = talk.clock.now
    talk.clock.now = morning.replace(hour=22)
    await told.notes.tell()
    assert not await told.said()
    talk.clock.now = morning
    await talk.say("!retirer 1", ANNE)
    await told.notes.tell()
    assert not await told.said()


async def test_who_has_no_direct_chat_is_invited_once(told: Told) -> None:
    talk = told.talk
    await talk.say("!partager Vœux en vidéo", ANNE)
    await talk.say("!merci 1", BRUNO)
    await told.notes.tell()
    await told.notes.tell()
    assert told.invited == [ANNE]


async def test_an_alert_of_a_search_keeps_to_its_filters_and_to_good_answers(told: Told) -> None:
    talk = told.talk
    await talk.say("!partager Affiche de la fête des voisins", BRUNO)
    await talk.say("!suivre affiche fête voisins -drone type:modèle", ANNE)
    for title in (
        "Affiche : fête des voisins type: modèle",
        "Affiche de la fête des voisins filmée par drone type: modèle",
        "Affiche de voisins en fête, sans gabarit",
        "Une affiche toute autre pour le recensement de la population type: modèle",
    ):
        await talk.say(f"!partager {title}", BRUNO)
        await talk.say("!oui", BRUNO)
    await told.alerts.tell()
    ((_, words),) = await told.said()
    assert words.count("•") == 1 and "Affiche : fête des voisins" in words


async def test_an_alert_groups_what_is_new_once_a_day(told: Told) -> None:
    talk = told.talk
    await talk.say("!partager Ancienne #ia", BRUNO)
    await talk.say("!suivre #ia", ANNE)
    await talk.say("!suivre sous-titrage", ANNE)
    await talk.say("!partager Nouvelle #ia", BRUNO)
    await talk.say("!partager Sous-titrage libre", BRUNO)
    await talk.say("!partager De moi-même #ia", ANNE)
    await told.alerts.tell()
    await told.alerts.tell()
    ((room, words),) = await told.said()
    assert room == HELP_ROOM
    assert "Nouvelle" in words and "Sous-titrage libre" in words
    assert "Ancienne" not in words and "De moi-même" not in words


async def test_what_a_moderator_accepts_late_reaches_who_follows_it(told: Told) -> None:
    talk = told.talk
    await talk.say("!suivre #ia", ANNE)
    await talk.say("!suivre sous-titrage", ANNE)
    talk.reviewed = {OTHER_ROOM}
    await talk.say("!partager Charte relue #ia", BRUNO, OTHER_ROOM)
    await talk.say("!partager Sous-titrage libre", BRUNO, OTHER_ROOM)
    await talk.say("!partager Nouvelle #ia", BRUNO)
    await told.said()
    await told.alerts.tell()
    ((_, words),) = await told.said()
    assert "Nouvelle" in words and "Charte" not in words
    for number in (1, 2):
        await talk.say(f"!valider {number}", CLAIRE, OTHER_ROOM)
    await told.said()
    talk.clock.now += timedelta(days=1)
    await told.alerts.tell()
    ((_, words),) = await told.said()
    assert "Charte relue" in words and "Sous-titrage libre" in words and "Nouvelle" not in words
    talk.clock.now += timedelta(days=1)
    await told.alerts.tell()
    assert not await told.said()


async def test_what_is_hidden_and_shown_again_is_not_new(told: Told) -> None:
    talk = told.talk
    await talk.say("!partager Ancienne #ia", BRUNO)
    await talk.say("!suivre #ia", ANNE)
    await talk.say("!masquer 1 à revoir", CLAIRE)
    await talk.say("!démasquer 1", CLAIRE)
    assert "Ancienne" in await talk.say("!fiche 1", ANNE)
    await told.said()
    await told.alerts.tell()
    assert not await told.said()


async def test_an_alert_in_a_room_says_only_what_the_room_may_read(told: Told) -> None:
    talk = told.talk
    await talk.say("!suivre #ia", ANNE, OTHER_ROOM)
    await talk.say("!partager Secret #ia", BRUNO, HELP_ROOM, encrypted=True)
    await told.alerts.tell()
    assert not await told.said()


async def test_the_author_of_a_test_is_asked_once_after_six_weeks(told: Told) -> None:
    talk = told.talk
    async with talk.store.transaction() as tx:
        message = Incoming(
            event=EventId("$test"),
            room=HELP_ROOM,
            sender=ANNE,
            text="",
            sent_at=talk.clock.now,
        )
        draft = Draft(title="Bot de FAQ", text="", kind=Kind.TEST)
        await share(tx, message, draft, Terms())
    await told.outcomes.ask()
    assert not await told.said()
    talk.clock.now += timedelta(weeks=6)
    await told.outcomes.ask()
    await told.outcomes.ask()
    ((room, words),) = await told.said()
    assert room == HELP_ROOM
    assert "Vous testiez n° 1 · Bot de FAQ" in words
    assert "adopté" in await talk.say("!oui", ANNE)
    assert "repris par une collectivité" in await talk.say("!fiche 1")


async def test_news_that_are_followed_come_in_the_same_alert(told: Told) -> None:
    talk = told.talk
    cap, hidden = await source(talk), await source(talk, "Ailleurs", OTHER_ROOM)
    await publish(talk, cap, "L'intelligence artificielle au guichet")
    await talk.say("!suivre #ia", BRUNO)
    await talk.say("!suivre dans:actus classe:prix", BRUNO)
    await talk.say("!suivre dans:fiches intelligence", BRUNO)
    await talk.say("!partager Une charte d'IA #ia", ANNE)
    await publish(talk, cap, "L'intelligence artificielle et les archives")
    await publish(talk, hidden, "L'intelligence artificielle ailleurs")
    await publish(talk, cap, "Le palmarès du Grand Prix", "Dix lauréats.")
    await told.alerts.tell()
    await told.alerts.tell()
    ((room, words),) = await told.said()
    assert room == HELP_ROOM
    assert words.index("Une charte d'IA") < words.index("Dans les actualités · 1")
    assert words.count("et les archives") == 1
    assert words.count("Le palmarès du Grand Prix") == 1
    assert "ailleurs" not in words
    assert "au guichet" not in words
