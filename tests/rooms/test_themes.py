"""Themes and tools in real rooms: recognised, listed, and tended by moderators."""

import pytest

from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import Network, words
from tests.rooms.test_audiences import chat_with

pytestmark = pytest.mark.rooms


async def test_what_a_share_names_is_recognised_listed_and_opened(town: Network) -> None:
    shared = words(
        await town.ask(
            town.bruno,
            "!partager Gabarits de baladodiffusion pour l'été\n"
            "Montés avec Audacity, en libre accès.\nhttps://joinpeertube.org/x #été #Vidéos",
        )
    )
    assert "Thèmes : #vidéo #été." in shared
    assert "Thèmes et outils reconnus : #audacity #peertube #podcast." in shared
    listed = words(await town.ask(town.bruno, "!themes"))
    assert "Écrire, dire, montrer" in listed and "#podcast (1)" in listed
    assert "Autres mots employés" in listed and "#été" in listed
    assert "Gabarits de baladodiffusion" in words(await town.ask(town.bruno, "! Thème Podcasts"))
    tool = words(await town.ask(town.bruno, "!outil audacity"))
    assert "#audacity · Audacity · 1 fiche" in tool
    assert "Enregistrement et montage du son" in tool


async def test_an_unknown_theme_gets_the_nearest_and_a_notice(town: Network) -> None:
    said = await town.ask(town.bruno, "!thème accesibilité")
    assert "Peut-être #accessibilité ?" in words(said)
    assert said["content"]["msgtype"] == "m.notice"


async def test_a_moderator_accepts_merges_and_renames_what_members_propose(town: Network) -> None:
    number = await town.share(town.bruno, "!partager Une fiche à classer\nTexte\n#marmotte")
    refused = words(await town.ask(town.bruno, "!thème accepter #marmotte"))
    assert "réservé aux modérateurs" in refused
    assert "#marmotte · 1 fiche" in words(await town.ask(town.anne, "!thème propositions"))
    renamed = words(await town.ask(town.anne, "!thème renommer #marmotte en #mascotte"))
    assert "#marmotte s'appelle désormais #mascotte" in renamed
    assert "#mascotte" in words(await town.ask(town.bruno, f"!fiche {number}"))
    accepted = words(await town.ask(town.anne, "!thème accepter #mascotte"))
    assert "maintenant un thème" in accepted
    again = words(await town.ask(town.bruno, "!partager Une mascotte pour la fête #marmotte"))
    assert "Thèmes : #mascotte." in again
    refused = words(await town.ask(town.anne, "!thème fusionner #mascotte #événementiel"))
    assert "seul un référent" in refused
    merged = words(await town.ask(town.claire, "!thème fusionner #mascotte #événementiel"))
    assert "#mascotte rejoint #événementiel" in merged
    assert "#événementiel" in words(await town.ask(town.bruno, f"!fiche {number}"))
    found = words(await town.ask(town.bruno, "!thème marmotte"))
    assert f"n° {number} · Une fiche à classer" in found


async def test_a_direct_chat_reads_the_themes_too_and_moderates_nothing(town: Network) -> None:
    await town.share(town.anne, "!partager Une carte de vœux sobre")
    chat = await chat_with(town, town.bruno)
    assert "Une carte de vœux sobre" in words(await town.ask(town.bruno, "thème voeux", chat))
    refused = words(await town.ask(town.bruno, "thème propositions", chat))
    assert "réservé aux modérateurs" in refused


async def test_the_vocabulary_of_the_operator_counts_from_the_next_start(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    number = await network.share(network.bruno, "!partager Un carillon pour la mairie #beffroi")
    await network.bot.stop()
    (network.bot.folder / "own.yaml").write_text(
        "themes: {patrimoine-sonore: {label: Patrimoine sonore, synonyms: [carillon, beffroi]}}"
    )
    network.bot.configure(themes="own.yaml")
    await network.bot.start()
    card = words(await network.ask(network.bruno, f"!fiche {number}"))
    assert "#patrimoine-sonore" in card and "#beffroi" not in card
