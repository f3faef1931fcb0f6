"""Members keep the commons in order: real conversations, from the first word to the last."""

from collections.abc import AsyncIterator

import pytest

from commonsbot.demo.feeds import FeedServer
from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.people import Person
from commonsbot.demo.secret_people import SecretPerson
from commonsbot.demo.seen import Event
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import Network, eventually, is_message, network_on, words

pytestmark = pytest.mark.rooms

CARD = "!partager Guide RGAA #web\nUn texte utile."
DAY = 86_400_000
YES, NO = "✅", "❌"


@pytest.fixture(scope="module")
async def site() -> AsyncIterator[FeedServer]:
    async with FeedServer() as server:
        yield server


@pytest.fixture(scope="module")
async def network(
    server: Homeserver, site: FeedServer, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Network]:
    """A network whose bot may be stopped and looks at links every second."""
    settings = {
        "links": {"interval": "1 s"},
        "news": {"allowed_hosts": [f"127.0.0.1:{site.port}"]},
    }
    async with network_on(server, tmp_path_factory.mktemp("organise") / "bot", **settings) as made:
        await made.start()
        yield made


@pytest.fixture(scope="module")
async def secret(network: Network) -> AsyncIterator[tuple[SecretPerson, str]]:
    """Denise, who reads encrypted messages, and an encrypted room she made in the network."""
    async with network.secret_member("denise-organise") as denise:
        await denise.join(network.room)
        room = await denise.create_room("Direction", encrypted=True, invite=(network.bot.user_id,))
        await network.introduced(denise, room)
        yield denise, room


async def asked(
    network: Network, person: Person, said: str, room: str, after: str | None = None
) -> Event:
    """The bot's question that says so, put since the event `after`."""
    return await person.wait(
        room=room,
        sender=network.bot.user_id,
        predicate=lambda event: is_message(event) and said in words(event),
        after=after,
    )


async def propose(
    network: Network, person: Person, typed: str, said: str = "je vous dirai ce qu'il en est"
) -> str:
    """Sends « !modifier … », and reads that it is kept; the event."""
    sent = await person.send(network.room, typed)
    await person.wait(said, room=network.room, sender=network.bot.user_id, after=sent)
    return sent


async def chat_with(network: Network, person: Person) -> str:
    bot = network.bot.user_id
    chat = await person.create_room(direct=True, invite=(bot,), preset="trusted_private_chat")
    await network.introduced(person, chat)
    return chat


async def test_a_card_is_corrected_its_history_read_and_the_change_undone(town: Network) -> None:
    root = await town.anne.send(town.room, "Parlons du RGAA")
    number = await town.share(town.anne, CARD)
    said = await town.ask(
        town.anne, f"!modifier {number} titre: Guide RGAA 4 #falc -#web", thread=root
    )
    assert said["content"]["m.relates_to"]["event_id"] == root
    assert "titre : « Guide RGAA » devient « Guide RGAA 4 »" in words(said)
    history = words(await town.ask(town.bruno, f"!fiche {number} historique"))
    assert "2 versions" in history and "thèmes : ajouté : #falc" in history
    assert "Guide RGAA\n" in words(await town.ask(town.bruno, f"!fiche {number} version 1"))
    refused = words(await town.ask(town.bruno, f"!rétablir {number} 1"))
    assert "est rétablie par son auteur" in refused
    back = words(await town.ask(town.anne, f"!rétablir {number} 1"))
    assert "est revenue à sa version 1" in back


async def test_a_proposal_is_asked_in_a_thread_and_accepted_by_a_tap(network: Network) -> None:
    number = await network.share(network.anne, CARD)
    sent = await propose(network, network.bruno, f"!modifier {number} titre: Guide RGAA 4")
    question = await asked(network, network.anne, "propose de modifier", network.room, sent)
    assert question["content"]["m.relates_to"]["rel_type"] == "m.thread"
    assert question["content"]["m.mentions"] == {"user_ids": [network.anne.user_id]}
    tapped = await network.anne.react(network.room, question["event_id"], YES)
    done = await network.anne.wait("est modifiée", room=network.room, after=tapped)
    assert network.bruno.user_id in done["content"]["m.mentions"]["user_ids"]
    card = words(await network.ask(network.bruno, f"!fiche {number} historique"))
    assert "proposition acceptée par @anne" in card


async def test_a_moderator_answers_in_the_authors_place_and_a_member_does_not(
    network: Network,
) -> None:
    emile = await network.new_member("emile-organise")
    number = await network.share(network.bruno, "!partager Affiches\nLues de loin.")
    sent = await propose(network, emile, f"!modifier {number} type: outil")
    question = await asked(network, network.anne, "type : outil", network.room, sent)
    refused = words(await network.ask(emile, "!oui", reply_to=question["event_id"]))
    assert "rien demandé" in refused
    said = words(await network.ask(network.anne, f"!refuser {number} trop tôt"))
    assert "Merci à @emile" in said and "« trop tôt »" in said
    sent = await propose(network, emile, f"!modifier {number} type: modèle")
    question = await asked(network, network.anne, "L'accepter", network.room, sent)
    said = words(await network.ask(network.anne, "!oui", reply_to=question["event_id"]))
    assert "type : modèle" in said and "proposition de @emile" in said


async def test_an_encrypted_card_is_widened_by_its_author_alone(
    network: Network, secret: tuple[SecretPerson, str]
) -> None:
    denise, room = secret
    number = await network.share(denise, "!partager Organigramme\nQui fait quoi.", room)
    missing = f"Il n'y a pas de fiche n° {number}"
    assert missing in words(await network.ask(network.bruno, f"!fiche {number}"))
    question = await network.ask(denise, f"!visible {number} réseau", room)
    assert "serait visible par le réseau" in words(question)
    assert "Qui fait quoi." in words(question), "exactly what would be seen"
    assert missing in words(await network.ask(network.bruno, f"!fiche {number}"))
    await denise.react(room, question["event_id"], YES)
    await denise.wait("est maintenant visible par le réseau", room=room)
    assert "Qui fait quoi." in words(await network.ask(network.bruno, f"!fiche {number}"))
    await network.ask(denise, f"!visible {number} salon", room)
    assert missing in words(await network.ask(network.bruno, f"!fiche {number}"))


async def test_an_author_with_a_direct_chat_is_asked_there(
    network: Network, secret: tuple[SecretPerson, str]
) -> None:
    denise, room = secret
    fanny = await network.new_member("fanny-organise")
    await denise.invite(room, fanny.user_id)
    await fanny.join(room)
    chat = await chat_with(network, denise)
    number = await network.share(denise, "!partager Annuaire des services\nQui appeler.", room)
    hers = await chat_with(network, fanny)
    said = words(await network.ask(fanny, f"modifier {number} Trombinoscope", hers))
    assert "Votre proposition" in said
    question = await asked(network, denise, "propose de modifier", chat)
    assert "m.relates_to" not in question["content"]
    said = words(await network.ask(denise, "oui", chat))
    assert "« Annuaire des services » devient « Trombinoscope »" in said
    await asked(network, fanny, "est acceptée", hers)


async def test_two_cards_become_one_and_come_apart_again(town: Network) -> None:
    first = await town.share(town.anne, "!partager Charte graphique\nLes couleurs.")
    second = await town.share(town.bruno, "!partager La charte en couleurs\nLes logos.")
    await town.ask(town.anne, f"!merci {second}")
    done = words(await town.ask(town.claire, f"!fusionner {first} {second}"))
    assert f"La fiche n° {second} est réunie à la fiche n° {first}" in done
    card = words(await town.ask(town.anne, f"!fiche {second}"))
    assert "Les couleurs." in card and "Les logos." in card and "de @bruno" in card
    found = words(await town.ask(town.anne, "!chercher logos"))
    assert f"n° {first}" in found and f"n° {second} ·" not in found
    await town.ask(town.claire, f"!séparer {second}")
    card = words(await town.ask(town.anne, f"!fiche {second}"))
    assert "Les logos." in card and "Les couleurs." not in card and "1 merci" in card


async def test_a_licence_is_chosen_and_credited(town: Network) -> None:
    number = await town.share(town.anne, "!partager Kit de plantation\nPour les écoles.")
    await town.ask(town.anne, f"!licence {number} licence ouverte")
    credit = words(await town.ask(town.bruno, f"!créditer {number}"))
    assert "« Kit de plantation », @anne" in credit and "https://www.etalab.gouv.fr/" in credit
    asked_for = await town.ask(town.anne, f"!visible {number} public")
    await town.anne.react(town.room, asked_for["event_id"], NO)
    await town.anne.wait("reste visible par le réseau", room=town.room)


async def test_an_old_card_is_confirmed_by_one_tap(network: Network) -> None:
    number = await network.share(network.anne, "!partager Une vieille astuce\nElle marche.")
    await network.bot.stop()
    network.bot.alter(
        "UPDATE resource SET updated_at = updated_at - ? WHERE id = ?", 400 * DAY, number
    )
    await network.bot.start()
    prompts = "SELECT count(*) FROM prompt WHERE ask = 'review'"
    await eventually(lambda: network.bot.count(prompts) == 1, "the author is asked")
    question = await asked(network, network.anne, "Toujours valable ?", network.room)
    assert "Une vieille astuce" in words(question)
    await network.anne.react(network.room, question["event_id"], YES)
    await network.anne.wait("est confirmée", room=network.room)


async def test_a_dead_link_is_asked_about_and_forgiven(network: Network, site: FeedServer) -> None:
    url = f"http://127.0.0.1:{site.port}/disparue"
    number = await network.share(network.anne, f"!partager Plan\n{url}")
    failed = "SELECT count(*) FROM link WHERE failures > 0"
    await eventually(lambda: network.bot.count(failed) == 1, "the page is missed")
    await network.bot.stop()
    network.bot.alter("UPDATE link SET failures = 2, failing_since = failing_since - ?", 11 * DAY)
    await network.bot.start()
    dead = "SELECT count(*) FROM link WHERE dead_at IS NOT NULL"
    await eventually(lambda: network.bot.count(dead) == 1, "it is given up")
    await network.bot.stop()
    await network.bot.start()
    prompts = "SELECT count(*) FROM prompt WHERE ask = 'dead_link'"
    await eventually(lambda: network.bot.count(prompts) == 1, "the author is asked")
    question = await asked(network, network.anne, "semble mort", network.room)
    card = words(await network.ask(network.bruno, f"!fiche {number}"))
    assert "lien peut-être mort depuis le" in card and url in card
    await network.anne.react(network.room, question["event_id"], NO)
    await network.anne.wait("Tant mieux", room=network.room)
    assert "mort depuis" not in words(await network.ask(network.bruno, f"!fiche {number}"))


async def test_a_restart_asks_nothing_twice(network: Network) -> None:
    prompts = "SELECT count(*) FROM prompt"
    before = network.bot.count(prompts)
    await network.bot.stop()
    await network.bot.start()
    await network.ask(network.anne, "!aide")
    assert network.bot.count(prompts) == before


async def test_english_members_do_all_of_it_too(new_network: NewNetwork) -> None:
    network = await new_network(language="en")
    await network.bot.start()
    await network.anne.wait("Hello, I am", room=network.room)
    shared = words(await network.ask(network.anne, "!share Style guide #web\nSome text."))
    number = shared.partition("card no. ")[2].split()[0]
    said = words(await network.ask(network.anne, f"!edit {number} title: Style guide 2 #ai -#web"))
    assert "title: “Style guide” becomes “Style guide 2”" in said
    assert "2 versions" in words(await network.ask(network.anne, f"!card {number} history"))
    said = words(await network.ask(network.anne, f"!restore {number} 1"))
    assert "back to its version 1" in said
    assert "CC BY 4.0" in words(await network.ask(network.anne, f"!license {number} cc by"))
    question = await network.ask(network.anne, f"!audience {number} public")
    assert "even outside the network" in words(question)
    said = words(await network.ask(network.anne, "!yes", reply_to=question["event_id"]))
    assert "now visible to everyone" in said
    said = words(await network.ask(network.bruno, f"!credit {number}"))
    assert "“Style guide”, @anne" in said
    await propose(network, network.bruno, f"!edit {number} type: tool", "Thank you!")
    assert "type: tool" in words(await network.ask(network.anne, f"!accept {number}"))
