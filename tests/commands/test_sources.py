"""Looking after the sources of a room, as moderators do."""

from datetime import timedelta

import pytest

from commonsbot.domain.ids import RoomId, SourceId
from commonsbot.domain.news import Entry, Fate
from commonsbot.domain.posting import Delivery, Handed, Mode
from commonsbot.domain.prompts import Ask
from commonsbot.domain.sources import Selectors, Source, SourceStatus, Validators
from commonsbot.news.offers import Choice, subject

from .conftest import ANNE, BRUNO, HELP_ROOM, OTHER_ROOM, Conversation

URL = "https://www.example.org/rss.xml"


async def following(talk: Conversation, url: str = URL, title: str = "Le journal") -> Source:
    async with talk.store.transaction() as tx:
        source = await tx.sources.add(url, ANNE)
        await tx.followings.add(source.id, HELP_ROOM, ANNE)
        await tx.source_readings.succeeded(
            source.id, title=title, validators=Validators(), body_hash="", filled=True
        )
    return source


async def mode(talk: Conversation) -> tuple[Mode, timedelta]:
    found = await talk.store.read.followings.get((await known(talk)).id, HELP_ROOM)
    assert found
    return found.posting.mode, found.posting.every


async def known(talk: Conversation, room: RoomId = HELP_ROOM) -> Source:
    return (await talk.store.read.sources.of_room(room))[0]


async def moderate(talk: Conversation, text: str) -> str:
    return await talk.say(text, ANNE, power=50)


async def test_only_moderators_look_after_sources(talk: Conversation) -> None:
    await following(talk)
    for text in ("!source voir 1", "!source mode 1 immédiat", "!source pause 1"):
        assert "modér" in await talk.say(text, BRUNO)


async def test_a_new_source_is_in_the_letter_only(talk: Conversation) -> None:
    assert await moderate(talk, f"!source ajouter {URL}") == ""
    assert (await mode(talk))[0] is Mode.LETTER


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("!source mode 1 immédiat", (Mode.AT_ONCE, 4)),
        ("!Source Mode n°1 tout de suite", (Mode.AT_ONCE, 4)),
        ("!source mode 1 groupé 6h", (Mode.GROUPED, 6)),
        ("!source mode 1 groupe", (Mode.GROUPED, 4)),
        ("!source mode 1 toutes les 12 heures", (Mode.GROUPED, 12)),
        ("!source mode 1 grouped every 8 hours", (Mode.GROUPED, 8)),
        ("!source mode 1 Lettre", (Mode.LETTER, 4)),
        ("!source mode 1 Imediat", (Mode.AT_ONCE, 4)),
        ("!source mode 1 toutes les heures", (Mode.GROUPED, 1)),
        ("!source mode 1 tous les jours", (Mode.GROUPED, 24)),
        ("!source mode journal lettre", (Mode.LETTER, 4)),
        ("!source mode « Le Journal » groupé 6 h", (Mode.GROUPED, 6)),
        ("!source mode immédiat", (Mode.AT_ONCE, 4)),
    ],
)
async def test_a_room_chooses_when_it_hears(
    typed: str, expected: tuple[Mode, int], talk: Conversation
) -> None:
    await following(talk)
    assert "« Le journal » (n° 1)" in await moderate(talk, typed)
    assert await mode(talk) == (expected[0], timedelta(hours=expected[1]))


async def test_a_mode_that_is_none_is_explained(talk: Conversation) -> None:
    await following(talk)
    assert "« souvent ». Écrivez !source mode 1" in await moderate(talk, "!source mode 1 souvent")
    assert "Quand doit-elle paraître ici ?" in await moderate(talk, "!source mode 1")
    assert "de 1 à 72" in await moderate(talk, "!source mode 1 groupé 99 h")
    assert "ne suit pas de source n° 9" in await moderate(talk, "!source mode 9 lettre")


async def test_a_source_is_silenced_and_speaks_again(talk: Conversation) -> None:
    await following(talk)
    assert "se tait" in await moderate(talk, "!source pause 1")
    assert "en pause dans ce salon" in await moderate(talk, "!source liste")
    assert "parle de nouveau" in await moderate(talk, "!source reprendre 1")
    assert "dans la lettre seulement" in await moderate(talk, "!source voir 1")


async def test_its_health_is_told_in_words(talk: Conversation) -> None:
    source = await following(talk)
    assert "lue sans erreur" in await moderate(talk, "!source voir 1")
    async with talk.store.transaction() as tx:
        await tx.source_readings.failed(source.id, "fetch-status", "404", stop=False)
    shown = await moderate(talk, "!source voir 1")
    assert "en échec à la dernière lecture" in shown
    assert "Le site a répondu par une erreur (404)" in shown


async def test_the_journal_says_what_was_done_with_each_item_and_why(talk: Conversation) -> None:
    source = await following(talk)
    async with talk.store.transaction() as tx:
        for handed in Handed:
            item = await tx.news.add(source.id, Entry(id="", title=f"Article {handed}", link=""))
            await tx.deliveries.add_all([Delivery(item, HELP_ROOM, handed)])
        for fate in Fate:
            await tx.news.add(source.id, Entry(id="", title=f"Vu {fate}", link=""), fate=fate)
    shown = await moderate(talk, "!source journal 1")
    assert "Vu held\n  24 novembre 2026 · retenu : presque tout était inconnu" in shown
    assert "déjà dit ici par une autre source" in shown
    assert "écarté par les filtres de ce salon" in shown


async def test_what_was_held_may_be_let_through(talk: Conversation) -> None:
    source = await following(talk)
    assert "Rien n'attend" in await moderate(talk, "!source accepter 1")
    async with talk.store.transaction() as tx:
        await tx.news.add(source.id, Entry(id="", title="Retenu", link=""), fate=Fate.HELD)
    assert "Un article retenu" in await moderate(talk, "!source voir 1")
    assert "laissés passer : 1" in await moderate(talk, "!source accepter 1")
    assert "Rien n'attend" in await moderate(talk, "!source accepter 1")
    assert [one.room for one in await talk.store.read.deliveries.waiting()] == [HELP_ROOM]


async def choice(talk: Conversation, *feeds: str) -> Source:
    """As the poller asks."""
    async with talk.store.transaction() as tx:
        selectors = None if feeds else Selectors(item="article")
        source = await tx.sources.add("https://www.example.org/", ANNE, selectors=selectors)
        await tx.followings.add(source.id, HELP_ROOM, ANNE)
        await tx.sources.propose(source.id)
        about = subject(Choice(source.id, feeds))
        await tx.prompts.add(Ask.SOURCE, "k", ANNE, HELP_ROOM, moderated=True, subject=about)
    return source


async def test_a_feed_is_chosen_among_several_by_its_place(talk: Conversation) -> None:
    await choice(talk, "https://www.example.org/a", "https://www.example.org/b")
    assert "de 1 à 2" in await moderate(talk, "!source accepter 1 3")
    assert "Ce salon suit « https://www.example.org/b »" in await moderate(
        talk, "!source accepter 1 2"
    )
    followed = await talk.store.read.sources.of_room(HELP_ROOM)
    assert [one.url for one in followed] == ["https://www.example.org/b"]


async def test_a_plain_yes_takes_the_first_feed(talk: Conversation) -> None:
    await choice(talk, "https://www.example.org/a", "https://www.example.org/b")
    assert "https://www.example.org/a" in await moderate(talk, "!oui")


async def test_a_page_is_watched_as_it_was_shown_or_not_at_all(talk: Conversation) -> None:
    source = await choice(talk)
    await moderate(talk, "!oui")
    found = await known(talk)
    assert (found.id, found.status) == (source.id, SourceStatus.NEW)
    assert found.selectors == Selectors(item="article")


async def test_a_page_may_be_declined(talk: Conversation) -> None:
    await choice(talk)
    assert "ne la suit pas" in await moderate(talk, "!non")
    assert await talk.store.read.sources.of_room(HELP_ROOM) == []


async def test_the_selectors_of_a_page_are_typed_by_name(talk: Conversation) -> None:
    page = "https://www.example.org/actus"
    typed = f"!source page {page} article: .teaser ; titre : h3 ; date: .date"
    assert await moderate(talk, typed) == ""
    found = await known(talk)
    assert (found.url, found.status) == (page, SourceStatus.PROPOSED)
    assert found.selectors == Selectors(item=".teaser", title="h3", date=".date")
    assert f"!source page {page} article: .teaser" in await moderate(talk, f"!source page {page}")
    assert "puis le sélecteur" in await moderate(talk, "!source page actus .teaser")


async def test_an_address_and_selectors_are_typed_as_phones_do(talk: Conversation) -> None:
    await moderate(talk, "!source page www.example.org/actus article : « .teaser »")
    found = await known(talk)
    assert found.url == "https://www.example.org/actus"
    assert found.selectors == Selectors(item=".teaser")
    await moderate(talk, "!source ajouter https:// www.example.net/rss")
    sources = await talk.store.read.sources.of_room(HELP_ROOM)
    assert sources[-1].url == "https://www.example.net/rss"


async def test_an_address_is_tried_before_it_is_followed(talk: Conversation) -> None:
    assert await moderate(talk, "!source tester https://www.example.org/rss.xml") == ""
    assert await moderate(talk, "!Source essayer CNIL") == ""
    tried = [one.url for one in await talk.store.read.tryouts.waiting()]
    assert sorted(tried) == ["https://www.cnil.fr/fr/rss.xml", URL]
    assert await talk.store.read.sources.of_room(HELP_ROOM) == []
    assert "Vouliez-vous dire CNIL ? Écrivez alors !source tester cnil" in await moderate(
        talk, "!source tester cnli"
    )


async def test_a_source_of_the_room_is_read_again_by_its_number_or_its_address(
    talk: Conversation,
) -> None:
    await following(talk)
    for typed in ("1", "n° 1", URL):
        async with talk.store.transaction() as tx:
            await tx.source_readings.schedule(SourceId(1), talk.clock.now + timedelta(hours=1))
        assert await moderate(talk, f"!source tester {typed}") == ""
        assert (await known(talk)).next_at <= talk.clock.now
    assert not await talk.store.read.tryouts.waiting()
    assert "ne suit pas de source n° 9" in await moderate(talk, "!source tester 9")


async def test_a_room_waits_for_few_addresses_at_once(talk: Conversation) -> None:
    for n in range(3):
        assert await moderate(talk, f"!source tester https://site{n}.example.org/") == ""
    assert "Redemandez dans un instant" in await moderate(talk, f"!source tester {URL}")


async def test_only_moderators_try_addresses(talk: Conversation) -> None:
    assert "modér" in await talk.say(f"!source tester {URL}", BRUNO)
    assert not await talk.store.read.tryouts.waiting()


PAGE = "https://www.example.org/actus"


async def watched(talk: Conversation, room: RoomId, item: str) -> Source:
    """The room agreed to what it was shown."""
    await talk.say(f"!source page {PAGE} article: {item}", ANNE, room, power=50)
    source = next(
        one
        for one in await talk.store.read.sources.of_room(room)
        if one.selectors == Selectors(item=item)
    )
    async with talk.store.transaction() as tx:
        await tx.sources.take_requests(source.id)
        about = subject(Choice(source.id))
        await tx.prompts.add(Ask.SOURCE, f"{room}{item}", ANNE, room, moderated=True, subject=about)
    await talk.say("!oui", ANNE, room, power=50)
    async with talk.store.transaction() as tx:
        await tx.source_readings.succeeded(
            source.id, title="Actus", validators=Validators(), body_hash="", filled=True
        )
    return source


async def test_two_rooms_watch_one_page_each_by_its_selectors(talk: Conversation) -> None:
    first = await watched(talk, HELP_ROOM, ".actu")
    second = await watched(talk, OTHER_ROOM, ".prix")
    for room, source in ((HELP_ROOM, first), (OTHER_ROOM, second)):
        (found,) = await talk.store.read.sources.of_room(room)
        assert (found.id, found.selectors) == (source.id, source.selectors)
        assert found.status is SourceStatus.ACTIVE


async def test_two_rooms_with_the_same_selectors_share_a_source(talk: Conversation) -> None:
    first = await watched(talk, HELP_ROOM, ".actu")
    assert await talk.say(f"!source page {PAGE} article: .actu", ANNE, OTHER_ROOM, power=50) == ""
    (found,) = await talk.store.read.sources.of_room(OTHER_ROOM)
    assert (found.id, found.status) == (first.id, SourceStatus.ACTIVE)
    assert "suit déjà cette source" in await moderate(talk, f"!source page {PAGE} article: .actu")


async def test_a_room_goes_on_as_before_until_it_agrees_to_other_selectors(
    talk: Conversation,
) -> None:
    old = await watched(talk, HELP_ROOM, ".actu")
    await moderate(talk, "!source mode 1 groupé 6 h")
    await moderate(talk, f"!source page {PAGE} article: .nothing")
    await moderate(talk, f"!source page {PAGE} article: .better")
    statuses = [one.status for one in await talk.store.read.sources.of_room(HELP_ROOM)]
    assert statuses == [SourceStatus.ACTIVE, SourceStatus.PROPOSED], "the last proposal only"
    new = await watched(talk, HELP_ROOM, ".better")
    (found,) = await talk.store.read.sources.of_room(HELP_ROOM)
    assert found.id == new.id != old.id
    following = await talk.store.read.followings.get(new.id, HELP_ROOM)
    assert following and following.posting.mode is Mode.GROUPED


async def test_a_feed_is_not_watched_as_a_page(talk: Conversation) -> None:
    await following(talk)
    said = await moderate(talk, f"!source page {URL} article: .actu")
    assert f"Suivez-le ainsi : !source ajouter {URL}" in said


@pytest.mark.parametrize(
    "typed", ["!source", "!source voir", "!Sources liste", "!source liste", "!source info"]
)
@pytest.mark.parametrize(
    "which", ["1", "n°1", "le journal", "“Le Journal”", URL, "www.example.org"]
)
async def test_a_source_is_named_as_people_do(talk: Conversation, typed: str, which: str) -> None:
    await following(talk)
    await following(talk, "https://example.net/gazette", "La gazette")
    assert "n° 1 · Le journal" in await moderate(talk, f"{typed} {which}")


async def test_a_source_the_room_does_not_follow_is_not_guessed(talk: Conversation) -> None:
    assert "ne suit aucune source" in await moderate(talk, "!source voir journal")
    await following(talk)
    await following(talk, "https://example.net/gazette", "Le journal de la mer")
    said = await moderate(talk, "!source retirer cnil")
    assert "ne suit pas de source « cnil »" in said and "!source liste" in said
    said = await moderate(talk, "!source retirer journa")
    assert "peut être n° 1 Le journal, n° 2 Le journal de la mer" in said
    assert "De quelle source ?" in await moderate(talk, "!source mode immédiat")
    assert len(await talk.store.read.sources.of_room(HELP_ROOM)) == 2


async def test_a_source_is_filtered_by_its_name(talk: Conversation) -> None:
    await following(talk)
    await following(talk, "https://example.net/gazette", "La gazette")
    assert "Filtrer « La gazette »" in await moderate(talk, "!source filtrer la gazette -stage")


async def test_a_name_of_the_catalogue_is_tried_beside_a_source_that_sounds_like_it(
    talk: Conversation,
) -> None:
    await following(talk, "https://example.net/feed", "CNIL, les décisions")
    assert await moderate(talk, "!source tester cnil") == ""
    (tried,) = await talk.store.read.tryouts.waiting()
    assert tried.url == "https://www.cnil.fr/fr/rss.xml"
    assert await moderate(talk, "!source tester décisions") == ""
    assert len(await talk.store.read.tryouts.waiting()) == 1, "that is the room's own"
