"""The bot is no tool against others: floods, links, names, blocked sites, people's numbers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonsbot.domain.limits import Rates
from commonsbot.domain.messages import Kind
from commonsbot.matrix.render import content_of
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, OTHER_ROOM, Conversation

NUMBER = "06 12 34 56 78"
SHARE = f"!partager Imprimeur de confiance\nAppelez Mme Durand au {NUMBER}."


async def test_a_member_who_goes_too_fast_hears_one_kind_sentence(talk: Conversation) -> None:
    talk.rates = Rates(member=3, room=100)
    talk.__post_init__()
    said = [await talk.say("!aide") for _ in range(8)]
    assert all("Ce que je sais faire" in one for one in said[:3])
    assert "laissez-moi une minute" in said[3] and said[4:] == [""] * 4
    assert "Ce que je sais faire" in await talk.say("!aide", BRUNO), "others are served"


async def test_a_room_that_goes_too_fast_does_not_silence_the_others(talk: Conversation) -> None:
    talk.rates = Rates(member=2, room=4)
    talk.__post_init__()
    for who in (ANNE, BRUNO):
        for _ in range(2):
            await talk.say("!aide", who)
    assert "laissez-moi une minute" in await talk.say("!aide", CLAIRE)
    assert "Ce que je sais faire" in await talk.say("!aide", CLAIRE, OTHER_ROOM)


async def test_too_many_links_or_names_are_refused_with_what_to_do(talk: Conversation) -> None:
    links = "\n".join(f"https://www.example.org/{n}" for n in range(21))
    assert "au plus 20 liens" in await talk.say(f"!partager Liste\n{links}")
    names = " ".join(f"@membre{n}:example.org" for n in range(6))
    assert "au plus 5 personnes" in await talk.say(f"!partager Annuaire\n{names}")
    assert "pas encore de fiche" in await talk.say("!récent")


async def test_links_to_a_blocked_site_are_not_kept_by_any_way(talk: Conversation) -> None:
    await talk.say("!partager Guide\nUn texte utile.")
    shared = talk.last
    assert "ne seront plus gardés" in await talk.say("!bloquer https://www.pub.example/ x", CLAIRE)
    assert "modérateurs ont bloqué ce site" in await talk.say(
        "!partager Offre\nhttps://promo.pub.example/1"
    )
    assert "bloqué" in await talk.say("!modifier 1 lien: https://pub.example/2")
    assert "bloqué" in await talk.edit(shared, "!partager Guide\nhttps://pub.example/3")
    assert "pub.example" not in await talk.say("!fiche 1")
    assert "1 site bloqué" in await talk.say("!bloquer", CLAIRE)
    assert "de nouveau acceptés" in await talk.say("!débloquer pub.example", CLAIRE)
    assert "C'est la fiche" in await talk.say("!partager Offre\nhttps://promo.pub.example/1")


async def test_the_blocks_of_the_configuration_stay(talk: Conversation) -> None:
    async with talk.store.transaction() as tx:
        await tx.blocklist.take_in({"pub.example"})
    assert "déjà bloqué" in await talk.say("!bloquer pub.example", CLAIRE)
    assert "par la configuration" in await talk.say("!débloquer pub.example", CLAIRE)
    assert "n'est pas bloqué" in await talk.say("!débloquer autre.example", CLAIRE)
    assert "n'est pas un nom de site" in await talk.say("!bloquer n'importe", CLAIRE)


@pytest.mark.parametrize("how", ["✅", "!oui"])
async def test_somebodys_number_is_kept_only_at_the_authors_yes(
    talk: Conversation, how: str
) -> None:
    said = await talk.say(SHARE)
    key = f"answer:{talk.last}"
    assert f"contient des coordonnées : {NUMBER}" in said and "visibles par le réseau" in said
    assert "pas encore de fiche" in await talk.say("!récent", BRUNO)
    said = await talk.react(key, how) if how == "✅" else await talk.say(how)
    assert "C'est la fiche n° 1" in said
    assert NUMBER in await talk.say("!fiche 1", BRUNO)


async def test_at_a_no_nothing_is_kept(talk: Conversation) -> None:
    await talk.say(SHARE)
    assert "rien n'est partagé" in await talk.say("!non")
    assert "pas encore de fiche" in await talk.say("!récent")
    assert NUMBER not in str(await talk.store.read.outbox._db.fetch("SELECT subject FROM prompt"))


async def test_an_edit_without_the_number_is_shared_at_once(talk: Conversation) -> None:
    await talk.say(SHARE)
    said = await talk.edit(talk.last, "!partager Imprimeur de confiance\nÀ deux pas de la mairie.")
    assert "C'est la fiche n° 1" in said


async def test_a_number_does_not_come_in_by_a_later_edit(talk: Conversation) -> None:
    await talk.say("!partager Imprimeur de confiance\nTrès bien.")
    shared = talk.last
    assert "contient des coordonnées" in await talk.edit(shared, SHARE)
    assert "contient des coordonnées" in await talk.say(f"!modifier 1 texte: {NUMBER}")
    assert NUMBER not in await talk.say("!fiche 1")


async def test_a_question_asks_first_too(talk: Conversation) -> None:
    said = await talk.say(f"!question Qui connaît le {NUMBER} ?")
    asked = talk.last
    assert f"contient des coordonnées : {NUMBER}" in said
    assert "Aucune question" in await talk.say("!questions", BRUNO)
    assert "n° 1" in await talk.react(f"answer:{asked}", "✅")
    assert NUMBER in await talk.say("!questions", BRUNO)
    await talk.say("!répondre Un imprimeur", BRUNO, thread=asked)
    (helps,) = await talk.queued(Kind.PROMPT)
    assert helps.mentions == (ANNE,), "it is answered in the thread of the question"


async def test_an_answer_asks_first_too(talk: Conversation) -> None:
    await talk.say("!question Qui imprime bien ?")
    said = await talk.say(f"!répondre 1 Imprimeur\nLe {NUMBER}", BRUNO)
    assert "contient des coordonnées" in said and "pas de fiche n° 2" in await talk.say("!fiche 2")
    assert await talk.queued(Kind.PROMPT) == [], "nobody is asked whether it helps"
    assert "n° 2" in await talk.say("!oui", BRUNO)
    (helps,) = await talk.queued(Kind.PROMPT)
    assert helps.mentions == (ANNE,) and NUMBER in await talk.say("!fiche 2")


async def test_at_a_no_neither_question_nor_answer_is_kept(talk: Conversation) -> None:
    await talk.say("!question Qui imprime bien ?")
    for typed in (f"!question Qui connaît le {NUMBER} ?", f"!répondre 1 Le {NUMBER}"):
        await talk.say(typed, BRUNO)
        assert "rien n'est partagé" in await talk.say("!non", BRUNO)
    assert NUMBER not in str(await talk.store.read.outbox._db.fetch("SELECT subject FROM prompt"))
    assert "pas de fiche n° 2" in await talk.say("!fiche 2")


async def test_what_waits_goes_with_its_message(talk: Conversation) -> None:
    await talk.say(f"!question Qui connaît le {NUMBER} ?")
    await talk.redact(talk.last)
    assert "rien demandé" in await talk.say("!oui")
    assert NUMBER not in str(await talk.store.read.outbox._db.fetch("SELECT subject FROM prompt"))


async def test_an_experience_asks_first_too(talk: Conversation) -> None:
    said = await talk.say("!rex Notre salon\nBilan : très bien, merci à a.durand@ville.fr")
    assert "contient des coordonnées : a.durand@ville.fr" in said
    assert "C'est la fiche n° 1" in await talk.say("!oui")


async def test_the_address_of_a_service_is_no_ones(talk: Conversation) -> None:
    said = await talk.say("!partager Imprimeur\nÉcrivez à communication@ville.fr ou au 3639.")
    assert "C'est la fiche n° 1" in said


HOSTILE = st.sampled_from(
    [
        "@room",
        "@victime:example.org",
        "<a href='https://matrix.to/#/@victime:example.org'>x</a>",
        "[x](https://matrix.to/#/@victime:example.org)",
        "https://matrix.to/#/@victime:example.org",
        "@claire:example.org",
        "m.mentions",
        "!merci 1",
        "titre",
        "\u202e@room",
    ]
)
ASKED = st.sampled_from(
    "!partager|!question|!chercher|!modifier 1 titre:|!répondre 1|!suivre|!rex|!fiche|!aide|!zut"
    "|!testé 1 adopté|!refuser 1|!source ajouter|!thème".split("|")
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ASKED, st.lists(HOSTILE, max_size=4)), min_size=1, max_size=5))
async def test_nothing_that_is_typed_makes_the_bot_ring_anybody_else(
    talk: Conversation, asked: list[tuple[str, list[str]]]
) -> None:
    for command, words in asked:
        await talk.say(f"{command} {' '.join(words)}", BRUNO)
    for said in await talk.all_heard() + await talk.queued(Kind.PROMPT):
        mentions = content_of(said)["m.mentions"]
        assert "room" not in mentions
        assert set(mentions.get("user_ids", ())) <= {ANNE, BRUNO}
