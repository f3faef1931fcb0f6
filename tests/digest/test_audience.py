"""Nothing that a room's members may not see is ever in its letter."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonsbot.digest.compose import HEAVIEST
from commonsbot.digest.edition import Draft as Made
from commonsbot.digest.edition import draft
from commonsbot.domain.audiences import Audience, Reader, may_read
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.news import Entry
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.rendering import plain_of, weight
from commonsbot.domain.resources import Draft, Kind, Status
from commonsbot.domain.rooms import Room
from commonsbot.domain.trials import Outcome, Report
from commonsbot.store import Store, Transaction
from commonsbot.texts import Translator, Views

HERE, ELSEWHERE = RoomId("!here:example.org"), RoomId("!elsewhere:example.org")
AUTHOR = UserId("@anne:example.org")
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
VIEWS = Views(Translator("fr"), Permalinks(), ZoneInfo("Europe/Paris"))


@dataclass(frozen=True)
class Shared:
    audience: Audience
    room: RoomId
    kind: Kind
    status: Status
    age: timedelta
    tried: bool
    chosen: bool
    """A moderator added it."""

    @property
    def is_seen(self) -> bool:
        """In the letter's room."""
        reader = Reader(frozenset({HERE}))
        readable = may_read(self.audience, self.room, AUTHOR, reader)
        return readable and self.status is Status.PUBLISHED


shared = st.builds(
    Shared,
    audience=st.sampled_from(Audience),
    room=st.sampled_from([HERE, ELSEWHERE]),
    kind=st.sampled_from(Kind),
    status=st.sampled_from([Status.PUBLISHED, Status.WITHDRAWN, Status.REMOVED]),
    age=st.sampled_from([timedelta(days=days) for days in (1, 3, 6, 40, 200)]),
    tried=st.booleans(),
    chosen=st.booleans(),
)


async def keep(tx: Transaction, number: int, one: Shared) -> None:
    wish = Draft(title=f"Vœux{number}!", text="Une carte de vœux", themes=("vœux",), kind=one.kind)
    id = await tx.resources.add(wish, audience=one.audience, room=one.room, author=AUTHOR)
    if one.kind is Kind.QUESTION:
        await tx.questions.open(id, EventId(f"$q{number}"))
    if one.tried:
        report = Report(outcome=Outcome.ABANDONED, note=f"Essai{number}!")
        await tx.trials.put(id, AUTHOR, report, EventId(f"$t{number}"))
    if one.chosen:
        await tx.edition_plans.choose(HERE, id, AUTHOR, add=True)
    if one.status is not Status.PUBLISHED:
        await tx.resources.take_out(id, one.status)


async def letter_of(commons: list[Shared]) -> Made | None:
    with tempfile.TemporaryDirectory() as folder:
        clock = [NOW]
        store = await Store.open(Path(folder) / "a.db", lambda: clock[0])
        try:
            async with store.transaction() as tx:
                for room, url in ((HERE, "https://here.org"), (ELSEWHERE, "https://else.org")):
                    await tx.rooms.join(Room(id=room))
                    source = await tx.sources.add(url, None)
                    await tx.followings.add(source.id, room, None)
                    clock[0] = NOW - timedelta(days=1)
                    entry = Entry(id=url, title=f"Nouvelle de {url}", link=url)
                    await tx.news.add(source.id, entry)
                for number, one in enumerate(commons):
                    clock[0] = NOW - one.age
                    await keep(tx, number, one)
            clock[0] = NOW
            return await draft(store.read, VIEWS, HERE, NOW)
        finally:
            await store.close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(shared, max_size=30))
async def test_a_letter_holds_only_what_its_room_may_see(commons: list[Shared]) -> None:
    made = await letter_of(commons)
    assert made, "there is news at least"
    words = plain_of(made.letter.document) + plain_of(made.letter.details)
    for number, one in enumerate(commons):
        if not one.is_seen:
            assert f"Vœux{number}!" not in words and f"Essai{number}!" not in words
    assert "here.org" in words and "else.org" not in words
    assert weight(made.letter.document) <= HEAVIEST
    assert weight(made.letter.details) <= HEAVIEST
