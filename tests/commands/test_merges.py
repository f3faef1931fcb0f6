"""Two cards that say the same become one, and can be told apart again."""

from commonsbot.commons.erase import take_back
from commonsbot.domain.ids import EventId, ResourceId
from commonsbot.domain.messages import Redaction
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, DENISE, HELP_ROOM, Conversation

FIRST = "!partager Guide RGAA #web\nUn texte utile. https://example.org/rgaa"
SECOND = "!partager Le RGAA expliqué #accessibilité\nPar l'exemple. https://example.org/autre"


async def two(talk: Conversation) -> None:
    """Card 1 of Anne and card 2 of Bruno, which Claire thanked for, and Anne too."""
    await talk.say(FIRST)
    await talk.say(SECOND, BRUNO)
    for who in (CLAIRE, ANNE):
        await talk.say("!merci 2", who)


async def test_the_one_that_stays_gets_all_that_the_other_had(talk: Conversation) -> None:
    await two(talk)
    said = await talk.say("!fusionner 1 2", CLAIRE)
    assert "La fiche n° 2 est réunie à la fiche n° 1" in said
    assert "ajouté : #accessibilité" in said and "!séparer 2" in said
    card = await talk.say("!fiche 1")
    assert "Un texte utile." in card and "Par l'exemple." in card
    assert "#accessibilité #site-internet · 1 merci" in card, "nobody thanks themselves"
    assert "La fiche n° 2, de @bruno, est réunie à celle-ci." in card


async def test_both_numbers_stay_alive_and_search_shows_one(talk: Conversation) -> None:
    await two(talk)
    await talk.say("!fusionner 1 2", CLAIRE)
    assert await talk.say("!fiche 2") == await talk.say("!fiche 1")
    assert "1 fiche" in await talk.say("!chercher rgaa")
    assert "1 fiche" in await talk.say("!chercher expliqué")
    assert "merci pour la fiche n° 1" in await talk.say("!merci 2", BRUNO)


async def test_a_merged_number_is_not_removed_or_changed_by_mistake(talk: Conversation) -> None:
    await two(talk)
    await talk.say("!fusionner 1 2", CLAIRE)
    for typed in ("!retirer 2", "!modifier 2 titre: x", "!visible 2 salon", "!fusionner 2 1"):
        assert "est réunie à la fiche n° 1" in await talk.say(typed, CLAIRE), typed
    assert "Guide RGAA" in await talk.say("!fiche 1")


async def test_its_own_history_can_still_be_read(talk: Conversation) -> None:
    await two(talk)
    await talk.say("!fusionner 1 2", CLAIRE)
    assert "Par l'exemple." in await talk.say("!fiche 2 version 1")
    assert "Fiche n° 2 · Le RGAA expliqué" in await talk.say("!fiche 2 historique")
    assert "réunie avec la fiche n° 2" in await talk.say("!fiche 1 historique")


async def test_apart_again_each_has_what_was_its_own(talk: Conversation) -> None:
    await two(talk)
    before = [await talk.say("!fiche 1"), await talk.say("!fiche 2")]
    await talk.say("!fusionner 1 2", CLAIRE)
    assert "est de nouveau seule" in await talk.say("!séparer 2", CLAIRE)
    assert [await talk.say("!fiche 1"), await talk.say("!fiche 2")] == before
    assert "2 fiches" in await talk.say("!chercher rgaa")
    assert "n'est réunie à aucune autre" in await talk.say("!séparer 2", CLAIRE)


async def test_what_was_written_since_stays_when_they_part(talk: Conversation) -> None:
    await two(talk)
    await talk.say("!fusionner 1 2", CLAIRE)
    await talk.say("!modifier 1 titre: Guide RGAA 4 #falc")
    await talk.say("!séparer 2", BRUNO)
    card = await talk.say("!fiche 1")
    assert (
        "Guide RGAA 4" in card and "#falc #site-internet" in card and "Par l'exemple." not in card
    )


async def test_one_by_way_of_another_comes_apart_too(talk: Conversation) -> None:
    await two(talk)
    await talk.say("!partager Encore le RGAA\nTroisième texte.", BRUNO)
    await talk.say("!merci 3", CLAIRE)
    await talk.say("!fusionner 2 3", BRUNO)
    await talk.say("!fusionner 1 2", CLAIRE)
    assert "Guide RGAA" in await talk.say("!fiche 3")
    assert "est de nouveau seule" in await talk.say("!séparer 3", BRUNO)
    assert "1 merci" in await talk.say("!fiche 3")
    assert "Troisième texte." not in await talk.say("!fiche 1")
    assert "Par l'exemple." in await talk.say("!fiche 2")


async def test_going_back_to_before_the_merge_parts_them(talk: Conversation) -> None:
    await two(talk)
    before = [await talk.say("!fiche 1"), await talk.say("!fiche 2")]
    await talk.say("!fusionner 1 2", CLAIRE)
    assert "est revenue à sa version 1" in await talk.say("!rétablir 1 1", CLAIRE)
    assert [await talk.say("!fiche 1"), await talk.say("!fiche 2")] == before


async def test_words_that_were_taken_out_do_not_come_back_by_an_old_version(
    talk: Conversation,
) -> None:
    await two(talk)
    await talk.say("!fusionner 1 2", CLAIRE)
    await talk.say("!séparer 2", BRUNO)
    assert "!fusionner 1 2" in await talk.say("!rétablir 1 2")
    assert "Par l'exemple." not in await talk.say("!fiche 1")


async def test_who_keeps_neither_leaves_them_together(talk: Conversation) -> None:
    await two(talk)
    await talk.say("!fusionner 1 2", CLAIRE)
    assert "est séparée par son auteur" in await talk.say("!séparer 2", DENISE)


async def test_the_direction_can_be_said(talk: Conversation) -> None:
    await two(talk)
    said = await talk.say("!fusionner 2 dans la 1", CLAIRE)
    assert "La fiche n° 2 est réunie à la fiche n° 1" in said


async def test_what_is_wrong_is_explained(talk: Conversation) -> None:
    await two(talk)
    assert "Avec quelle fiche" in await talk.say("!fusionner 1", CLAIRE)
    assert "deux fois la fiche n° 1" in await talk.say("!fusionner 1 1", CLAIRE)
    assert "Il n'y a pas de fiche n° 9" in await talk.say("!fusionner 1 9", CLAIRE)


async def test_one_must_keep_both(talk: Conversation) -> None:
    await two(talk)
    assert "il faut les avoir écrites toutes les deux" in await talk.say("!fusionner 1 2")
    assert "est réunie" in await talk.say("!fusionner 1 2", BRUNO, power=50)


async def test_cards_that_others_may_not_see_are_not_merged(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say(SECOND, BRUNO, encrypted=True)
    said = await talk.say("!fusionner 1 2", CLAIRE)
    assert "visible par le réseau" in said and "par son salon" in said
    assert "Par l'exemple." not in await talk.say("!fiche 1")


async def test_words_do_not_change_their_licence(talk: Conversation) -> None:
    await two(talk)
    await talk.say("!licence 1 cc-by")
    said = await talk.say("!fusionner 1 2", CLAIRE)
    assert "sa licence n'est pas celle de la fiche n° 1" in said
    card = await talk.say("!fiche 1")
    assert "Par l'exemple." not in card and "https://example.org/autre" in card
    assert "1 fiche" in await talk.say("!chercher expliqué"), "its title still finds it"


async def test_an_author_who_withdraws_takes_nothing_of_others_away(talk: Conversation) -> None:
    await two(talk)
    await talk.say("!fusionner 1 2", CLAIRE)
    await talk.say("!retirer 1", ANNE)
    assert "Par l'exemple." in await talk.say("!fiche 2")
    assert "Il n'y a pas de fiche n° 1" in await talk.say("!fiche 1")


async def test_a_message_taken_back_takes_its_words_out_of_the_other_card(
    talk: Conversation,
) -> None:
    await two(talk)
    await talk.say("!fusionner 1 2", CLAIRE)
    second = await talk.store.read.resources.at(ResourceId(2))
    assert second and second.event
    redaction = Redaction(
        event=EventId("$redaction"), room=HELP_ROOM, sender=BRUNO, of=second.event
    )
    async with talk.store.transaction() as tx:
        await take_back(tx, redaction)
    assert "Par l'exemple." not in await talk.say("!fiche 1")
    assert "Il n'y a pas de fiche n° 2" in await talk.say("!fiche 2")
