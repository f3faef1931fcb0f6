"""What moderators and members say to the letter. It is Tuesday 24 November 2026, 11 h in Paris."""

from datetime import datetime, timedelta

import pytest

from commonsbot.digest.schedule import Scheduler
from commonsbot.domain.audiences import Audience
from commonsbot.domain.messages import Kind
from commonsbot.domain.resources import Draft
from tests.commands.conftest import ANNE, BRUNO, HELP_ROOM, OTHER_ROOM, Conversation, words_of

MODERATOR = 50


async def order(talk: Conversation, words: str) -> str:
    return await talk.say(words, power=MODERATOR)


async def leave_letters(talk: Conversation, moment: datetime) -> list[str]:
    """What the scheduler sends at that moment."""
    talk.clock.now = moment
    scheduler = Scheduler(
        talk.store, talk.languages, lambda room: talk.schedule, lambda: talk.clock.now
    )
    await scheduler.round()
    before = len(talk.heard)
    said = (await talk.all_heard())[before:]
    return [words_of(one) for one in said if one.kind is Kind.EDITION and one.room == HELP_ROOM]


def next_monday(talk: Conversation) -> datetime:
    assert talk.schedule
    return datetime(2026, 11, 30, 9, tzinfo=talk.schedule.zone)


async def test_the_state_says_when_what_and_how(talk: Conversation) -> None:
    await talk.say("!partager Un gabarit d'affiche", BRUNO)
    said = await order(talk, "!lettre")
    assert "La prochaine lettre part lundi 30 novembre à 9 h." in said
    assert "Au programme, pour l'instant : une nouvelle fiche." in said
    assert "!lettre aperçu" in said
    said = await talk.say("!Lettre")
    assert "lundi 30 novembre" in said and "!lettre aperçu" not in said


async def test_nothing_to_say_is_said(talk: Conversation) -> None:
    for command in ("!lettre", "!lettre apercu", "!lettre maintenant"):
        assert "Rien à dire pour l'instant" in await order(talk, command)
    assert await leave_letters(talk, next_monday(talk)) == []


async def test_the_preview_is_what_leaves(talk: Conversation) -> None:
    await talk.say("!partager Un gabarit d'affiche\nSobre et lisible #accessibilité", BRUNO)
    await talk.say("!question Qui a un modèle de convention ?", BRUNO)
    await order(talk, "!lettre mot « Bonne semaine à tous »")
    shown = await order(talk, "!lettre aperçu")
    head, _, letter = shown.partition("\n\n")
    assert "telle qu'elle partira lundi 30 novembre à 9 h" in head
    assert await leave_letters(talk, next_monday(talk)) == [letter]


async def test_a_card_is_left_out_and_put_back(talk: Conversation) -> None:
    await talk.say("!partager Première idée", BRUNO)
    await talk.say("!partager Deuxième idée", ANNE)
    said = await order(talk, "!lettre retirer n° 2")
    assert "La fiche n° 2 ne sera pas dans la prochaine lettre" in said
    preview = await order(talk, "!lettre aperçu")
    assert "Première idée" in preview and "Deuxième" not in preview
    assert "Laissé de côté : n° 2" in await order(talk, "!lettre")
    assert "La fiche n° 2 sera dans" in await order(talk, "!lettre ajouter 2")
    preview = await order(talk, "!lettre aperçu")
    assert preview.index("Deuxième idée") < preview.index("Première idée")


async def test_an_older_card_may_be_added_and_one_that_is_not_for_this_room_may_not(
    talk: Conversation,
) -> None:
    await talk.say("!partager Une idée d'il y a longtemps", BRUNO)
    talk.clock.now += timedelta(days=60)
    assert "La fiche n° 1 sera dans la prochaine lettre" in await order(talk, "!lettre ajouter 1")
    preview = await order(talk, "!lettre aperçu")
    assert "Choisi pour vous\n\n• n° 1 · Une idée d'il y a longtemps" in preview
    async with talk.store.transaction() as tx:
        hidden = await tx.resources.add(
            Draft(title="Entre nous", text=""), audience=Audience.ROOM, room=OTHER_ROOM
        )
    said = await order(talk, f"!lettre ajouter {hidden}")
    assert "Il n'y a pas de fiche" in said
    assert "pas un numéro" in await order(talk, "!lettre ajouter demain")


async def test_a_word_opens_one_letter(talk: Conversation) -> None:
    assert "Écrivez la phrase après" in await order(talk, "!lettre mot")
    said = await order(talk, "!lettre mot “Bienvenue aux collègues du département !”")
    assert "s'ouvrira sur : « Bienvenue aux collègues du département ! »" in said
    assert "à la place du mot d'avant" in await order(talk, "!lettre mot Bonne rentrée")
    assert "s'ouvre sur : « Bonne rentrée »" in await order(talk, "!lettre mot")
    (letter,) = await leave_letters(talk, next_monday(talk))
    assert "Le mot de @anne : Bonne rentrée" in letter
    assert "Rien à dire" in await order(talk, "!lettre aperçu")
    await order(talk, "!lettre mot Encore un")
    assert "sans mot" in await order(talk, "!lettre mot retirer")
    assert "C'est long" in await order(talk, "!lettre mot " + "long " * 100)


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("!lettre jour jeudi 14h30", "jeudi 26 novembre à 14 h 30"),
        ("!LETTRE JOUR Mercredi à 9 h", "mercredi 25 novembre à 9 h"),
        ("!letter day friday 2pm", "vendredi 27 novembre à 14 h"),
        ("!lettre jour 10h", "lundi 30 novembre à 10 h"),
    ],
)
async def test_the_day_and_hour_are_the_rooms_own(
    talk: Conversation, typed: str, when: str
) -> None:
    assert f"La prochaine lettre part {when}" in await order(talk, typed)
    assert when in await talk.say("!lettre")


async def test_a_moment_when_the_room_is_closed_is_said(talk: Conversation) -> None:
    said = await order(talk, "!lettre jour samedi 10h")
    assert "samedi 28 novembre à 10 h" in said
    assert "elle attendra l'ouverture, lundi 30 novembre à 8 h 30" in said


async def test_what_is_not_understood_is_shown_how_to_write(talk: Conversation) -> None:
    assert "!lettre jour lundi 9h" in await order(talk, "!lettre jour")
    assert "Je n'ai pas compris « bientôt »" in await order(talk, "!lettre jour bientôt")
    assert "!lettre reporter jeudi" in await order(talk, "!lettre reporter un de ces quatre")
    assert "!lettre pause 3 semaines" in await order(talk, "!lettre pause longtemps")
    assert "!lettre S47" in await order(talk, "!lettre ancienne")


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("!lettre reporter", "mardi 1er décembre à 9 h"),
        ("!lettre reporter jeudi", "jeudi 3 décembre à 9 h"),
        ("!lettre reporter à la semaine prochaine", "lundi 7 décembre à 9 h"),
    ],
)
async def test_a_letter_is_put_off_and_leaves_then_once(
    talk: Conversation, typed: str, when: str
) -> None:
    await talk.say("!partager Une idée", BRUNO)
    assert f"la lettre attendra {when}" in await order(talk, typed)
    assert when in await talk.say("!lettre")
    assert await leave_letters(talk, next_monday(talk)) == []
    left = []
    for day in range(1, 9):
        left += await leave_letters(talk, next_monday(talk) + timedelta(days=day))
    assert len(left) == 1 and "Une idée" in left[0]


async def test_a_pause_lasts_until_it_is_ended(talk: Conversation) -> None:
    await talk.say("!partager Une idée", BRUNO)
    assert "jusqu'à !lettre reprendre" in await order(talk, "!lettre pause")
    assert "en pause" in await talk.say("!lettre")
    assert await leave_letters(talk, next_monday(talk)) == []
    assert "lundi 7 décembre à 9 h" in await order(talk, "!lettre reprendre")
    assert "n'est pas en pause" in await order(talk, "!lettre reprendre")
    (letter,) = await leave_letters(talk, next_monday(talk) + timedelta(days=7))
    assert "Une idée" in letter


async def test_a_pause_may_have_an_end(talk: Conversation) -> None:
    said = await order(talk, "!lettre pause 3 semaines")
    assert "La prochaine lettre partira lundi 21 décembre à 9 h" in said


async def test_a_past_letter_is_read_again_without_what_was_withdrawn(talk: Conversation) -> None:
    await talk.say("!partager Celle qui reste", BRUNO)
    await talk.say("!partager Celle qui part", ANNE)
    assert len(await leave_letters(talk, next_monday(talk))) == 1
    await talk.say("!retirer 2", ANNE)
    for typed in ("!lettre 2026-S49", "!lettre s49", "!lettre dernière", "!letter W49"):
        said = await talk.say(typed)
        assert "La lettre de la semaine 2026-S49" in said
        assert "Celle qui reste" in said and "Celle qui part" not in said
    assert "Celles qui sont parties : 2026-S49" in await talk.say("!lettre S12")


async def test_the_rest_of_a_long_letter_goes_into_its_thread(talk: Conversation) -> None:
    for number in range(9):
        await talk.say(f"!partager Idée numéro {number + 1}", BRUNO)
    said = await talk.tell("!lettre aperçu", power=MODERATOR)
    letter, details = said
    assert "La suite est dans le fil" in words_of(letter)
    assert words_of(details).startswith("La suite de la lettre")
    assert details.thread == await talk.event_of(letter.key)
    told = words_of(letter) + words_of(details)
    assert all(f"Idée numéro {number + 1}" in told for number in range(9))


async def test_a_letter_asked_for_while_the_room_is_closed_says_when_it_leaves(
    talk: Conversation,
) -> None:
    await talk.say("!partager Une idée", BRUNO)
    talk.clock.now += timedelta(hours=12)
    said = await order(talk, "!lettre maintenant")
    assert "la lettre partira à l'ouverture, mercredi 25 novembre à 8 h 30" in said


async def test_only_moderators_decide_and_only_where_there_is_a_letter(talk: Conversation) -> None:
    for command in ("retirer 1", "ajouter 1", "mot a", "jour lundi", "reporter", "pause"):
        assert "réservé aux modérateurs" in await talk.say(f"!lettre {command}")
    assert "celle d'un salon" in await talk.say("!lettre", direct=True)
    talk.schedule = None
    assert "n'a pas de lettre" in await order(talk, "!lettre reporter")


async def test_a_day_gives_a_letter_to_a_room_that_had_none(talk: Conversation) -> None:
    talk.schedule = None
    assert "quel jour et à quelle heure" in await order(talk, "!lettre jour 9h")
    assert "lundi 30 novembre" in await order(talk, "!lettre jour lundi")
    assert "lundi 30 novembre" in await talk.say("!lettre")


async def test_every_act_is_in_the_journal(talk: Conversation) -> None:
    for command in ("jour lundi 9h", "reporter", "pause", "reprendre"):
        await order(talk, f"!lettre {command}")
    rows = await talk.store.read.editions._db.fetch(
        "SELECT what FROM journal WHERE noun = 'edition' ORDER BY id"
    )
    assert [row[0] for row in rows] == ["move", "postpone", "pause", "resume"]
