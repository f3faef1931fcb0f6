"""Searching, as people type it between two meetings."""

from datetime import timedelta
from pathlib import Path

import pytest

from commonsbot.domain.markup import Bullets, Italic
from commonsbot.domain.news import Entry
from commonsbot.store import Store
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation

NUMBERS = "un deux trois quatre cinq six sept huit neuf dix onze douze".split()


async def fill(talk: Conversation) -> None:
    await talk.say(
        "!partager Charte d'usage de l'IA pour les agents #ia\n"
        "Deux pages relues par le service juridique de la ville. type: modèle",
        ANNE,
    )
    await talk.say(
        "!partager Budget participatif : mode d'emploi\n"
        "Le budget de la ville finance les projets des habitants. licence: CC BY",
        BRUNO,
    )
    await talk.say("!partager Pretix pour la billetterie type:outil", ANNE, OTHER_ROOM)


async def share_many(talk: Conversation, count: int = 12) -> None:
    for number in NUMBERS[:count]:
        await talk.say(f"!partager Affiche {number}\nPanneau {number * 2} lisible de loin", CLAIRE)


async def publish(talk: Conversation, *titles: str) -> None:
    """News of a source that the help room follows."""
    async with talk.store.transaction() as tx:
        source = await tx.sources.add("https://exemple.org/rss", None)
        await tx.followings.add(source.id, HELP_ROOM, None)
        for title in titles:
            entry = Entry(id=title, title=title, link="https://exemple.org/a", summary="Brève")
            await tx.news.add(source.id, entry)


async def test_results_come_with_a_line_around_the_asked_words(talk: Conversation) -> None:
    await fill(talk)
    said = await talk.answer("!chercher projets habitants")
    assert said and not said.notice
    (bullets,) = (block for block in said.document if isinstance(block, Bullets))
    marked = [node.children for node in bullets.items[0] if isinstance(node, Italic)]
    assert [node.text for (node,) in marked] == ["projets", "habitants"]  # type: ignore[union-attr]
    words = await talk.say("!chercher projets habitants")
    assert words.startswith("1 fiche · projets habitants")
    assert "Le budget de la ville finance les projets des habitants" in words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("!chercher type : Modèles", "Charte"),
        ("!Chercher modele type:modele", "Charte"),
        ("!chercher « budget de la ville »", "Budget"),
        ("! chercher “budget de la ville”", "Budget"),
        ("!chercher de:@bruno", "Budget"),
        ("!cherche LICENCE : libre", "Budget"),
        ("!recherche #ia", "Charte"),
        ("!chercher -ville -charte", "Pretix"),
        ("!search type:tool", "Pretix"),
        ("!chercher 3", "Pretix"),
    ],
)
async def test_what_phones_type_is_understood(talk: Conversation, typed: str, found: str) -> None:
    await fill(talk)
    said = await talk.say(typed)
    titles = {
        title for title in ("Charte", "Budget participatif", "Pretix") if f"· {title}" in said
    }
    assert len(titles) == 1 and next(iter(titles)).startswith(found)


async def test_only_filters_list_the_newest_first(talk: Conversation) -> None:
    await fill(talk)
    said = await talk.say("!chercher depuis:hier")
    assert said.startswith("3 fiches · depuis:hier")
    assert said.index("n° 3") < said.index("n° 2") < said.index("n° 1")
    assert "vont de la plus récente" in await talk.say("!chercher depuis:hier pourquoi")


async def test_what_was_not_understood_is_said_and_the_words_are_searched(
    talk: Conversation,
) -> None:
    await fill(talk)
    said = await talk.say("!chercher type:licorne budget")
    assert "« type : licorne » : je n'ai pas compris" in said and "astuce, rex, outil" in said
    assert "n° 2" in said
    said = await talk.say("!chercher couleur:bleu budget")
    assert "Je ne connais pas le filtre « couleur : »" in said and "n° 2" in said
    said = await talk.say("!chercher de:zoe billetterie")
    assert "« zoe » : je l'ai cherché comme un mot" in said and "n° 3" in said
    said = await talk.say("!chercher « ville budget »")
    assert "Nulle part ces mots ne se suivent" in said and "n° 2" in said


async def test_nothing_to_search_says_what_to_type(talk: Conversation) -> None:
    for typed in ("!chercher -", "!chercher « »", "!chercher …"):
        assert "ne dit rien à chercher" in await talk.say(typed)
    assert "Après « type : », écrivez astuce" in await talk.say("!chercher type:")


async def test_a_whole_question_is_answered(talk: Conversation) -> None:
    await fill(talk)
    said = await talk.say("!chercher Est-ce que quelqu’un a un modèle de charte pour les élèves ?")
    assert "n° 1 · Charte d'usage" in said


async def test_more_goes_on_where_the_last_search_stopped(talk: Conversation) -> None:
    await share_many(talk)
    assert "12 fiches · affiche panneau · 1 à 5" in await talk.say("!chercher affiche panneau")
    assert "Suite : !plus" in await talk.say("!chercher affiche panneau", BRUNO)
    second = await talk.say("!plus")
    assert "6 à 10" in second and second.count("•") == 5
    last = await talk.say("!suite")
    assert "11 à 12" in last and "!plus" not in last
    assert "Vous avez tout vu de « affiche panneau »" in await talk.say("!plus")
    assert "6 à 10" in await talk.say("! Plus", BRUNO), "each person has a place of their own"


async def test_more_is_of_one_room_and_one_day(talk: Conversation) -> None:
    await share_many(talk, 7)
    assert "pas de recherche" in await talk.say("!plus")
    await talk.say("!chercher affiche")
    assert "pas de recherche" in await talk.say("!plus", room=OTHER_ROOM)
    await talk.wait(timedelta(hours=25))
    assert "pas de recherche" in await talk.say("!plus")
    async with talk.store.transaction() as tx:
        await tx.pages.prune()
        assert not await tx.pages._db.fetch("SELECT * FROM search_page")


async def test_more_survives_a_restart(talk: Conversation, tmp_path: Path) -> None:
    await share_many(talk, 7)
    await talk.say("!chercher affiche")
    store = await Store.open(tmp_path / "commonsbot.db", lambda: talk.clock.now)
    again = Conversation(store, talk.clock, events=talk.events)
    assert "6 à 7" in await again.say("!plus")
    await store.close()


async def test_no_card_is_shown_twice_or_left_out_over_the_pages(talk: Conversation) -> None:
    await share_many(talk)
    said = await talk.say("!chercher affiche") + await talk.say("!plus") + await talk.say("!plus")
    assert all(said.count(f"n° {number} ·") == 1 for number in range(1, 13))


async def test_near_duplicates_are_folded(talk: Conversation) -> None:
    text = "Une vidéo d'une minute, sans drone, tournée par les agents de la commune"
    await talk.say(f"!partager Vœux en vidéo sobre\n{text}", ANNE)
    await talk.say(f"!partager Nos vœux en vidéo, très sobres\n{text} !", BRUNO)
    await talk.say("!oui", BRUNO)
    said = await talk.say("!chercher voeux video")
    assert said.startswith("1 fiche ·")
    assert "+ 1 fiche presque pareille : n° 2" in said or "presque pareille : n° 1" in said


async def test_news_are_told_under_the_cards(talk: Conversation) -> None:
    await fill(talk)
    await publish(talk, "Une charte IA à Nantes", "Charte du vélo", "Chartes et IA", "Festival")
    said = await talk.say("!chercher charte ia")
    assert said.startswith("1 fiche ·") and said.index("n° 1") < said.index("Dans les actualités")
    assert "actualité · exemple.org" in said and "!chercher charte ia dans:actus" in said
    assert "Dans les actualités" not in await talk.say("!chercher charte ia dans:fiches")
    only = await talk.say("!chercher charte ia dans:actus")
    assert "3 actualités" in only and "n° 1" not in only
    assert "Aucune actualité" in await talk.say("!chercher charte dans:actus", room=OTHER_ROOM)


async def test_news_alone_answer_what_no_card_speaks_of(talk: Conversation) -> None:
    await publish(talk, "Le festival des fanfares")
    said = await talk.say("!chercher fanfares")
    assert "Aucune fiche" in said and "Le festival des fanfares" in said
    assert "festival" not in await talk.say("!chercher fanfares", room=OTHER_ROOM)


async def test_nothing_found_shows_what_is_near_and_asks_the_network(talk: Conversation) -> None:
    await fill(talk)
    await talk.say("!partager Monter un son avec Audacity #podcast", CLAIRE)
    assert "!question truc machin" in await talk.say("!chercher truc machin")
    answer = await talk.answer("!chercher baladodifusion")
    assert answer and answer.notice
    said = await talk.say("!chercher baladodifusion")
    assert "Aucune fiche ne parle de « baladodifusion »" in said
    assert "Thèmes voisins : #podcast." in said and "n° 4 · Monter un son" in said
    assert "Poser la question au réseau : !question baladodifusion" in said


async def test_filters_that_leave_nothing_say_what_is_there_without_them(
    talk: Conversation,
) -> None:
    await fill(talk)
    said = await talk.say("!chercher billetterie type:modèle")
    assert "Aucune fiche visible d'ici ne répond à « billetterie type:modèle »" in said
    assert "Sans ces filtres, 1 fiche : !chercher billetterie" in said and "n° 3" in said


async def test_a_ranking_is_explained_in_plain_words(talk: Conversation) -> None:
    await fill(talk)
    said = await talk.say("!chercher budgets participatifs colibri pourquoi")
    assert "« budgets » : une autre forme du mot, « budgets », dans le titre (" in said
    assert "les deux mots qui se suivent, dans le titre" in said
    assert "récent (" in said and "absent : « colibri »" in said


async def test_a_direct_chat_or_a_thread_searches_too(talk: Conversation) -> None:
    await talk.say("!partager Note interne de fusion", encrypted=True)
    direct = {"room": OTHER_ROOM, "direct": True, "sender_rooms": frozenset({HELP_ROOM})}
    said = await talk.say("chercher type:astuce fusion", ANNE, **direct)  # type: ignore[arg-type]
    assert "n° 1 · Note interne" in said
    answer = await talk.answer("!chercher fusion", thread="$root")
    assert answer and answer.thread == "$root"
    hidden = await talk.say("!chercher de:anne", BRUNO, OTHER_ROOM)
    assert "Note interne" not in hidden and "comme un mot" in hidden


async def test_english_reads_the_same(talk: Conversation) -> None:
    await fill(talk)
    english = Conversation(talk.store, talk.clock, language="en", events=talk.events)
    said = await english.say("!search from:anne sort:date")
    assert said.startswith("2 cards · from:anne sort:date") and "Open a card: !card 3" in said
    assert "I do not know the filter “colour:”" in await english.say("!search colour:blue budget")
