"""Keeping messages, in a real encrypted room: by a command, a reply, an emoji; with consent."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from commonsbot.demo.people import Person
from commonsbot.demo.secret_people import SecretPerson
from commonsbot.demo.seen import Event
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import Network, words

pytestmark = pytest.mark.rooms


@dataclass
class Office:
    """Denise and Émile in an encrypted room with the bot, each on a device of their own."""

    town: Network
    denise: SecretPerson
    emile: SecretPerson
    room: str

    async def ask(self, person: Person, text: str, **how: str) -> str:
        return words(await self.town.ask(person, text, self.room, **how))

    async def answer(self, person: Person, event: str) -> str:
        return words(await self.answered(person, event))

    async def answered(self, person: Person, event: str) -> Event:
        return await self.town.answer(person, event, self.room)

    async def card(self, number: str) -> str:
        return await self.ask(self.emile, f"!fiche {number}")

    async def proposed(self, text: str) -> tuple[str, Event]:
        """Denise's message, and the question that Émile's emoji on it puts to her."""
        message = await self.denise.send(self.room, text)
        await self.emile.wait(text, room=self.room)
        reaction = await self.emile.react(self.room, message, "💡")
        return message, await self.answered(self.denise, reaction)


@pytest.fixture(scope="module")
async def office(town: Network) -> AsyncIterator[Office]:
    async with (
        town.secret_member("denise-office") as denise,
        town.secret_member("emile-office") as emile,
    ):
        room = await denise.create_room(
            "Direction", encrypted=True, invite=(town.bot.user_id, emile.user_id)
        )
        await emile.join(room)
        await town.introduced(denise, room)
        yield Office(town, denise, emile, room)


def number_in(confirmation: str) -> str:
    assert "C'est la fiche n° " in confirmation, confirmation
    return confirmation.partition("fiche n° ")[2].split()[0]


async def test_an_emoji_keeps_ones_own_message(office: Office) -> None:
    text = "Une signalétique lisible de loin\nDix panneaux, deux polices #signalétique"
    message = await office.denise.send(office.room, text)
    reaction = await office.denise.react(office.room, message, "📌")
    confirmed = await office.answered(office.denise, reaction)
    assert "Visible par ce salon." in words(confirmed)
    assert confirmed["content"]["m.relates_to"]["event_id"] == message
    card = await office.card(number_in(words(confirmed)))
    assert "Dix panneaux, deux polices" in card
    assert "par @denise-office" in card


async def test_the_author_agrees_by_an_emoji(office: Office) -> None:
    message, question = await office.proposed("Affichage des horaires en braille")
    asked = words(question)
    assert "puis-je garder ce message ?" in asked
    assert "Affichage des horaires en braille" in asked
    assert "visible par ce salon" in asked
    assert question["content"]["m.mentions"] == {"user_ids": [office.denise.user_id]}
    assert question["content"]["m.relates_to"]["event_id"] == message
    assert question["content"]["m.relates_to"]["rel_type"] == "m.thread"
    yes = await office.denise.react(office.room, question["event_id"], "✅")
    card = await office.card(number_in(await office.answer(office.denise, yes)))
    assert "par @denise-office" in card
    assert "utile à 1 autre personne" in card


async def test_the_author_agrees_in_words(office: Office) -> None:
    message, _ = await office.proposed("Un plan de ville à colorier")
    said = await office.ask(office.denise, "!oui", thread=message)
    assert "Un plan de ville à colorier" in said
    assert "C'est la fiche" in said


async def test_the_author_declines_and_nothing_is_kept(office: Office) -> None:
    _, question = await office.proposed("Pensée du soir sans lendemain")
    no = await office.denise.react(office.room, question["event_id"], "❌")
    assert "je ne garde rien" in await office.answer(office.denise, no)
    database = office.town.bot.rows("SELECT subject FROM prompt WHERE key = ?", key_of(question))
    assert all("Pensée" not in subject for (subject,) in database)
    assert "Aucune fiche" in await office.ask(office.emile, "!chercher lendemain")


async def test_what_was_edited_since_is_shown_again_before_it_is_kept(office: Office) -> None:
    message, question = await office.proposed("Le kiosque ouvre à 9 h")
    await office.denise.edit(office.room, message, "Le kiosque ouvre à 10 h")
    yes = await office.denise.react(office.room, question["event_id"], "✅")
    again = await office.answered(office.denise, yes)
    assert "Votre message a changé" in words(again)
    assert "10 h" in words(again)
    yes = await office.denise.react(office.room, again["event_id"], "✅")
    assert "Le kiosque ouvre à 10 h" in await office.answer(office.denise, yes)


async def test_taking_the_message_back_takes_the_question_back(office: Office) -> None:
    message, question = await office.proposed("Une confidence de trop")
    await office.denise.redact(office.room, message)
    await office.denise.wait(
        room=office.room,
        sender=office.town.bot.user_id,
        predicate=lambda event: redacted(event) == question["event_id"],
    )
    assert "rien demandé" in await office.ask(office.denise, "!oui", thread=message)


async def test_a_reply_keeps_the_message_with_a_title(office: Office) -> None:
    message = await office.denise.send(office.room, "On imprime en A5, recto verso")
    said = await office.ask(office.denise, "!partager Dépliant A5 #papier", reply_to=message)
    card = await office.card(number_in(said))
    assert "Dépliant A5" in card
    assert "On imprime en A5, recto verso" in card


async def test_a_reply_to_somebody_else_asks_them(office: Office) -> None:
    message = await office.denise.send(office.room, "Nos visuels en noir et blanc")
    await office.emile.wait("noir et blanc", room=office.room)
    asked = await office.emile.send(office.room, "!partager", reply_to=message)
    question = await office.denise.wait(
        "puis-je garder", room=office.room, after=asked, sender=office.town.bot.user_id
    )
    await office.emile.wait("C'est proposé à @denise-office", room=office.room, after=asked)
    yes = await office.denise.react(office.room, question["event_id"], "👍")
    assert "Nos visuels en noir et blanc" in await office.answer(office.denise, yes)


async def test_the_resource_follows_the_edits_of_an_encrypted_message(office: Office) -> None:
    message = await office.denise.send(office.room, "Une newsletter par mois, le mardi")
    reaction = await office.denise.react(office.room, message, "💡")
    number = number_in(await office.answer(office.denise, reaction))
    await office.denise.edit(office.room, message, "Une infolettre par mois, le jeudi #mail")
    card = await office.card(number)
    assert "Une infolettre par mois, le jeudi" in card
    assert "#newsletter" in card
    assert f"n° {number}" in await office.ask(office.emile, "!chercher infolettre jeudi")


async def test_the_resource_follows_the_edits_of_a_command(office: Office) -> None:
    shared = await office.denise.send(office.room, "!partager Un guide des pictos\nV1")
    number = number_in(await office.answer(office.denise, shared))
    await office.denise.edit(office.room, shared, "!partager Un guide des pictogrammes\nV2")
    card = await office.card(number)
    assert "Un guide des pictogrammes" in card
    assert "V2" in card


async def test_an_edit_by_somebody_else_changes_nothing(office: Office) -> None:
    shared = await office.denise.send(office.room, "!partager Une charte du tutoiement")
    number = number_in(await office.answer(office.denise, shared))
    await office.emile.wait("tutoiement", room=office.room)
    await office.emile.edit(office.room, shared, "!partager Une charte du vouvoiement")
    assert "Une charte du tutoiement" in await office.card(number)


async def test_a_command_put_right_by_an_edit_is_carried_out_once(office: Office) -> None:
    wrong = await office.denise.send(office.room, "!partgaer Une carte sensible")
    assert "Vouliez-vous dire !partager" in await office.answer(office.denise, wrong)
    edit = await office.denise.edit(office.room, wrong, "!partager Une carte sensible")
    number = number_in(await office.answer(office.denise, edit))
    await office.denise.edit(office.room, wrong, "!partager Une carte sensible du quartier")
    assert "Une carte sensible du quartier" in await office.card(number)


async def test_taking_the_message_back_withdraws_the_resource(office: Office) -> None:
    message = await office.denise.send(office.room, "Une idée à ne pas garder")
    reaction = await office.denise.react(office.room, message, "💡")
    number = number_in(await office.answer(office.denise, reaction))
    await office.denise.redact(office.room, message)
    assert "Il n'y a pas de fiche" in await office.card(number)


async def test_the_last_share_is_undone(office: Office) -> None:
    said = await office.ask(office.denise, "!partager Une bévue")
    number = number_in(said)
    undone = await office.ask(office.denise, "!annuler")
    assert f"plus personne ne voit la fiche n° {number} · Une bévue" in undone
    assert "Il n'y a pas de fiche" in await office.card(number)


async def test_what_is_shared_already_is_asked_about(office: Office) -> None:
    link = "https://example.org/bancs"
    first = number_in(await office.ask(office.denise, f"!partager Bancs parlants\n{link}"))
    again = f"!partager Les bancs sonores\n{link}?utm_source=x\nTestés à la gare"
    shared = await office.denise.send(office.room, again)
    asked = await office.answered(office.denise, shared)
    assert f"Déjà partagé : la fiche n° {first}" in words(asked)
    assert "est modifiée" in await office.ask(office.denise, "!compléter")
    assert "Testés à la gare" in await office.card(first)
    shared = await office.denise.send(office.room, again)
    asked = await office.answered(office.denise, shared)
    yes = await office.denise.react(office.room, asked["event_id"], "✅")
    assert number_in(await office.answer(office.denise, yes)) != first


async def test_fields_open_a_resource_to_more_people(office: Office) -> None:
    said = await office.ask(office.denise, "!partager Un lexique\nvisible: réseau\nlicence: cc-by")
    assert "Visible par le réseau · licence : CC BY 4.0." in said
    anne = office.town.anne
    card = words(await office.town.ask(anne, f"!fiche {number_in(said)}"))
    assert "Un lexique" in card


async def test_a_message_too_long_for_a_card_is_kept_whole(office: Office) -> None:
    text = "!partager Une longue histoire\n" + "Il était une fois… " * 1500
    number = number_in(await office.ask(office.denise, text))
    assert "lisez-le en entier dans le message d'origine" in await office.card(number)
    kept = office.town.bot.rows("SELECT text FROM resource WHERE id = ?", number)
    assert kept == [(text.partition("\n")[2].strip(),)]


# In an open room, and in a direct chat


async def test_in_an_open_room_a_message_of_a_thread_is_kept_in_that_thread(town: Network) -> None:
    root = await town.anne.send(town.room, "Vos astuces pour les affiches ?")
    tip = await town.bruno.send(town.room, "Un fond jaune, lu à trente mètres", thread=root)
    reaction = await town.anne.react(town.room, tip, "💡")
    question = await town.answer(town.bruno, reaction)
    assert question["content"]["m.relates_to"]["event_id"] == root
    yes = await town.bruno.react(town.room, question["event_id"], "✅")
    confirmed = await town.answer(town.bruno, yes)
    assert "Visible par le réseau." in words(confirmed)
    assert confirmed["content"]["m.relates_to"]["event_id"] == root


async def test_an_answer_in_a_thread_becomes_a_card_once_its_author_agrees(office: Office) -> None:
    question = await office.denise.send(office.room, "!question Quel logiciel de sous-titrage ?")
    number = (await office.answer(office.denise, question)).partition("n° ")[2].split()[0]
    tip = await office.emile.send(office.room, "Subtitle Edit, libre et simple", thread=question)
    await office.denise.wait("Subtitle Edit", room=office.room)
    yes = await office.denise.react(office.room, tip, "✅")
    ask = await office.emile.wait(
        "Il répond à la question", room=office.room, sender=office.town.bot.user_id, after=yes
    )
    agreed = await office.emile.react(office.room, ask["event_id"], "✅")
    assert f"la question n° {number} a sa réponse" in await office.answer(office.emile, agreed)
    assert "Réponse : n°" in await office.card(number)


async def test_in_a_direct_chat_an_emoji_keeps_a_message_too(town: Network) -> None:
    chat = await town.bruno.create_room(
        direct=True, invite=(town.bot.user_id,), preset="trusted_private_chat"
    )
    await town.introduced(town.bruno, chat)
    message = await town.bruno.send(chat, "Une astuce entre nous deux")
    await town.answer(town.bruno, message, chat)  # it takes it for a question
    reaction = await town.bruno.react(chat, message, "💡")
    confirmed = await town.answer(town.bruno, reaction, chat)
    assert "Visible par le réseau." in words(confirmed)
    assert "m.relates_to" not in confirmed["content"]


async def test_settings_choose_emojis_audience_and_licence(
    new_network: NewNetwork,
) -> None:
    network = await new_network(
        capture={"emojis": ["🌱"]}, defaults={"audience": "salon", "licence": "CC BY"}
    )
    await network.start()
    message = await network.anne.send(network.room, "Une graine d'idée")
    await network.anne.react(network.room, message, "💡")
    reaction = await network.anne.react(network.room, message, "🌱")
    said = words(await network.answer(network.anne, reaction))
    assert "Visible par ce salon." in said
    assert "CC BY 4.0" in words(await network.ask(network.anne, "!fiche 1"))


def key_of(question: Event) -> str:
    return f"capture:{question['content']['m.relates_to']['event_id']}"


def redacted(event: Event) -> str:
    if event["type"] != "m.room.redaction":
        return ""
    return str(event["content"].get("redacts") or event.get("redacts"))
