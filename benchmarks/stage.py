"""Where the bots are measured: one Synapse, members, rooms, and both bots in rooms of their own."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.demo.homeserver import Account, Homeserver
from commonsbot.demo.people import Person
from commonsbot.demo.secret_people import SecretPerson

PASSWORD = "only-for-measuring"
JOIN_DEADLINE = 30.0


@dataclass(slots=True)
class Stage:
    """A homeserver and its members to measure with."""

    folder: Path
    server: Homeserver
    members: list[Person]
    _accounts: int = 0

    async def account(self, name: str) -> Account:
        """A new account; the name gets a number."""
        self._accounts += 1
        return await self.server.register(f"{name}{self._accounts}", PASSWORD)

    async def room(self, bot: Account, *, encrypted: bool = False, members: int = 0) -> str:
        """A new room with `bot` and the first `members` (0: all) in it; its id."""
        host, *others = self.members[:members] if members else self.members
        users = [*(other.user_id for other in others), bot.user_id]
        room = await host.create_room("Mesures", encrypted=encrypted, invite=tuple(users))
        for other in others:
            await other.join(room)
        async with ClientApi(self.server.url, bot.access_token) as api:
            await api.post(f"{CLIENT}/join/{room}")
        return room


@asynccontextmanager
async def open_stage(folder: Path, members: int, *, secret: bool = False) -> AsyncIterator[Stage]:
    """A fresh Synapse without rate limits, and members; `secret` ones can read encrypted rooms."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(await Homeserver.start(folder / "homeserver"))
        people: list[Person] = []
        for number in range(members):
            account = await server.register(f"member{number}", PASSWORD)
            kind = SecretPerson if secret else Person
            people.append(await stack.enter_async_context(await kind.arrive(server.url, account)))
        yield Stage(folder, server, people)
