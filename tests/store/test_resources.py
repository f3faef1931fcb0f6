"""A resource is written anew without losing what it was."""

from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.experiences import Section
from commonsbot.domain.facets import Body, Budget, Facets, Population
from commonsbot.domain.files import File
from commonsbot.domain.ids import EventId, UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Draft, Kind
from commonsbot.store import Store

ANNE = UserId("@anne:example.org")
READER = Reader(frozenset())
WHOLE = Draft(
    title="Vœux en vidéo",
    text="Tournés au téléphone.",
    links=("https://www.example.org/voeux/?utm_source=x",),
    themes=("vœux",),
    kind=Kind.EXPERIENCE,
    licence=Licence.CC_BY,
    audience=Audience.NETWORK,
    facets=Facets(body=Body.COMMUNE, population=Population.UNDER_10K, budget=Budget.NONE),
    sections=((Section.RESULT, "mille vues"),),
    files=(File(uri="mxc://example.org/a", name="plan.pdf", size=3),),
)


async def test_a_resource_comes_back_as_it_was_written(store: Store) -> None:
    async with store.transaction() as tx:
        id = await tx.resources.add(WHOLE, audience=Audience.ROOM, author=ANNE)
    found = await store.read.resources.get(id, READER)
    assert found
    assert found.draft == WHOLE
    assert found.consent_at == found.created_at


async def test_a_revision_is_found_by_its_new_words_only_and_keeps_the_old(store: Store) -> None:
    new = Draft(title="Vœux en podcast", text="Enregistrés.", themes=("podcast",))
    async with store.transaction() as tx:
        id = await tx.resources.add(WHOLE, audience=Audience.NETWORK, author=ANNE)
        await tx.resources.revise(id, new, ANNE, "autre support")
    found = await store.read.resources.get(id, READER)
    assert found
    assert (found.title, found.themes, found.links) == (new.title, ("podcast",), ())
    assert found.licence is Licence.CC_BY, "a draft that chooses none changes none"
    assert (await store.read.index.search("podcast", READER, 5)).ids == (id,)
    assert not (await store.read.index.search("téléphone", READER, 5)).ids
    history = await store.read.revisions.of(id)
    assert [r.number for r in history] == [1, 2]
    assert history[0].draft == WHOLE
    assert history[1].why == "autre support"


async def test_the_same_page_is_recognised_under_other_addresses(store: Store) -> None:
    async with store.transaction() as tx:
        id = await tx.resources.add(WHOLE, audience=Audience.NETWORK, author=ANNE)
    for link in ("http://example.org/voeux#haut", "https://example.org/voeux/?fbclid=1"):
        (found,) = await store.read.resources.linking(link, READER)
        assert found.id == id


async def test_a_resource_is_found_by_either_message_it_comes_from(store: Store) -> None:
    source, command = EventId("$source"), EventId("$command")
    async with store.transaction() as tx:
        id = await tx.resources.add(
            WHOLE, audience=Audience.NETWORK, author=ANNE, event=source, made_by=command
        )
    for event in (source, command):
        found = await store.read.resources.of_event(event)
        assert found
        assert found.id == id
