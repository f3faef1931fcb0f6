"""What members say to the bot, and what it answers, in real rooms."""

import pytest

from tests.rooms.networks import HELP, Network, is_message, words

pytestmark = pytest.mark.rooms

CARD = """!partager Gabarit de carte de vœux accessible
Pour les mairies
https://example.org/voeux #vœux"""


async def test_a_share_is_found_in_spite_of_typos_opened_and_thanked(town: Network) -> None:
    number = await town.share(town.anne, CARD)
    found = words(await town.ask(town.bruno, "!chercher gabari carte de voeux acessible"))
    assert f"n° {number} · Gabarit de carte de vœux accessible" in found
    card = words(await town.ask(town.bruno, f"!fiche {number}"))
    assert "Pour les mairies" in card
    assert "https://example.org/voeux" in card
    assert "c'est noté" in words(await town.ask(town.bruno, f"!merci {number}")).casefold()
    assert "1 merci" in words(await town.ask(town.anne, f"!fiche {number}"))


@pytest.mark.parametrize(
    "typed",
    ["!aide", "! aide", "!AIDE", "!\u00a0aide", "！aide", "!Aïde", "!help", "  !aide  "],
)
async def test_phones_and_habits_are_forgiven(town: Network, typed: str) -> None:
    assert HELP in words(await town.ask(town.bruno, typed))


async def test_curly_quotes_and_unbreakable_spaces_are_forgiven(town: Network) -> None:
    await town.share(town.anne, "!partager L’affichage d’été")
    found = words(await town.ask(town.bruno, "!chercher\u00a0« l’affichage d'ete »"))
    assert "L’affichage d’été" in found


async def test_an_unknown_command_gets_the_nearest_one(town: Network) -> None:
    said = await town.ask(town.bruno, "!cherhcer budget")
    assert "!chercher" in words(said)
    assert said["content"]["msgtype"] == "m.notice"


async def test_naming_the_bot_replaces_the_mark(town: Network) -> None:
    name = town.bot.user_id[1:].partition(":")[0]
    for typed in (f"{name}: aide", f"@{name} aide", f"{town.bot.user_id} aide", f"{name} !aide"):
        assert HELP in words(await town.ask(town.bruno, typed, mentions=(town.bot.user_id,)))


async def test_a_question_in_a_thread_is_answered_in_the_thread(town: Network) -> None:
    root = await town.anne.send(town.room, "Une question d'intérêt général")
    answer = await town.ask(town.bruno, "!aide", thread=root)
    assert answer["content"]["m.relates_to"]["rel_type"] == "m.thread"
    assert answer["content"]["m.relates_to"]["event_id"] == root


async def test_an_answer_mentions_who_asked_and_nobody_else(town: Network) -> None:
    answer = await town.ask(town.bruno, "!récent")
    assert answer["content"]["m.mentions"] == {"user_ids": [town.bruno.user_id]}


async def test_the_plain_body_says_what_the_html_says(town: Network) -> None:
    answer = await town.ask(town.bruno, "!aide")
    assert "<" not in answer["content"]["body"]
    assert "<b>" in answer["content"]["formatted_body"]
    assert words(answer).splitlines()[0] == HELP


async def test_notices_are_never_answered(town: Network) -> None:
    notice = {"msgtype": "m.notice", "body": "!aide"}
    event = await town.bruno.send_event(town.room, "m.room.message", notice)
    assert await town.unanswered(town.bruno, event)
    history = await town.bruno.messages(town.room)
    later = [e for e in history if is_message(e)][-3:]
    assert [e["sender"] for e in later] == [town.bruno.user_id] * 2 + [town.bot.user_id]


async def test_an_edit_is_not_a_command(town: Network) -> None:
    event = await town.bruno.send(town.room, "bonjour")
    edit = await town.bruno.edit(town.room, event, "!fiche 1")
    assert await town.unanswered(town.bruno, edit)


async def test_conversations_are_left_alone(town: Network) -> None:
    for text in ("Bonjour à tous", "!", "! !", "Bravo !", "1 ! 2", "!!!"):
        event = await town.bruno.send(town.room, text)
        assert await town.unanswered(town.bruno, event), text


async def test_the_bot_does_not_answer_itself(town: Network) -> None:
    room = await town.new_room("Écho")
    await town.introduced(town.anne, room)
    shared = await town.ask(town.bruno, "!partager !aide", room)
    assert await town.unanswered(town.bruno, shared["event_id"], room)


async def test_sources_and_letters_are_for_moderators(town: Network) -> None:
    for command in ("!source liste", "!lettre aperçu", "!lettre maintenant"):
        refused = words(await town.ask(town.bruno, command))
        assert "réservé aux modérateurs" in refused
    assert "aucune source" in words(await town.ask(town.anne, "!source liste"))


async def test_power_given_in_the_room_makes_a_moderator_at_once(town: Network) -> None:
    room = await town.new_room("Pouvoirs")
    await town.introduced(town.anne, room)
    assert "réservé" in words(await town.ask(town.bruno, "!source liste", room))
    await town.anne.power(room, town.bruno.user_id, 50)
    assert "aucune source" in words(await town.ask(town.bruno, "!source liste", room))
    assert "réservé" in words(await town.ask(town.bruno, "!source liste"))  # the other room


async def test_a_steward_moderates_without_power(town: Network) -> None:
    assert "aucune source" in words(await town.ask(town.claire, "!source liste"))


async def test_creators_of_a_room_of_version_12_moderate_it(town: Network) -> None:
    room = await town.new_room("Douze", version="12")
    await town.introduced(town.anne, room)
    assert "aucune source" in words(await town.ask(town.anne, "!source liste", room))
    assert "réservé" in words(await town.ask(town.bruno, "!source liste", room))


async def test_authors_and_moderators_remove_cards_others_do_not(town: Network) -> None:
    first = await town.share(town.bruno, "!partager Une fiche de Bruno")
    second = await town.share(town.anne, "!partager Une fiche d'Anne")
    refused = words(await town.ask(town.bruno, f"!retirer {second}"))
    assert "ne peut être retirée que par" in refused
    assert "est retirée" in words(await town.ask(town.anne, f"!retirer {first}"))
    await town.bruno.wait(f"retiré votre fiche n°\u00a0{first}", sender=town.bot.user_id)
    assert f"Il n'y a pas de fiche n° {first}" in words(
        await town.ask(town.bruno, f"!fiche {first}")
    )
