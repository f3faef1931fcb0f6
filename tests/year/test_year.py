"""A year of five hundred rooms in eight time zones: holidays, changes of clocks, outages, restarts.

Every letter leaves exactly once, at its minute or when its room opens next, and nothing that the
bot starts by itself reaches a closed room or somebody who is away.
"""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

import aiosqlite
import pytest

from commonsbot.digest import edition
from commonsbot.digest.compose import Letter
from commonsbot.digest.edition import Draft
from commonsbot.digest.period import period_of
from commonsbot.domain.contents import Contents
from commonsbot.domain.editions import LATE_LIMIT
from commonsbot.domain.ids import RoomId
from commonsbot.domain.markup import Paragraph, Text
from commonsbot.domain.messages import Kind
from commonsbot.domain.sending import WORTH
from commonsbot.store import Transaction
from commonsbot.texts import Views
from tests.year import database
from tests.year.calendars import Calendar, first_open
from tests.year.homeserver import Received
from tests.year.life import Life
from tests.year.network import Person, Place, people, rooms

START = datetime(2027, 1, 4, tzinfo=UTC)
END = datetime(2028, 1, 3, tzinfo=UTC)
ROOMS = 500
MINUTE = timedelta(minutes=1)

LETTER = "lettre"


async def one_line(tx: Transaction, views: Views, room: RoomId, until: datetime) -> Draft:
    period = await period_of(tx, room, until)
    words = (Paragraph((Text(f"{LETTER} {room} {until.astimezone(UTC).isoformat()}"),)),)
    return Draft(period, Contents(until=until), Letter(words))


@dataclass
class Absence:
    """Of the process, or of the homeserver."""

    begins: datetime
    ends: datetime

    def __contains__(self, moment: datetime) -> bool:
        return self.begins <= moment < self.ends


@dataclass
class Year:
    """What was planned, to compare with what came."""

    life: Life
    places: list[Place]
    people: list[Person]
    dead: list[Absence] = field(default_factory=list)
    away: list[Absence] = field(default_factory=list)
    said: dict[str, tuple[datetime, Place, Person | None, Kind]] = field(default_factory=dict)
    asked: dict[str, datetime] = field(default_factory=dict)

    def stops(self, moment: datetime, lasting: timedelta) -> None:
        self.dead.append(Absence(moment, moment + lasting))
        self.life.at(moment, partial(self.life.restart, lasting))

    def loses_the_homeserver(self, moment: datetime, lasting: timedelta) -> None:
        self.away.append(Absence(moment, moment + lasting))
        for at, up in ((moment, False), (moment + lasting, True)):
            self.life.at(at, partial(self._set, up))

    async def _set(self, up: bool) -> None:
        self.life.homeserver.up = up

    def speaks(self, moment: datetime, place: Place, person: Person | None, kind: Kind) -> None:
        key = f"note {len(self.said)}"
        mentions = (person.id,) if person else ()
        self.said[key] = (moment, place, person, kind)
        say = partial(self.life.say, key, place.id, kind=kind, mentions=mentions)
        self.life.at(moment, say)

    def is_asked(self, moment: datetime, place: Place, person: Person) -> None:
        key = f"answer {len(self.asked)}"
        self.asked[key] = moment
        self.life.at(
            moment,
            partial(self.life.say, key, place.id, kind=Kind.ANSWER, mentions=(person.id,)),
        )

    def first_alive(self, moment: datetime) -> datetime:
        """A process that comes back looks at once."""
        return next((one.ends for one in self.dead if moment in one), moment)

    def is_troubled(self, begin: datetime, end: datetime) -> bool:
        """Whether the homeserver was away meanwhile, or its acknowledgements still put off."""
        late = timedelta(hours=1)
        return any(one.begins <= end and begin <= one.ends + late for one in self.away)


def plan(life: Life, places: list[Place], people: list[Person], random: Random) -> Year:
    year = Year(life, places, people)
    for day in range(363):
        morning = START + timedelta(days=day)
        for _ in range(8):
            moment = morning + timedelta(minutes=random.randrange(1440))
            place, kind = random.choice(places), random.choice([Kind.NEWS, Kind.NOTE])
            year.speaks(moment, place, _somebody(place, people, random), kind)
        moment = morning + timedelta(minutes=random.randrange(1440))
        year.is_asked(moment, random.choice(places), random.choice(people))
    for week, lasting in ((5, 0.2), (11, 3), (17, 30), (24, 50), (30, 100), (44, 9)):
        moment = START + timedelta(weeks=week, minutes=random.randrange(10_000))
        year.stops(moment, timedelta(minutes=int(lasting * 60)))
    for week in (8, 20, 36):
        moment = START + timedelta(weeks=week, days=random.randrange(5), hours=8)
        year.loses_the_homeserver(moment, timedelta(minutes=random.randrange(30, 90)))
    # While clocks change, in March and in October.
    year.stops(datetime(2027, 3, 28, 0, 50, tzinfo=UTC), timedelta(minutes=20))
    year.stops(datetime(2027, 10, 31, 0, 50, tzinfo=UTC), timedelta(minutes=20))
    return year


def _somebody(place: Place, people: list[Person], random: Random) -> Person | None:
    """Anybody, where days overlap; elsewhere those who keep no hours of their own."""
    near = place.calendar.zone.startswith(("Europe", "Indian", "America/Cayenne"))
    return random.choice([None, *(people if near else people[::2])])


@pytest.fixture
async def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Year]:
    monkeypatch.setattr(edition, "draft", one_line)
    monkeypatch.setattr(aiosqlite, "connect", database.connect)
    random = Random(2027)
    places, persons = rooms(ROOMS, START, random), people(40, START, random)
    life = Life(tmp_path / "commonsbot.db", places, persons, START)
    year = plan(life, places, persons, random)
    await life.begin()
    await life.until(END)
    await life.end()
    yield year


def slots(place: Place) -> list[datetime]:
    """When its letters are due, in the year; the last days can't tell what comes of theirs."""
    schedule = place.schedule
    day = START.astimezone(schedule.zone).date() - timedelta(days=1)
    day += timedelta(days=(schedule.weekday - day.weekday()) % 7)
    found = []
    while day < (END - timedelta(days=12)).date():
        slot = datetime.combine(day, schedule.at, schedule.zone).astimezone(UTC)
        if slot >= START:
            found.append(slot)
        day += timedelta(days=7)
    return found


def expected(year: Year, made: datetime, worth: timedelta, *calendars: Calendar) -> datetime | None:
    """When what was queued at `made` leaves; None when it is dropped."""
    moment: datetime | None = made
    while moment is not None:
        moment = first_open(moment, calendars, made + worth + MINUTE)
        if moment is None or moment - made > worth:
            return None
        if (alive := year.first_alive(moment)) == moment:
            return moment
        moment = alive
    return None


def is_right(
    year: Year, times: list[datetime], made: datetime, leaves: datetime | None, place: Place
) -> bool:
    """Once and in its minute; an absence of the homeserver may put it off, within hours."""
    if leaves is None:
        return times == []
    if len(times) != 1:
        return False
    if year.is_troubled(made, leaves):
        return leaves <= times[0] and place.calendar.is_open(times[0])
    return leaves <= times[0] < leaves + MINUTE


def wrong_letters(year: Year, came: Mapping[str, list[datetime]]) -> Iterator[str]:
    for place in year.places:
        for slot in slots(place):
            body = f"{LETTER} {place.id} {slot.isoformat()}"
            made = year.first_alive(slot)
            leaves = None
            if made - slot <= LATE_LIMIT:
                leaves = expected(year, made, WORTH[Kind.EDITION], place.calendar)
            if not is_right(year, came.get(body, []), made, leaves, place):
                yield f"{body}: {came.get(body)}, not {leaves}"


def wrong_words(year: Year, came: Mapping[str, list[datetime]]) -> Iterator[str]:
    """Of all the rest that the bot started by itself."""
    for key, (moment, place, person, kind) in year.said.items():
        made = year.first_alive(moment)
        calendars = [place.calendar, *([person.calendar] if person else [])]
        leaves = expected(year, made, WORTH[kind], *calendars)
        if leaves and leaves >= END:
            continue
        if not is_right(year, came.get(key, []), made, leaves, place):
            yield f"{key} in {place.id}: {came.get(key)}, not {leaves}"


def disturbing(year: Year) -> Iterator[Received]:
    """What reached a closed room or somebody who is away, without having been asked for."""
    places = {place.id: place.calendar for place in year.places}
    persons = {person.id: person.calendar for person in year.people}
    for one in year.life.homeserver.received:
        if not one.body.startswith("answer"):
            there = [places[one.room], *(persons[user] for user in one.rings)]
            if not all(calendar.is_open(one.at) for calendar in there):
                yield one


def wrong_answers(year: Year) -> Iterator[str]:
    places = {place.id: place.calendar for place in year.places}
    answers = [one for one in year.life.homeserver.received if one.body in year.asked]
    if len(answers) != len(year.asked):
        yield f"{len(answers)} answers to {len(year.asked)} questions"
    for one in answers:
        made = year.first_alive(year.asked[one.body])
        late = one.at - made >= MINUTE and not year.is_troubled(made, made)
        loud = not places[one.room].is_open(one.at) and (one.rings or not one.notice)
        if late or loud:
            yield f"{one}, asked for at {made}"


async def test_a_year_of_letters_and_words_disturbs_nobody(year: Year) -> None:
    came = defaultdict(list)
    for one in year.life.homeserver.received:
        for body in one.body.split("\n\n"):
            came[body].append(one.at)
    assert sum(body.startswith(LETTER) for body in came) > 20_000
    assert sum(key in came for key in year.said) > 2_000
    assert list(islice(disturbing(year), 5)) == []
    assert list(islice(wrong_letters(year, came), 5)) == []
    assert list(islice(wrong_words(year, came), 5)) == []
    assert list(islice(wrong_answers(year), 5)) == []
