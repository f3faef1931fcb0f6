"""What is shared twice is noticed, and nothing is lost meanwhile."""

from datetime import timedelta

import pytest

from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.resources import Draft, Kind
from commonsbot.search.titles import is_same_title
from tests.commands.conftest import ANNE, BRUNO, HELP_ROOM, OTHER_ROOM, Conversation, words_of

FIRST = "!partager Gabarit de carte de vœux\nhttps://www.example.org/voeux/"


@pytest.mark.parametrize(
    "link",
    [
        "https://www.example.org/voeux/",
        "http://example.org/voeux?utm_source=lettre#bas",
        "https://m.example.org/voeux/amp",
    ],
)
async def test_a_link_that_is_there_is_noticed_however_it_is_written(
    talk: Conversation, link: str
) -> None:
    await talk.say(FIRST)
    said = await talk.say(f"!partager Cartes accessibles\n{link}", BRUNO)
    assert "Déjà partagé : la fiche n° 1 · Gabarit de carte de vœux contient ce lien" in said
    for way in ("!compléter", "✅", "!oui", "❌", "!non", "7 jours"):
        assert way in said
    assert "n° 2" not in await talk.say("!récent")


async def test_nearly_the_same_title_is_noticed(talk: Conversation) -> None:
    await talk.say(FIRST)
    said = await talk.say("!partager Les gabarits de cartes de voeux", BRUNO)
    assert "La fiche n° 1 · Gabarit de carte de vœux a presque le même titre" in said


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gabarit de carte de vœux", "Carte de voeux : gabarit", True),
        ("Rédiger des contenus accessibles", "Rédiger des contenus acessibles", True),
        ("Budget participatif 2024", "Budget participatif 2025", False),
        ("Guide RGAA", "Guide FALC", False),
        ("Pretix", "PRETIX !", True),
        ("Pretix", "Pretix et Stripe", False),
        ("Le guide du vœu pieux en mairie", "Le guide du deuil en mairie", False),
        ("!!!", "???", False),
    ],
)
def test_when_two_titles_are_the_same(one: str, other: str, same: bool) -> None:
    assert is_same_title(one, other) is same


async def test_another_experience_of_the_same_tool_is_no_duplicate(talk: Conversation) -> None:
    await talk.say("!partager Pretix\nhttps://pretix.eu type:outil")
    said = await talk.say("!partager Notre billetterie\nhttps://pretix.eu\ntype : rex", BRUNO)
    assert "C'est la fiche n° 2" in said


async def test_a_link_among_others_is_no_duplicate(talk: Conversation) -> None:
    await talk.say(FIRST)
    links = "https://www.example.org/voeux https://example.org/neuf"
    assert "C'est la fiche n° 2" in await talk.say(f"!partager Revue de liens\n{links}", BRUNO)


async def test_two_cards_may_cite_the_home_page_of_one_site(talk: Conversation) -> None:
    await talk.say("!partager Vérifier un site\nCinq points.\nhttps://example.org/")
    said = await talk.say("!partager Carte de vœux\nTexte lisible.\nhttps://example.org", BRUNO)
    assert "C'est la fiche n° 2" in said


async def test_a_home_page_shared_alone_is_noticed(talk: Conversation) -> None:
    await talk.say("!partager Vérifier un site\nCinq points.\nhttps://example.org/")
    said = await talk.say("!partager https://www.example.org", BRUNO)
    assert "la fiche n° 1 · Vérifier un site contient ce lien" in said


async def test_only_what_may_be_read_from_here_is_told(talk: Conversation) -> None:
    await talk.say(FIRST, encrypted=True)
    assert "C'est la fiche n° 2" in await talk.say(FIRST, BRUNO, OTHER_ROOM)


async def test_a_yes_shares_it_all_the_same(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say(FIRST + "\nAutrement #vœux", BRUNO)
    shared = talk.last
    assert "C'est la fiche n° 2" in await talk.say("!oui", BRUNO)
    kept = await talk.store.read.resources.at(ResourceId(2))
    assert kept and (kept.author, kept.event) == (BRUNO, shared)
    assert "Autrement" in kept.text
    await talk.edit(shared, FIRST + "\nEncore autrement", BRUNO)
    assert "Encore autrement" in await talk.say("!fiche 2")


async def test_an_emoji_answers_too(talk: Conversation) -> None:
    await talk.say(FIRST)
    answer = await talk.answer(FIRST, BRUNO)
    assert answer
    assert "C'est la fiche n° 2" in await talk.react(answer.key, "✅", BRUNO)


async def test_a_no_drops_it_and_its_text(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say(FIRST + "\nsecret", BRUNO)
    assert "j'ai oublié votre texte" in await talk.say("!non", BRUNO)
    rows = await talk.store.read.prompts._db.fetch("SELECT subject FROM prompt")
    assert rows == [("{}",)]


async def test_what_waits_is_undone_first(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say("!partager Autre chose", BRUNO)
    await talk.say(FIRST, BRUNO)
    assert "rien n'est partagé" in await talk.say("!annuler", BRUNO)
    assert "n° 2 · Autre chose" in await talk.say("!annuler", BRUNO)


async def test_what_waits_is_forgotten_after_seven_days(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say(FIRST, BRUNO)
    await talk.wait(timedelta(days=8))
    assert "rien demandé" in await talk.say("!oui", BRUNO)


async def test_an_edit_starts_again(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say(FIRST, BRUNO)
    assert "C'est la fiche n° 2" in await talk.edit(talk.last, "!partager Autre chose", BRUNO)
    assert "rien demandé" in await talk.say("!oui", BRUNO)


async def test_taking_the_message_back_drops_what_waits(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say(FIRST, BRUNO)
    await talk.redact(talk.last, BRUNO)
    assert "rien demandé" in await talk.say("!oui", BRUNO)


async def test_a_message_captured_by_an_emoji_waits_in_its_thread(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say("Voici : https://example.org/voeux", BRUNO)
    message = talk.last
    assert "Déjà partagé" in await talk.react(message, "💡", BRUNO)
    assert await talk.react(message, "📌", BRUNO) == ""
    assert "C'est la fiche n° 2" in await talk.say("!oui", BRUNO, thread=message)
    assert talk.heard[-1].thread == message


async def test_ones_own_resource_is_completed_at_once(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say("!partager En anglais aussi\nhttps://example.org/voeux\nTraduit. #anglais")
    said = await talk.say("!compléter")
    assert "La fiche n° 1 · Gabarit de carte de vœux est modifiée" in said
    kept = await talk.store.read.resources.at(ResourceId(1))
    assert kept
    assert kept.text.endswith("En anglais aussi\nhttps://example.org/voeux\nTraduit. #anglais")
    assert kept.draft.themes == ("anglais",)
    assert len(await talk.store.read.revisions.of(ResourceId(1))) == 2
    assert "Aucun partage n'attend" in await talk.say("!compléter")


async def test_to_complete_what_another_shared_is_a_proposal_to_them(talk: Conversation) -> None:
    await talk.say(FIRST)
    again = "!partager Le gabarit, en anglais\nhttps://example.org/voeux"
    assert "Ajouter votre texte à la fiche n° 1, visible par le réseau" in await talk.say(
        again, BRUNO
    )
    assert "@anne" in await talk.say("!compléter", BRUNO)
    kept = await talk.store.read.resources.at(ResourceId(1))
    assert kept and "anglais" not in kept.text
    asked = await talk.asked()
    assert "Le gabarit, en anglais" in words_of(asked)
    await talk.react(asked.key, "✅", ANNE)
    kept = await talk.store.read.resources.at(ResourceId(1))
    assert kept and "Le gabarit, en anglais" in kept.text
    assert "rien demandé" in await talk.say("!oui", BRUNO)


async def test_nothing_is_lost_when_there_is_nothing_to_add(talk: Conversation) -> None:
    await talk.say(FIRST)
    await talk.say(FIRST, BRUNO)
    await talk.say("!compléter", BRUNO)
    assert "C'est la fiche n° 2" in await talk.say("!oui", BRUNO)


async def test_many_resources_with_the_same_words_stay_quick_to_tell_apart(
    talk: Conversation,
) -> None:
    async with talk.store.transaction() as tx:
        for number in range(300):
            draft = Draft(title=f"Budget participatif en mairie, fiche {number}", text="")
            await tx.resources.add(draft, audience=Audience.NETWORK, room=HELP_ROOM)
        draft = Draft(title="Budget participatif en mairie", text="", kind=Kind.TIP)
        await tx.resources.add(draft, audience=Audience.NETWORK, room=HELP_ROOM)
    assert "n° 301" in await talk.say("!partager Budgets participatifs en mairie", ANNE)
