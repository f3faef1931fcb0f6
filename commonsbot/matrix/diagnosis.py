"""What can be known of a room and of the keys the bot gave in it."""

from nio import MatrixRoom

from commonsbot.domain.diagnosis import Diagnosis
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.matrix.client import Client
from commonsbot.matrix.own_device import own_trust
from commonsbot.matrix.rooms import Rooms
from commonsbot.matrix.seeds import SeedFile


class Examiner:
    def __init__(self, client: Client, rooms: Rooms, seeds: SeedFile) -> None:
        self._client = client
        self._rooms = rooms
        self._seeds = seeds

    async def is_signed(self) -> bool:
        """Whether the bot's device is; in doubt, it is."""
        return not (await own_trust(self._client, self._seeds)).refused

    async def examine(self, id: RoomId) -> Diagnosis:
        """One request, to our own homeserver."""
        room: MatrixRoom = self._client.rooms[id]
        levels = room.power_levels
        keyless = self._client.keyless(id)
        power = self._rooms.power(id, UserId(self._client.user_id))
        return Diagnosis(
            trust=await own_trust(self._client, self._seeds),
            encrypted=room.encrypted,
            version=self._rooms.version(id),
            join_rule=room.join_rule,
            history=room.history_visibility,
            access_rule=self._rooms.access_rule(id),
            power=power,
            pins=power >= levels.get_state_event_required_level("m.room.pinned_events"),
            reactions=levels.get_message_event_required_level("m.reaction")
            <= levels.defaults.users_default,
            doubtful=tuple(self._client.doubtful_devices(id)) if room.encrypted else (),
            keyless=keyless or (),
            key_given=keyless is not None,
        )
