import pytest

from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.people import Person
from commonsbot.demo.secret_people import SecretPerson

from .conftest import NewMember

pytestmark = pytest.mark.rooms


async def test_two_people_exchange_secrets_both_ways(
    server: Homeserver, new_member: NewMember
) -> None:
    async with (
        await SecretPerson.arrive(server.url, await new_member()) as anne,
        await SecretPerson.arrive(server.url, await new_member()) as luc,
    ):
        room = await anne.create_room("Salon", encrypted=True, invite=(luc.user_id,))
        await luc.wait_for_invite(room)
        await luc.join(room)
        await anne.wait(
            sender=luc.user_id,
            room=room,
            predicate=lambda e: e["content"].get("membership") == "join",
        )
        asked = await anne.send(room, "un secret")
        heard = await luc.wait("un secret", sender=anne.user_id, room=room)
        assert heard["event_id"] == asked
        await luc.send(room, "bien gardé", thread=asked)
        answer = await anne.wait("bien gardé", after=asked)
        assert answer["content"]["m.relates_to"]["event_id"] == asked
        await the_server_only_sees_ciphertext(server, anne, room)


async def the_server_only_sees_ciphertext(
    server: Homeserver, member: SecretPerson, room: str
) -> None:
    history = await Person.messages(member, room)
    assert [e["type"] for e in history][-2:] == ["m.room.encrypted"] * 2
    assert not any("body" in e["content"] for e in history)
