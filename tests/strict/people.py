"""Members of encrypted rooms who refuse unsigned devices, and share no code with the bot.

`agent.mjs` says what a strict client is. What isn't encrypted goes by plain HTTP as for any Person.
"""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from itertools import count
from pathlib import Path
from typing import Any, Self

from commonsbot.demo.homeserver import Account
from commonsbot.demo.people import Person
from commonsbot.demo.seen import Event
from commonsbot.errors import RefusedError

AGENT = Path(__file__).with_name("agent.mjs")
START_DEADLINE = 30.0  # seconds; measured: 1.4
STOP_DEADLINE = 5.0  # seconds between the end of its input and SIGKILL
LOOK_AGAIN = 0.05  # seconds between two looks at a list of devices
LONGEST_LINE = 2**24  # bytes

Unreadable = dict[str, str]
"""`event_id`, `room_id`, `sender` and `why`, matrix-js-sdk's DecryptionFailureCode."""


class StrictPerson(Person):
    """A Person by matrix-js-sdk. Its events have a `shield`, "NONE" if all is well with them.

    `unreadable` holds what it could not or would not decrypt, by event id.
    """

    def __init__(self, url: str, account: Account) -> None:
        super().__init__(url, account)
        self.unreadable: dict[str, Unreadable] = {}
        self._url = url
        self._process: Process | None = None
        self._ready = asyncio.Event()
        self._numbers = count(1)
        self._asked: dict[int, asyncio.Future[Any]] = {}

    @classmethod
    async def arrive(
        cls, url: str, account: Account, *, signs: bool = True, recovery_key: str = ""
    ) -> Self:
        """A member whose device is signed, unless not `signs`, by an identity of its own.

        With `recovery_key` the identity is the one the account has; else the account has none yet.
        """
        person = cls(url, account)
        try:
            await person._launch(signs, recovery_key)
        except BaseException:
            await person.leave_the_network()
            raise
        return person

    async def leave_the_network(self) -> None:
        """Stop the process and close the connections. The account stays; the keys are lost."""
        if process := self._process:
            assert process.stdin
            process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), STOP_DEADLINE)
            except TimeoutError:
                process.kill()
                await process.wait()
        await super().leave_the_network()

    async def send_event(self, room: str, kind: str, content: dict[str, Any]) -> str:
        """Send any event, encrypted where the room is; its id. Waits for a room just joined."""
        return str(await self._request("send", room=room, type=kind, content=content))

    async def wait(self, *wish: Any, **how: Any) -> Event:
        """As any Person; a TimeoutError also says what came and was not read."""
        try:
            return await super().wait(*wish, **how)
        except TimeoutError as error:
            error.add_note(f"unreadable: {list(self.unreadable.values())}")
            raise

    async def messages(self, room: str) -> list[Event]:
        """What it saw in `room` since it came, oldest first: the homeserver has no words of it."""
        return [event for event in self.seen.events if event["room_id"] == room]

    async def sign(self) -> None:
        """Make the account's identity, and sign this device with it."""
        await self._request("sign")

    async def keep_recovery_key(self) -> str:
        """Put the identity in secret storage; the key that opens it on another device."""
        return str(await self._request("recover"))

    async def rotate_key(self, room: str) -> None:
        """Encrypt the next message to `room` with a new key."""
        await self._request("rotate", room=room)

    async def sees_itself_verified(self, deadline: float = 10.0) -> None:
        """Return once its own device is signed by an identity whose secrets it holds.

        Raises TimeoutError.
        """
        async with asyncio.timeout(deadline):
            while not await self._request("verified"):  # noqa: ASYNC110 - the agent tells no change
                await asyncio.sleep(LOOK_AGAIN)

    async def write_to_verified_only(self, on: bool) -> None:
        """Element's setting of that name. A client that refuses unsigned devices ignores it."""
        await self._request("verified_only", on=on)

    async def devices(self, user: str) -> dict[str, bool]:
        """Which devices of `user` are signed by their owner, by device id."""
        return dict(await self._request("devices", user=user))

    async def sees_signed(self, user: str, *devices: str, deadline: float = 10.0) -> None:
        """Return once `user` has these devices and no other, all signed. Raises TimeoutError."""
        wanted = dict.fromkeys(devices, True)
        try:
            async with asyncio.timeout(deadline):
                while await self.devices(user) != wanted:  # noqa: ASYNC110 - the agent tells no change
                    await asyncio.sleep(LOOK_AGAIN)
        except TimeoutError:
            seen = await self.devices(user)
            raise TimeoutError(f"devices of {user}: {seen}, not {wanted}") from None

    async def refusal(self, event_id: str, deadline: float = 10.0) -> str:
        """Why it doesn't read `event_id`. Raises TimeoutError when it did not come or was read."""
        async with asyncio.timeout(deadline):
            while event_id not in self.unreadable:
                await self.seen.grown.wait()
        return self.unreadable[event_id]["why"]

    # The process

    async def _launch(self, signs: bool, recovery_key: str) -> None:
        self._process = await asyncio.create_subprocess_exec(
            *("node", str(AGENT)), stdin=PIPE, stdout=PIPE, limit=LONGEST_LINE
        )
        self._syncs = asyncio.create_task(self._follow(), name=f"agent of {self.user_id}")
        account = self.account
        self._write(
            homeserver=self._url,
            user_id=account.user_id,
            device_id=account.device_id,
            access_token=account.access_token,
            password=account.password,
            signs=signs,
            recovery_key=recovery_key,
        )
        async with asyncio.timeout(START_DEADLINE):
            await self._ready.wait()
        self._alive()

    async def _request(self, deed: str, **request: Any) -> Any:
        """The result of one of the agent's deeds. Raises RefusedError."""
        self._alive()
        number = next(self._numbers)
        outcome = self._asked[number] = asyncio.get_running_loop().create_future()
        self._write(id=number, do=deed, **request)
        return await outcome

    def _write(self, **line: Any) -> None:
        assert self._process and self._process.stdin
        self._process.stdin.write(json.dumps(line).encode() + b"\n")

    def _alive(self) -> None:
        """Raises RefusedError when the process has ended; its stderr has said why."""
        if self._syncs is None or self._syncs.done():
            raise RefusedError(f"the agent of {self.user_id} has ended")

    async def _follow(self) -> None:
        assert self._process and self._process.stdout
        async for line in self._process.stdout:
            self._take(json.loads(line))
        self._ready.set()
        for outcome in self._asked.values():
            outcome.set_exception(RefusedError(f"the agent of {self.user_id} has ended"))
        self._asked.clear()

    def _take(self, said: dict[str, Any]) -> None:
        match said:
            case {"event": event}:
                self._read(event)
            case {"unreadable": unreadable}:
                self.unreadable[unreadable["event_id"]] = unreadable
            case {"invited": room}:
                self.invites.add(room)
            case {"id": number, "result": result}:
                self._outcome(number, result)
            case {"id": number, "error": error}:
                self._outcome(number, RefusedError(f"{self.user_id}: {error}"))
            case _:
                self._ready.set()
        self.seen.wake()

    def _read(self, event: Event) -> None:
        self.unreadable.pop(event["event_id"], None)
        self.seen.add([event])

    def _outcome(self, number: int, result: Any) -> None:
        outcome = self._asked.pop(number)
        if outcome.cancelled():
            return
        if isinstance(result, Exception):
            outcome.set_exception(result)
        else:
            outcome.set_result(result)
