"""Themes and tools as members see them."""

from tests.commands.conftest import ANNE, BRUNO, HELP_ROOM, OTHER_ROOM, Conversation

TIP = "!partager Charte IA pour les agents\nDeux pages, faites avec Canva."


async def test_themes_and_tools_named_in_a_share_are_shown_and_kept(talk: Conversation) -> None:
    said = await talk.say(f"{TIP} #rs")
    assert "Thèmes : #réseaux-sociaux." in said
    assert "Thèmes et outils reconnus : #canva #ia." in said
    assert "#canva #ia #réseaux-sociaux" in await talk.say("!fiche 1")
    assert "1 fiche" in await talk.say("!thème ia")
    assert "Charte IA" in await talk.say("!outil canva")


async def test_a_share_that_names_nothing_says_nothing_of_it(talk: Conversation) -> None:
    assert "reconnus" not in await talk.say("!partager Bonjour\nÀ tous.")


async def test_the_themes_are_listed_by_group_with_their_counts(talk: Conversation) -> None:
    for title in ("Un", "Deux"):
        await talk.say(f"!partager {title} #ia #falc #inconnu")
    said = await talk.say("!thèmes")
    assert "2 thèmes" in said
    assert "• Numérique\n  #ia (2)" in said
    assert "• Accès et égalité\n  #falc (2)" in said
    assert "Autres mots employés : #inconnu (2)" in said
    assert "#podcast" not in said
    assert "#podcast" in await talk.say("!themes tous")


async def test_without_cards_the_way_to_every_theme_is_told(talk: Conversation) -> None:
    said = await talk.answer("!thèmes")
    assert said and said.notice
    assert "!thèmes tous" in await talk.say("!thème")
    assert "!outils tous" in await talk.say("!outils")
    assert "#pretix" in await talk.say("!outil tous")


async def test_a_theme_is_found_by_any_of_its_names(talk: Conversation) -> None:
    await talk.say("!partager Titre #IA")
    for typed in ("#ia", "IA", "« #ia »", "intelligence artificielle", "#ChatGPT", "chatbots"):
        said = await talk.say(f"!theme {typed}")
        assert "#ia · Intelligence artificielle · 1 fiche" in said, typed
        assert "ChatGPT" in said


async def test_a_theme_with_many_cards_has_pages(talk: Conversation) -> None:
    for number in range(7):
        await talk.say(f"!partager Numéro {number} #ia")
    first = await talk.say("!thème #ia")
    assert "7 fiches · 1 à 5" in first and "Numéro 6" in first
    assert "La suite : !thème #ia 2" in first
    for typed in ("!thème #ia 2", "!thème ia page 2", "!thème #ia 99"):
        second = await talk.say(typed)
        assert "7 fiches · 6 à 7" in second and "Numéro 0" in second
        assert "La suite" not in second


async def test_a_tool_says_what_it_is_and_which_cards_name_it(talk: Conversation) -> None:
    await talk.say("!partager Notre billetterie\nhttps://pretix.eu/ville/fete")
    said = await talk.say("!outil Prétix")
    assert "#pretix · Pretix · 1 fiche" in said
    assert "Billetterie et inscriptions, logiciel libre." in said
    assert "Son site : pretix.eu (https://pretix.eu)" in said
    assert "Notre billetterie" in said


async def test_a_theme_without_cards_is_presented_all_the_same(talk: Conversation) -> None:
    said = await talk.answer("!thème rgaa")
    assert said and said.notice
    assert "#accessibilité · Accessibilité · aucune fiche" in await talk.say("!thème rgaa")


async def test_an_unknown_name_gets_the_nearest_ones(talk: Conversation) -> None:
    assert "Peut-être #accessibilité ?" in await talk.say("!thème accesibilité")
    assert "Peut-être #pretix ?" in await talk.say("!outil pretx")
    assert "!thèmes tous" in await talk.say("!thème zzzzzz")
    assert "!chercher zzzzzz" in await talk.say("!outil zzzzzz")


async def test_counts_and_words_of_an_encrypted_room_stay_there(talk: Conversation) -> None:
    await talk.say("!partager Secret #ia #plan-secret", encrypted=True)
    assert "#ia (1)" in await talk.say("!thèmes")
    assert "#plan-secret" in await talk.say("!thèmes")
    elsewhere = {"room": OTHER_ROOM, "sender": BRUNO}
    for typed in ("!thèmes", "!thèmes tous", "!thème ia", "!thème plan-secret", "!thème plan"):
        said = await talk.say(typed, **elsewhere)  # type: ignore[arg-type]
        assert "(1)" not in said and "1 fiche" not in said and "#plan-secret" not in said
    direct = elsewhere | {"direct": True, "sender_rooms": frozenset({HELP_ROOM})}
    assert "1 fiche" in await talk.say("thème plan-secret", **direct)  # type: ignore[arg-type]


async def test_themes_speak_english(talk: Conversation) -> None:
    english = Conversation(talk.store, talk.clock, language="en")
    await english.say(f"{TIP.replace('!partager', '!share')} #rs")
    assert "1 card" in await english.say("!topic ia")
    assert "Perhaps #pretix?" in await english.say("!tool pretx")
    assert "Every topic: !topics all" in await english.say("!topics")
    assert await english.say("!topics", ANNE) == await english.say("!topics", BRUNO)
