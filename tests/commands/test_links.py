"""A link that seems dead is shown on its card, and its author is asked once."""

from datetime import timedelta

import pytest

from commonsbot.commons.dead_links import AskingAboutLinks
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.links import HEALTHY, Health, Problem
from commonsbot.domain.messages import Kind
from tests.commands.conftest import ANNE, BRUNO, HELP_ROOM, OTHER_ROOM, Conversation, words_of

DAY = timedelta(days=1)
URL = "https://example.org/plan"


class Web:
    """Pages that die and come back, as the checks of links find them."""

    def __init__(self, talk: Conversation) -> None:
        self.talk = talk
        self.gone: set[UserId] = set()
        self.ask = AskingAboutLinks(
            talk.store, talk.languages, lambda: talk.clock.now, self._present
        )

    async def dies(self, url: str = URL) -> None:
        now = self.talk.clock.now
        dead = Health(
            failures=3, failing_since=now - 10 * DAY, problem=Problem.MISSING, dead_at=now
        )
        await self._found(url, dead)

    async def comes_back(self, url: str = URL) -> None:
        await self._found(url, HEALTHY)

    async def _found(self, url: str, health: Health) -> None:
        async with self.talk.store.transaction() as tx:
            await tx.links.collect(0, 1000, DAY)
            next_at = self.talk.clock.now + DAY
            await tx.links.looked(url, health, next_at, answered=False)

    async def _present(self, room: RoomId, user: UserId) -> bool:
        return user not in self.gone

    async def questions(self) -> list[str]:
        await self.ask()
        return [words_of(one) for one in await self.talk.queued(Kind.PROMPT)]


@pytest.fixture
async def web(talk: Conversation) -> Web:
    await talk.say(f"!partager Plan de ville\nÀ imprimer : {URL}")
    return Web(talk)


async def test_the_card_says_since_when(talk: Conversation, web: Web) -> None:
    await web.dies()
    said = await talk.say("!fiche 1", BRUNO, OTHER_ROOM)
    assert f"lien peut-être mort depuis le 14 novembre 2026 (page introuvable) : {URL}" in said
    assert "Plan de ville" in await talk.say("!vérifier", BRUNO)


async def test_the_author_is_asked_once(talk: Conversation, web: Web) -> None:
    await web.dies()
    (asked,) = await web.questions()
    assert "Un lien de votre fiche semble mort" in asked and URL in asked
    assert (await talk.asked()).mentions == (ANNE,)
    talk.clock.now += 60 * DAY
    assert len(await web.questions()) == 1


async def test_yes_makes_it_sure_and_deletes_nothing(talk: Conversation, web: Web) -> None:
    await web.dies()
    await web.questions()
    said = await talk.react((await talk.asked()).key, "✅")
    assert f"!modifier 1 lien: {URL} nouveau" in said
    card = await talk.say("!fiche 1")
    assert "lien mort depuis le" in card and f"À imprimer : {URL}" in card


async def test_no_takes_their_word(talk: Conversation, web: Web) -> None:
    await web.dies()
    await web.questions()
    assert "comme bon" in await talk.react((await talk.asked()).key, "❌")
    assert "mort" not in await talk.say("!fiche 1")
    async with talk.store.transaction() as tx:
        talk.clock.now += 90 * DAY
        assert await tx.links.take(10, DAY) == []


async def test_a_link_that_comes_back_is_cleared_and_asked_about_anew(
    talk: Conversation, web: Web
) -> None:
    await web.dies()
    await web.questions()
    await web.comes_back()
    assert "mort" not in await talk.say("!fiche 1")
    talk.clock.now += 30 * DAY
    await web.dies()
    assert len(await web.questions()) == 2


async def test_a_link_that_is_replaced_is_forgotten(talk: Conversation, web: Web) -> None:
    await web.dies()
    await talk.say("!modifier 1 lien: https://example.org/nouveau-plan")
    async with talk.store.transaction() as tx:
        await tx.links.collect(0, 1000, DAY)
    assert "mort" not in await talk.say("!fiche 1")


async def test_several_dead_links_are_one_message(talk: Conversation, web: Web) -> None:
    await talk.say("!partager Autre plan\nhttps://example.org/autre")
    await web.dies()
    await web.dies("https://example.org/autre")
    (asked,) = await web.questions()
    assert "semblent morts" in asked and "n° 1" in asked and "n° 2" in asked


async def test_an_author_who_left_is_not_asked(talk: Conversation, web: Web) -> None:
    web.gone.add(ANNE)
    await web.dies()
    assert await web.questions() == []
    assert "peut-être mort" in await talk.say("!fiche 1")


async def test_a_link_of_another_room_is_not_listed(talk: Conversation, web: Web) -> None:
    await web.dies()
    await talk.say("!visible 1 salon")
    assert "Aucune fiche n'est à vérifier" in await talk.say("!vérifier", BRUNO, OTHER_ROOM)
    assert (await talk.store.read.links.to_ask(DAY))[0].url == URL
    assert "Plan de ville" in await talk.say("!vérifier", BRUNO, HELP_ROOM)
