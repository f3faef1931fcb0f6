"""!aide: short enough for a phone, and complete."""

from collections import Counter

from commonsbot.commands import COMMANDS
from commonsbot.commands.topics import FIRST, TOPICS
from commonsbot.domain.roles import Role
from tests.commands.conftest import CLAIRE, Conversation


def test_each_command_of_members_is_named_once() -> None:
    named = Counter([*FIRST, *(id for ids in TOPICS.values() for id in ids)])
    assert named == Counter(each.id for each in COMMANDS if each.role is Role.MEMBER)


async def test_a_newcomer_reads_what_matters_first(talk: Conversation) -> None:
    said = (await talk.say("!aide")).splitlines()
    assert said[2].startswith("• !partager titre · ")
    assert "• Suivre : !suivre, !suivis, !arrêter, !lettre" in said
    assert len(said) < 23
    assert not [line for line in said if "!source" in line]


async def test_a_moderator_reads_what_they_may_do_too(talk: Conversation) -> None:
    assert "!source ajouter, liste, retirer" in await talk.say("!aide", CLAIRE)


async def test_it_is_said_in_english_with_english_names(talk: Conversation) -> None:
    talk.language = "en"
    talk.__post_init__()
    assert "• Follow: !follow, !following, !unfollow" in await talk.say("!help")
