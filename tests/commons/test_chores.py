"""What the bot does by itself goes on whatever one part of it meets."""

import asyncio

import pytest

from commonsbot.commons.chores import Chores
from commonsbot.errors import TokenGoneError, UnreachableError


async def test_a_chore_that_fails_holds_neither_the_others_nor_the_next_round() -> None:
    done = asyncio.Queue[str]()

    async def fails() -> None:
        raise UnreachableError("no answer")

    async def works() -> None:
        await done.put("works")

    running = asyncio.create_task(Chores({"fails": fails, "works": works}, every=0).run())
    async with asyncio.timeout(5):
        assert [await done.get(), await done.get()] == ["works", "works"]
    running.cancel()


async def test_a_lost_account_ends_them() -> None:
    async def locked_out() -> None:
        raise TokenGoneError("gone")

    with pytest.raises(TokenGoneError):
        await Chores({"one": locked_out}, every=0).run()
