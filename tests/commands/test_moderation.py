"""A share that waits for a moderator: asked, accepted, refused, changed meanwhile, taken back."""

from datetime import timedelta

import pytest

from commonsbot.domain.ids import RoomId
from commonsbot.domain.messages import Kind
from commonsbot.domain.rooms import Room
from tests.commands.conftest import (
    ANNE,
    BRUNO,
    CLAIRE,
    DENISE,
    DESK,
    HELP_ROOM,
    OTHER_ROOM,
    Conversation,
    words_of,
)

CHAT = RoomId("!chat:example.org")
TIP = "!partager Guide RGAA #web\nUn texte utile."
PROMPT = "share:1:1"


@pytest.fixture
async def reviewed(talk: Conversation) -> Conversation:
    """The room of shares to review, and the moderators' room."""
    talk.reviewed = {HELP_ROOM}
    await talk.open_desk()
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=HELP_ROOM, name="Entraide"))
    return talk


async def test_a_share_waits_and_nobody_finds_it(reviewed: Conversation) -> None:
    said = await reviewed.say(TIP)
    assert "attend la relecture d'un modérateur" in said and "n° 1" in said
    for who, room in ((ANNE, HELP_ROOM), (BRUNO, HELP_ROOM), (CLAIRE, OTHER_ROOM)):
        assert "pas de fiche n° 1" in await reviewed.say("!fiche 1", who, room)
        assert "Guide RGAA" not in await reviewed.say("!chercher guide rgaa", who, room)
        assert "Guide RGAA" not in await reviewed.say("!récent", who, room)


async def test_the_moderators_read_all_of_it_in_a_thread(reviewed: Conversation) -> None:
    await reviewed.say(TIP)
    head, asked = (one for one in await reviewed.all_heard() if one.room == DESK)
    assert "À relire : la fiche n° 1" in words_of(head) and "Entraide" in words_of(head)
    assert asked.kind is Kind.PROMPT and asked.thread == await reviewed.event_of(f"{PROMPT}:head")
    assert asked.mentions == ()
    said = words_of(asked)
    assert "Un texte utile." in said and "@anne" in said
    assert "✅, ou !valider 1. Elle sera visible par le réseau, et @anne le saura" in said
    assert "!refuser 1 et une raison. Personne ne la verra" in said


async def test_an_encrypted_moderators_room_is_told_to_answer_in_words(
    reviewed: Conversation,
) -> None:
    async with reviewed.store.transaction() as tx:
        await tx.rooms.join(Room(id=DESK, name="Modération", encrypted=True))
    await reviewed.say(TIP)
    _, asked = (one for one in await reviewed.all_heard() if one.room == DESK)
    said = words_of(asked)
    assert "L'accepter : !valider 1. Elle sera visible" in said
    assert "La refuser : !refuser 1 et une raison" in said
    assert "✅" not in said and "une réaction n'y compte pas" in said


async def test_a_tap_publishes_and_its_author_is_told(reviewed: Conversation) -> None:
    await reviewed.say(TIP)
    said = await reviewed.react(PROMPT, "✅", DENISE, DESK)
    assert "La fiche n° 1 est publiée, visible par le réseau" in said
    (note,) = [n for n in await reviewed.queued(Kind.NOTE) if n.room == HELP_ROOM]
    assert note.mentions == (ANNE,) and "votre partage est publié" in words_of(note)
    assert note.thread, "beside what she shared"
    assert "Guide RGAA" in await reviewed.say("!chercher rgaa", BRUNO, OTHER_ROOM)
    assert await reviewed.react(PROMPT, "❌", DENISE, DESK) == "", "decided once"


async def test_the_answer_is_in_the_thread_of_the_question(reviewed: Conversation) -> None:
    await reviewed.say(TIP)
    head = await reviewed.event_of(f"{PROMPT}:head")
    await reviewed.react(PROMPT, "✅", DENISE, DESK)
    answer = [one for one in await reviewed.all_heard() if one.room == DESK][-1]
    assert answer.thread == head


async def test_a_refusal_is_told_kindly_with_its_reason(reviewed: Conversation) -> None:
    await reviewed.say(TIP)
    said = await reviewed.say("!refuser 1 c'est une publicité", DENISE, DESK)
    assert "n'est pas publiée" in said and "« c'est une publicité »" in said
    (note,) = [n for n in await reviewed.queued(Kind.NOTE) if n.room == HELP_ROOM]
    told = words_of(note)
    assert "ont choisi de ne pas publier la fiche n° 1" in told
    assert "« c'est une publicité »" in told
    assert "RGAA" not in told, "its room reads that note"
    assert "pas de fiche n° 1" in await reviewed.say("!fiche 1", CLAIRE)


async def test_who_has_a_direct_chat_is_told_there(reviewed: Conversation) -> None:
    async with reviewed.store.transaction() as tx:
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
    await reviewed.say(TIP)
    await reviewed.say("!refuser 1", DENISE, DESK)
    (note,) = [n for n in await reviewed.queued(Kind.NOTE) if n.room == CHAT]
    assert note.mentions == () and "Merci d'avoir partagé « Guide RGAA »" in words_of(note)


async def test_validate_and_accept_are_one_command(reviewed: Conversation) -> None:
    await reviewed.say(TIP)
    assert "est publiée" in await reviewed.say("!valider 1", DENISE, DESK)
    await reviewed.say("!partager Autre chose\nUn autre texte.")
    assert "est publiée" in await reviewed.say("!accepter 2", BRUNO, power=50)
    await reviewed.say("!modifier 1 titre: Guide RGAA 4", BRUNO)
    assert "est modifiée" in await reviewed.say("!valider 1", DENISE, DESK), "a proposal"


async def test_members_decide_on_nothing(reviewed: Conversation) -> None:
    await reviewed.say(TIP)
    for typed in ("!valider 1", "!refuser 1 non"):
        for who, room, power in ((ANNE, HELP_ROOM, 0), (BRUNO, HELP_ROOM, 0), (BRUNO, CHAT, 100)):
            direct = room == CHAT
            said = await reviewed.say(typed, who, room, power=power, direct=direct)
            assert "pas de fiche n° 1" in said, "nor learn that it is there"
    assert "pas de fiche" in await reviewed.say("!valider 1", BRUNO, OTHER_ROOM, power=50)


async def test_without_a_moderators_room_it_is_asked_beside_the_share(talk: Conversation) -> None:
    talk.reviewed = {HELP_ROOM}
    await talk.say(TIP)
    asked = await talk.asked()
    assert asked.room == HELP_ROOM and asked.thread and "Un texte utile" not in words_of(asked)
    assert await talk.react(PROMPT, "✅", BRUNO) == ""
    said = await talk.react(PROMPT, "✅", BRUNO, power=50)
    assert "est publiée" in said


async def test_what_is_for_its_room_never_reaches_the_moderators_room(
    reviewed: Conversation,
) -> None:
    await reviewed.say("!partager Secret du service\nvisible : salon")
    assert [one for one in await reviewed.all_heard() if one.room == DESK] == []
    said = await reviewed.say("!modérer", DENISE, DESK)
    assert "1 partage réservé à son salon" in said and "Secret" not in said
    assert "pas de fiche n° 1" in await reviewed.say("!valider 1", DENISE, DESK)
    assert "Secret" in await reviewed.say("!modérer", BRUNO, power=50)
    assert "est publiée" in await reviewed.say("!valider 1", BRUNO, power=50)


async def test_the_queue_says_what_waits_and_how_to_answer(reviewed: Conversation) -> None:
    assert "Rien n'attend votre avis" in await reviewed.say("!modérer", DENISE, DESK)
    await reviewed.say(TIP)
    for who, room, power in ((DENISE, DESK, 0), (BRUNO, HELP_ROOM, 50), (CLAIRE, OTHER_ROOM, 0)):
        said = await reviewed.say("!modérer", who, room, power=power)
        assert "1 partage à relire" in said and "!valider 1" in said and "de @anne" in said
    assert "réservé aux modérateurs" in await reviewed.say("!modérer", BRUNO)


async def test_who_moderates_shares_at_once(reviewed: Conversation) -> None:
    assert "C'est la fiche n° 1" in await reviewed.say(TIP, power=50)
    assert "C'est la fiche n° 2" in await reviewed.say("!partager Autre #x", CLAIRE)


async def test_what_is_accepted_is_what_was_read(reviewed: Conversation) -> None:
    await reviewed.say(TIP)
    shared = reviewed.last
    await reviewed.edit(shared, "!partager Achetez ici #web\nDe la publicité.")
    assert await reviewed.react(PROMPT, "✅", DENISE, DESK) == "", "that question is over"
    assert "vient de changer" in await reviewed.say("!valider 1", DENISE, DESK)
    asked = await reviewed.asked()
    assert asked.key == "share:1:2" and "De la publicité." in words_of(asked)
    gone = [one.redacts for one in await reviewed.all_heard() if one.redacts]
    assert len(gone) == 2, "nobody reads the first wording any more"
    await reviewed.wait(timedelta(minutes=2))
    assert "est publiée" in await reviewed.say("!valider 1", DENISE, DESK)
    assert "Achetez ici" in await reviewed.say("!fiche 1")


@pytest.mark.parametrize("how", ["!annuler", "!retirer 1", "redaction"])
async def test_its_author_takes_it_back(reviewed: Conversation, how: str) -> None:
    await reviewed.say(TIP)
    if how == "redaction":
        await reviewed.redact(reviewed.last)
    else:
        said = await reviewed.say(how)
        assert "annulé" in said or "est retirée" in said
    # Of a message that is gone, the answer that names it goes too.
    expected = 3 if how == "redaction" else 2
    assert sum(bool(one.redacts) for one in await reviewed.all_heard()) == expected
    assert "pas de fiche" in await reviewed.say("!valider 1", DENISE, DESK)
    assert "Rien n'attend" in await reviewed.say("!modérer", DENISE, DESK)


async def test_a_withdrawn_share_that_comes_back_waits_again(reviewed: Conversation) -> None:
    await reviewed.tell("Un message à garder")
    said = reviewed.last
    await reviewed.react(said, "💡")
    await reviewed.react(PROMPT, "✅", DENISE, DESK)
    await reviewed.say("!retirer 1")
    assert "attend la relecture" in await reviewed.react(said, "💡")


async def test_questions_and_answers_wait_too(reviewed: Conversation) -> None:
    assert "attend la relecture" in await reviewed.say(
        "!question Qui connaît un outil de sondage ?"
    )
    assert "Aucune question" in await reviewed.say("!questions", BRUNO)
    await reviewed.say("!valider 1", DENISE, DESK)
    assert "sondage" in await reviewed.say("!questions", BRUNO)
    assert "attend la relecture" in await reviewed.say("!répondre 1 Essayez Framaforms", BRUNO)
    assert not [p for p in await reviewed.queued(Kind.PROMPT) if p.key.startswith("solved")]
    await reviewed.say("!valider 2", DENISE, DESK)
    (asked,) = [p for p in await reviewed.queued(Kind.PROMPT) if p.key.startswith("solved")]
    assert asked.mentions == (ANNE,) and "Framaforms" in words_of(asked)


async def test_an_answer_that_helps_is_linked_once_it_is_accepted(reviewed: Conversation) -> None:
    reviewed.reviewed = set()
    await reviewed.say("!question Qui connaît un outil de sondage ?")
    question = reviewed.last
    reviewed.reviewed = {HELP_ROOM}
    await reviewed.tell("Framaforms fait cela très bien", BRUNO, thread=question)
    await reviewed.react(reviewed.last, "✅", ANNE)
    asked = await reviewed.asked()
    assert "puis-je garder" in words_of(asked) or "répond" in words_of(asked)
    assert "attend la relecture" in await reviewed.react(asked.key, "✅", BRUNO)
    assert "Framaforms" not in await reviewed.say("!fiche 1")
    await reviewed.say("!valider 2", DENISE, DESK)
    assert "Framaforms" in await reviewed.say("!fiche 1")


async def test_decisions_are_in_the_journal(reviewed: Conversation) -> None:
    await reviewed.say(TIP)
    await reviewed.say("!valider 1", DENISE, DESK)
    await reviewed.say("!partager Autre chose\nUn autre texte.")
    await reviewed.say("!refuser 2 hors sujet", DENISE, DESK)
    rows = await reviewed.store.read.outbox._db.fetch(
        "SELECT who, what, noun_id, why FROM journal WHERE what IN ('publish', 'refuse')"
    )
    assert [tuple(row) for row in rows] == [
        (DENISE, "publish", "1", ""),
        (DENISE, "refuse", "2", "hors sujet"),
    ]
