"""!diagnostic on a real homeserver: what it says is so."""

import pytest
from nio.crypto import Olm
from nio.store import SqliteMemoryStore

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.demo.people import Person
from commonsbot.matrix.cross_signing import Identity, Seeds
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import INTRODUCTION, PASSWORD, Network, words
from tests.rooms.test_hardening import Withheld, secret_members
from tests.rooms.test_identity import announce

pytestmark = pytest.mark.rooms


async def ask(network: Network, person: Person, room: str = "") -> str:
    return words(await network.ask(person, "!diagnostic", room))


async def forgotten_device(network: Network, person: Person) -> str:
    """Another device of `person`, which left no one-time key; its id."""
    name = person.user_id[1:].partition(":")[0]
    account = await network.server.register(name, PASSWORD)
    machine = Olm(
        account.user_id,
        account.device_id,
        SqliteMemoryStore(account.user_id, account.device_id),
    )
    keys = {"device_keys": machine.share_keys()["device_keys"]}
    async with ClientApi(network.server.url, account.access_token) as api:
        await api.post(f"{CLIENT}/keys/upload", keys)
    return account.device_id


async def test_a_room_of_the_network_is_well(town: Network) -> None:
    said = await ask(town, town.anne)
    assert said.startswith("Diagnostic : tout va bien.")
    assert "Salon non chiffré" in said
    assert "ouvert aux membres de son espace · version 12" in said
    assert "Historique : les nouveaux membres lisent tout ce qui précède." in said
    assert "Mes droits : niveau 0." in said


async def test_a_room_where_members_may_not_react_is_told_of(town: Network) -> None:
    room = await town.new_room("Annonces", power={"events": {"m.reaction": 50}})
    await town.introduced(town.anne, room)
    assert "autoriser les réactions à tous" in await ask(town, town.anne, room)


async def test_it_is_refused_to_members(town: Network) -> None:
    assert "réservé aux modérateurs" in await ask(town, town.bruno)


async def test_tchaps_access_rule_is_read_when_it_is_there_and_when_it_changes(
    town: Network,
) -> None:
    room = await town.new_room("Tchap")
    await town.introduced(town.anne, room)
    assert "Tchap" not in await ask(town, town.anne, room)
    for rule, said in (("restricted", "réservé aux agents"), ("unrestricted", "ouvert aux inv")):
        await town.anne.set_state(room, "im.vector.room.access_rules", {"rule": rule})
        assert f"Accès Tchap : {said}" in await ask(town, town.anne, room)


async def test_an_upgraded_room_tells_its_version(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    old = await network.new_room("Ancien", version="11")
    await network.introduced(network.anne, old)
    assert "version 11" in await ask(network, network.anne, old)
    new = await network.anne.upgrade(old, "12")
    await network.anne.wait_for_member(new, network.bot.user_id)
    assert "version 12" in await ask(network, network.anne, new)


async def test_an_identity_made_elsewhere_is_told_with_the_way_out(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await announce(network, Identity(network.bot.user_id, Seeds.fresh()))
    await network.start()
    said = await ask(network, network.anne)
    assert said.startswith("Diagnostic : voici ce qui ne va pas.")
    assert "faite ailleurs" in said and "commonsbot identity reset" in said


async def test_who_cannot_read_whom_in_an_encrypted_room(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    bot = network.bot.user_id
    async with secret_members(network, "emile-diag", "fanny-diag") as (emile, fanny):
        device = await forgotten_device(network, fanny)
        room = await emile.create_room(encrypted=True, invite=(bot, fanny.user_id))
        await fanny.join(room)
        await emile.wait(INTRODUCTION, room=room)
        withheld = Withheld(fanny)
        await fanny.send(room, "bonjour")
        await network.bot.logged("messages without their key", room=room)
        said = await ask(network, emile, room)
        assert f"@fanny-diag · ne peut pas me lire sur « {device} »" in said
        assert "@fanny-diag · 1 message que je n'ai pas pu lire" in said
        await withheld.release()
        assert "que je n'ai pas pu lire" not in await ask(network, emile, room)
        await network.bot.stop()
        await network.bot.start()
        assert "redemandez maintenant" in await ask(network, emile, room)
        assert device in await ask(network, emile, room)
