"""The words that moderators make synonyms of one another."""

from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.ids import UserId
from commonsbot.domain.resources import Draft
from commonsbot.domain.themes import Sort, Theme, Vocabulary
from commonsbot.store import Store

ANNE = UserId("@anne:example.org")


async def share(store: Store, title: str) -> int:
    async with store.transaction() as tx:
        return await tx.resources.add(Draft(title=title, text=""), audience=Audience.NETWORK)


async def found(store: Store, query: str) -> tuple[int, ...]:
    return (await store.read.index.search(query, Reader(frozenset()), 10)).ids


async def test_a_synonym_counts_from_the_next_search_on_until_it_is_removed(store: Store) -> None:
    id = await share(store, "Guide du broyage des sapins")
    assert not await found(store, "déchiquetage")
    async with store.transaction() as tx:
        added = await tx.synonyms.add(["déchiquetage", "Broyage"], ANNE)
    assert await found(store, "dechiquetage") == (id,)
    async with store.transaction() as tx:
        assert await tx.synonyms.remove(added.id)
        assert not await tx.synonyms.remove(added.id)
    assert not await found(store, "déchiquetage")


async def test_the_same_synonym_is_kept_once(store: Store) -> None:
    async with store.transaction() as tx:
        first = await tx.synonyms.add(["RS", "réseaux sociaux"], ANNE)
        again = await tx.synonyms.add(["Réseau social", "rs"], None)
        other = await tx.synonyms.add(["RS", "responsable de secteur"], ANNE)
        assert again == first and first.words == ("RS", "réseaux sociaux")
        assert await tx.synonyms.all() == [first, other]
        assert await tx.synonyms.of("rs") == [first, other]
        assert await tx.synonyms.of("les réseaux sociaux") == [first]


async def test_what_is_rolled_back_is_no_synonym(store: Store) -> None:
    id = await share(store, "Guide du broyage des sapins")
    try:
        async with store.transaction() as tx:
            await tx.synonyms.add(["déchiquetage", "broyage"], ANNE)
            assert (await tx.index.search("déchiquetage", Reader(frozenset()), 10)).ids == (id,)
            raise RuntimeError
    except RuntimeError:
        pass
    async with store.transaction() as tx:
        assert not (await tx.index.search("déchiquetage", Reader(frozenset()), 10)).ids


async def test_the_vocabulary_is_searched_by_all_its_names(store: Store) -> None:
    theme = Theme(
        id="facile-à-lire",
        sort=Sort.THEME,
        label="Facile à lire",
        synonyms=("français simple",),
        acronyms=("FALC",),
    )
    async with store.transaction() as tx:
        await tx.adoption.adopt(Vocabulary((theme,)))
    acronym, spelled = await share(store, "Le FALC"), await share(store, "Facile à lire")
    other = await share(store, "Écrire en français simple")
    assert await found(store, "falc") == (acronym, spelled, other)
    assert set(await found(store, "français simple")) == {acronym, spelled, other}
    assert (await found(store, "français simple"))[0] == other
