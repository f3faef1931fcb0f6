"""Sharing, finding, opening and removing resources."""

from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation

TIP = "!partager Charte IA pour les agents #ia\nDeux pages relues. https://www.example.org/charte"


async def test_a_share_is_confirmed_with_its_number_audience_and_themes(talk: Conversation) -> None:
    said = await talk.say(TIP)
    assert "n° 1 · Charte IA pour les agents" in said
    assert "Visible par le réseau." in said
    assert "#ia" in said
    assert "!retirer 1" in said


async def test_a_share_in_an_encrypted_room_stays_in_that_room(talk: Conversation) -> None:
    assert "Visible par ce salon." in await talk.say(TIP, encrypted=True)
    assert "Aucune fiche" in await talk.say("!chercher charte", room=OTHER_ROOM)
    assert "Il n'y a pas de fiche n° 1" in await talk.say("!fiche 1", room=OTHER_ROOM)
    assert "1 fiche" in await talk.say("!chercher charte")


async def test_a_room_that_is_not_encrypted_is_told_so_with_its_first_card_only(
    talk: Conversation,
) -> None:
    assert "Ce salon n'est pas chiffré" in await talk.say(TIP)
    assert "pas chiffré" not in await talk.say("!partager Autre chose")
    there = await talk.say("!partager Encore autre chose", room=OTHER_ROOM)
    assert "Ce salon n'est pas chiffré" in there


async def test_a_room_that_becomes_encrypted_is_told_what_changes(talk: Conversation) -> None:
    await talk.say(TIP)
    said = await talk.say("!partager Autre chose", encrypted=True)
    assert "Ce salon est maintenant chiffré" in said and "Visible par ce salon." in said
    assert "chiffré" not in await talk.say("!partager Encore autre chose", encrypted=True)


async def test_a_direct_chat_that_is_not_encrypted_is_told_so(talk: Conversation) -> None:
    said = await talk.say("partager Titre", direct=True)
    assert "Cette conversation n'est pas chiffrée" in said
    assert "chiffr" not in await talk.say("partager Titre", direct=True, encrypted=True)


async def test_a_share_that_is_refused_tells_nothing(talk: Conversation) -> None:
    await talk.say("!partager " + "mot " * 17_000)
    assert "Ce salon n'est pas chiffré" in await talk.say(TIP)


async def test_a_direct_chat_shows_what_the_members_own_rooms_hold(talk: Conversation) -> None:
    await talk.say(TIP, encrypted=True)
    direct = {"room": OTHER_ROOM, "direct": True, "sender": BRUNO}
    assert "Aucune fiche" in await talk.say("chercher charte", **direct)  # type: ignore[arg-type]
    inside = direct | {"sender_rooms": frozenset({HELP_ROOM})}
    assert "1 fiche" in await talk.say("chercher charte", **inside)  # type: ignore[arg-type]


async def test_a_search_forgives_accents_plurals_and_slips(talk: Conversation) -> None:
    await talk.say("!partager Rédiger des contenus accessibles\nPenser aux métropoles.")
    assert "1 fiche" in await talk.say("!chercher metropole")
    assert "1 fiche" in await talk.say("!CHERCHER CONTENU ACCESSIBLE")
    said = await talk.say("!chercher contenus acessibles")
    assert "Résultats pour « accessibles »" in said
    assert "aucune fiche ne contient « acessibles »" in said
    assert "Rédiger des contenus" in said


async def test_a_search_never_betrays_words_or_themes_of_another_room(talk: Conversation) -> None:
    await talk.say("!partager Hortensia #hortensias", encrypted=True)
    await talk.say("!partager Budget participatif", room=OTHER_ROOM)
    said = await talk.say("!chercher hortensja budget", room=OTHER_ROOM)
    assert "Budget participatif" in said and "hortensia" not in said.lower()
    assert "#hortensias" not in await talk.say("!chercher hortensxxxx", room=OTHER_ROOM)
    assert "Résultats pour « hortensia »" in await talk.say("!chercher hortensja")


async def test_a_repaired_word_is_shown_with_its_accents(talk: Conversation) -> None:
    await talk.say("!partager Carte de vœux")
    assert "« vœux »" in await talk.say("!chercher veux")


async def test_a_last_line_of_themes_is_not_repeated_in_the_text(talk: Conversation) -> None:
    await talk.say("!partager Titre\nTexte\n#ia #falc")
    assert (await talk.say("!fiche 1")).count("#ia") == 1


async def test_a_search_without_result_says_what_to_try(talk: Conversation) -> None:
    said = await talk.answer("!chercher zzzz")
    assert said and said.notice
    assert "!récent" in await talk.say("!chercher zzzz")


async def test_a_lone_number_opens_the_card(talk: Conversation) -> None:
    await talk.say(TIP)
    for typed in ("!fiche 1", "!fiche n° 1", "!Fiche #1", "!1", "! fiche 1", "!\u00a0fiche\u00a01"):
        assert "par @anne" in await talk.say(typed), typed


async def test_a_card_shows_its_text_as_typed(talk: Conversation) -> None:
    await talk.say("!partager Titre\n<b>gras</b> **étoiles** `code` & @room\n\nfin")
    said = await talk.say("!fiche 1")
    assert "<b>gras</b> **étoiles** `code` & @room\n\nfin" in said


async def test_what_is_missing_is_asked_for_with_an_example(talk: Conversation) -> None:
    assert "!fiche 42" in await talk.say("!fiche")
    assert "« abc » n'est pas un numéro" in await talk.say("!fiche abc")
    assert "écrivez un titre" in await talk.say("!partager")
    assert "!chercher budget participatif" in await talk.say("!chercher")


async def test_the_author_withdraws_and_nobody_reads_it_again(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "est retirée" in await talk.say("!retirer 1")
    assert "Il n'y a pas de fiche n° 1" in await talk.say("!fiche 1")
    assert "Aucune fiche" in await talk.say("!chercher charte")


async def test_another_member_cannot_remove(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "ne peut être retirée que par" in await talk.say("!retirer 1", BRUNO)


async def test_a_moderator_removes_what_was_shared_in_the_room_they_moderate(
    talk: Conversation,
) -> None:
    await talk.say(TIP, ANNE)
    there = await talk.say("!retirer 1", BRUNO, OTHER_ROOM, power=50)
    assert "ne peut être retirée" in there
    assert "est retirée" in await talk.say("!retirer 1", BRUNO, power=50)


async def test_a_steward_removes_anywhere(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "est retirée" in await talk.say("!retirer 1", CLAIRE, OTHER_ROOM)


async def test_power_in_ones_own_direct_chat_makes_nobody_a_moderator(talk: Conversation) -> None:
    said = await talk.say("source liste", BRUNO, OTHER_ROOM, direct=True, power=100)
    assert "réservé aux modérateurs" in said


async def test_a_removed_number_is_not_used_again(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.say("!retirer 1")
    assert "n° 2 ·" in await talk.say("!partager Autre chose")


async def test_thanks_count_once_a_person_and_never_for_oneself(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "C'est noté" in await talk.say("!merci 1", BRUNO)
    assert "déjà remercié" in await talk.say("!merci 1", BRUNO)
    assert "est la vôtre" in await talk.say("!merci 1", ANNE)
    assert "1 merci\n" in await talk.say("!fiche 1")
