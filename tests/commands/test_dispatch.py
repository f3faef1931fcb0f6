"""What is for the bot, what is not, and how forgiving it is."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonsbot.commands import COMMANDS
from commonsbot.commands.command import Command
from commonsbot.commands.parse import Table, read_call
from commonsbot.domain.ids import EventId
from commonsbot.domain.roles import Role
from tests.commands.conftest import ANNE, BRUNO, Conversation, words_of

TABLE = Table.of(COMMANDS)


@pytest.mark.parametrize(
    "typed",
    ["!aide", "!AIDE", "! aide", "!\u00a0aide", "!\u202faide", "!Aide.", "!help", "！aide"],
)
async def test_what_a_phone_does_to_a_command_is_forgiven(talk: Conversation, typed: str) -> None:
    assert "Ce que je sais faire" in await talk.say(typed)


@pytest.mark.parametrize(
    "typed", ["Bonjour", "!", "!!!", "!?", "! Attention, réunion à 14 h", "Super !", "!…"]
)
async def test_ordinary_talk_is_left_alone(talk: Conversation, typed: str) -> None:
    assert await talk.answer(typed) is None


async def test_the_mark_is_optional_in_a_direct_chat_and_after_a_mention(
    talk: Conversation,
) -> None:
    assert "Ce que je sais faire" in await talk.say("aide", direct=True)
    assert "Ce que je sais faire" in await talk.say("Aide", mentioned=True)
    assert await talk.answer("aide") is None


async def test_the_bots_name_alone_asks_for_help(talk: Conversation) -> None:
    assert "Ce que je sais faire" in await talk.say("", mentioned=True)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("!cherhcer budget", "!chercher"),
        ("!fich 3", "!fiche"),
        ("!partagr Titre", "!partager"),
        ("!letre maintenant", "!lettre maintenant"),
        ("!source ajoutr https://example.org", "!source ajouter"),
        ("!serch budget", "!chercher"),
    ],
)
async def test_an_unknown_command_gets_the_nearest_one(
    talk: Conversation, typed: str, meant: str
) -> None:
    assert f"Vouliez-vous dire {meant} ?" in await talk.say(typed)


async def test_a_word_like_no_command_gets_the_way_to_help(talk: Conversation) -> None:
    assert "Je ne connais pas !xyzzyx" in await talk.say("!xyzzyx")
    assert "Je n'ai pas compris" in await talk.say("coucou toi", direct=True)


async def test_help_shows_only_what_the_person_may_do(talk: Conversation) -> None:
    assert "!source" not in await talk.say("!aide")
    assert "!source ajouter" in await talk.say("!aide", power=50)
    assert "Je ne connais pas la commande" in await talk.say("!aide source ajouter")


async def test_help_explains_one_command_with_an_example(talk: Conversation) -> None:
    said = await talk.say("!aide partager")
    assert "La première ligne est le titre" in said
    assert "!share" in said
    assert said == await talk.say("!aide !Partager")


async def test_a_moderators_command_is_refused_to_a_member(talk: Conversation) -> None:
    assert "réservé aux modérateurs" in await talk.say("!lettre maintenant")


async def test_only_the_asker_is_mentioned(talk: Conversation) -> None:
    said = await talk.answer("!aide", BRUNO)
    assert said and said.mentions == (BRUNO,)
    direct = await talk.answer("aide", BRUNO, direct=True)
    assert direct and direct.mentions == ()


async def test_an_answer_stays_in_the_thread_it_was_asked_in(talk: Conversation) -> None:
    root = EventId("$root")
    said = await talk.answer("!aide", thread=root)
    assert said and said.thread == root and said.reply_to
    plain = await talk.answer("!aide")
    assert plain and plain.thread is None and plain.reply_to is None


async def test_a_question_is_quoted_only_when_others_wrote_since(talk: Conversation) -> None:
    said = await talk.answer("!aide", overtaken=True)
    assert said and said.reply_to


async def test_an_old_command_is_not_carried_out_but_answered_once(talk: Conversation) -> None:
    old = talk.clock.now - timedelta(minutes=11)
    first = await talk.answer("!aide", sent_at=old)
    second = await talk.answer("!récent", sent_at=old)
    assert "J'étais absent" in words_of(first)
    assert second is None


async def test_an_old_share_is_still_taken(talk: Conversation) -> None:
    said = await talk.say("!partager Titre", sent_at=talk.clock.now - timedelta(days=3))
    assert "n° 1 · Titre" in said


async def test_english_is_complete(talk: Conversation) -> None:
    english = Conversation(talk.store, talk.clock, language="en")
    assert "This is card no. 1 · Title" in await english.say("!share Title")
    assert "1 card" in await english.say("!search title")
    assert "What I can do" in await english.say("!help")


def test_every_name_is_of_one_command_only() -> None:
    names = [name for command in COMMANDS for name in command.names]
    assert len(names) == len(set(names))
    assert len(TABLE.by_name) == len(names)


def test_what_changes_the_room_is_for_moderators() -> None:
    moderators = {command.name for command in COMMANDS if command.role is Role.MODERATOR}
    assert {"source ajouter", "source retirer", "lettre maintenant"} <= moderators


@given(st.text(), st.booleans())
def test_any_text_is_read_without_failing(text: str, addressed: bool) -> None:
    call = read_call(text, addressed=addressed, known=TABLE.heads())
    if call and call.words.strip():
        TABLE.find(call.words)
        TABLE.nearest(call.words)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=st.text(min_size=1), command=st.sampled_from(COMMANDS))
async def test_no_value_makes_a_command_fail(
    talk: Conversation, value: str, command: Command
) -> None:
    said = await talk.answer(f"!{command.name} {value}", ANNE, power=100)
    assert said is None or said.document
