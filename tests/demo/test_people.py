import asyncio

import pytest

from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.people import PAGE, Person
from commonsbot.errors import RefusedError

from .conftest import NewMember

pytestmark = pytest.mark.rooms


async def test_two_people_talk(server: Homeserver, new_member: NewMember) -> None:
    async with (
        await Person.arrive(server.url, await new_member()) as anne,
        await Person.arrive(server.url, await new_member()) as luc,
    ):
        room = await anne.create_room("Salon", invite=(luc.user_id,))
        await luc.wait_for_invite(room)
        await luc.join(room)
        await anne.wait_for_member(room, luc.user_id)
        asked = await anne.send(room, "Bonjour", mentions=(luc.user_id,))
        heard = await luc.wait("Bonjour", sender=anne.user_id, room=room)
        assert heard["event_id"] == asked
        assert heard["content"]["m.mentions"] == {"user_ids": [luc.user_id]}
        await luc.send(room, "Bonjour à toi", thread=asked)
        answer = await anne.wait("toi", after=asked)
        assert answer["content"]["m.relates_to"]["event_id"] == asked


async def test_a_message_is_edited_and_removed(server: Homeserver, new_member: NewMember) -> None:
    async with await Person.arrive(server.url, await new_member()) as anne:
        room = await anne.create_room()
        first = await anne.send(room, "une fote")
        edit = await anne.edit(room, first, "une faute")
        assert (await anne.wait("une faute"))["event_id"] == edit
        await anne.react(room, first, "👍")
        await anne.redact(room, first, "trop tard")
        removal = await anne.wait(predicate=lambda e: e["type"] == "m.room.redaction")
        assert removal["content"]["redacts"] == first


async def test_a_wish_that_is_not_granted_says_what_was_seen(
    server: Homeserver, new_member: NewMember
) -> None:
    async with await Person.arrive(server.url, await new_member()) as anne:
        room = await anne.create_room()
        sent = await anne.send(room, "avant")
        await anne.send(room, "il pleut")
        await anne.wait("il pleut")
        with pytest.raises(TimeoutError, match=r"waited 0.1 s for 'soleil'.*\n.*'il pleut'$"):
            await anne.wait("soleil", after=sent, deadline=0.1)


async def test_a_burst_longer_than_a_sync_page_is_seen_whole_and_in_order(
    server: Homeserver, new_member: NewMember
) -> None:
    account = await new_member()
    async with await Person.arrive(server.url, account) as anne:
        room = await anne.create_room()
        await anne.wait(predicate=lambda e: e["type"] == "m.room.create", room=room)
    waiting = Person(server.url, account)
    async with waiting:
        await waiting._sync(timeout_ms=0)
        wanted = [str(number) for number in range(PAGE + 20)]
        for text in wanted:
            await waiting.send(room, text)
        await waiting._sync(timeout_ms=0)
        said = [e["content"]["body"] for e in waiting.seen.events if "body" in e["content"]]
        assert said == wanted
        history = [e["content"].get("body") for e in await waiting.messages(room)]
        assert history[-len(wanted) :] == wanted


async def test_a_space_opens_its_rooms_to_its_members(
    server: Homeserver, new_member: NewMember
) -> None:
    async with (
        await Person.arrive(server.url, await new_member()) as anne,
        await Person.arrive(server.url, await new_member()) as luc,
    ):
        space = await anne.create_room("Réseau", space=True, preset="public_chat")
        room = await anne.create_room("Salon", members_of=space)
        await anne.add_to_space(space, room)
        with pytest.raises(RefusedError):
            await luc.join(room)
        await luc.join(space)
        await luc.join(room)
        await anne.wait_for_member(room, luc.user_id)
        await anne.power(room, luc.user_id, 50)
        levels = await luc.state(room, "m.room.power_levels")
        assert levels["users"][luc.user_id] == 50
        await anne.kick(room, luc.user_id)
        await anne.wait_for_member(room, luc.user_id, "leave")


async def test_an_upgraded_room_points_to_its_successor(
    server: Homeserver, new_member: NewMember
) -> None:
    async with await Person.arrive(server.url, await new_member()) as anne:
        old = await anne.create_room("Salon", version="10")
        new = await anne.upgrade(old)
        tombstone = await anne.wait(predicate=lambda e: e["type"] == "m.room.tombstone")
        assert tombstone["content"]["replacement_room"] == new


async def test_waiting_outlives_a_crash_of_the_homeserver(
    server: Homeserver, new_member: NewMember
) -> None:
    async with await Person.arrive(server.url, await new_member()) as anne:
        room = await anne.create_room()
        await server.kill()
        hope = asyncio.create_task(anne.wait("revenu", room=room, deadline=20.0))
        await server.restart()
        await anne.send(room, "je suis revenu")
        assert (await hope)["room_id"] == room
