"""Keeping what members share: by a command, by a reply, by an emoji."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonsbot.domain.audiences import Reader
from commonsbot.domain.files import File
from commonsbot.domain.ids import EventId, ResourceId
from commonsbot.domain.rendering import shown
from commonsbot.domain.resources import Resource, Status
from tests.commands.conftest import ANNE, BRUNO, HELP_ROOM, OTHER_ROOM, Conversation

TIP = "On met nos vœux en FALC avec Polotno, modèle ici : https://example.org/voeux"


async def resource(talk: Conversation, number: int = 1) -> Resource:
    found = await talk.store.read.resources.at(ResourceId(number))
    assert found
    return found


# By a command


async def test_a_share_is_confirmed_in_one_short_message(talk: Conversation) -> None:
    said = await talk.say("!partager Charte IA #ia\nDeux pages relues.")
    assert said.splitlines() == [
        "Merci ! C'est la fiche n° 1 · Charte IA",
        "Visible par le réseau.",
        "Thèmes : #ia.",
        "La corriger : modifiez votre message · L'annuler : !annuler dans les 15 minutes,"
        " puis !retirer 1",
        "",
        "Ce salon n'est pas chiffré : les personnes qui hébergent ses serveurs peuvent lire ce qui"
        " s'y écrit. N'y partagez rien de confidentiel.",
    ]


async def test_fields_are_understood_and_the_licence_is_said(talk: Conversation) -> None:
    said = await talk.say("!partager type : outil\nPretix\nlicence: CC-BY\nvisible : salon")
    assert "Visible par ce salon · licence : CC BY 4.0." in said
    card = await talk.say("!fiche 1")
    assert "n° 1 · Pretix\noutil · par @anne" in card


async def test_a_field_that_is_not_understood_is_told_and_the_share_is_kept(
    talk: Conversation,
) -> None:
    said = await talk.say("!partager Titre\ntype : zorglub")
    assert "C'est la fiche n° 1" in said
    assert "Je n'ai pas compris « zorglub » : le type est astuce, rex, outil" in said
    assert "type : zorglub" in await talk.say("!fiche 1")
    await talk.edit(EventId("$event0"), "!partager Titre\ntype : outil")
    assert "n° 1 · Titre\noutil" in await talk.say("!fiche 1")


async def test_public_needs_an_open_licence_and_an_edit_gives_it(talk: Conversation) -> None:
    said = await talk.say("!partager Titre\nvisible : tout le monde")
    shared = talk.last
    assert "Visible par le réseau." in said
    assert "il faut une licence ouverte" in said
    text = "!partager Titre\nvisible : tout le monde\nlicence : CC0"
    said = await talk.edit(shared, text)
    assert "suit votre modification" in said
    assert "Visible par tout le monde · licence : CC0." in said


async def test_a_link_alone_takes_the_title_of_its_page(talk: Conversation) -> None:
    talk.pages["https://example.org/guide"] = "Le guide du FALC"
    assert "n° 1 · Le guide du FALC" in await talk.say("!partager https://example.org/guide")
    assert "n° 2 · example.org/autre" in await talk.say("!partager https://example.org/autre")


async def test_nothing_to_share_is_asked_for_with_an_example(talk: Conversation) -> None:
    for typed in ("!partager", "!partager type : outil"):
        said = await talk.say(typed)
        assert "écrivez un titre" in said
        assert "Gabarit de carte de vœux" in said
        assert "répondez-lui par !partager" in said


async def test_a_share_that_failed_is_carried_out_once_it_is_corrected(talk: Conversation) -> None:
    await talk.say("!partagerr Charte IA")
    wrong = talk.last
    said = await talk.edit(wrong, "!partager Charte IA")
    assert "n° 1 · Charte IA" in said
    assert await talk.edit(wrong, "!partager Charte de l'IA") == ""
    assert "n° 1 · Charte de l'IA" in await talk.say("!récent")
    assert "n° 2" not in await talk.say("!récent")


async def test_talk_that_was_no_command_does_not_become_one(talk: Conversation) -> None:
    await talk.say("bonjour")
    assert await talk.edit(talk.last, "!partager Bonjour") == ""


async def test_another_member_cannot_correct_a_command(talk: Conversation) -> None:
    await talk.say("!partagerr Charte IA")
    assert await talk.edit(talk.last, "!partager Charte", BRUNO) == ""


async def test_a_file_is_kept_with_what_is_said_of_it(talk: Conversation) -> None:
    file = File(uri="mxc://example.org/a", name="affiche.png", mimetype="image/png")
    await talk.say("!partager Affiche sobre", file=file)
    assert (await resource(talk)).files == (file,)


async def test_a_file_of_an_encrypted_room_keeps_the_resource_there(talk: Conversation) -> None:
    file = File(uri="mxc://example.org/a", name="plan.pdf", encrypted=True)
    said = await talk.say("!partager Plan\nvisible : réseau", encrypted=True, file=file)
    assert "Visible par ce salon." in said
    assert "Son fichier vient d'un salon chiffré" in said


# By a reply


async def test_a_reply_keeps_ones_own_message(talk: Conversation) -> None:
    await talk.say(TIP)
    message = talk.last
    said = await talk.say("!partager type : modèle", answers=message)
    assert "n° 1 · On met nos vœux en FALC" in said
    kept = await resource(talk)
    assert (kept.event, kept.links) == (message, ("https://example.org/voeux",))
    assert "modèle" in await talk.say("!fiche 1")


async def test_the_words_of_the_reply_are_the_title(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.say("!partager Vœux en FALC #falc", answers=talk.last)
    kept = await resource(talk)
    assert (kept.title, kept.text) == ("Vœux en FALC", TIP)
    assert kept.draft.themes == ("falc",)


async def test_a_reply_that_brings_a_text_or_a_link_is_a_share_of_its_own(
    talk: Conversation,
) -> None:
    await talk.say("Qui a un gabarit de vœux ?", BRUNO)
    said = await talk.say("!partager Gabarit\nhttps://example.org/g", answers=talk.last)
    assert "n° 1 · Gabarit" in said
    assert (await resource(talk)).author == ANNE


async def test_a_reply_to_nothing_readable_says_so(talk: Conversation) -> None:
    said = await talk.say("!partager", answers=EventId("$before"))
    assert "Je ne peux pas lire ce message" in said


async def test_commands_and_the_bots_words_are_not_kept(talk: Conversation) -> None:
    await talk.say("!récent", BRUNO)
    asked = talk.last
    assert "Je ne garde ni mes propres messages" in await talk.say("!partager", answers=asked)
    bots = next(event for event, said in talk.messages.items() if said.own)
    assert "Je ne garde ni mes propres messages" in await talk.say("!partager", answers=bots)
    assert await talk.react(asked, "💡", BRUNO) == ""
    assert await talk.react(bots, "💡", BRUNO) == ""


async def test_a_message_is_kept_once(talk: Conversation) -> None:
    await talk.say(TIP)
    message = talk.last
    await talk.say("!partager", answers=message)
    assert "déjà la fiche n° 1" in await talk.say("!partager", BRUNO, answers=message)
    assert "utile à 1 autre personne" in await talk.say("!fiche 1")


# By an emoji


@pytest.mark.parametrize("emoji", ["💡", "📌", "💡\ufe0f"])
async def test_an_emoji_keeps_ones_own_message_and_says_so_in_its_thread(
    talk: Conversation, emoji: str
) -> None:
    await talk.say(TIP)
    message = talk.last
    assert "C'est la fiche n° 1" in await talk.react(message, emoji)
    assert talk.heard[-1].thread == message
    assert talk.heard[-1].reply_to == message
    assert (await resource(talk)).event == message


async def test_in_an_encrypted_room_the_message_stays_there(talk: Conversation) -> None:
    await talk.say(TIP, encrypted=True)
    assert "Visible par ce salon." in await talk.react(talk.last, "💡", encrypted=True)
    assert "pas encore de fiche" in await talk.say("!récent", room=OTHER_ROOM)


async def test_in_a_direct_chat_there_is_no_thread(talk: Conversation) -> None:
    await talk.say("Une astuce", direct=True, room=OTHER_ROOM)
    await talk.react(talk.last, "💡", direct=True, room=OTHER_ROOM)
    assert talk.heard[-1].thread is None
    assert (await resource(talk)).title == "Une astuce"


async def test_an_emoji_of_others_on_what_is_kept_says_it_serves_them_too(
    talk: Conversation,
) -> None:
    await talk.say("!partager Titre")
    shared = talk.last
    confirmation = next(event for event, said in talk.messages.items() if said.own)
    for who, on in ((BRUNO, shared), (BRUNO, confirmation), (ANNE, shared)):
        assert await talk.react(on, "💡", who) == ""
    assert "utile à 1 autre personne" in await talk.say("!fiche 1")


async def test_the_same_in_words(talk: Conversation) -> None:
    await talk.say("!partager Titre")
    assert "vous est utile aussi" in await talk.say("!utile 1", BRUNO)
    assert "déjà dit" in await talk.say("!utile 1", BRUNO)
    assert "est la vôtre" in await talk.say("!utile 1", ANNE)
    assert "utile à 1 autre personne" in await talk.say("!fiche 1")


async def test_an_unreadable_message_is_said_once(talk: Conversation) -> None:
    message = EventId("$before")
    assert "Je ne peux pas lire ce message" in await talk.react(message, "💡")
    assert await talk.react(message, "💡", BRUNO) == ""


async def test_taking_the_emoji_away_takes_the_resource_back(talk: Conversation) -> None:
    await talk.say(TIP)
    message = talk.last
    await talk.react(message, "💡")
    await talk.redact(talk.last)
    assert "pas encore de fiche" in await talk.say("!récent")
    assert "C'est la fiche n° 1" in await talk.react(message, "💡")
    assert "n° 1 ·" in await talk.say("!récent")


# Taking back


async def test_the_last_share_of_the_room_is_undone(talk: Conversation) -> None:
    await talk.say("!partager Première")
    await talk.say("!partager Seconde")
    await talk.say("!partager Ailleurs", room=OTHER_ROOM)
    await talk.say("!partager De Bruno", BRUNO)
    assert "plus personne ne voit la fiche n° 2 · Seconde" in await talk.say("!annuler")
    assert "n° 1 · Première" in await talk.say("!annuler")
    assert "Vous n'avez rien partagé dans ce salon" in await talk.say("!annuler")
    assert "De Bruno" in await talk.say("!récent")


async def test_too_late_to_undo_says_how_to_remove(talk: Conversation) -> None:
    await talk.say("!partager Charte IA")
    await talk.wait(timedelta(minutes=16))
    assert "!retirer 1" in await talk.say("!annuler")
    assert "n° 1 · Charte IA" in await talk.say("!récent")


# Whatever is typed


async def kept(talk: Conversation, text: str) -> str:
    """All that is kept of a share, or "" when there was nothing to keep."""
    said = await talk.say(f"!partager {text}")
    assert "Une erreur" not in said
    found = await talk.store.read.resources.last_shared(ANNE, HELP_ROOM)
    if found is None or "C'est la fiche" not in said:
        return ""
    async with talk.store.transaction() as tx:
        await tx.resources.take_out(found.id, Status.WITHDRAWN)
    return "\n".join([found.title, found.text, *found.links, *found.themes])


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(min_size=1, max_size=300))
async def test_no_text_makes_capture_fail(talk: Conversation, text: str) -> None:
    await kept(talk, text)
    await talk.say(text)
    await talk.react(talk.last, "💡")


WILD = [
    "Titre\n👩🏽‍💻 ZWJ, ❤️ et 🏳️‍🌈 entiers",
    "👍🏽\n😀😀😀",
    "שלום עולם\n\u202eעברית\u202c et l'arabe : مرحبا",
    "a\u200bb\u200cc\u200dd\ufeffe\n\u2066isolé\u2069",
    "<script>alert(1)</script>\n<b>gras</b> &amp; <!-- -->",
    "**gras** [lien](javascript:alert(1))\n`code` \\* ~~~",
    "Z̷̢̛a̸l̷g̶o̵\n" + "e\u0301" * 500,
    "Titre\n" + "x" * 60_000,
    "Titre\n" + "🎉 " * 8_000 + "fin",
    "Titre\n\x01\x02\x1b[31mrouge",
    "Titre { $number } { message }\n\ue0000\ue001 {-brand}",
    "Titre\n'; DROP TABLE resource; --",
]


@pytest.mark.parametrize("text", WILD, ids=range(len(WILD)))
async def test_wild_texts_come_back_as_typed(talk: Conversation, text: str) -> None:
    await talk.say(f"!partager {text}")
    found = await talk.store.read.resources.get(ResourceId(1), Reader(frozenset()))
    assert found
    title, _, rest = text.partition("\n")
    assert (found.title, found.text) == (title, rest)
    card = await talk.say("!fiche 1")
    # What turns the direction of a text, or is no sign, is kept but not shown: it could lie.
    assert f"n° 1 · {shown(title)}" in card
    assert shown(rest[:1000]) in card


async def test_a_very_long_text_is_kept_whole_and_its_card_says_where_to_read_on(
    talk: Conversation,
) -> None:
    text = "Une phrase de plus. " * 3000
    await talk.say(f"!partager Titre\n{text}")
    assert (await resource(talk)).text == text.strip()
    card = await talk.answer("!fiche 1")
    assert card
    assert "lisez-le en entier dans le message d'origine" in await talk.say("!fiche 1")
