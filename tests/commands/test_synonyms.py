"""Moderators say which words search takes for one another."""

from tests.commands.conftest import BRUNO, CLAIRE, Conversation


async def test_a_synonym_counts_from_the_next_search_on(talk: Conversation) -> None:
    await talk.say("!partager Règles du blurp", BRUNO)
    assert "Aucune fiche" in await talk.say("!chercher zigzag")
    said = await talk.say("!synonyme zigzag = blurp", CLAIRE)
    assert "pour tout le réseau : zigzag = blurp" in said and "!synonyme retirer 1" in said
    assert "Règles du blurp" in await talk.say("!chercher zigzag")
    assert "C'était déjà le cas" in await talk.say("!synonyme Blurps, zigzag", CLAIRE)
    assert "plus synonymes" in await talk.say("!synonyme retirer 1", CLAIRE)
    assert "Aucune fiche" in await talk.say("!chercher zigzag")


async def test_it_is_written_as_people_write_it(talk: Conversation) -> None:
    for number, typed in enumerate(
        (
            "!synonyme télétravail = travail à distance",
            "!Synonyme « drive » égale « disque partagé »",
            "! synonyme barnum, tonnelle",
            "!synonym kermesse equals fête d’école",
            "!synonyme ajouter PCS = plan de sauvegarde",
        ),
        1,
    ):
        assert f"!synonyme retirer {number}" in await talk.say(typed, CLAIRE), typed
    listed = await talk.say("!synonymes", CLAIRE)
    assert "5 synonymes" in listed and "n° 1 · télétravail = travail à distance" in listed
    assert "drive = disque partagé" in await talk.say("!synonyme drives", CLAIRE)
    said = await talk.say("!synonyme retirer barnums = tonnelle", CLAIRE)
    assert "plus synonymes : barnum = tonnelle" in said


async def test_what_makes_no_synonym_is_told_why(talk: Conversation) -> None:
    assert "réservé aux modérateurs" in await talk.say("!synonyme a = b", BRUNO)
    assert "Aucun synonyme ajouté pour « nappe »" in await talk.say("!synonyme nappe", CLAIRE)
    assert "aucun synonyme" in await talk.say("!synonyme", CLAIRE)
    assert "déjà le même mot" in await talk.say("!synonyme budget = Budgets", CLAIRE)
    assert "ne dit rien" in await talk.say("!synonyme budget = 🎉", CLAIRE)
    assert "trop long" in await talk.say("!synonyme a = " + "mot " * 30, CLAIRE)
    assert "Je ne trouve pas" in await talk.say("!synonyme retirer 9", CLAIRE)
