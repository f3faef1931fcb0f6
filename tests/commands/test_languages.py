"""Each room has its language, and each person theirs in a direct chat."""

import pytest

from commonsbot.commands import COMMANDS
from commonsbot.domain.acts import Wanted
from commonsbot.domain.ids import RoomId
from commonsbot.domain.rooms import Room
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation
from tests.languages import speaking

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
