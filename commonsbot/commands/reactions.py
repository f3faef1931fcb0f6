"""What an emoji on a message asks of the bot: the other front door, beside commands."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

from commonsbot.commands.answers import Answers, give, may_answer
from commonsbot.commands.command import Context
from commonsbot.domain.captures import message_of
from commonsbot.domain.ids import EventId
from commonsbot.domain.messages import Incoming, Reaction, Reply
from commonsbot.domain.prompts import bare_emoji, verdict
from commonsbot.store import Transaction

React = Callable[[Context, Reaction], Awaitable[Reply | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """Emojis that mean one thing. Each has a command that does the same."""

    emojis: frozenset[str]
    run: React
    quotes: Callable[[Transaction, Reaction], Awaitable[bool]] | None = None
    """Whether it needs the words it is put on; None: never."""
    page: Callable[[Reaction], str] | None = None
    """Finds the page whose title would name what it keeps; "" for none."""


@dataclass(frozen=True, slots=True)
class Gestures:
    answers: Answers
    by_emoji: dict[str, Gesture] = field(default_factory=dict)

    @classmethod
    def of(cls, answers: Answers, gestures: Iterable[Gesture]) -> "Gestures":
        by_emoji: dict[str, Gesture] = {}
        for one in gestures:
            for sign in one.emojis:
                by_emoji.setdefault(bare_emoji(sign), one)
        return cls(answers, by_emoji)

    def mean(self, key: str) -> bool:
        """Whether this emoji may ask something."""
        return verdict(key) is not None or bare_emoji(key) in self.by_emoji

    async def about(self, tx: Transaction, reaction: Reaction) -> EventId | None:
        """The message whose words are needed: the one it is on, or that a question is about."""
        if verdict(reaction.key):
            prompt = await tx.prompts.asked_by(reaction.to)
            if prompt and prompt.to == reaction.sender:
                return message_of(prompt)
        gesture = self.by_emoji.get(bare_emoji(reaction.key))
        needed = gesture and gesture.quotes and await gesture.quotes(tx, reaction)
        return reaction.to if needed else None

    def page(self, reaction: Reaction) -> str:
        """The page whose title is wanted; "" for none."""
        gesture = self.by_emoji.get(bare_emoji(reaction.key))
        return gesture.page(reaction) if gesture and gesture.page else ""

    async def run(self, context: Context, reaction: Reaction) -> Reply | None:
        """An answer where the bot asked something, else what the emoji stands for."""
        yes = verdict(reaction.key)
        if yes is not None:
            prompt = await context.tx.prompts.asked_by(reaction.to)
            if prompt and may_answer(context, prompt):
                return await give(context, prompt, yes, self.answers)
        gesture = self.by_emoji.get(bare_emoji(reaction.key))
        return await gesture.run(context, reaction) if gesture else None


def occasion(reaction: Reaction) -> Incoming:
    """The reaction as something to answer, in the thread of what it is put on."""
    return Incoming(
        event=reaction.event,
        room=reaction.room,
        sender=reaction.sender,
        text="",
        sent_at=reaction.sent_at,
        direct=reaction.direct,
        encrypted=reaction.encrypted,
        power=reaction.power,
        sender_rooms=reaction.sender_rooms,
        stranger=reaction.stranger,
        quoted=reaction.quoted,
        page=reaction.page,
        reacted=reaction.to,
        thread=reaction.quoted.thread if reaction.quoted else None,
    )
