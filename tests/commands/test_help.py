"""!aide: short enough for a phone, and complete."""

import re
from collections import Counter

import pytest

from commonsbot.commands import COMMANDS
from commonsbot.commands.parse import Table
from commonsbot.commands.topics import FIRST, TOPICS
from commonsbot.domain.folding import fold
from commonsbot.domain.roles import Role
from commonsbot.texts import LANGUAGES
from tests.commands.conftest import CLAIRE, Conversation
from tests.languages import FILES


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
    assert "!source ajouter, retirer, liste" in await talk.say("!aide", CLAIRE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_name_commands_as_their_language_does(language: str) -> None:
    table, other = Table.of(COMMANDS), next(one for one in LANGUAGES if one != language)
    for file in FILES.glob(f"*{language}.ftl"):
        for named in re.findall(r"`!(\w[^`]*)`", file.read_text()):
            command, rest = table.find(named) or pytest.fail(f"{file.name}: !{named}")
            typed = fold(named.removesuffix(rest).strip())
            wrong = fold(command.called(other))
            assert typed != wrong or wrong == fold(command.called(language)), named


async def test_it_is_said_in_english_with_english_names(talk: Conversation) -> None:
    talk.language = "en"
    talk.__post_init__()
    assert "• Follow: !follow, !following, !unfollow" in await talk.say("!help")


async def test_a_word_that_begins_several_commands_shows_them_all(talk: Conversation) -> None:
    said = await talk.say("!aide source", CLAIRE)
    assert said.startswith("!source liste numéro ou nom")
    assert "!source catalogue · montre les sources toutes prêtes" in said
    assert "!source liste" not in said.split("Et aussi :")[1]
    assert "Et aussi" not in await talk.say("!aide source tester", CLAIRE)
    assert "!thème fusionner" not in await talk.say("!aide thème")
    assert "!thème fusionner" in await talk.say("!aide thème", CLAIRE)
