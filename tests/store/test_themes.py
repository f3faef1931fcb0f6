"""What resources carry, by the names the network gives it."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from commonsbot.commons.reindex import rebuild
from commonsbot.commons.themes import adopt
from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.ids import ResourceId, RoomId
from commonsbot.domain.records import Whole
from commonsbot.domain.resources import Draft, Resource
from commonsbot.domain.rooms import Room
from commonsbot.domain.themes import Sort, Tag, Theme, Vocabulary
from commonsbot.search.units import How
from commonsbot.store import Store
from commonsbot.store.index import Noun, Request, Scope, key_of
from tests.store.conftest import NOW

IA = Theme(id="ia", sort=Sort.THEME, label="Intelligence artificielle", synonyms=("chatbot",))
RS = Theme(id="réseaux-sociaux", sort=Sort.THEME, label="Réseaux sociaux", acronyms=("RS",))
VEILLE = Theme(id="veille", sort=Sort.THEME, label="Veille média", hashtags=("veille",))
PRETIX = Theme(id="pretix", sort=Sort.TOOL, label="Pretix", site="https://pretix.eu")
FILE = Vocabulary((IA, RS, VEILLE, PRETIX))

EVERYBODY = Reader(frozenset())
ROOM = RoomId("!salon:example.org")


@pytest.fixture
async def network(store: Store) -> AsyncIterator[Store]:
    await take_in(store, FILE)
    yield store


async def take_in(store: Store, vocabulary: Vocabulary) -> int:
    async with store.transaction() as tx:
        return await adopt(tx, vocabulary)


async def share(store: Store, title: str, *themes: str, **facts: Audience) -> ResourceId:
    draft = Draft(title=title, text="", themes=themes)
    async with store.transaction() as tx:
        return await tx.resources.add(draft, audience=facts.get("audience", Audience.NETWORK))


async def read(store: Store, id: ResourceId) -> Resource:
    found = await store.read.resources.get(id, EVERYBODY)
    assert found
    return found


async def tag(store: Store, name: str) -> Tag:
    found = await store.read.themes.tag(name)
    assert found, name
    return found


async def recognised(store: Store, text: str) -> tuple[str, ...]:
    return (await store.read.themes.recogniser()).recognise("", text)


async def test_words_are_resolved_to_the_theme_they_name(network: Store) -> None:
    id = await share(network, "Titre", "rs", "Chatbots", "intelligenceartificielle")
    assert (await read(network, id)).themes == ("ia", "réseaux-sociaux")


async def test_an_unknown_word_is_a_proposal_under_its_first_spelling(network: Store) -> None:
    first = await share(network, "Un", "écolabel")
    second = await share(network, "Deux", "ecolabels")
    assert (await read(network, first)).themes == (await read(network, second)).themes
    (proposal,) = await network.read.themes.proposals()
    assert (proposal.tag.name, proposal.resources) == ("écolabel", 2)


async def test_what_the_author_gives_is_not_recognised_too(network: Store) -> None:
    draft = Draft(title="Titre", text="", themes=("rs",), recognised=("réseaux-sociaux", "ia"))
    async with network.transaction() as tx:
        id = await tx.resources.add(draft, audience=Audience.NETWORK)
    found = await read(network, id)
    assert found.themes == ("ia", "réseaux-sociaux")
    assert found.recognised == ("ia",)
    assert found.draft.themes == ("réseaux-sociaux",)


async def test_counts_and_words_of_a_room_are_for_that_room(network: Store) -> None:
    async with network.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
        secret = Draft(title="Secret", text="", themes=("ia", "plan-secret"))
        await tx.resources.add(secret, audience=Audience.ROOM, room=ROOM)
    inside, themes = Reader(frozenset({ROOM})), network.read.themes
    ia = await tag(network, "ia")
    assert (await themes.count(ia, EVERYBODY), await themes.count(ia, inside)) == (0, 1)
    for reader, counts in ((EVERYBODY, {0}), (inside, {0, 1})):
        assert {tally.resources for tally in await themes.tallies(reader)} == counts
    assert not await themes.resources(ia, EVERYBODY, 5)
    assert not await themes.proposals()


async def test_the_same_file_is_taken_in_once(network: Store) -> None:
    before = await network.read.themes.recogniser()
    await take_in(network, FILE)
    assert await network.read.themes.recogniser() is before


async def test_a_new_theme_of_the_file_takes_in_what_was_shared_before(network: Store) -> None:
    old = await share(network, "Notre mascotte", "mascotte")
    named = await share(network, "Une mascotte pour la ville")
    other = await share(network, "Rien de tel")
    mascot = Theme(id="mascotte", sort=Sort.THEME, label="Mascotte")
    assert await take_in(network, Vocabulary((*FILE.themes, mascot))) == 1
    assert (await read(network, old)).recognised == ()
    assert (await read(network, named)).recognised == ("mascotte",)
    assert (await read(network, other)).themes == ()
    assert not await network.read.themes.proposals()


async def test_a_synonym_of_the_file_takes_in_the_proposals_it_names(network: Store) -> None:
    id = await share(network, "Un texte", "llm")
    ia = Theme(id="ia", sort=Sort.THEME, label="IA", acronyms=("LLM",))
    assert await take_in(network, Vocabulary((ia,))) == 1
    assert (await read(network, id)).themes == ("ia",)
    assert (await network.read.index.search("ia", EVERYBODY, 5)).ids == (id,)
    assert await recognised(network, "un LLM") == ("ia",)


async def test_what_leaves_the_file_is_a_word_like_another(network: Store) -> None:
    id = await share(network, "Un texte", "ia")
    await take_in(network, Vocabulary((RS, VEILLE, PRETIX)))
    assert (await read(network, id)).themes == ("ia",)
    assert [proposal.tag.name for proposal in await network.read.themes.proposals()] == ["ia"]
    assert not await recognised(network, "une ia, un chatbot")
    await take_in(network, FILE)
    assert (await tag(network, "chatbot")).name == "ia"
    assert await recognised(network, "une ia") == ("ia",)


async def test_a_theme_renamed_to_a_synonym_keeps_it_when_the_file_drops_it(
    network: Store,
) -> None:
    async with network.transaction() as tx:
        await tx.governance.rename(await tag(network, "ia"), "chatbot")
    bare = Theme(id="ia", sort=Sort.THEME, label="IA")
    await take_in(network, Vocabulary((bare,)))
    assert (await tag(network, "chatbot")).name == (await tag(network, "ia")).name == "chatbot"


async def test_a_theme_of_the_file_taken_back_is_what_it_was(network: Store) -> None:
    async with network.transaction() as tx:
        await tx.governance.set_aside(await tag(network, "pretix"))
    assert not (await tag(network, "pretix")).is_governed
    async with network.transaction() as tx:
        await tx.governance.accept(await tag(network, "pretix"), Sort.THEME)
    assert (await tag(network, "pretix")).sort is Sort.TOOL


async def test_themes_leave_and_come_back_with_who_gave_them(
    network: Store, tmp_path: Path
) -> None:
    draft = Draft(title="Titre", text="", themes=("rs", "inconnu"), recognised=("ia",))
    async with network.transaction() as tx:
        id = await tx.resources.add(draft, audience=Audience.NETWORK)
        left = [item async for item in tx.records.each(list(Audience))]
    other = await Store.open(tmp_path / "other.db", lambda: NOW)
    async with other.transaction() as tx:
        await tx.intake.take([item for item in left if isinstance(item, Whole)])
    found = await read(other, id)
    assert found.draft.themes == ("inconnu", "réseaux-sociaux")
    assert found.recognised == ("ia",)
    await other.close()


async def test_a_word_too_common_is_understood_and_not_recognised(network: Store) -> None:
    assert (await tag(network, "veille")).is_governed
    assert not await recognised(network, "la veille du départ")


async def test_what_moderators_decided_outlives_the_file(network: Store) -> None:
    async with network.transaction() as tx:
        governance = tx.governance
        await governance.rename(await tag(network, "ia"), "intelligence")
    async with network.transaction() as tx:
        await tx.governance.merge(await tag(network, "veille"), await tag(network, "rs"))
    more = Theme(id="podcast", sort=Sort.THEME, label="Podcast")
    await take_in(network, Vocabulary((*FILE.themes, more)))
    for typed, name in (
        ("ia", "intelligence"),
        ("chatbot", "intelligence"),
        ("veille", "réseaux-sociaux"),
        ("podcasts", "podcast"),
    ):
        assert (await tag(network, typed)).name == name
    tallies = await network.read.themes.tallies(EVERYBODY)
    names = [tally.tag.name for tally in tallies if tally.tag.is_governed]
    assert names == ["intelligence", "réseaux-sociaux", "pretix", "podcast"]


async def test_a_merged_theme_leaves_its_resources_and_names_to_the_other(network: Store) -> None:
    both = await share(network, "Les deux", "ia", "rs")
    one = await share(network, "Un seul", "ia")
    async with network.transaction() as tx:
        touched = await tx.governance.merge(await tag(network, "ia"), await tag(network, "rs"))
        await tx.resources.reindex(touched)
    for id in (both, one):
        assert (await read(network, id)).themes == ("réseaux-sociaux",)
    for name in ("réseaux", "ia"):
        assert set((await network.read.index.search(name, EVERYBODY, 5)).ids) == {both, one}
    assert await recognised(network, "un chatbot") == ("réseaux-sociaux",)


async def test_a_theme_of_many_resources_follows_with_the_whole_index(network: Store) -> None:
    """One by one they would hold a start, or every member, for minutes."""
    ids = [await share(network, f"Titre {number}", "écolabel") for number in range(60)]
    async with network.transaction() as tx:
        touched = await tx.governance.merge(
            await tag(network, "écolabel"), await tag(network, "rs")
        )
        await tx.resources.reindex(touched)
    assert await network.read.index.rebuilding.is_due()
    await rebuild(network)
    found = await network.read.index.search("réseaux", EVERYBODY, 10)
    assert found.ids == tuple(ids[:10])


async def test_a_merged_proposal_is_understood_but_not_recognised(network: Store) -> None:
    await share(network, "Titre", "soir")
    async with network.transaction() as tx:
        await tx.governance.merge(await tag(network, "soir"), await tag(network, "veille"))
    assert (await tag(network, "soirs")).name == "veille"
    assert not await recognised(network, "il fait nuit le soir")


async def test_a_vocabulary_rolled_back_is_not_remembered(network: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        async with network.transaction() as tx:
            await tx.governance.set_aside(await tag(network, "ia"))
            assert not (await tx.themes.recogniser()).recognise("", "une ia")
            raise ZeroDivisionError
    async with network.transaction() as tx:
        assert (await tx.themes.recogniser()).recognise("", "une ia") == ("ia",)


async def test_themes_of_before_the_vocabulary_join_by_their_spelling(
    store: Store, tmp_path: Path
) -> None:
    id = await share(store, "Un texte")
    with closing(sqlite3.connect(tmp_path / "commonsbot.db")) as db, db:
        for number, name in enumerate(("écolabel", "ecolabels", "rs"), 1):
            db.execute("INSERT INTO theme (id, name) VALUES (?, ?)", (number, name))
            db.execute("INSERT INTO resource_theme VALUES (?, ?, 0, NULL)", (id, number))
    await take_in(store, FILE)
    assert (await read(store, id)).themes == ("réseaux-sociaux", "écolabel")


async def test_the_nearest_themes_are_those_that_look_alike(network: Store) -> None:
    themes = network.read.themes
    assert await themes.near("pretx", Sort.TOOL) == ["pretix"]
    assert await themes.near("intelligance artificielle", Sort.THEME) == ["ia"]
    assert await themes.near("pretx", Sort.THEME) == []
    assert await themes.near("", None) == []


async def test_a_theme_is_searched_by_what_its_author_called_it(network: Store) -> None:
    id = await share(network, "Affiche", "chatbot", "rs")
    title = Draft(title="Affiche de printemps", text="", themes=(await read(network, id)).themes)

    async def exact(query: str) -> bool:
        request = Request(query, Scope(reader=EVERYBODY))
        why = await network.read.index.explain(request, key_of(Noun.RESOURCE, id))
        return why is not None and How.EXACT in {reason.how for reason in why.reasons}

    assert await exact("chatbot") and await exact("rs")
    async with network.transaction() as tx:
        await tx.resources.revise(id, title, None)
    assert await exact("chatbot") and await exact("rs")
    async with network.transaction() as tx:
        touched = await tx.governance.merge(await tag(network, "ia"), await tag(network, "rs"))
        await tx.resources.reindex(touched)
    assert await exact("chatbot") and await exact("rs")
