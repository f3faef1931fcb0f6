"""What was made of a message follows it."""

from dataclasses import replace

from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import EventId, ResourceId
from commonsbot.domain.resources import Kind, Resource
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, OTHER_ROOM, Conversation

TIP = "Nos vœux en FALC\nAvec Polotno #falc"


async def resource(talk: Conversation) -> Resource:
    found = await talk.store.read.resources.at(ResourceId(1))
    assert found
    return found


async def captured(talk: Conversation) -> EventId:
    await talk.say(TIP)
    message = talk.last
    await talk.react(message, "💡")
    return message


async def test_a_captured_message_is_followed_in_silence(talk: Conversation) -> None:
    message = await captured(talk)
    assert await talk.edit(message, "Nos cartes de vœux\nAvec Canva #vœux") == ""
    now = await resource(talk)
    assert (now.title, now.text, now.themes) == (
        "Nos cartes de vœux",
        "Avec Canva #vœux",
        ("vœux",),
    )
    assert "1 fiche" in await talk.say("!chercher canva")
    assert "Résultats" not in await talk.say("!chercher canva")
    assert "Aucune fiche" in await talk.say("!chercher polotno")


async def test_the_history_keeps_both(talk: Conversation) -> None:
    message = await captured(talk)
    await talk.edit(message, "Nos cartes de vœux")
    states = await talk.store.read.revisions.of(ResourceId(1))
    assert [(state.draft.title, state.editor, state.why) for state in states] == [
        ("Nos vœux en FALC", ANNE, ""),
        ("Nos cartes de vœux", ANNE, "edit"),
    ]


async def test_an_edit_that_says_the_same_is_no_new_state(talk: Conversation) -> None:
    message = await captured(talk)
    await talk.edit(message, TIP + " ")
    assert len(await talk.store.read.revisions.of(ResourceId(1))) == 1


async def test_a_share_is_followed_and_makes_no_second_one(talk: Conversation) -> None:
    await talk.say("!partager Charte IA\nDeux pages")
    shared = talk.last
    assert await talk.edit(shared, "!partager Charte de l'IA\nTrois pages") == ""
    assert "Trois pages" in await talk.say("!fiche 1")
    assert "Il n'y a pas de fiche n° 2" in await talk.say("!fiche 2")


async def test_a_share_of_a_direct_chat_is_followed_too(talk: Conversation) -> None:
    await talk.say("partager Charte IA", room=OTHER_ROOM, direct=True)
    text = "partager Charte de l'IA"
    await talk.edit(talk.last, text, room=OTHER_ROOM, direct=True)
    assert (await resource(talk)).title == "Charte de l'IA"


async def test_only_its_author_edits(talk: Conversation) -> None:
    message = await captured(talk)
    await talk.edit(message, "Autre chose", BRUNO)
    assert (await resource(talk)).title == "Nos vœux en FALC"


async def test_who_sees_it_is_said_when_an_edit_changes_it(talk: Conversation) -> None:
    await talk.say("!partager Charte IA", encrypted=True)
    said = await talk.edit(talk.last, "!partager Charte IA\nvisible : réseau", encrypted=True)
    assert "La fiche n° 1 · Charte IA suit votre modification.\nVisible par le réseau" in said
    assert (await resource(talk)).audience is Audience.NETWORK


async def test_what_an_edit_leaves_open_stays(talk: Conversation) -> None:
    await talk.say("!partager Charte IA\nvisible : salon\nlicence : CC0")
    await talk.edit(talk.last, "!partager Charte de l'IA")
    now = await resource(talk)
    assert (now.audience, now.licence) == (Audience.ROOM, "CC0-1.0")


async def test_an_unknown_field_of_an_edit_is_told(talk: Conversation) -> None:
    await talk.say("!partager Charte IA")
    said = await talk.edit(talk.last, "!partager Charte IA\ntype : zorglub")
    assert "Je n'ai pas compris « zorglub »" in said


async def test_a_message_that_shares_no_more_leaves_the_resource_and_says_so(
    talk: Conversation,
) -> None:
    await talk.say("!partager Charte IA")
    for text in ("!partager", "!chercher charte", "tant pis"):
        assert "garde son texte d'avant" in await talk.edit(talk.last, text)
    assert (await resource(talk)).title == "Charte IA"


async def test_what_a_moderator_put_right_is_not_undone_by_an_edit(talk: Conversation) -> None:
    message = await captured(talk)
    better = replace((await resource(talk)).draft, themes=("falc", "vœux"), kind=Kind.TEMPLATE)
    async with talk.store.transaction() as tx:
        await tx.resources.revise(ResourceId(1), better, CLAIRE)
    await talk.edit(message, "Nos vœux en FALC\nAvec Canva #falc")
    now = await resource(talk)
    assert (now.text, now.themes, now.kind) == (
        "Avec Canva #falc",
        ("falc", "vœux"),
        Kind.TEMPLATE,
    )


async def test_words_of_others_are_not_shown_to_more_people_by_an_edit(
    talk: Conversation,
) -> None:
    await talk.say("!partager Charte IA", encrypted=True)
    shared = talk.last
    more = replace((await resource(talk)).draft, text="Ajout de Claire")
    async with talk.store.transaction() as tx:
        await tx.resources.revise(ResourceId(1), more, CLAIRE)
    await talk.edit(shared, "!partager Charte IA\nvisible : réseau", encrypted=True)
    assert (await resource(talk)).audience is Audience.ROOM


async def test_the_words_it_was_captured_with_outlive_edits_of_the_message(
    talk: Conversation,
) -> None:
    await talk.say(TIP)
    message = talk.last
    await talk.say("!partager Vœux simples type:modèle", answers=message)
    asked = talk.last
    await talk.edit(message, "On fait autrement")
    now = await resource(talk)
    assert (now.title, now.text, now.kind) == ("Vœux simples", "On fait autrement", Kind.TEMPLATE)
    await talk.edit(asked, "!partager Vœux très simples type:outil")
    now = await resource(talk)
    assert (now.title, now.text, now.kind) == ("Vœux très simples", "On fait autrement", Kind.TOOL)


async def test_the_title_of_a_page_outlives_edits_around_the_link(talk: Conversation) -> None:
    talk.pages |= {"https://example.org/a": "Guide A", "https://example.org/b": "Guide B"}
    await talk.say("!partager https://example.org/a")
    shared = talk.last
    talk.pages.pop("https://example.org/a")
    await talk.edit(shared, "!partager https://example.org/a #guide")
    assert (await resource(talk)).title == "Guide A"
    await talk.edit(shared, "!partager https://example.org/b #guide")
    assert (await resource(talk)).title == "Guide B"


async def test_an_edit_of_the_yes_changes_nothing(talk: Conversation) -> None:
    await talk.say(TIP)
    message = talk.last
    await talk.react(message, "💡", BRUNO)
    await talk.say("!oui", ANNE, thread=message)
    assert await talk.edit(talk.last, "!oui bien sûr", ANNE) == ""
    assert (await resource(talk)).title == "Nos vœux en FALC"


async def test_what_was_taken_back_is_not_followed(talk: Conversation) -> None:
    await talk.say("!partager Charte IA")
    shared = talk.last
    await talk.say("!annuler")
    assert await talk.edit(shared, "!partager Charte de l'IA") == ""
    assert "pas encore de fiche" in await talk.say("!récent")


async def test_other_commands_are_not_carried_out_again(talk: Conversation) -> None:
    await talk.say("!partager Charte IA")
    await talk.say("!merci 1", BRUNO)
    assert await talk.edit(talk.last, "!fiche 1", BRUNO) == ""
