"""Correcting a card, its history, and going back."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonsbot.domain.audiences import Audience
from commonsbot.domain.files import File
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.resources import Draft
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation

TIP = "!partager Guide RGAA #web\nUn texte utile. https://example.org/rgaa"


async def test_the_author_changes_one_thing_and_reads_exactly_what_changed(
    talk: Conversation,
) -> None:
    await talk.say(TIP)
    said = await talk.say("!modifier 1 titre: Guide RGAA 4")
    assert "n° 1 · Guide RGAA 4 est modifiée" in said
    assert "titre : « Guide RGAA » devient « Guide RGAA 4 »" in said
    assert "!rétablir 1 1" in said
    assert "Un texte utile." in await talk.say("!fiche 1")


async def test_themes_come_and_go(talk: Conversation) -> None:
    await talk.say(TIP)
    said = await talk.say("!modifier 1 #accessibilité -#web")
    assert "ajouté : #accessibilité" in said and "enlevé : #site-internet" in said
    assert "1 fiche" in await talk.say("!chercher accessibilité")


async def test_a_passage_that_changed_is_shown_and_not_the_whole_text(talk: Conversation) -> None:
    await talk.say("!partager Titre\nPremière phrase. Deuxième phrase.\nTroisième ligne.")
    said = await talk.say("!modifier 1 texte: Première phrase. Autre phrase.\nTroisième ligne.")
    assert "ajouté : « Autre phrase. »" in said
    assert "enlevé : « Deuxième phrase. »" in said
    assert "Première phrase" not in said


async def test_a_part_of_an_experience_is_corrected_by_its_name(talk: Conversation) -> None:
    await talk.say("!rex Vœux en vidéo\nRésultat mesuré : peu de vues\nHabitants : 8 000")
    said = await talk.say("!modifier 1 résultat: Mille vues.\nHabitants : 30 000")
    assert "résultat mesuré :\n  ajouté : « Mille vues. »" in said
    assert "moins de 50 000 habitants (avant : moins de 10 000 habitants)" in said
    card = await talk.say("!fiche 1")
    assert "Mille vues." in card and "peu de vues" not in card


async def test_saying_the_same_again_changes_nothing(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "Rien ne change" in await talk.say("!modifier 1 titre: Guide RGAA")
    assert "une seule version" in await talk.say("!fiche 1 historique")


async def test_what_to_change_is_asked_for_with_examples(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "!modifier 1 titre: Nouveau titre" in await talk.say("!modifier 1")
    assert "Au choix : licence ouverte" in await talk.say("!modifier 1 licence: xyz")


async def test_a_moderator_changes_what_was_shared_in_the_room_and_only_there(
    talk: Conversation,
) -> None:
    await talk.say(TIP)
    assert "est modifiée" in await talk.say("!modifier 1 type: outil", BRUNO, power=50)
    there = await talk.say("!modifier 1 type: modèle", BRUNO, OTHER_ROOM, power=50)
    assert "Votre proposition" in there
    assert "est modifiée" in await talk.say("!modifier 1 type: modèle", CLAIRE, OTHER_ROOM)


async def test_opening_the_licence_is_the_authors_to_decide(talk: Conversation) -> None:
    await talk.say(TIP)
    said = await talk.say("!modifier 1 licence: cc-by type: outil", BRUNO, power=50)
    assert "type : outil" in said and "Votre proposition" in said
    assert "CC BY" not in await talk.say("!fiche 1")
    refused = await talk.say("!accepter 1", CLAIRE)
    assert "lui seul peut accepter" in refused
    assert "licence : CC BY 4.0" in await talk.say("!accepter 1", ANNE)


async def test_the_history_says_who_changed_what_and_when(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.say("!modifier 1 titre: Guide RGAA 4")
    await talk.say("!modifier 1 type: outil", BRUNO, power=50)
    said = await talk.say("!fiche 1 historique", BRUNO, OTHER_ROOM)
    assert "3 versions" in said
    assert "version 3 · 24 novembre 2026 · par @bruno\n  type : outil" in said
    assert "version 1 · 24 novembre 2026 · par @anne\n  première version" in said
    assert "!rétablir" not in said, "who may not is not told to"
    for typed in ("!card 1 history", "!Fiche n° 1 Historique", "!fiche 1 versions"):
        assert "3 versions" in await talk.say(typed)


async def test_a_long_history_has_pages(talk: Conversation) -> None:
    await talk.say(TIP)
    for number in range(10):
        await talk.say(f"!modifier 1 titre: Guide {number}")
    said = await talk.say("!fiche 1 historique")
    assert "11 versions" in said and "!fiche 1 historique 2" in said
    assert "première version" in await talk.say("!fiche 1 historique 2")
    assert "première version" in await talk.say("!fiche 1 historique 99")


async def test_an_old_version_is_shown_as_it_was(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.say("!modifier 1 Autre titre\nAutre texte")
    for typed in ("!fiche 1 version 1", "!fiche 1 v1", "!fiche 1 v 1"):
        said = await talk.say(typed)
        assert "Version 1 de la fiche" in said and "Un texte utile." in said, typed
    assert "C'est la version d'aujourd'hui." in await talk.say("!fiche 1 version 2")
    for typed in ("!fiche 1 version 9", "!fiche 1 version", "!fiche 1 version deux"):
        assert "n'a pas de version" in await talk.say(typed), typed


async def test_going_back_is_a_new_version_that_can_be_undone(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.say("!modifier 1 titre: Guide RGAA 4")
    said = await talk.say("!rétablir 1 1")
    assert "est revenue à sa version 1" in said and "!rétablir 1 2" in said
    assert "retour à la version 1" in await talk.say("!fiche 1 historique")
    assert "est déjà comme dans sa version 1" in await talk.say("!rétablir 1 1")
    assert "est revenue à sa version 2" in await talk.say("!rétablir 1")
    assert "n° 1 · Guide RGAA 4" in await talk.say("!fiche 1")


async def test_a_theme_taken_off_does_not_come_back_with_an_old_version(
    talk: Conversation,
) -> None:
    await talk.say("!partager Titre\nUn site conforme au RGAA.")
    await talk.say("!modifier 1 -#accessibilité")
    await talk.say("!modifier 1 texte: Autre chose.")
    await talk.say("!rétablir 1 2")
    card = await talk.say("!fiche 1")
    assert "conforme au RGAA" in card and "#accessibilité" not in card


async def test_only_who_keeps_a_card_takes_it_back(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.say("!modifier 1 titre: Guide RGAA 4")
    assert "est rétablie par son auteur" in await talk.say("!rétablir 1 1", BRUNO)
    assert "est revenue" in await talk.say("!retablir 1 version 1", BRUNO, power=50)


async def test_going_back_changes_neither_who_sees_it_nor_the_licence(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.say("!modifier 1 titre: Guide RGAA 4 licence: cc-by")
    await talk.say("!visible 1 salon")
    said = await talk.say("!rétablir 1 1")
    assert "licence" not in said and "visible par" not in said
    assert "visible par ce salon · CC BY 4.0" in await talk.say("!fiche 1")


async def test_a_version_said_to_the_room_alone_stays_there(talk: Conversation) -> None:
    await talk.say("!partager Secret du salon\nMot de passe du mur", encrypted=True)
    await talk.say("!modifier 1 Version publiable\nRien de secret")
    await talk.say("!visible 1 réseau")
    await talk.say("!oui")
    away = await talk.say("!fiche 1 historique", BRUNO, OTHER_ROOM)
    assert "Secret" not in away and "2 versions ne sont pas visibles d'ici" in away
    assert "n'a pas de version 1" in await talk.say("!fiche 1 version 1", BRUNO, OTHER_ROOM)
    assert "n'a pas de version 1" in await talk.say("!rétablir 1 1", CLAIRE, OTHER_ROOM)
    refused = await talk.say("!rétablir 1 1", BRUNO, power=50)
    assert "son auteur seul peut la montrer de nouveau" in refused
    assert "Secret du salon" in await talk.say("!fiche 1 historique", BRUNO)


async def test_a_file_of_an_encrypted_room_does_not_come_back_to_a_wider_card(
    talk: Conversation,
) -> None:
    secret = File(uri="mxc://example.org/a", name="plan.pdf", encrypted=True)
    async with talk.store.transaction() as tx:
        draft = Draft(title="Plan", text="À lire", files=(secret,))
        await tx.resources.add(draft, audience=Audience.ROOM, author=ANNE, room=HELP_ROOM)
    await talk.say("!visible 1 réseau")
    assert "visible par le réseau" in await talk.say("!oui")
    await talk.say("!rétablir 1 1")
    kept = await talk.store.read.resources.at(ResourceId(1))
    assert kept and kept.files == ()
    assert "plan.pdf" not in await talk.say("!fiche 1 historique", BRUNO, OTHER_ROOM)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.text(min_size=1),
    command=st.sampled_from(["modifier", "fiche", "rétablir", "licence", "visible", "fusionner"]),
    sender=st.sampled_from([ANNE, BRUNO, CLAIRE]),
)
async def test_no_text_breaks_a_card(
    talk: Conversation, said: str, command: str, sender: UserId
) -> None:
    if not await talk.store.read.resources.at(ResourceId(1)):
        await talk.say(TIP)
    await talk.answer(f"!{command} 1 {said}", sender)
    assert "n° 1" in await talk.say("!fiche 1"), "it is still there to be read"
    assert "version 1" in await talk.say("!fiche 1 historique 99")


async def test_every_change_is_in_the_journal(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.say("!modifier 1 titre: Guide RGAA 4")
    await talk.say("!rétablir 1 1", BRUNO, power=50)
    rows = await talk.store.read.journal._db.fetch("SELECT who, what, why FROM journal ORDER BY id")
    assert [tuple(row) for row in rows] == [
        (ANNE, "revise", ""),
        (BRUNO, "revise", "revert 1"),
    ]
