"""Each room has its language, and each person theirs in a direct chat."""

import re

import pytest

from commonsbot.commands import COMMANDS
from commonsbot.domain.acts import Wanted
from commonsbot.domain.ids import RoomId
from commonsbot.domain.messages import Kind
from commonsbot.domain.rooms import Room
from commonsbot.texts import Translator
from tests.commands.conftest import (
    ANNE,
    BRUNO,
    CLAIRE,
    HELP_ROOM,
    OTHER_ROOM,
    Conversation,
    words_of,
)
from tests.commands.newsroom import publish, source
from tests.languages import speaking, spoken_in

CHAT = RoomId("!anne:example.org")


@pytest.fixture
async def english(talk: Conversation) -> Conversation:
    """The help room speaks English, the other one French."""
    await talk.say("!salon langue anglais", power=50)
    return talk


async def test_the_answer_is_in_the_language_that_was_chosen(talk: Conversation) -> None:
    said = await talk.say("!salon langue anglais", power=50)
    assert said.startswith("Done: here I speak English from now on.")
    said = await talk.say("!room language french", power=50)
    assert said.startswith("C'est noté : ici, je parle français désormais.")


@pytest.mark.parametrize(
    "typed",
    [
        *("!salon langue anglais", "!salon langue en", "!SALON LANGUE ANGLAIS", "!langue anglais"),
        *("!salon langue : anglais", "!salon langue: Anglais.", "!salon langue en anglais"),
        *("!room language english", "!room language English", "!room langue anglai"),
        *("! salon  langue  l'anglais", "!salon language ENGLISH", "!language english please"),
    ],
)
async def test_a_language_is_typed_in_many_ways(talk: Conversation, typed: str) -> None:
    assert "I speak English" in await talk.say(typed, power=50)


@pytest.mark.parametrize("typed", ["français", "fr", "Francais", "french", "en français"])
async def test_french_too(english: Conversation, typed: str) -> None:
    assert "je parle français" in await english.say(f"!room language {typed}", power=50)


@pytest.mark.parametrize("typed", ["défaut", "par défaut", "default", "Par defaut.", ": défaut"])
async def test_the_operators_language_comes_back(english: Conversation, typed: str) -> None:
    assert "je parle français" in await english.say(f"!room language {typed}", power=50)
    assert await english.store.read.languages.all() == {}


@pytest.mark.parametrize("typed", ["allemand", "anglais et français", "42", "…"])
async def test_another_language_is_not_spoken(talk: Conversation, typed: str) -> None:
    said = await talk.say(f"!salon langue {typed}", power=50)
    assert said.startswith(f"Je ne parle pas « {typed} ». Écrivez !salon langue français")
    assert "Langue · français" in await talk.say("!salon")


async def test_a_room_says_its_language_and_its_moderators_how_to_change_it(
    talk: Conversation,
) -> None:
    for typed in ("!salon", "!salon langue"):
        said = await talk.say(typed)
        assert "Langue · français" in said and "!salon langue anglais" not in said
        assert "!salon langue anglais" in await talk.say(typed, power=50)


async def test_a_member_does_not_choose_it(talk: Conversation) -> None:
    said = await talk.say("!salon langue anglais")
    assert said.startswith("La langue de ce salon est choisie par ses modérateurs")
    assert "Langue · français" in await talk.say("!salon")


async def test_everything_is_english_there_and_french_elsewhere(english: Conversation) -> None:
    help_there = await english.say("!aide")
    assert "!share" in help_there and "!search" in help_there and "!partager" not in help_there
    assert "!partager" in await english.say("!aide", room=OTHER_ROOM)
    for asked, there, elsewhere in (
        ("!partager Guide RGAA\nUn texte.", "card no. 1", "Déjà partagé ?"),
        ("!chercher introuvable", "No card speaks of", "Aucune fiche ne parle de"),
        ("!fiche 99", "There is no card", "Il n'y a pas de fiche"),
        ("!modifier", "!edit 42", "!modifier 42"),
        ("!cherhcer", "Did you mean !search", "Vouliez-vous dire !chercher"),
        ("!masquer 1", "!hide is for the moderators", "!masquer est réservé"),
        ("!bloquer x.org", "!block", "!bloquer"),
    ):
        assert there in await english.say(asked, BRUNO)
        assert elsewhere in await english.say(asked, BRUNO, OTHER_ROOM)


async def test_what_is_late_or_refused_at_the_door_too(english: Conversation) -> None:
    said = await english.say("hello", BRUNO, stranger=True, direct=True)
    assert said.startswith("Hello!")
    assert (await english.say("bonjour", CLAIRE, OTHER_ROOM, direct=True)).startswith("Je n'ai pas")


async def test_somebody_chooses_theirs_in_their_direct_chat(talk: Conversation) -> None:
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
    said = await talk.say("langue anglais", room=CHAT, direct=True)
    assert said.startswith("Done: here I speak English")
    assert "!share" in await talk.say("aide", room=CHAT, direct=True)
    assert "!partager" in await talk.say("!aide")
    acts, _ = await talk.store.read.journal.read(Wanted(), 10)
    assert acts == [], "it is nobody else's business"


async def test_a_direct_chat_is_told_how(talk: Conversation) -> None:
    assert "Votre langue : !langue anglais" in await talk.say("!salon", direct=True)


async def test_the_journal_keeps_who_chose_it(english: Conversation) -> None:
    acts, _ = await english.store.read.journal.read(Wanted(), 10)
    assert [(a.who, a.what, a.why) for a in acts] == [(ANNE, "set language", "en")]
    said = await english.say("!journal", CLAIRE, OTHER_ROOM)
    assert "choisit la langue de" in said


async def test_it_is_known_after_a_start(english: Conversation) -> None:
    started = speaking("fr")
    started.changed(await english.store.read.languages.all())
    assert started.views_of(HELP_ROOM).texts.language == "en"
    assert started.views_of(OTHER_ROOM).texts.language == "fr"


async def test_a_room_that_is_upgraded_keeps_it(english: Conversation) -> None:
    new = RoomId("!neuf:example.org")
    async with english.store.transaction() as tx:
        await tx.rooms.join(Room(id=new))
        await tx.rooms.succeed(HELP_ROOM, new)
        await tx.languages.moved(HELP_ROOM, new)
    assert "Language · English" in await english.say("!salon", room=new)


async def test_what_failed_changes_nothing(talk: Conversation) -> None:
    with pytest.raises(RuntimeError):
        async with talk.store.transaction() as tx:
            await tx.languages.put(HELP_ROOM, "en")
            raise RuntimeError
    async with talk.store.transaction() as tx:
        await tx.sync.first_time(talk.last)
    assert "Langue · français" in await talk.say("!salon")


async def test_each_command_has_its_english_name_in_an_english_room(
    english: Conversation,
) -> None:
    for command in COMMANDS:
        said = await english.say(f"!aide {command.name}", CLAIRE, power=50)
        assert f"!{command.english}" in said.splitlines()[0]


async def in_english(talk: Conversation, kind: Kind, words: str) -> None:
    """The last message of that kind says so, and nothing in French."""
    said = (await talk.queued(kind))[-1]
    assert words in words_of(said) and spoken_in(said.document) == {"en"}


async def with_chat(talk: Conversation) -> None:
    """Anne has a direct chat with the bot, in English."""
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
        await tx.languages.put(CHAT, "en")


async def test_moderators_are_asked_in_their_language_and_the_author_told_in_hers(
    talk: Conversation,
) -> None:
    await with_chat(talk)
    talk.desk, talk.reviewed = OTHER_ROOM, {HELP_ROOM}
    async with talk.store.transaction() as tx:
        await tx.languages.put(OTHER_ROOM, "en")
    assert "attend la relecture" in await talk.say("!partager Guide RGAA\nUn texte.")
    await in_english(talk, Kind.PROMPT, "Share to review · by @anne")
    await talk.say("!accept 1", BRUNO, OTHER_ROOM)
    await in_english(talk, Kind.NOTE, "Good news: your share is published")

    await talk.say("!partager Autre guide\nAutre texte.")
    await talk.say("!refuse 2 too short", BRUNO, OTHER_ROOM)
    await in_english(talk, Kind.NOTE, "The reason: “too short”")


async def test_what_is_hidden_or_proposed_is_told_in_the_language_of_the_author(
    talk: Conversation,
) -> None:
    await with_chat(talk)
    await talk.say("!partager Guide RGAA\nUn texte.")
    assert "est gardée" in await talk.say("!modifier 1 titre: Guide du RGAA", BRUNO)
    await in_english(talk, Kind.PROMPT, "proposes to edit card")
    await talk.say("!masquer 1 doublon", BRUNO, power=50)
    await in_english(talk, Kind.NOTE, "The reason: “doublon”")


async def test_what_becomes_of_a_proposal_is_told_where_it_was_made(english: Conversation) -> None:
    await english.say("!partager Guide RGAA\nUn texte.", room=OTHER_ROOM)
    await english.say("!edit 1 title: Guide du RGAA", BRUNO)
    assert "merci" in (await english.say("!refuser 1", room=OTHER_ROOM)).lower()
    await in_english(english, Kind.NOTE, "Thank you for proposing to edit card")


async def test_whoever_else_is_asked_for_a_yes_is_asked_in_their_chats_language(
    talk: Conversation,
) -> None:
    await with_chat(talk)
    await talk.say("!partager Guide RGAA visible : salon\nUn texte.")
    await talk.say("!visible 1 réseau", BRUNO, power=50)
    await in_english(talk, Kind.PROMPT, "This card would be visible to the network")


async def test_who_asked_is_told_of_an_answer_in_their_rooms_language(
    english: Conversation,
) -> None:
    await english.say("!ask Who has a guide?")
    await english.say("!répondre 1 Le guide du RGAA", BRUNO, OTHER_ROOM)
    await in_english(english, Kind.PROMPT, "?")


async def test_what_is_kept_of_somebody_is_told_in_their_chats_language(
    talk: Conversation,
) -> None:
    await with_chat(talk)
    await talk.say("!partager Guide RGAA\nUn texte.")
    said = {one.room: one.document for one in await talk.tell("!mes-données")}
    assert (spoken_in(said[CHAT]), spoken_in(said[HELP_ROOM])) == ({"en"}, {"fr"})


async def test_moderators_who_look_for_words_of_others_are_asked_in_their_language(
    english: Conversation,
) -> None:
    english.desk = HELP_ROOM
    await english.say("!mes-données autres Anne Martin", room=OTHER_ROOM)
    await in_english(english, Kind.PROMPT, "Anne Martin")
    await english.say("!yes", CLAIRE, answers=await english.question())
    assert spoken_in((await english.queued(Kind.NOTE))[-1].document) == {"fr"}


async def test_authors_of_many_hidden_cards_are_told_in_their_chats_language(
    talk: Conversation,
) -> None:
    await with_chat(talk)
    await talk.say("!partager Guide RGAA\nUn texte.")
    await talk.say("!masquer de:@anne raison : doublon", BRUNO, power=50)
    await talk.say("!appliquer 1", BRUNO, power=50)
    await in_english(talk, Kind.NOTE, "The reason: “doublon”")


async def test_what_is_typed_of_news_is_shown_in_english(english: Conversation) -> None:
    cap = await source(english)
    await publish(english, cap, "A bridge", "Of stone.")
    assert "Filter “Cap'Com”: class:prizes" in await english.say(
        "!source filter 1 class:prix", CLAIRE
    )
    assert "did you mean “prizes”" in await english.say("!source filter 1 class:palmarse", CLAIRE)
    assert "class:jobs" in await english.say("!news jobs")
    said = await english.say("!item 1 class zebra", CLAIRE)
    assert "prizes, calls, events" in said


async def test_no_command_says_anything_in_french_in_an_english_room(
    english: Conversation,
) -> None:
    texts = Translator("en")
    await english.say("!share RGAA guide\nA text.", CLAIRE)
    for command in COMMANDS:
        sample = re.sub(r"\b(?:42|12)\b", "1", command.sample(texts))
        for typed in (sample, f"!{command.english}"):
            if typed != "!room language french":
                await english.say(typed, CLAIRE, power=50)
    said = [one for one in await english.all_heard() if one.document]
    assert len(said) > len(COMMANDS)
    for one in said:
        assert "fr" not in spoken_in(one.document), one.document
