"""Moderators set the hours of their room; members theirs; some may pass over them."""

from datetime import UTC, datetime

import pytest

from commonsbot.domain.hours import Hours
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.messages import Kind, Outgoing, Sign
from commonsbot.domain.roles import NOBODY, Bypass, Role
from commonsbot.domain.rooms import Room
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation

CHAT = RoomId("!chat:example.org")
EVENING = datetime(2026, 11, 24, 20, tzinfo=UTC)
"""A Tuesday; 21 h in Paris."""


async def hours(talk: Conversation, room: RoomId = HELP_ROOM) -> Hours:
    return talk.office.hours_of(Room(id=room))


async def queue(talk: Conversation, key: str, kind: Kind = Kind.NEWS, **facts: object) -> None:
    document = talk.views.texts.document("away")
    message = Outgoing(key=key, room=HELP_ROOM, kind=kind, document=document, **facts)  # type: ignore[arg-type]
    async with talk.store.transaction() as tx:
        await tx.outbox.add(message)


async def test_a_room_says_its_hours_in_words(talk: Conversation) -> None:
    said = await talk.say("!salon")
    assert "ouvert du lundi au vendredi, de 8 h 30 à 18 h 30, heure de Paris" in said
    assert "France métropolitaine. Le prochain : vendredi 25 décembre" in said
    assert "Ouvert en ce moment" in said and "!salon horaires" not in said
    talk.clock.now = EVENING
    assert "ouvre mercredi 25 novembre à 8 h 30" in await talk.say("! Salon")
    assert "!salon horaires" in await talk.say("!salon", power=50)


async def test_a_member_does_not_set_the_hours_of_a_room(talk: Conversation) -> None:
    assert "réservé aux modérateurs" in await talk.say("!salon horaires 9h-18h")
    assert await hours(talk) == Hours()


async def test_a_moderator_sets_days_hours_zone_and_holidays(talk: Conversation) -> None:
    said = await talk.say("!Salon  Horaires lundi–jeudi 9H-17h30", power=50)
    assert "C'est noté" in said and "du lundi au jeudi, de 9 h à 17 h 30" in said
    said = await talk.say("!salon fuseau la reunion", power=50)
    assert "heure de La Réunion" in said and "dimanche 20 décembre" in said
    said = await talk.say("!salon feries Alsace Moselle", power=50)
    assert "Fermé les jours fériés : Alsace-Moselle" in said
    said = await talk.say("!salon fériés aucun", power=50)
    assert "Ouvert aussi les jours fériés" in said
    assert await hours(talk, OTHER_ROOM) == Hours(), "the others are as before"
    await talk.say("!salon horaires défaut", power=50)
    await talk.say("!salon fuseau défaut", power=50)
    await talk.say("!salon fériés défaut", power=50)
    assert await hours(talk) == Hours()
    assert "à toute heure" in await talk.say("!salon horaires toujours", power=50)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("!salon horaires 18h-9h", "fermé avant d'ouvrir"),
        ("!salon horaires lundi-vendroudo 9h-18h", "« vendroudo » n'est pas un jour"),
        ("!salon horaires 9h-12h 14h-18h", "qu'une plage par jour"),
        ("!salon horaires 25h-26h", "« 25h » n'est pas une heure"),
        ("!salon horaires lundi sauf lundi", "aucun jour"),
        ("!salon fuseau Mars", "Je ne connais pas le fuseau « Mars »"),
        ("!salon fuseau", "écrivez un lieu"),
        ("!salon fériés Bretagne", "Saint-Barthélemy"),
        ("!salon fermeture 32/13", "Je n'ai pas compris « 32/13 »"),
        ("!salon rouvrir 3", "Aucune fermeture ne correspond"),
        ("!salon rouvrir", "Aucune fermeture n'est prévue"),
        ("!salon 9h-18h", "Après !salon, écrivez ce que vous voulez changer"),
        ("!salon horraires 9h-18h", "Vouliez-vous dire !salon horaires"),
    ],
)
async def test_what_is_not_understood_is_said_and_changes_nothing(
    talk: Conversation, typed: str, said: str
) -> None:
    assert said in await talk.say(typed, power=50)
    assert await hours(talk) == Hours()


async def test_a_room_closes_for_some_days_and_opens_again(talk: Conversation) -> None:
    said = await talk.say("!salon fermeture 24/12-2/1", power=50)
    assert "fermé du jeudi 24 décembre au samedi 2 janvier" in said
    said = await talk.say("!salon fermeture 14/7", power=50)
    assert "fermé le mercredi 14 juillet 2027" in said
    listed = await talk.say("!salon fermetures", power=50)
    assert "1. du jeudi 24 décembre" in listed and "2. le mercredi 14 juillet 2027" in listed
    assert "Fermetures : du jeudi 24 décembre" in await talk.say("!salon")
    assert "Laquelle" in await talk.say("!salon rouvrir", power=50)
    assert "14 juillet" in await talk.say("!salon rouvrir 14 juillet", power=50)
    assert "24 décembre" in await talk.say("!salon rouvrir", power=50)
    assert await hours(talk) == Hours()


async def test_what_was_held_leaves_when_a_moderator_opens_the_room(talk: Conversation) -> None:
    talk.clock.now = EVENING
    await queue(talk, "news")
    assert await talk.tell("!salon", BRUNO) != []
    said = await talk.tell("!salon horaires toujours", power=50)
    assert [one.key for one in said if one.kind is Kind.NEWS] == ["news"]


async def test_a_direct_chat_is_no_room(talk: Conversation) -> None:
    said = await talk.say("!salon horaires 9h-18h", CLAIRE, CHAT, direct=True)
    assert "écrivez !salon horaires dans le salon" in said and "!mes-heures" in said


async def test_members_choose_their_own_hours(talk: Conversation) -> None:
    assert "celles de chaque salon" in await talk.say("!mes-heures")
    said = await talk.say("!mes heures lundi-jeudi 9h-17h")
    assert "Vos heures · du lundi au jeudi, de 9 h à 17 h, heure de Paris" in said
    assert "heure de La Réunion" in await talk.say("!mes-heures fuseau La Réunion")
    assert "celles de chaque salon" in await talk.say("!mes-heures", BRUNO)
    assert "celles de chaque salon" in await talk.say("!mes-heures défaut")
    assert "ne se croisent jamais" in await talk.say("!mes-heures 20h-22h")


async def test_a_pause_silences_the_bot_towards_one_member(talk: Conversation) -> None:
    assert "Vous n'êtes pas en pause" in await talk.say("!reprendre")
    said = await talk.say("!pause deux semaines")
    assert "du mardi 24 novembre au lundi 7 décembre" in said
    await queue(talk, "alert", Kind.NOTE, mentions=(ANNE,))
    await queue(talk, "other", Kind.NOTE, mentions=(BRUNO,))
    said_by_itself = [one.key for one in await talk.tell("!salon", BRUNO) if one.kind is Kind.NOTE]
    assert said_by_itself == ["other"]
    assert "En pause du mardi 24 novembre" in await talk.say("!mes-heures")
    back = await talk.tell("!reprendre")
    assert [one.key for one in back if one.kind is Kind.NOTE] == ["alert"]
    assert "Vous n'êtes pas en pause" in await talk.say("!reprendre")


async def test_a_pause_may_be_said_in_many_ways(talk: Conversation) -> None:
    assert "jusqu" not in await talk.say("!pause jusqu’au 15 décembre")
    assert "mardi 15 décembre" in await talk.say("!mes-heures")
    await talk.say("!reprendre")
    assert "du jeudi 24 décembre au" in await talk.say("!PAUSE 24/12-2/1")
    assert "Je n'ai pas compris" in await talk.say("!pause un peu")
    assert "une durée ou des jours" in await talk.say("!pause")


async def test_at_night_an_answer_is_a_notice_that_rings_nobody(talk: Conversation) -> None:
    by_day = await talk.answer("!aide")
    talk.clock.now = EVENING
    by_night = await talk.answer("!aide")
    assert by_day and by_day.mentions == (ANNE,) and not by_day.notice
    assert by_night and by_night.notice and by_night.mentions == ()


async def test_who_is_named_passes_over_the_hours_and_it_is_said(talk: Conversation) -> None:
    talk.clock.now = EVENING
    said = await talk.answer("!urgent L'eau est coupée\nPrévenez @bruno:example.org", power=50)
    assert said and said.kind is Kind.URGENT and not said.notice
    assert said.mentions == (BRUNO,)
    words = await talk.say("!urgent Encore", power=50)
    assert words.startswith("Urgent · de la part de @anne, hors des heures de ce salon")
    journal = await talk.store.read.journal._db.fetch("SELECT who, what, noun_id FROM journal")
    assert (ANNE, "urgent", HELP_ROOM) in map(tuple, journal)


@pytest.mark.parametrize(
    ("bypass", "sender", "power", "answer"),
    [
        (Bypass(), ANNE, 0, "personnes désignées"),
        (Bypass(role=Role.STEWARD), ANNE, 50, "personnes désignées"),
        (Bypass(role=Role.STEWARD), CLAIRE, 0, "Urgent"),
        (Bypass(role=None, users=frozenset([BRUNO])), BRUNO, 0, "Urgent"),
        (NOBODY, CLAIRE, 100, "ouvert à personne"),
    ],
)
async def test_others_do_not(
    talk: Conversation, bypass: Bypass, sender: UserId, power: float, answer: str
) -> None:
    talk.bypass = bypass
    talk.__post_init__()
    assert answer in await talk.say("!urgent Alerte", sender, power=power)


async def test_at_night_a_share_gets_a_sign_instead_of_words(talk: Conversation) -> None:
    await talk.say("!partager Première")  # with the first card the room hears of its encryption
    talk.clock.now = EVENING
    said = await talk.answer("!partager Affiche des vœux")
    assert said and said.document == () and said.mentions == ()
    assert said.sign == Sign("✅", talk.last)
    assert "n° 2 · Affiche des vœux" in await talk.say("!fiche")
    kept = await talk.tell("Un message de la nuit")
    assert kept == []
    message = talk.last
    await talk.react(message, "💡")
    assert talk.heard[-1].sign == Sign("✅", message)
    assert "Un message de la nuit" in await talk.say("!fiche", BRUNO, answers=message)
    assert "n° 3" in await talk.say("!annuler")


async def test_what_has_to_be_said_is_said_at_night_too(talk: Conversation) -> None:
    await talk.say("!partager Première")
    talk.clock.now = EVENING
    said = await talk.answer("!partager Affiche\ntype : licorne")
    assert said and said.sign is None and said.notice and said.document


async def test_by_day_a_share_is_confirmed_in_words(talk: Conversation) -> None:
    said = await talk.answer("!partager Affiche des vœux")
    assert said and said.sign is None and said.document and not said.notice


async def test_without_a_number_nor_a_share_the_card_is_asked_for(talk: Conversation) -> None:
    assert "Quelle fiche ?" in await talk.say("!fiche")
