"""A network of its own for a test: a space, a room, three people and the bot."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Unpack

from commonsbot.demo.contents import RoomOptions
from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.people import Person
from commonsbot.demo.secret_people import SecretPerson
from commonsbot.demo.seen import Event
from tests.rooms.bots import Bot

INTRODUCTION = "Bonjour, je suis la mémoire du réseau."
HELP = "Ce que je sais faire"
CARD_MADE = "C'est la fiche n° "
PASSWORD = "correct-horse"

LOOK_AGAIN = 0.005
"""Seconds between two looks at what nobody announces."""

_numbers = count(1)


@dataclass
class Network:
    """Anne made the space and the room, Bruno is a member, Claire a member and a steward.

    The bot is invited to the space; it comes when it is started.
    """

    server: Homeserver
    anne: Person
    bruno: Person
    claire: Person
    bot: Bot
    space: str
    room: str
    stack: AsyncExitStack

    async def new_person(self, name: str) -> Person:
        """Somebody who is in no room yet."""
        return await arrive(self.stack, self.server, name)

    async def new_member(self, name: str) -> Person:
        """Somebody of the space, who is in its room too."""
        person = await self.new_person(name)
        await self.anne.invite(self.space, person.user_id)
        await person.join(self.space)
        await person.join(self.room)
        return person

    @asynccontextmanager
    async def secret_member(self, name: str) -> AsyncIterator[SecretPerson]:
        """Somebody of the space who reads encrypted messages, and is in no room yet."""
        account = await self.server.register(name, PASSWORD)
        async with await SecretPerson.arrive(self.server.url, account) as person:
            await self.anne.invite(self.space, person.user_id)
            await person.join(self.space)
            yield person

    async def new_room(self, name: str, **options: Unpack[RoomOptions]) -> str:
        """Another room of the space, with everybody in it; the bot may take a moment."""
        options["members_of"] = self.space
        room = await self.anne.create_room(name, **options)
        await self.anne.add_to_space(self.space, room)
        for person in (self.bruno, self.claire):
            await person.join(room)
        return room

    async def start(self) -> None:
        """Starts the bot and returns once it is in the room and has introduced itself."""
        await self.bot.start()
        await self.introduced(self.anne, self.room)

    async def introduced(self, person: Person, room: str) -> Event:
        """The bot's first words in `room`, as `person` hears them."""
        return await person.wait(INTRODUCTION, room=room, sender=self.bot.user_id)

    async def ask(self, person: Person, text: str, room: str = "", **how: Any) -> Event:
        """What the bot answers."""
        room = room or self.room
        asked = await person.send(room, text, **how)
        return await self.answer(person, asked, room)

    async def answer(self, person: Person, asked: str, room: str = "") -> Event:
        """The first thing the bot says after the event `asked`."""
        room = room or self.room
        bot = self.bot.user_id
        return await person.wait(room=room, sender=bot, after=asked, predicate=is_message)

    async def share(self, person: Person, content: str, room: str = "") -> str:
        """Sends « !partager … »; the number of the card."""
        shared = words(await self.ask(person, content, room))
        assert CARD_MADE in shared, shared
        return shared.partition(CARD_MADE)[2].partition(" ")[0]

    async def unanswered(self, person: Person, event: str, room: str = "") -> bool:
        """Whether the bot passed over `event`: what it says next answers a later question."""
        room = room or self.room
        await person.send(room, "!aide")
        return HELP in words(await self.answer(person, event, room))

    async def said(self, person: Person, room: str = "") -> list[str]:
        """Everything the bot ever said in the room."""
        history = await person.messages(room or self.room)
        return [words(e) for e in history if is_message(e) and e["sender"] == self.bot.user_id]


@asynccontextmanager
async def network_on(server: Homeserver, folder: Path, **settings: Any) -> AsyncIterator[Network]:
    """A new network on `server`, with the bot's files in `folder`."""
    number = next(_numbers)
    async with AsyncExitStack() as stack:
        names = (f"anne-{number}", f"bruno-{number}", f"claire-{number}")
        anne, bruno, claire = [await arrive(stack, server, name) for name in names]
        account = await server.register(f"commonsbot-{number}", PASSWORD)
        space = await anne.create_room("Réseau", space=True)
        stewards = [claire.user_id]
        bot = Bot(folder, server.url, account, space=space, stewards=stewards, **settings)
        stack.push_async_callback(bot.kill)
        for user in (bruno.user_id, claire.user_id, bot.user_id):
            await anne.invite(space, user)
        await asyncio.gather(bruno.join(space), claire.join(space))
        network = Network(server, anne, bruno, claire, bot, space, "", stack)
        network.room = await network.new_room("Entraide")
        yield network


async def arrive(stack: AsyncExitStack, server: Homeserver, name: str) -> Person:
    account = await server.register(name, PASSWORD)
    return await stack.enter_async_context(await Person.arrive(server.url, account))


def is_message(event: Event) -> bool:
    return event["type"] == "m.room.message" and "body" in event["content"]


def words(event: Event) -> str:
    """The plain body, with ordinary spaces."""
    return str(event["content"]["body"]).replace("\u00a0", " ").replace("\u202f", " ")


async def eventually(is_so: Callable[[], bool], what: str, deadline: float = 10.0) -> None:
    """Returns once `is_so`. Raises TimeoutError, saying `what` never was."""
    try:
        async with asyncio.timeout(deadline):
            while not is_so():  # noqa: ASYNC110 - a database does not wake who reads it
                await asyncio.sleep(LOOK_AGAIN)
    except TimeoutError:
        raise TimeoutError(f"not in {deadline:g} s: {what}") from None
