"""Find the command, check the role, run it, turn errors into sentences."""

import logging
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from commonsbot.commands.command import Command, Context, place_of
from commonsbot.commands.door import Door
from commonsbot.commands.edits import page_wanted, reread
from commonsbot.commands.house import House
from commonsbot.commands.parse import Call, Table, read_call, read_number, read_value
from commonsbot.commands.reactions import Gestures, occasion
from commonsbot.domain.audiences import Reader
from commonsbot.domain.devices import may_moderate
from commonsbot.domain.folding import fold
from commonsbot.domain.ids import EventId, UserId
from commonsbot.domain.limits import UNLIMITED, Rates, Verdict
from commonsbot.domain.messages import Incoming, Outgoing, Reaction, Reply, answer
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Resource
from commonsbot.domain.roles import NOBODY, Bypass, Role, Standing, role_of
from commonsbot.errors import DoubtfulDeviceError, UserError
from commonsbot.store import Transaction
from commonsbot.texts import Languages, Translator

log = logging.getLogger(__name__)


class Dispatcher:
    def __init__(
        self,
        commands: Collection[Command],
        gestures: Gestures,
        languages: Languages,
        house: House,
        now: Callable[[], datetime],
        *,
        max_age: timedelta,
        bypass: Bypass = NOBODY,
        strict: bool = False,
        ignored: Collection[UserId] = (),
        rates: Rates = UNLIMITED,
    ) -> None:
        """`max_age`: of what is still carried out. `bypass`: who may pass over hours. `strict`: in
        encrypted rooms, rank counts only on a device signed by its owner. `ignored`: other bots,
        never answered."""
        self._table = Table.of(commands)
        self._heads = self._table.heads()
        self.gestures = gestures
        self._languages = languages
        self._house = house
        self._now = now
        self._max_age = max_age
        self._bypass = bypass
        self._strict = strict
        self._door = Door(languages, ignored, rates)

    def call_in(self, message: Incoming) -> Call | None:
        """What `message` asks of the bot, if it asks anything."""
        if self._door.ignores(message.sender):
            return None
        addressed = message.direct or message.mentioned
        return read_call(message.text, addressed=addressed, known=self._heads)

    async def examines(self, tx: Transaction, message: Incoming, call: Call) -> bool:
        """Whether `call` needs a diagnosis of the room, and is allowed to have it."""
        found = self._find(call)
        if found is None or not found[0].examines:
            return False
        standing = await self._standing(tx, message.sender)
        return not standing.suspension and found[0].role <= self._role(message, standing)

    async def about(self, tx: Transaction, message: Incoming, call: Call) -> EventId | None:
        """The message whose words `call` needs, if any."""
        found = self._find(call)
        if found is None:
            return None
        if found[0].about:
            return await found[0].about(tx, message)
        return message.answers if found[0].quotes else None

    def page(self, message: Incoming, call: Call) -> str:
        """The page whose title `call` would like to know; "" for none."""
        found = self._find(call)
        return found[0].page(message, found[1]) if found and found[0].page else ""

    def page_of_edit(self, message: Incoming, made: Resource) -> str:
        """The page whose title the new wording would like to know; "" for none."""
        return page_wanted(message, made, self._found_in(message))

    async def reread(self, tx: Transaction, message: Incoming, made: Resource) -> Outgoing | None:
        """`message` is the new wording of one that `made` was made of, or asked for by."""
        standing = await self._standing(tx, message.sender)
        if standing.suspension:
            return None
        context = await self._context(tx, message, standing)
        reply = await reread(context, made, self._found_in(message))
        return answer(message, reply) if reply else None

    def _found_in(self, message: Incoming) -> tuple[Command, str] | None:
        call = self.call_in(message)
        return self._find(call) if call else None

    async def react(self, tx: Transaction, reaction: Reaction) -> Outgoing | None:
        """Carries out what an emoji asks for, and gives what to answer. Raises UserError."""
        message = occasion(reaction)
        standing = await self._standing(tx, message.sender)
        if self._door.refuses(message, standing):
            return None  # an emoji calls for no sentence
        if self._door.admit(message, self._now()) is not Verdict.SERVE:
            return None
        context = await self._context(tx, message, standing)
        reply = await self.gestures.run(context, reaction)
        return answer(message, reply) if reply else None

    async def handle(
        self, tx: Transaction, message: Incoming, call: Call, outage: str
    ) -> Outgoing | None:
        """Carries out `call` and gives what to answer.

        `outage` names the sync this message came in by: what is too old is answered once for
        each person and outage. Raises UserError.
        """
        found = self._find(call)
        standing = await self._standing(tx, message.sender)
        if self._door.refuses(message, standing) and not await _is_of_right(tx, message, found):
            return await self._door.refuse(tx, message, standing)
        match self._door.admit(message, self._now()):
            case Verdict.SAY_SO:
                raise UserError("flood")
            case Verdict.PASS_OVER:
                return None
        if found is None:
            self._misunderstood(message, call)
            return None
        self._door.understood(message.sender)
        command, rest = found
        if self._now() - message.sent_at > self._max_age and not command.late:
            return self._away(message, outage)
        context = await self._context(tx, message, standing)
        if not self._allows(command, context):
            raise context.doubt or self._refusal(command)
        reply = await self._run(command, context, rest)
        return answer(message, reply) if reply else None

    def excuse(self, message: Incoming, error: UserError) -> Outgoing:
        """The sentence that says what was wrong and what to type instead."""
        if isinstance(error, DoubtfulDeviceError):
            log.warning(
                "command refused: it may not come from its sender",
                extra={"sender": message.sender, "room": message.room, "device": message.device},
            )
        texts = self._texts_for(message)
        said = texts.paragraph(error.text, **self._called(error.values, texts))
        return answer(message, Reply((said,), notice=True))

    def failure(self, message: Incoming, reference: str) -> Outgoing:
        """For an error that is ours: `reference` finds it in the log."""
        said = self._texts_for(message).paragraph("error-internal", reference=reference)
        return answer(message, Reply((said,), notice=True))

    def _find(self, call: Call) -> tuple[Command, str] | None:
        found = self._table.find(call.words)
        if found is None and read_number(call.words) is not None:
            return self._table.by_name["fiche"], call.words
        return found

    def _misunderstood(self, message: Incoming, call: Call) -> None:
        """Raises UserError, unless it was said often enough."""
        match self._door.misunderstood(message.sender):
            case Verdict.SERVE:
                raise self._unknown(call)
            case Verdict.SAY_SO:
                raise UserError("misunderstood")

    def _unknown(self, call: Call) -> UserError:
        if near := self._table.nearest(call.words):
            typed, command = near
            return UserError("unknown-command-near", word=typed[:40], command=command.name)
        word = call.words.split()[0][:40]
        return UserError("unknown-command" if call.marked else "unknown-speech", word=word)

    async def _run(self, command: Command, context: Context, rest: str) -> Reply | None:
        try:
            value = read_value(command, rest)
        except UserError as error:
            error.values |= _example(command, context.texts)
            raise
        return await (command.run(context) if value is None else command.run(context, value))

    async def _standing(self, tx: Transaction, user: UserId) -> Standing:
        """Nobody suspends the stewards of the configuration: they hold the keys."""
        if user in self._house.stewards:
            return Standing(steward=True)
        return await tx.members.standing(user)

    def _role(self, message: Incoming, standing: Standing) -> Role:
        # Whoever opens a direct chat has power there; that makes nobody a moderator.
        power = 0 if message.direct else message.power
        return role_of(standing, power, desk=message.room == self._house.desk())

    async def _context(self, tx: Transaction, message: Incoming, standing: Standing) -> Context:
        alone = message.sender if message.direct else None
        role = self._role(message, standing)
        trusted = role > Role.MEMBER or message.sender in self._bypass.users
        doubt = self._doubt(message) if trusted else None
        here = place_of(message)
        terms = (await tx.room_terms.of(here.id)).over(self._house.terms_in(here))
        if role > Role.MEMBER and not doubt:
            terms = replace(terms, reviewed=False)  # whoever reviews need not be reviewed
        return Context(
            message=message,
            role=Role.MEMBER if doubt else role,
            doubt=doubt,
            reader=Reader(frozenset({message.room, *message.sender_rooms}), alone),
            tx=tx,
            languages=self._languages,
            views=self._languages.views_of(message.room),
            now=self._now(),
            house=self._house,
            terms=terms,
        )

    def _allows(self, command: Command, context: Context) -> bool:
        if not command.bypasses_hours:
            return context.may(command)
        sender = context.message.sender
        return context.doubt is None and self._bypass.allows(sender, context.role)

    def _refusal(self, command: Command) -> UserError:
        if command.bypasses_hours:
            return UserError("urgent-off" if self._bypass == NOBODY else "urgent-only")
        if command.network:
            return UserError("network-only", command=command.name)
        whose = "moderators-only" if command.role is Role.MODERATOR else "stewards-only"
        return UserError(whose, command=command.name)

    def _doubt(self, message: Incoming) -> DoubtfulDeviceError | None:
        """Why the sender's rank does not count: whoever has it may not have sent this."""
        if not message.encrypted or may_moderate(message.device, strict=self._strict):
            return None
        return DoubtfulDeviceError(f"device-{message.device}")

    def _texts_for(self, message: Incoming) -> Translator:
        return self._languages.views_of(message.room).texts

    def _called(self, values: dict[str, Any], texts: Translator) -> dict[str, Any]:
        """The values of an error, which names a command by its French name."""
        command = self._table.by_name.get(fold(values.get("command", "")))
        return values | {"command": command.called(texts.language)} if command else values

    def _away(self, message: Incoming, outage: str) -> Outgoing:
        said = answer(message, Reply((self._texts_for(message).paragraph("away"),), notice=True))
        key = f"away:{message.room}:{message.sender}:{outage}"
        return Outgoing(
            key=key,
            room=said.room,
            kind=said.kind,
            document=said.document,
            notice=True,
            mentions=said.mentions,
        )


def _example(command: Command, texts: Translator) -> dict[str, str]:
    assert command.parameter, "only a parameter can be missing or wrong"
    return {
        "command": command.name,
        "what": texts.plain(f"parameter-{command.parameter.value}"),
        "example": command.sample(texts),
    }


async def _is_of_right(
    tx: Transaction, message: Incoming, found: tuple[Command, str] | None
) -> bool:
    """It is about what is held of them, or answers whether that is to be forgotten."""
    if found is None or found[0].of_right:
        return found is not None
    asked = await tx.prompts.open_for(message.sender, message.room, ask=Ask.FORGET)
    return asked is not None and found[0].id in ("yes", "no")
