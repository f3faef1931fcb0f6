"""A bot that lost its machine comes back from its backup."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.store.backup import back_up
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import PASSWORD, Network, words

pytestmark = pytest.mark.rooms


async def commonsbot(network: Network, verb: str, *more: object) -> tuple[int, str]:
    """What `commonsbot VERB …` ends with and says, in English."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "commonsbot", verb, *map(str, more)),
        *("--lang", "en", "-c", str(network.bot.folder / "commonsbot.yaml")),
        stdout=PIPE,
        stderr=PIPE,
    )
    out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, (out + err).decode()


async def lose_the_machine(network: Network) -> None:
    await network.bot.kill()
    data = network.bot.folder / "data"
    data.rename(data.with_name("lost"))


async def devices_of(network: Network) -> set[str]:
    async with ClientApi(network.server.url, network.bot.account.access_token) as api:
        listed = (await api.get(f"{CLIENT}/devices"))["devices"]
        return {device["device_id"] for device in listed}


async def test_what_was_shared_before_and_since_is_there_again(
    new_network: NewNetwork, tmp_path: Path
) -> None:
    network = await new_network()
    network.bot.give_secret(password=PASSWORD)
    await network.start()
    before = await network.share(network.anne, "!partager Décrire une image en une phrase.")
    code, said = await commonsbot(network, "backup", tmp_path / "backups")
    assert code == 0, said
    since = await network.share(network.bruno, "!partager Relire à voix haute.")
    await lose_the_machine(network)
    (archive,) = (tmp_path / "backups").iterdir()
    code, said = await commonsbot(network, "restore", archive, "--with-device")
    assert code == 1 and "while the bot ran" in said
    code, said = await commonsbot(network, "restore", archive)
    assert code == 0, said
    devices = await devices_of(network)
    await network.bot.start()
    for number, title in ((before, "Décrire une image"), (since, "Relire à voix haute")):
        # What was said since the backup is answered again, perhaps before this question.
        asked = await network.claire.send(network.room, f"!fiche {number}")
        bot = network.bot.user_id
        await network.claire.wait(title, room=network.room, sender=bot, after=asked)
    assert len(await devices_of(network) - devices) == 1
    await understood_in_an_encrypted_room(network)


async def test_a_device_at_rest_moves_with_its_backup(
    new_network: NewNetwork, tmp_path: Path
) -> None:
    network = await new_network()
    network.bot.give_secret(password=PASSWORD)
    await network.start()
    number = await network.share(network.anne, "!partager Une affiche par idée.")
    await network.bot.stop()
    backups = tmp_path / "backups"
    code, said = await commonsbot(network, "backup", backups)
    assert code == 0, said
    (early,) = backups.iterdir()
    code, said = await commonsbot(network, "restore", early, "--with-device", "--force")
    assert code == 1 and "less than five minutes before" in said
    later = datetime.now(UTC) + timedelta(minutes=6)  # as if it had rested that long
    made = back_up(network.bot.folder / "data", backups, network.bot.user_id, "test", later)
    await lose_the_machine(network)
    devices = await devices_of(network)
    code, said = await commonsbot(network, "restore", made.path, "--with-device")
    assert code == 0, said
    await network.bot.start()
    assert "Une affiche par idée" in words(await network.ask(network.claire, f"!fiche {number}"))
    assert await devices_of(network) == devices
    await understood_in_an_encrypted_room(network)


async def understood_in_an_encrypted_room(network: Network) -> None:
    name = f"denise{network.bot.user_id[11:].partition(':')[0]}"
    async with network.secret_member(name) as denise:
        room = await denise.create_room(encrypted=True, invite=(network.bot.user_id,))
        await network.introduced(denise, room)
        assert "fiche" in words(await network.ask(denise, "!partager Entre nous.", room))
