"""The working day before a letter leaves: the moderators' room sees it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from commonsbot.digest.compose import compose
from commonsbot.digest.edition import draft, queue
from commonsbot.domain.audiences import Audience
from commonsbot.domain.editions import Due, Schedule
from commonsbot.domain.hours import Hours
from commonsbot.domain.ids import RoomId
from commonsbot.domain.rooms import Room
from commonsbot.store import Transaction
from commonsbot.texts import Languages
from commonsbot.texts.moments import moment

SHOWN = (Audience.NETWORK, Audience.PUBLIC)
"""What only the letter's room may read stays there: its moderators see it by « !lettre aperçu »."""

_LONGEST_CLOSED = 21
"""Days that are looked back through for a working one."""


@dataclass(frozen=True, slots=True)
class Eves:
    desk: Callable[[], RoomId | None]
    """The moderators' room, if there is one and the bot is in it."""
    hours_of: Callable[[Room], Hours]

    def moment(self, room: RoomId, schedule: Schedule, edition: Due) -> datetime | None:
        """When the moderators see that edition: the last day before that their room is open on,
        at the letter's hour or at the opening. None where there is nobody to show it to."""
        desk = self.desk()
        if desk is None or desk == room:
            return None
        hours = self.hours_of(Room(id=desk))
        local = edition.until.astimezone(schedule.zone)
        for back in range(1, _LONGEST_CLOSED):
            day = local.date() - timedelta(days=back)
            if hours.works(day):
                at = datetime.combine(day, local.time(), schedule.zone)
                return at if hours.is_open(at) else datetime.combine(day, hours.opens, hours.zone)
        return None

    async def show(
        self, tx: Transaction, languages: Languages, schedule: Schedule, room: Room, edition: Due
    ) -> bool:
        """Queues what the letter will be, once; False when it was, or nothing is worth one.

        What is said of it is in the moderators' language, the letter in its room's.
        """
        desk, key = self.desk(), f"eve:{room.id}:{edition.week}:{edition.until:%Y%m%d%H%M}"
        if desk is None or await tx.outbox.knows(key):
            return False
        views = replace(languages.views_of(room.id), zone=schedule.zone)
        made = await draft(tx, views, room.id, edition.until)
        if made is None:
            return False
        contents = made.contents.within(SHOWN)
        hidden = len(made.contents.resources) - len(contents.resources)
        told = replace(languages.views_of(desk), zone=schedule.zone)
        when = moment(told, edition.until)
        head = [told.texts.paragraph("letter-eve", room=told.room(room), moment=when)]
        if hidden:
            head.append(told.texts.paragraph("letter-eve-hidden", count=hidden))
        letter = compose(views, contents)
        shown = replace(letter, document=(*head, *letter.document))
        await queue(tx, desk, key, shown)
        return True
