"""What an emoji on a message asks of the bot: the other front door, beside commands."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace

from commonsbot.commands.answers import Answers, give, may_answer
from commonsbot.commands.command import Context
from commonsbot.domain.messages import Incoming, Reaction, Reply
from commonsbot.domain.prompts import bare_emoji, verdict

React = Callable[[Context, Reaction], Awaitable[Reply | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """Emojis that mean one thing. Each has a command that does the same."""

    emojis: frozenset[str]
    run: React
    quotes: bool = False
    """Whether it needs the words it is put on."""


@dataclass(frozen=True, slots=True)
class Gestures:
    answers: Answers
    by_emoji: dict[str, Gesture] = field(default_factory=dict)

    @classmethod
    def of(cls, answers: Answers, gestures: Iterable[Gesture]) -> "Gestures":
        by_emoji = {bare_emoji(sign): one for one in gestures for sign in one.emojis}
        return cls(answers, by_emoji)

    def mean(self, key: str) -> bool:
        """Whether this emoji may ask something."""
        return verdict(key) is not None or bare_emoji(key) in self.by_emoji

    def quotes(self, key: str) -> bool:
        """Whether the words it is put on are needed."""
        gesture = self.by_emoji.get(bare_emoji(key))
        return gesture is not None and gesture.quotes

    async def run(self, context: Context, reaction: Reaction) -> Reply | None:
        """An answer where the bot asked something, else what the emoji stands for."""
        yes = verdict(reaction.key)
        if yes is not None:
            prompt = await context.tx.prompts.asked_by(reaction.to)
            if prompt and may_answer(context, prompt):
                reply = await give(context, prompt, yes, self.answers)
                return reply and replace(reply, thread=reply.thread or prompt.thread)
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
        quoted=reaction.quoted,
        reacted=reaction.to,
        thread=reaction.quoted.thread if reaction.quoted else None,
    )
