"""Who can see what was shared where: direct chats and encrypted rooms."""

from collections.abc import AsyncIterator

import pytest

from commonsbot.demo.people import Person
from commonsbot.demo.secret_people import SecretPerson
from tests.rooms.networks import HELP, INTRODUCTION, Network, words

pytestmark = pytest.mark.rooms


async def chat_with(network: Network, person: Person) -> str:
    """A direct chat of `person` with the bot, which has introduced itself."""
    bot = network.bot.user_id
    chat = await person.create_room(direct=True, invite=(bot,), preset="trusted_private_chat")
    await network.introduced(person, chat)
    return chat


@pytest.fixture(scope="module")
async def secret(town: Network) -> AsyncIterator[tuple[SecretPerson, str]]:
    """Denise, who reads encrypted messages, and an encrypted room she made in the network."""
    async with town.secret_member("denise-secret") as denise:
        await denise.join(town.room)
        room = await denise.create_room("Direction", encrypted=True, invite=(town.bot.user_id,))
        await town.introduced(denise, room)
        yield denise, room


async def test_in_a_direct_chat_the_mark_is_optional_and_nobody_is_mentioned(
    town: Network,
) -> None:
    chat = await chat_with(town, town.bruno)
    answer = await town.ask(town.bruno, "aide", chat)
    assert HELP in words(answer)
    assert answer["content"]["m.mentions"] in ({}, {"user_ids": []})
    assert "Je n'ai pas compris" in words(await town.ask(town.bruno, "et alors", chat))


async def test_a_share_in_a_direct_chat_is_for_the_network(town: Network) -> None:
    chat = await chat_with(town, town.bruno)
    number = await town.share(town.bruno, "partager Une charte graphique adaptable", chat)
    assert "visible par le réseau" in words(await town.ask(town.anne, f"!fiche {number}"))


async def test_an_author_who_does_not_sign_is_named_nowhere(town: Network) -> None:
    number = await town.share(town.bruno, "!partager Un courrier type zinzolin")
    chat = await chat_with(town, town.bruno)
    signed = words(await town.ask(town.bruno, f"!signer {number} fonction chargé de com", chat))
    assert "« chargé de com »" in signed
    for asked in (f"!fiche {number}", "!chercher zinzolin", f"!créditer {number}"):
        content = str((await town.ask(town.anne, asked))["content"])
        assert "zinzolin" in content and "bruno" not in content.lower()
    assert "zinzolin" not in words(await town.ask(town.anne, "!chercher de:bruno"))
    assert "zinzolin" in words(await town.ask(town.bruno, "!chercher courrier de:moi", chat))


async def test_opening_a_direct_chat_makes_nobody_a_moderator(town: Network) -> None:
    chat = await chat_with(town, town.bruno)
    assert "réservé aux modérateurs" in words(await town.ask(town.bruno, "source liste", chat))


async def test_an_encrypted_room_is_told_that_its_cards_stay_there(
    town: Network, secret: tuple[SecretPerson, str]
) -> None:
    denise, room = secret
    introduction = await denise.wait(INTRODUCTION, room=room)
    assert "Ce salon est chiffré" in words(introduction)


async def test_a_room_that_is_not_encrypted_is_told_so_before_and_with_its_first_card(
    town: Network,
) -> None:
    room = await town.new_room("Ouvert")
    assert "Ce salon n'est pas chiffré" in words(await town.introduced(town.anne, room))
    first = words(await town.ask(town.bruno, "!partager Une première", room))
    second = words(await town.ask(town.bruno, "!partager Une deuxième", room))
    assert "Ce salon n'est pas chiffré" in first
    assert "chiffré" not in second


async def test_a_room_that_becomes_encrypted_keeps_its_cards_and_is_told_so(
    town: Network, secret: tuple[SecretPerson, str]
) -> None:
    denise, _ = secret
    room = await denise.create_room("Bientôt chiffré", invite=(town.bot.user_id,))
    await town.introduced(denise, room)
    await town.ask(denise, "!partager Avant", room)
    await denise.set_state(room, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    await denise.wait(room=room, predicate=lambda event: event["type"] == "m.room.encryption")
    shared = words(await town.ask(denise, "!partager Après", room))
    assert "Ce salon est maintenant chiffré" in shared
    assert "Visible par ce salon." in shared
    assert "Visible par le réseau" not in shared


async def test_what_an_encrypted_room_shares_is_seen_there_only(
    town: Network, secret: tuple[SecretPerson, str]
) -> None:
    denise, room = secret
    number = await town.share(denise, "!partager Organigramme confidentiel", room)
    found = words(await town.ask(denise, "!chercher organigrame", room))
    assert f"n° {number} · Organigramme confidentiel" in found
    assert "Aucune fiche" in words(await town.ask(town.bruno, "!chercher organigramme"))
    assert "Il n'y a pas de fiche" in words(await town.ask(denise, f"!fiche {number}", town.room))
    assert "Organigramme" not in words(await town.ask(town.bruno, "!récent"))


async def test_themes_of_an_encrypted_room_are_counted_there_only(
    town: Network, secret: tuple[SecretPerson, str]
) -> None:
    denise, room = secret
    shared = words(await town.ask(denise, "!partager Rondes #laïcité\nAvec GLPI #zéphyr", room))
    assert "Thèmes : #laïcité #zéphyr." in shared and "reconnus : #glpi." in shared
    assert "#laïcité (1)" in words(await town.ask(denise, "!thèmes", room))
    assert "#zéphyr" in words(await town.ask(denise, "!thèmes", room))
    outside = words(await town.ask(town.bruno, "!thèmes tous"))
    assert "#laïcité" in outside and "#laïcité (" not in outside and "#zéphyr" not in outside
    assert "aucune fiche visible" in words(await town.ask(town.bruno, "!thème laïcité"))
    assert "aucune fiche visible" in words(await town.ask(town.bruno, "!outil glpi"))
    assert "Je ne connais pas" in words(await town.ask(town.bruno, "!thème zéphyr"))
    assert "#zéphyr" not in words(await town.ask(town.anne, "!thème propositions"))


async def test_the_bot_speaks_encrypted_in_an_encrypted_room(
    town: Network, secret: tuple[SecretPerson, str]
) -> None:
    denise, room = secret
    await town.ask(denise, "!aide", room)
    kinds = {e["type"] for e in await denise.messages(room) if e["sender"] == town.bot.user_id}
    assert "m.room.encrypted" in kinds
    assert "m.room.message" not in kinds


async def test_a_direct_chat_shows_what_ones_own_rooms_hold_and_not_others(
    town: Network, secret: tuple[SecretPerson, str]
) -> None:
    denise, room = secret
    number = await town.share(denise, "!partager Trombinoscope réservé", room)
    hers, his = await chat_with(town, denise), await chat_with(town, town.bruno)
    assert "Trombinoscope réservé" in words(await town.ask(denise, f"fiche {number}", hers))
    assert "Trombinoscope" in words(await town.ask(denise, "chercher trombinoscope", hers))
    assert "Il n'y a pas de fiche" in words(await town.ask(town.bruno, f"fiche {number}", his))
    assert "Aucune fiche" in words(await town.ask(town.bruno, "chercher trombinoscope", his))


async def test_leaving_a_room_ends_seeing_its_cards_in_a_direct_chat(
    town: Network, secret: tuple[SecretPerson, str]
) -> None:
    denise, room = secret
    await denise.invite(room, town.bruno.user_id)
    await town.bruno.join(room)
    number = await town.share(denise, "!partager Annuaire des élus", room)
    his = await chat_with(town, town.bruno)
    assert "Annuaire" in words(await town.ask(town.bruno, f"fiche {number}", his))
    await town.bruno.leave(room)
    assert "Il n'y a pas de fiche" in words(await town.ask(town.bruno, f"fiche {number}", his))
