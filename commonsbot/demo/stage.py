"""The stage: a homeserver, a space and its rooms, people, feeds, and the bot among them."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import commonsbot
from commonsbot.demo.bot import Bot, DemoError, import_resources, write_config, write_secrets
from commonsbot.demo.feeds import FeedServer
from commonsbot.demo.homeserver import Account, Homeserver, free_port, is_free
from commonsbot.demo.kept import Kept, Place
from commonsbot.demo.people import Person
from commonsbot.demo.secret_people import SecretPerson
from commonsbot.demo.terminal import Terminal
from commonsbot.demo.words import seconds
from commonsbot.texts.translator import Translator

BOT = "commonsbot"
MEMBERS = ("anne", "bruno", "claire")
MODERATOR = "claire"
ROOMS = {"help": False, "news": False, "office": True}
"""Each room, and whether it is encrypted."""

JOIN_DEADLINE = 30.0  # seconds for the bot to start and join every room
STARTER = Path(commonsbot.__file__).parent.parent / "config" / "starter.yaml"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stage:
    words: Translator
    homeserver: Homeserver
    feeds: FeedServer
    bot: Bot
    bot_id: str
    people: dict[str, Person]
    places: dict[str, Place]
    passwords: dict[str, str]

    @property
    def observer(self) -> Person:
        """Who is in every room, and whose eyes the terminal shows them with."""
        return self.people[MODERATOR]

    def name_of(self, user: str) -> str:
        """How people see that user."""
        return "CommonsBot" if user == self.bot_id else user[1:].partition(":")[0].capitalize()

    async def while_alive(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` gives. Raises DemoError as soon as the bot or the homeserver ends."""
        working = asyncio.create_task(work)
        death = asyncio.create_task(self._death())
        try:
            await asyncio.wait({working, death}, return_when=asyncio.FIRST_COMPLETED)
            if death.done() and not working.done():
                raise death.result()
            return await working
        finally:
            for task in (working, death):
                task.cancel()
            await asyncio.gather(working, death, return_exceptions=True)

    async def _death(self) -> DemoError:
        """Which of the two ended, with the end of its log."""
        bot = asyncio.create_task(self.bot.ended())
        server = asyncio.create_task(self.homeserver.ended())
        try:
            await asyncio.wait({bot, server}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            bot.cancel()
            server.cancel()
        if server.done() and not server.cancelled():
            return DemoError(self.words.plain("demo-server-died", detail=server.result()))
        path = str(self.bot.log)
        said = self.words.plain("demo-bot-died", code=str(bot.result()), path=path)
        return DemoError(f"{said}\n{self.bot.end_of_log()}")


@asynccontextmanager
async def stage_in(folder: Path, kept: Kept, terminal: Terminal) -> AsyncIterator[Stage]:
    """The stage set in `folder`; taken down in the reverse order. Raises CommonsBotError."""
    words = terminal.words
    async with AsyncExitStack() as stack:
        with terminal.step("demo-step-server"):
            homeserver = await stack.enter_async_context(
                await Homeserver.start(folder / "homeserver")
            )
            feeds = await stack.enter_async_context(FeedServer(_feed_port(kept)))
        first = not kept.places
        with terminal.step("demo-step-rooms"):
            people = await _arrive(homeserver, kept, stack)
            bot_id = await _bot_account(homeserver, folder / "bot")
            if first:
                await _open_rooms(people, bot_id, kept, words)
            write_config(folder / "bot", _settings(homeserver, feeds, bot_id, kept, words))
        if first:
            with terminal.step("demo-step-starter"):
                await _import_starter(folder / "bot", words)
        kept.feed_port = feeds.port
        kept.save(folder)
        with terminal.step("demo-step-bot"):
            bot = await stack.enter_async_context(await Bot.start(folder / "bot"))
            places = {place.key: place for place in kept.places}
            stage = Stage(
                words, homeserver, feeds, bot, bot_id, people, places, dict(kept.passwords)
            )
            await stage.while_alive(_until_joined(stage))
        yield stage


def _feed_port(kept: Kept) -> int:
    """The one the rooms follow already, if it is still free."""
    return kept.feed_port if kept.feed_port and is_free(kept.feed_port) else free_port()


async def _arrive(homeserver: Homeserver, kept: Kept, stack: AsyncExitStack) -> dict[str, Person]:
    accounts = [await homeserver.register(name, kept.passwords[name]) for name in MEMBERS]
    people: dict[str, Person] = {}
    for name, account in zip(MEMBERS, accounts, strict=True):
        person = await SecretPerson.arrive(homeserver.url, account)
        people[name] = await stack.enter_async_context(person)
        await person.set_name(name.capitalize())
    return people


async def _bot_account(homeserver: Homeserver, folder: Path) -> str:
    """The bot's id; its account is made, and its token written, the first time."""
    user = f"@{BOT}:{homeserver.server_name}"
    if not (folder / "secrets.yaml").exists():
        account: Account = await homeserver.register(BOT, secrets.token_urlsafe(16))
        async with Person(homeserver.url, account) as itself:
            await itself.set_name("CommonsBot")
        write_secrets(folder, account)
    return user


async def _open_rooms(people: dict[str, Person], bot: str, kept: Kept, words: Translator) -> None:
    """The moderator makes the space and its rooms, and invites everybody to the space."""
    moderator = people[MODERATOR]
    space = await moderator.create_room(words.plain("demo-space"), space=True)
    for user in (*(person.user_id for person in people.values()), bot):
        if user != moderator.user_id:
            await moderator.invite(space, user)
    others: Sequence[Person] = [one for one in people.values() if one is not moderator]
    for person in others:
        await person.join(space)
    for key, encrypted in ROOMS.items():
        name, topic = words.plain(f"demo-room-{key}"), words.plain(f"demo-topic-{key}")
        room = await moderator.create_room(name, topic=topic, encrypted=encrypted, members_of=space)
        await moderator.add_to_space(space, room)
        for person in others:
            await person.join(room)
        kept.places.append(Place(key, name, room, encrypted))
    kept.space = space


def _settings(
    homeserver: Homeserver, feeds: FeedServer, bot: str, kept: Kept, words: Translator
) -> dict[str, Any]:
    return {
        "homeserver": homeserver.url,
        "account": bot,
        "space": kept.space,
        "language": words.language,
        # A real network is served at a gentler pace: people here are alone with their server.
        "pace": {"per_second": 50, "burst": 50},
        "hours": "toujours",  # it is shown at any hour
        "news": {
            "interval": "1 s",
            "allowed_hosts": [f"127.0.0.1:{feeds.port}"],
            "post": "at_once",
        },
        "digest": False,  # the letter comes when it is asked for, whatever day this is
    }


async def _import_starter(folder: Path, words: Translator) -> None:
    if not STARTER.exists():
        raise DemoError(words.plain("demo-no-starter", path=str(STARTER)))
    try:
        await import_resources(folder, STARTER)
    except DemoError as error:
        raise DemoError(f"{words.plain('demo-import-failed')}\n{error}") from error


async def _until_joined(stage: Stage) -> None:
    try:
        async with asyncio.timeout(JOIN_DEADLINE):
            for place in stage.places.values():
                await stage.observer.wait_for_member(place.id, stage.bot_id, deadline=JOIN_DEADLINE)
    except TimeoutError:
        words = stage.words
        limit, path = seconds(words, JOIN_DEADLINE), str(stage.bot.log)
        said = words.plain("demo-bot-absent", seconds=limit, path=path)
        raise DemoError(f"{said}\n{stage.bot.end_of_log()}") from None
