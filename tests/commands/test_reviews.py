"""« Toujours valable ? »: asked rarely, answered by a tap, and said when nobody answers."""

from datetime import timedelta

import pytest

from commonsbot.commons.review import Reviewing
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.messages import Kind
from commonsbot.domain.reviews import INTERVALS
from commonsbot.domain.rooms import Room
from tests.commands.conftest import (
    ANNE,
    BRUNO,
    HELP_ROOM,
    OTHER_ROOM,
    Conversation,
    words_of,
)

CHAT = RoomId("!chat:example.org")
DAY = timedelta(days=1)
YEAR = timedelta(days=366)


class Time:
    """Lets days pass, the bot looking every day at what is due."""

    def __init__(self, talk: Conversation) -> None:
        self.talk = talk
        self.gone: set[UserId] = set()
        self.chore = Reviewing(
            talk.store, talk.languages, INTERVALS, lambda: talk.clock.now, self._present
        )

    async def passes(self, time: timedelta) -> None:
        end = self.talk.clock.now + time
        while self.talk.clock.now < end:
            self.talk.clock.now = min(end, self.talk.clock.now + DAY)
            await self.chore()

    async def questions(self) -> list[str]:
        return [words_of(one) for one in await self.talk.queued(Kind.PROMPT)]

    async def _present(self, room: RoomId, user: UserId) -> bool:
        return user not in self.gone


@pytest.fixture
def time(talk: Conversation) -> Time:
    return Time(talk)


async def test_each_kind_has_its_time(talk: Conversation, time: Time) -> None:
    await talk.say("!partager Un outil\nIl fait ceci.")
    await talk.say("!modifier 1 type: outil")
    await talk.say("!partager Une astuce\nFaire cela.", BRUNO)
    await time.passes(timedelta(days=184))
    (asked,) = await time.questions()
    assert "Toujours valable ?" in asked and "Un outil" in asked and "astuce" not in asked


async def test_one_tap_renews_a_card(talk: Conversation, time: Time) -> None:
    await talk.say("!partager Une astuce\nFaire cela.")
    await time.passes(YEAR)
    asked = await talk.asked()
    assert (asked.room, asked.mentions) == (HELP_ROOM, (ANNE,))
    assert "Merci : la fiche n° 1 est confirmée." in await talk.react(asked.key, "✅")
    await time.passes(timedelta(days=350))
    assert len(await time.questions()) == 1, "none but the one that was answered"
    await time.passes(timedelta(days=30))
    assert len(await time.questions()) == 2


async def test_an_author_is_asked_about_several_cards_in_one_message(
    talk: Conversation, time: Time
) -> None:
    for number in range(3):
        await talk.say(f"!partager Astuce {number}\nFaire cela.")
        talk.clock.now += 3 * DAY
    await time.passes(YEAR)
    (asked,) = await time.questions()
    assert "Toujours valables ?" in asked
    assert all(f"Astuce {number}" in asked for number in range(3))
    prompt = await talk.asked()
    assert "fiches n° 1, n° 2, n° 3 sont confirmées" in await talk.react(prompt.key, "✅")


async def test_a_direct_chat_is_where_they_are_asked(talk: Conversation, time: Time) -> None:
    await talk.say("!partager Astuce 1\nFaire cela.")
    await talk.say("!partager Astuce 2\nFaire cela.", room=OTHER_ROOM)
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
    await time.passes(YEAR)
    assert len(await time.questions()) == 1
    asked = await talk.asked()
    assert (asked.room, asked.mentions) == (CHAT, ())
    assert "sont confirmées" in await talk.say("oui", room=CHAT, direct=True)


async def test_a_room_reads_nothing_of_other_rooms(talk: Conversation, time: Time) -> None:
    await talk.say("!partager Astuce du salon\nFaire cela.", encrypted=True)
    await talk.say("!partager Autre astuce\nFaire cela.", room=OTHER_ROOM, encrypted=True)
    await time.passes(YEAR)
    (first,) = await time.questions()
    assert "Astuce du salon" in first and "Autre astuce" not in first
    await time.passes(8 * DAY)
    assert "Autre astuce" in (await time.questions())[1]
    assert (await talk.asked()).room == OTHER_ROOM


async def test_without_an_answer_it_is_asked_once_more_then_said_on_the_card(
    talk: Conversation, time: Time
) -> None:
    await talk.say("!partager Une astuce\nFaire cela.")
    await time.passes(YEAR + 20 * DAY)
    assert len(await time.questions()) == 1
    await time.passes(2 * DAY)
    assert len(await time.questions()) == 2
    assert "À vérifier" not in await talk.say("!fiche 1")
    await time.passes(15 * DAY)
    assert "À vérifier depuis le" in await talk.say("!fiche 1")
    await time.passes(YEAR)
    assert len(await time.questions()) == 2
    assert "Une astuce" in await talk.say("!vérifier", BRUNO)


async def test_a_card_that_is_corrected_is_no_longer_to_check(
    talk: Conversation, time: Time
) -> None:
    await talk.say("!partager Une astuce\nFaire cela.")
    await time.passes(YEAR + 60 * DAY)
    await talk.say("!modifier 1 texte: Faire autrement.")
    assert "À vérifier" not in await talk.say("!fiche 1")
    assert "Aucune fiche n'est à vérifier" in await talk.say("!vérifier")


async def test_who_keeps_a_card_confirms_it_by_its_number(talk: Conversation, time: Time) -> None:
    await talk.say("!partager Une astuce\nFaire cela.")
    await talk.say("!partager Deux astuces\nFaire cela.")
    await time.passes(YEAR + 60 * DAY)
    assert "est confirmée par son auteur" in await talk.say("!valable 1", BRUNO)
    assert "fiches n° 1, n° 2 sont confirmées" in await talk.say("!valable 1 et 2")
    assert "À vérifier" not in await talk.say("!fiche 1")


async def test_no_says_how_to_correct_it_and_marks_it(talk: Conversation, time: Time) -> None:
    await talk.say("!partager Une astuce\nFaire cela.")
    await time.passes(YEAR)
    said = await talk.react((await talk.asked()).key, "❌")
    assert "!modifier 1" in said and "!retirer 1" in said
    assert "À vérifier" in await talk.say("!fiche 1")


async def test_an_author_who_left_is_not_asked_and_the_card_says_so(
    talk: Conversation, time: Time
) -> None:
    await talk.say("!partager Une astuce\nFaire cela.")
    time.gone.add(ANNE)
    await time.passes(YEAR)
    assert await time.questions() == []
    assert "À vérifier" in await talk.say("!fiche 1")


async def test_nobody_is_asked_twice_in_a_week(talk: Conversation, time: Time) -> None:
    for number in range(20):
        await talk.say(f"!partager Astuce {number}\nFaire cela.")
    await time.passes(YEAR)
    assert len(await time.questions()) == 1
    await time.passes(6 * DAY)
    assert len(await time.questions()) == 1
    await time.passes(2 * DAY)
    assert len(await time.questions()) == 2


async def test_withdrawn_cards_questions_and_tests_are_not_asked_about(
    talk: Conversation, time: Time
) -> None:
    for number, kind in enumerate(("question", "test", "astuce"), start=1):
        await talk.say(f"!partager Titre {number}\nTexte")
        await talk.say(f"!modifier {number} type: {kind}")
    await talk.say("!retirer 3")
    await time.passes(3 * YEAR)
    assert await time.questions() == []


async def test_what_another_room_shares_is_not_listed(talk: Conversation, time: Time) -> None:
    await talk.say("!partager Une astuce\nFaire cela.", encrypted=True)
    await time.passes(YEAR + 60 * DAY)
    assert "Aucune fiche" in await talk.say("!vérifier", BRUNO, OTHER_ROOM)
