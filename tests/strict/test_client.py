"""The strict client itself: it exchanges secrets with its like, and refuses unsigned devices."""

import pytest

from commonsbot.demo.seen import Event
from tests.strict.conftest import NewStrict
from tests.strict.people import StrictPerson

pytestmark = pytest.mark.rooms


async def secret_room(anne: StrictPerson, other: StrictPerson) -> str:
    """An encrypted room where both are, and `anne` knows it."""
    room = await anne.create_room("Salon", encrypted=True, invite=(other.user_id,))
    await other.wait_for_invite(room)
    await other.join(room)
    await anne.wait(room=room, sender=other.user_id, predicate=is_join)
    return room


def is_join(event: Event) -> bool:
    return bool(event["content"].get("membership") == "join")


async def test_two_strict_members_read_each_other_and_the_server_neither(
    new_strict: NewStrict,
) -> None:
    anne, luc = await new_strict(), await new_strict()
    room = await secret_room(anne, luc)
    asked = await anne.send(room, "un secret")
    heard = await luc.wait("un secret", sender=anne.user_id, room=room)
    assert heard["event_id"] == asked
    assert heard["shield"] == "NONE"
    await luc.send(room, "bien gardé", thread=asked)
    answer = await anne.wait("bien gardé", after=asked)
    assert answer["shield"] == "NONE"
    assert answer["content"]["m.relates_to"]["event_id"] == asked
    kept = await anne.as_kept(room, asked)
    assert kept["type"] == "m.room.encrypted"
    assert "body" not in kept["content"]


async def test_an_unsigned_device_is_refused_both_ways(new_strict: NewStrict) -> None:
    anne, stranger = await new_strict(), await new_strict(signs=False)
    room = await secret_room(anne, stranger)
    assert await anne.devices(stranger.user_id) == {stranger.account.device_id: False}
    secret = await anne.send(room, "pas pour tout appareil")
    withheld = "MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE"
    assert await stranger.refusal(secret) == withheld
    unsigned = await stranger.send(room, "qui suis-je ?")
    assert await anne.refusal(unsigned) == "UNSIGNED_SENDER_DEVICE"


async def test_a_second_device_is_signed_with_the_recovery_key(new_strict: NewStrict) -> None:
    anne, luc = await new_strict(), await new_strict()
    room = await secret_room(anne, luc)
    key = await luc.keep_recovery_key()
    phone = await new_strict(luc.account, recovery_key=key)
    await anne.sees_signed(luc.user_id, luc.account.device_id, phone.account.device_id)
    await anne.send(room, "sur tes deux appareils")
    for device in (luc, phone):
        heard = await device.wait("sur tes deux appareils", room=room)
        assert heard["shield"] == "NONE"
    await phone.send(room, "lu du téléphone")
    assert (await anne.wait("lu du téléphone", room=room))["shield"] == "NONE"
