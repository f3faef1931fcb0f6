"""Moderators choose what becomes of the shares of their room."""

import pytest

from commonsbot.domain.acts import Wanted
from commonsbot.domain.audiences import Audience
from commonsbot.domain.devices import SenderDevice
from commonsbot.domain.ids import ResourceId, RoomId
from commonsbot.domain.resources import Status
from commonsbot.domain.rooms import Room
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation

TIP = "!partager Guide RGAA #web\nUn texte utile."


async def audience(talk: Conversation, number: int) -> Audience:
    made = await talk.store.read.resources.at(ResourceId(number))
    assert made
    return made.audience


async def status(talk: Conversation, number: int) -> Status:
    made = await talk.store.read.resources.at(ResourceId(number))
    assert made
    return made.status


async def test_a_room_says_what_becomes_of_a_share(talk: Conversation) -> None:
    said = await talk.say("!salon")
    assert "Partages · vus aussitôt, par le réseau" in said
    assert "!salon partages" not in said, "she may not change it"
    assert "!salon partages relus" in await talk.say("!salon", power=50)


async def test_a_room_says_what_news_and_letter_come_to_it(talk: Conversation) -> None:
    said = await talk.say("!salon")
    assert "Actualités · aucune source suivie" in said
    assert "Lettre · La prochaine lettre part lundi" in said
    await talk.say("!lettre pause", CLAIRE)
    assert "Lettre · La lettre de ce salon est en pause." in await talk.say("!salon")


@pytest.mark.parametrize(
    "typed", ["relus", "Relus.", "« relus »", "rellus", "relues avant", "reviewed", "à relire"]
)
async def test_shares_are_reviewed_once_a_moderator_says_so(talk: Conversation, typed: str) -> None:
    said = await talk.say(f"! Salon  Partages {typed}", power=50)
    assert "C'est noté" in said and "lus d'abord par un modérateur" in said
    assert "attend la relecture" in await talk.say(TIP, BRUNO)
    assert await status(talk, 1) is Status.PENDING
    await talk.say(TIP, BRUNO, OTHER_ROOM)
    assert await status(talk, 2) is Status.PUBLISHED, "the others are as before"


async def test_open_again_and_what_waits_still_waits(talk: Conversation) -> None:
    await talk.say("!salon partages relus", power=50)
    await talk.say(TIP, BRUNO)
    said = await talk.say("!salon partages ouverts", power=50)
    assert "vus aussitôt" in said and "l'attend encore : !modérer" in said
    await talk.say("!partager Autre guide\nUn autre texte.", BRUNO)
    assert [await status(talk, n) for n in (1, 2)] == [Status.PENDING, Status.PUBLISHED]


async def test_the_operators_choice_comes_back(talk: Conversation) -> None:
    talk.reviewed = {HELP_ROOM}
    assert "vus aussitôt" in await talk.say("!salon partages ouverts", power=50)
    assert "vus aussitôt" in await talk.say("!salon")
    assert "lus d'abord" in await talk.say("!salon partages Défaut", power=50)
    assert "lus d'abord" in await talk.say("!salon")


async def test_what_is_shared_stays_in_the_room_where_moderators_say_so(
    talk: Conversation,
) -> None:
    said = await talk.say("!salon visible ce salon", power=50)
    assert "C'est noté" in said and "par son salon" in said
    await talk.say(TIP, BRUNO)
    assert await audience(talk, 1) is Audience.ROOM
    assert "Guide" not in await talk.say("!chercher rgaa", ANNE, OTHER_ROOM)
    await talk.say("!partager Autre guide visible : réseau\nUn autre texte.", BRUNO)
    assert await audience(talk, 2) is Audience.NETWORK, "its author said so"
    await talk.say("!salon visible défaut", power=50)
    await talk.say("!partager Encore un guide\nEncore un texte.", BRUNO)
    assert await audience(talk, 3) is Audience.NETWORK


async def test_an_encrypted_room_opens_only_when_its_moderators_say_so(
    talk: Conversation,
) -> None:
    await talk.say(TIP, BRUNO, encrypted=True)
    assert await audience(talk, 1) is Audience.ROOM
    said = await talk.say(
        "!salon visible le reseau", power=50, encrypted=True, device=SenderDevice.SIGNED
    )
    assert "par le réseau" in said and "en sortira désormais" in said
    await talk.say("!partager Autre guide\nUn autre texte.", BRUNO, encrypted=True)
    assert await audience(talk, 2) is Audience.NETWORK


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("!salon partages jamais", "Je n'ai pas compris « jamais ». Écrivez !salon partages relus"),
        ("!salon visible voisins", "Je n'ai pas compris « voisins ». Écrivez !salon visible salon"),
        ("!salon visible public", "Rien n'est public sans que son auteur le dise"),
        ("!salon visible tout le monde", "Je n'ai pas compris « tout le monde »"),
        ("!salon partges relus", "Vouliez-vous dire !salon partages"),
    ],
)
async def test_what_is_not_understood_changes_nothing(
    talk: Conversation, typed: str, said: str
) -> None:
    assert said in await talk.say(typed, power=50)
    assert "vus aussitôt, par le réseau" in await talk.say("!salon")


async def test_a_member_chooses_none_of_it(talk: Conversation) -> None:
    for typed in ("!salon partages relus", "!salon visible salon"):
        assert "réservé aux modérateurs" in await talk.say(typed)
    assert "vus aussitôt, par le réseau" in await talk.say("!salon")


async def test_a_direct_chat_has_no_such_settings(talk: Conversation) -> None:
    said = await talk.say("!salon partages relus", CLAIRE, direct=True)
    assert "dans le salon" in said


async def test_the_journal_keeps_who_chose_what(talk: Conversation) -> None:
    await talk.say("!salon partages relus", power=50)
    await talk.say("!salon visible salon", power=50)
    acts, _ = await talk.store.read.journal.read(Wanted(), 10)
    assert [(a.who, a.what, a.why) for a in acts] == [
        (ANNE, "set audience", "room"),
        (ANNE, "set policy", "review"),
    ]
    said = await talk.say("!journal", CLAIRE)
    assert "choisit si les partages sont relus" in said


async def test_a_room_that_is_upgraded_keeps_them(talk: Conversation) -> None:
    await talk.say("!salon partages relus", power=50)
    new = RoomId("!neuf:example.org")
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=new))
        await tx.rooms.succeed(HELP_ROOM, new)
    assert "lus d'abord" in await talk.say("!salon", room=new)


async def test_english(talk: Conversation) -> None:
    said = await talk.say("!room shares reviewed", power=50)
    assert "lus d'abord" in said
    said = await talk.say("!room visible room", power=50)
    assert "par son salon" in said
