"""Who is not served: strangers, suspended members and other bots. None learns what there is."""

import logging
from collections import Counter
from collections.abc import Collection
from datetime import datetime

from commonsbot.domain.ids import EventId, UserId
from commonsbot.domain.limits import Flood, Rates, Verdict
from commonsbot.domain.messages import Incoming, Outgoing, Reply, answer
from commonsbot.domain.roles import Standing, Suspension
from commonsbot.store import Transaction
from commonsbot.texts import Languages

log = logging.getLogger(__name__)


MISUNDERSTOOD = 6
"""In a row, from one sender: the last is answered by saying that no more will be. Whoever answers
everything, as another bot does, then has nothing to answer."""


class Door:
    def __init__(self, languages: Languages, ignored: Collection[UserId], rates: Rates) -> None:
        self._languages = languages
        self._ignored = frozenset(ignored)
        self._noted: set[UserId] = set()
        self._rates = rates
        self._flood = Flood()
        self._misunderstood: Counter[UserId] = Counter()

    def ignores(self, user: UserId) -> bool:
        """Another bot: an answer to it might begin a conversation without end."""
        if user not in self._ignored:
            return False
        if user not in self._noted:
            self._noted.add(user)
            log.info("other bot not answered", extra={"sender": user})
        return True

    def refuses(self, message: Incoming, standing: Standing) -> bool:
        return (message.stranger and not standing.steward) or standing.suspension is not None

    def admit(self, message: Incoming, now: datetime) -> Verdict:
        """Whether the sender and the room may ask that much."""
        rates = self._rates
        verdict = self._flood.admit(now, (message.sender, rates.member), (message.room, rates.room))
        if verdict is Verdict.SAY_SO:
            log.info("too many requests", extra={"sender": message.sender, "room": message.room})
        return verdict

    def understood(self, user: UserId) -> None:
        self._misunderstood.pop(user, None)

    def misunderstood(self, user: UserId) -> Verdict:
        """Whether to say so: until they say something that is understood, that has an end."""
        self._misunderstood[user] += 1
        times = self._misunderstood[user]
        if times < MISUNDERSTOOD:
            return Verdict.SERVE
        if times > MISUNDERSTOOD:
            return Verdict.PASS_OVER
        log.info("nothing understood of a sender", extra={"sender": user})
        return Verdict.SAY_SO

    async def refuse(
        self, tx: Transaction, message: Incoming, standing: Standing
    ) -> Outgoing | None:
        """One sentence, once, whatever was asked; then silence."""
        if standing.suspension is None:
            return await self._turn_away(tx, message)
        if standing.suspension.told:
            return None
        await tx.members.tell(message.sender)
        log.info("suspended member not served", extra={"sender": message.sender})
        return self._suspended(message, standing.suspension)

    def _suspended(self, message: Incoming, what: Suspension) -> Outgoing:
        views = self._languages.views_of(message.room)
        because = views.texts.plain("suspended-why", why=what.why) if what.why else ""
        if what.until is None:
            return self._say(message, "suspended", because=because)
        until = views.date(what.until)
        return self._say(message, "suspended-until", because=because, date=until)

    async def _turn_away(self, tx: Transaction, message: Incoming) -> Outgoing | None:
        if not await tx.sync.first_time(EventId(f"stranger:{message.sender}")):
            return None
        log.info("stranger not served", extra={"sender": message.sender, "room": message.room})
        return self._say(message, "stranger")

    def _say(self, message: Incoming, sentence: str, **values: str) -> Outgoing:
        said = self._languages.views_of(message.room).texts.paragraph(sentence, **values)
        return answer(message, Reply((said,), notice=True))
