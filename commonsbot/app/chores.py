"""What the bot does by itself, from time to time."""

from collections.abc import Callable
from functools import partial

from commonsbot.app.clock import now
from commonsbot.commons.chores import Chore
from commonsbot.commons.dead_links import AskingAboutLinks
from commonsbot.commons.deadlines import Reminding
from commonsbot.commons.failures import FailureNews
from commonsbot.commons.follows import Alerts
from commonsbot.commons.hours import Office
from commonsbot.commons.notes import NoteTeller
from commonsbot.commons.review import Reviewing
from commonsbot.commons.trials import Outcomes
from commonsbot.commons.week_notes import WeekNotes
from commonsbot.config import Config
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.matrix.client import Client
from commonsbot.matrix.direct import open_chat
from commonsbot.matrix.rooms import Rooms
from commonsbot.news.health import SourceHealth
from commonsbot.store import Store
from commonsbot.texts import Languages


def chores_of(
    config: Config,
    store: Store,
    languages: Languages,
    office: Office,
    rooms: Rooms,
    client: Client,
    desk: Callable[[], RoomId | None],
) -> dict[str, Chore]:
    """`desk`: the moderators' room, once the bot is in it."""
    settings = config.notes
    invite = partial(open_chat, client) if settings.open_chats else None

    async def rooms_of(user: UserId) -> frozenset[RoomId]:
        groups = [r.id for r in await store.read.rooms.joined() if not r.direct]
        return await rooms.shared_with(user, groups)

    chores: dict[str, Chore] = {
        "questions": partial(_forget_questions, store),
        "outcomes": Outcomes(store, languages, now).ask,
        "notes": NoteTeller(store, languages, office, now, invite, settings.group_for).tell,
        "alerts": Alerts(store, languages, office, now, rooms_of).tell,
        "deadlines": Reminding(store, languages, office.hours_of, now).remind,
        "sources": SourceHealth(store, languages, config.stewards, desk, now).tell,
        "week note": WeekNotes(store, languages, office, desk, now).tell,
        "failures": FailureNews(store, languages, office, desk, now).tell,
        "dead links": AskingAboutLinks(store, languages, now, rooms.seems_there),
    }
    if review := config.review:
        intervals, there = review.intervals, rooms.seems_there
        chores["reviews"] = Reviewing(store, languages, intervals, now, there)
    return chores


async def _forget_questions(store: Store) -> None:
    """Those nobody answered in time, with what they were about."""
    async with store.statement() as tx:
        await tx.prompts.expire()
