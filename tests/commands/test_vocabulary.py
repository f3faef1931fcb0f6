"""Moderators tend the vocabulary; stewards may change what is in it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonsbot.domain.audiences import Reader
from commonsbot.store import Store
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, OTHER_ROOM, Conversation

READER = Reader(frozenset())


async def moderate(talk: Conversation, text: str) -> str:
    return await talk.say(text, BRUNO, power=50)


async def journal(store: Store) -> list[tuple[str, ...]]:
    rows = await store.read.journal._db.fetch("SELECT who, what, noun, noun_id, why FROM journal")
    return [tuple(row) for row in rows]


async def test_proposals_are_listed_with_their_use_and_what_they_look_like(
    talk: Conversation,
) -> None:
    assert "Aucun mot-dièse à examiner" in await moderate(talk, "!thème propositions")
    await talk.say("!partager Un #mascotte #podcasting #ia")
    await talk.say("!partager Deux #Mascottes", room=OTHER_ROOM)
    said = await moderate(talk, "!thème propositions")
    assert "2 mots-dièse à examiner" in said
    assert "• #mascotte · 2 fiches\n• #podcasting · 1 fiche\n  proche de #podcast" in said
    assert "!thème accepter #mascotte" in said


async def test_members_only_read_the_vocabulary(talk: Conversation) -> None:
    await talk.say("!partager Un #mascotte")
    for act in (
        "propositions",
        "accepter #mascotte",
        "fusionner #mascotte #ia",
        "écarter #mascotte",
    ):
        assert "réservé aux modérateurs" in await talk.say(f"!thème {act}")


async def test_an_accepted_word_is_a_theme_recognised_from_then_on(talk: Conversation) -> None:
    await talk.say("!partager Un #mascotte")
    assert "#mascotte est maintenant un thème" in await moderate(talk, "!thème accepter mascotte")
    assert "reconnus : #mascotte." in await talk.say("!partager Une mascotte en peluche")
    assert "• Autres\n  #mascotte (2)" in await talk.say("!thèmes")
    assert "Aucun mot-dièse" in await moderate(talk, "!thème propositions")
    assert "déjà un thème" in await moderate(talk, "!thème accepter #mascotte")
    assert await journal(talk.store) == [(BRUNO, "accept", "theme", "mascotte", "theme")]


async def test_a_word_may_be_accepted_as_a_tool(talk: Conversation) -> None:
    await talk.say("!partager Un #swapcard")
    assert "maintenant un outil" in await moderate(talk, "!thème accepter #swapcard outil")
    assert "• Autres\n  #swapcard (1)" in await talk.say("!outils")
    assert "#swapcard" not in await talk.say("!thèmes tous")


async def test_a_merged_proposal_is_understood_and_cards_follow_at_once(talk: Conversation) -> None:
    await talk.say("!partager Kit électoral\nTexte\n#bp")
    said = await moderate(talk, "!thème fusionner #bp dans #budget-participatif")
    assert "#bp rejoint #budget-participatif (1 fiche visible d'ici)" in said
    assert "#budget-participatif" in await talk.say("!fiche 1")
    assert "1 fiche" in await talk.say("!chercher budget participatif")
    assert "Kit électoral" in await talk.say("!chercher bp")
    assert "Thèmes : #budget-participatif." in await talk.say("!partager Autre #BP")
    assert "Aussi : budget citoyen, budget participatif des écoles, bp" in await talk.say(
        "!thème bp"
    )
    assert (await journal(talk.store))[-1][1:] == ("merge", "theme", "bp", "budget-participatif")


async def test_a_renamed_proposal_keeps_its_old_word(talk: Conversation) -> None:
    await talk.say("!partager Un #mascot")
    assert "s'appelle désormais #mascotte" in await moderate(
        talk, "!thème renommer #mascot #mascotte"
    )
    assert "#mascotte" in await talk.say("!fiche 1")
    assert "1 fiche" in await talk.say("!chercher mascotte")
    assert "#mascotte · 1 fiche\nAussi : mascot" in await talk.say("!thème mascot")
    assert "s'appelle désormais #mascot" in await moderate(
        talk, "!thème renommer #mascotte #mascot"
    )


async def test_renaming_to_another_proposal_joins_them(talk: Conversation) -> None:
    await talk.say("!partager Un #mascotte")
    await talk.say("!partager Deux #peluche")
    await moderate(talk, "!thème renommer #mascotte #peluche")
    assert "#peluche · 2 fiches" in await talk.say("!thème mascotte")


async def test_what_is_set_aside_is_not_proposed_again_and_stays_on_cards(
    talk: Conversation,
) -> None:
    await talk.say("!partager Un #bonjour")
    assert "n'est pas un thème" in await moderate(talk, "!thème écarter #bonjour")
    await talk.say("!partager Deux #bonjour")
    assert "Aucun mot-dièse" in await moderate(talk, "!thème propositions")
    assert "Autres mots employés : #bonjour (2)" in await talk.say("!thèmes tous")


async def test_only_a_steward_changes_the_networks_themes(talk: Conversation) -> None:
    await talk.say("!partager Un #ia #falc")
    for act in ("fusionner #ia #falc", "renommer #ia #robots", "écarter #ia"):
        assert "seul un référent" in await moderate(talk, f"!thème {act}")
    assert "#falc rejoint #accessibilité" in await talk.say(
        "!thème fusionner #falc #accessibilité", CLAIRE
    )
    assert "désormais #robots" in await talk.say("!thème renommer #ia #robots", CLAIRE)
    assert "#accessibilité #robots" in await talk.say("!fiche 1")
    assert "n'est pas un thème" in await talk.say("thème écarter robots", CLAIRE, direct=True)


async def test_a_word_of_one_room_does_not_enter_the_networks_vocabulary(
    talk: Conversation,
) -> None:
    await talk.say("!partager Secret #plan-secret", encrypted=True)
    assert "Aucun mot-dièse" in await moderate(talk, "!thème propositions")
    for act in ("accepter #plan-secret", "fusionner #plan-secret #ia", "renommer #plan-secret #a"):
        assert "réservées à un salon" in await moderate(talk, f"!thème {act}")
        elsewhere = await talk.say(f"!thème {act}", BRUNO, OTHER_ROOM, power=50)
        assert "Je ne connais pas" in elsewhere


async def test_what_is_missing_or_wrong_is_told_with_an_example(talk: Conversation) -> None:
    await talk.say("!partager Un #mascotte")
    assert "!thème accepter #budget-vert" in await moderate(talk, "!thème accepter")
    assert "Donnez deux thèmes" in await moderate(talk, "!thème fusionner #mascotte")
    assert "Donnez le thème" in await moderate(talk, "!thème renommer #mascotte deux mots ici")
    assert "Donnez un mot-dièse" in await moderate(talk, "!thème accepter !!!")
    assert "déjà le même thème" in await moderate(talk, "!thème fusionner #mascotte #mascottes")
    assert "#ia existe déjà" in await moderate(talk, "!thème renommer #mascotte #ia")
    assert "Je ne connais pas de thème « zzz »" in await moderate(talk, "!thème écarter zzz")
    assert "Vouliez-vous dire !thème fusionner ?" in await moderate(talk, "!thème fusioner #a #b")


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(st.tuples(st.sampled_from("fmra"), st.integers(0, 3), st.integers(0, 3))))
async def test_no_series_of_acts_loses_a_card_or_a_word(
    talk: Conversation, acts: list[tuple[str, int, int]]
) -> None:
    names = ("alpha", "bravo", "charlie", "delta")
    verbs = {"f": "fusionner", "m": "renommer", "r": "écarter", "a": "accepter"}
    before = await talk.store.read.resources.count(READER)
    for name in names:
        await talk.say(f"!partager {name} {before} #{name}", ANNE)
    for act, one, other in acts:
        await talk.say(f"!thème {verbs[act]} #{names[one]} #{names[other]}", CLAIRE)
    assert await talk.store.read.resources.count(READER) == before + len(names)
    for name in names:
        assert await talk.store.read.themes.tag(name)
    for resource in await talk.store.read.resources.recent(READER, len(names)):
        assert resource.themes
        for name in resource.themes:
            tag = await talk.store.read.themes.tag(name)
            assert tag and tag.name == name
