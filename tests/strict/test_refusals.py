"""Clients that give the bot no key: everybody who can do something about it learns what."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from commonsbot.demo.homeserver import Homeserver
from commonsbot.matrix.cross_signing import Identity, Seeds
from tests.rooms.networks import CARD_MADE, HELP, Network, network_on, words
from tests.rooms.test_identity import announce
from tests.strict.conftest import NewStrict
from tests.strict.people import StrictPerson

pytestmark = pytest.mark.rooms

REFUSES = "a member's device gives us no key, because ours is not verified: look at"


@pytest.fixture
async def network(
    server: Homeserver, strict_client: None, tmp_path: Path
) -> AsyncIterator[Network]:
    """Its bot is not started."""
    async with network_on(server, tmp_path / "bot") as network:
        yield network


async def salon(network: Network, *people: StrictPerson) -> str:
    """An encrypted room of these people, where the first of them has read the bot."""
    first, *others = people
    for person in people:
        await network.anne.invite(network.space, person.user_id)
        await person.join(network.space)
    room = await first.create_room("Direction", encrypted=True)
    for user in (*(person.user_id for person in others), network.bot.user_id):
        await first.invite(room, user)
    for person in others:
        await person.join(room)
    await network.introduced(first, room)
    return room


async def test_a_member_who_writes_to_verified_people_only_is_told_at_once_how_to_reach_it(
    network: Network, new_strict: NewStrict
) -> None:
    await network.start()
    luc = await new_strict(signs=False)
    room = await salon(network, luc)
    await luc.write_to_verified_only(True)
    asked = await luc.send(room, "!partager Un guide refusé")
    notice = await network.answer(luc, asked, room)
    assert "« Envoyer des messages uniquement aux utilisateurs vérifiés »" in words(notice)
    assert notice["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == asked
    await luc.write_to_verified_only(False)
    shared = words(await network.ask(luc, "!partager Un guide accepté", room))
    assert CARD_MADE in shared
    assert HELP in words(await network.ask(luc, "!aide", room))
    assert network.bot.count("SELECT count(*) FROM outbox WHERE key LIKE 'unread:%'") == 1


async def test_an_unsigned_bot_alarms_its_operator_and_tells_those_who_read_it(
    network: Network, new_strict: NewStrict
) -> None:
    await announce(network, Identity(network.bot.user_id, Seeds.fresh()))
    await network.start()
    zoe, luc = await new_strict(), await new_strict(signs=False)
    room = await salon(network, luc, zoe)
    asked = await zoe.send(room, "!aide")
    alarm = await network.bot.logged(f"{REFUSES} `commonsbot identity show`")
    assert (alarm["level"], alarm["code"]) == ("warning", "m.unverified")
    assert (alarm["sender"], alarm["room"]) == (zoe.user_id, room)
    notice = await luc.wait("Je n'ai pas pu lire", room=room, sender=network.bot.user_id)
    assert notice["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == asked
    assert "prévenez la personne qui m'administre" in words(notice)
    assert await zoe.refusal(notice["event_id"]) == "UNSIGNED_SENDER_DEVICE"
    said = words(await network.ask(luc, "!diagnostic", room))
    name = zoe.user_id.partition(":")[0]
    assert "Mon appareil n'est pas signé" in said
    assert f"{name} · 1 message que je n'ai pas pu lire" in said
    assert "m.unverified" in said
