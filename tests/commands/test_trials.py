"""« J'ai testé »: successes and abandonments, as much signed as their author wants."""

from datetime import datetime, timedelta

import pytest

from commonsbot.domain.facets import Body, Budget, Population
from commonsbot.domain.trials import Outcome, Shown, Tally, read_report, tally
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, OTHER_ROOM, Conversation


def test_a_report_is_read_from_a_sentence_or_a_card() -> None:
    short = read_report("Adapté, 200 inscrits")
    assert (short.outcome, short.note) == (Outcome.ADAPTED, "200 inscrits")
    card = """abandonné
    Ce qui s'est passé : trop cher
    Collectivite : commune
    Habitants : 900
    Coût et temps : 2 000 €
    Le referiez-vous ? : non
    Signé : personne"""
    read = read_report(card)
    assert (read.outcome, read.note) == (Outcome.ABANDONED, "trop cher")
    assert read.facets.body is Body.COMMUNE
    assert read.facets.population is Population.UNDER_2K
    assert read.facets.budget is Budget.UNDER_10K
    assert (read.again, read.shown) == (False, Shown.NOBODY)


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("REPRIS", Outcome.ADOPTED),
        ("reprise", Outcome.ADOPTED),
        ("adapte", Outcome.ADAPTED),
        ("abandon :", Outcome.ABANDONED),
        ("tried", None),
    ],
)
def test_outcomes_are_forgiven_accents_and_capitals(word: str, outcome: Outcome | None) -> None:
    assert read_report(f"{word} bien").outcome is outcome


def test_a_card_counts_bodies_small_ones_and_abandonments() -> None:
    small, big = Population.UNDER_10K, Population.OVER_200K
    trials = [(Outcome.ADOPTED, small), (Outcome.ADAPTED, big), (Outcome.ABANDONED, small)]
    assert tally(trials) == Tally(adopted=2, small=1, abandoned=1)


async def test_a_trial_is_told_on_the_card_and_signed_as_chosen(talk: Conversation) -> None:
    await talk.say("!partager Vœux en vidéo", ANNE)
    said = await talk.say("!teste 1 repris Collectivité : commune de 900 habitants", BRUNO)
    assert "Merci, c'est noté : vous l'avez repris" in said
    await talk.say("!testé 1 abandonné trop long\nSigné : nom", CLAIRE)
    card = await talk.say("!fiche 1")
    assert "repris par une collectivité ; 1 abandon · pourquoi : !essais 1" in card
    told = await talk.say("!essais 1")
    assert "Abandonné · @claire" in told and "trop long" in told
    assert "@bruno" not in told


async def test_telling_again_corrects_what_was_told(talk: Conversation) -> None:
    await talk.say("!partager Vœux en vidéo", ANNE)
    await talk.say("!testé 1 repris", BRUNO)
    await talk.say("!testé 1 abandonné", BRUNO)
    assert "1 abandon ·" in await talk.say("!fiche 1")
    assert "repris par" not in await talk.say("!fiche 1")


async def test_without_an_outcome_the_card_comes_with_what_was_said(talk: Conversation) -> None:
    await talk.say("!partager Vœux en vidéo", ANNE)
    card = await talk.say("!testé 1 super accueil", BRUNO)
    assert card.startswith("!testé 1 repris")
    assert "Ce qui s'est passé : super accueil" in card
    await talk.say(card, BRUNO)
    assert "super accueil" in await talk.say("!essais 1")


async def test_what_can_not_be_seen_can_not_be_tried(talk: Conversation) -> None:
    await talk.say("!partager Secret", ANNE, encrypted=True)
    assert "pas visible d'ici" in await talk.say("!testé 1 repris", BRUNO, OTHER_ROOM)
    assert "pas visible d'ici" in await talk.say("!essais 1", BRUNO, OTHER_ROOM)


async def test_the_delay_of_a_test_is_said_and_chosen(talk: Conversation) -> None:
    said = await talk.say("!partager type: test\nSondage par SMS", ANNE)
    assert "Le 5 janvier 2027, je vous demanderai ce que cela a donné" in said
    assert "le 22 février 2027" in await talk.say("!bilan 1 dans 3 mois", ANNE)
    assert await due(talk) == talk.clock.now + timedelta(days=90) - timedelta(seconds=1)
    assert "je ne demanderai pas" in await talk.say("!bilan 1 Jamais", ANNE)
    assert await due(talk) is None


async def test_a_delay_that_is_none_a_card_that_is_no_test_and_a_stranger_are_told(
    talk: Conversation,
) -> None:
    await talk.say("!partager type: test\nSondage par SMS", ANNE)
    assert "Je n'ai pas compris « bientôt »" in await talk.say("!bilan 1 bientôt", ANNE)
    assert "Seuls l'auteur" in await talk.say("!bilan 1 3 mois", BRUNO)
    await talk.say("!partager Affiche", ANNE)
    assert "n'est pas un test en cours" in await talk.say("!bilan 2 3 mois", ANNE)


async def due(talk: Conversation) -> datetime | None:
    return await talk.store.read.duties.next_at()
