"""Trying, thanking, following and asking, in real rooms."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from commonsbot.demo.homeserver import Homeserver
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import Network, network_on, words

pytestmark = pytest.mark.rooms

WEEK = 7 * 86_400_000

SOON = {"notes": {"group_for": "1 s"}}


@pytest.fixture(scope="module")
async def any_time(
    server: Homeserver, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Network]:
    """A network whose bot speaks at any hour."""
    folder = tmp_path_factory.mktemp("exchanges") / "bot"
    async with network_on(server, folder, **SOON) as network:
        await network.start()
        yield network


async def test_a_trial_is_told_and_read_on_the_card(town: Network) -> None:
    number = await town.share(town.anne, "!partager Vœux filmés au téléphone")
    card = words(await town.ask(town.bruno, f"!testé {number}"))
    filled = card.replace("Habitants :", "Habitants : 900").replace("repris", "adapté", 1)
    assert "vous l'avez adapté" in words(await town.ask(town.bruno, filled))
    assert "repris par une collectivité" in words(await town.ask(town.anne, f"!fiche {number}"))
    told = words(await town.ask(town.anne, f"!essais {number}"))
    assert "moins de 2 000 habitants" in told
    assert town.bruno.user_id.split(":")[0] not in told


async def test_a_question_is_answered_in_its_thread_and_closed_by_its_asker(
    any_time: Network,
) -> None:
    town = any_time
    asked = await town.bruno.send(town.room, "!question Quel logiciel de sous-titrage ?")
    said = words(await town.answer(town.bruno, asked))
    number = said.partition("n° ")[2].split()[0]
    replied = await town.anne.send(town.room, "!repondre Subtitle Edit", thread=asked)
    answer = words(await town.answer(town.anne, replied))
    assert f"question n° {number}" in answer
    prompt = await town.bruno.wait(
        "est-ce que cela répond", room=town.room, sender=town.bot.user_id
    )
    assert prompt["content"]["m.mentions"] == {"user_ids": [town.bruno.user_id]}
    await town.bruno.react(town.room, prompt["event_id"], "✅")
    await town.bruno.wait("a sa réponse", room=town.room, sender=town.bot.user_id)
    assert "Réponse : n°" in words(await town.ask(town.anne, f"!fiche {number}"))


async def test_thanks_reach_the_author_in_an_encrypted_chat_that_the_bot_opens(
    new_network: NewNetwork,
) -> None:
    town = await new_network(**SOON)
    name = f"zoe-of-{town.anne.user_id[1:].partition(':')[0]}"
    async with town.secret_member(name) as zoe:
        await zoe.join(town.room)
        await town.start()
        number = await town.share(zoe, "!partager Vœux filmés au téléphone")
        await town.ask(town.bruno, f"!merci {number}")
        async with asyncio.timeout(30):
            while not (chats := zoe.invites - {town.space}):
                await zoe.seen.grown.wait()
        (chat,) = chats
        await zoe.join(chat)
        note = await zoe.wait("a servi", room=chat, sender=town.bot.user_id, deadline=40)
        assert "un merci de" in words(note)
        assert (await zoe.as_kept(chat, note["event_id"]))["type"] == "m.room.encrypted"


async def test_who_follows_a_theme_is_told_of_what_others_share(any_time: Network) -> None:
    bruno, anne, room, bot = any_time.bruno, any_time.anne, any_time.room, any_time.bot
    assert "je vous préviendrai ici" in words(await any_time.ask(bruno, "!suivre #accessibilite"))
    await any_time.share(anne, "!partager Contrastes des affiches #accessibilité")
    alert = await bruno.wait("Du nouveau", room=room, sender=bot.user_id, deadline=40)
    assert "Contrastes des affiches" in words(alert)
    assert alert["content"]["m.mentions"] == {"user_ids": [bruno.user_id]}
    assert "accessibilité" in words(await any_time.ask(bruno, "!suivis"))


async def test_what_came_of_a_test_is_asked_once_its_time_has_come(any_time: Network) -> None:
    anne, room, bot = any_time.anne, any_time.room, any_time.bot
    number = await any_time.share(anne, "!partager type : test\nSondage par SMS avant travaux")
    await bot.stop()
    planned = (
        "SELECT count(*) FROM duty JOIN resource ON resource.id = resource_id"
        " WHERE duty.kind = 'outcome' AND due_at - created_at BETWEEN ? AND ?"
    )
    assert bot.count(planned, 6 * WEEK - 1000, 6 * WEEK + 1000) == 1
    bot.alter("UPDATE duty SET due_at = 0 WHERE kind = 'outcome'")
    await bot.start()
    asked = await anne.wait("Vous testiez", room=room, sender=bot.user_id, deadline=40)
    abandoned = await anne.react(room, asked["event_id"], "❌")
    assert "C'est noté : abandonné" in words(await any_time.answer(anne, abandoned))
    assert "1 abandon" in words(await any_time.ask(anne, f"!fiche {number}"))
