"""A command is a description and a function: the table, `!aide` and the docs come from it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from commonsbot.commands.house import House
from commonsbot.domain.audiences import Reader
from commonsbot.domain.hours import Hours
from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.messages import Incoming, Reply
from commonsbot.domain.roles import Actor, Role
from commonsbot.domain.rooms import Room
from commonsbot.domain.sharing import Reading
from commonsbot.domain.terms import Terms
from commonsbot.errors import DoubtfulDeviceError
from commonsbot.store import Transaction
from commonsbot.texts import Languages, Translator, Value, Views


class Parameter(Enum):
    """What may follow a command's name."""

    NUMBER = "number"
    """A resource's or source's number: int."""
    PLACE = "place"
    """A place: str."""
    PERIOD = "period"
    """For how long, or which days: str."""
    SOURCE = "source"
    """A web address, or the name of a ready-made source: str."""
    FOLLOWED = "followed"
    """A source of the room, by its number or its name, and words that may follow: str."""
    WORDS = "words"
    """The rest, on one line: str."""
    CONTENT = "content"
    """The rest, as typed: str."""
    NUMBERED = "numbered"
    """A number, then words as typed, which may be empty: tuple[int, str]."""
    THEME = "theme"
    """A #word, and words that may follow it: str."""
    THEMES = "themes"
    """Two #words: str."""
    TOOL = "tool"
    """A tool's name: str."""
    COMMAND = "command"
    """The name of a command: str."""


def place_of(message: Incoming) -> Room:
    """Where it was said."""
    peer = message.sender if message.direct else None
    return Room(id=message.room, direct=message.direct, peer=peer, encrypted=message.encrypted)


@dataclass(frozen=True, slots=True)
class Context:
    """What a command may use: no more than this."""

    message: Incoming
    role: Role
    """What the sender may do, from the device they wrote from."""
    doubt: DoubtfulDeviceError | None
    """Why that is less than their rank, if it is."""
    reader: Reader
    tx: Transaction
    languages: Languages
    views: Views
    """In the language of the room."""
    now: datetime
    house: House
    terms: Terms
    """What holds in this room where an author chooses nothing."""

    @property
    def texts(self) -> Translator:
        return self.views.texts

    def towards(self, room: RoomId) -> "Context":
        """The same, to compose what goes to another room."""
        return replace(self, views=self.languages.views_of(room))

    @property
    def place(self) -> Room:
        return place_of(self.message)

    @property
    def hours(self) -> Hours:
        """When the bot may start something here."""
        return self.house.office.hours_of(self.place)

    @property
    def opening(self) -> datetime:
        """When what the bot starts by itself may leave."""
        return self.hours.next_opening(self.now)

    @property
    def among_moderators(self) -> bool:
        """Whether nobody reads the answer but who moderates everything."""
        alone = self.message.direct and self.role is Role.STEWARD
        return alone or self.actor.desk

    def may(self, command: "Command") -> bool:
        """Whether their role, here, allows it."""
        if self.role < command.role:
            return False
        return not command.network or self.role is Role.STEWARD or self.actor.desk

    @property
    def actor(self) -> Actor:
        """Who asks, for what only some may do."""
        at_desk = self.message.room == self.house.desk()
        return Actor(self.message.sender, self.message.room, self.role, at_desk)

    def notice(self, id: str, **values: Value) -> Reply:
        """A sentence that rings nobody."""
        return Reply((self.texts.paragraph(id, **values),), notice=True)

    async def journal(self, act: str, noun: str, noun_id: int | str, why: str = "") -> None:
        """What who asks has done, as `store/journal` keeps it."""
        await self.tx.journal.write(self.message.sender, act, noun, noun_id, why)


Run = Callable[..., Awaitable[Reply | None]]
"""`run(context)`, or `run(context, value)` where there is a parameter.

No reply: the answer comes later, by the outbox.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    id: str
    """Its summary is the message `summary-{id}`, its details, if any, `details-{id}`."""
    name: str
    """In French; two words for one of a family ("source ajouter"). Typed without accents too."""
    english: str
    aliases: tuple[str, ...] = ()
    run: Run
    parameter: Parameter | None = None
    optional: bool = False
    form: str = ""
    """A message id: what may follow the name, where its parameter says too little."""
    role: Role = Role.MEMBER
    example: str = ""
    """What follows the name in an example: a message id (`example-…`), or the value itself."""
    detailed: bool = False
    """Whether the message `details-{id}` exists."""
    late: bool = False
    """Still carried out when it was sent while the bot was away."""
    quotes: bool = False
    """Whether it needs the words of the message it replies to, if it does."""
    about: Callable[[Transaction, Incoming], Awaitable[EventId | None]] | None = None
    """Finds another message whose words it needs."""
    page: Callable[[Incoming, str], str] | None = None
    """Finds the page whose title would name what it keeps; "" for none."""
    reads: Callable[[str], Reading] | None = None
    """Reads what it makes a resource of: an edit of its message is read again."""
    bypasses_hours: bool = False
    """Only for those that the operator named for it (`domain/roles.Bypass`)."""
    examines: bool = False
    """It needs a diagnosis of the room, made before: that takes the network."""
    network: bool = False
    """It acts on the whole network: for stewards, and in the moderators' room."""
    of_right: bool = False
    """Also for somebody suspended: it is about what the bot holds of them."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.name, self.english, *self.aliases)))

    def called(self, language: str) -> str:
        """The name shown in that language."""
        return self.name if language == "fr" else self.english

    def usage(self, texts: Translator) -> str:
        """« !fiche numéro »."""
        name = f"!{self.called(texts.language)}"
        if self.parameter is None:
            return name
        return f"{name} {texts.plain(self.form or f'usage-{self.parameter.value}')}"

    def sample(self, texts: Translator) -> str:
        """« !fiche 42 »."""
        value = texts.plain(self.example) if self.example.startswith("example-") else self.example
        return f"!{self.called(texts.language)} {value}".strip()
