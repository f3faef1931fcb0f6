"""nio's encryption machine, for a bot that anybody may write to.

Whatever another account sends it, it drops what is malformed and goes on. The type of the error
is logged, never what was sent.
"""

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from nio import (
    BadEvent,
    KeysClaimResponse,
    KeysQueryResponse,
    KeysUploadResponse,
    MegolmEvent,
    UnknownBadEvent,
)
from nio.crypto import Olm, OlmDevice
from nio.exceptions import EncryptionError

from commonsbot.matrix.cross_signing import Published
from commonsbot.matrix.crypto_store import CryptoStore
from commonsbot.matrix.device_trust import DeviceTrust, is_same
from commonsbot.matrix.one_time_keys import (
    ALGORITHM,
    device_keys,
    fallback_keys,
    one_time_keys,
)

log = logging.getLogger(__name__)

MALFORMED = (
    ValueError,  # vodozemac's exceptions, of which nio catches only some, and bad text
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,  # JSON in too many brackets
    EncryptionError,
)
"""What nio's machine raises for contents it did not expect."""


class Machine(Olm):  # type: ignore[misc] # nio ships no types
    """Drops what is malformed; keeps a stock of one-time keys with the homeserver.

    `strict`: devices that their owners have not signed get no room keys.
    """

    _maxToDeviceMessagesPerRequest = 100
    """About 120 kB; nio's 20 make a room of a thousand devices fifty requests."""
    fallback_wanted = False
    _message_index_store_size = 10_000
    """Messages guarded against being said again; of nio's 100,000 each takes 600 bytes."""

    def __init__(self, user: str, device: str, store: CryptoStore, *, strict: bool = False) -> None:
        super().__init__(user, device, store)
        self.trust = DeviceTrust(store, strict=strict)

    def counted(self, sync: Mapping[str, Any]) -> None:
        """Reads in a sync which keys the homeserver has left to give out.

        What is missing there is 0, which nio takes for unknown (spec, "GET /sync"). A server
        older than fallback keys says nothing of them.
        """
        counts = sync.get("device_one_time_keys_count")
        left = counts.get(ALGORITHM, 0) if isinstance(counts, dict) else 0
        self.uploaded_key_count = left if isinstance(left, int) else 0
        unused = sync.get("device_unused_fallback_key_types")
        self.fallback_wanted = isinstance(unused, list) and ALGORITHM not in unused

    @property
    def should_upload_keys(self) -> bool:
        return self.fallback_wanted or bool(super().should_upload_keys)

    def share_keys(self) -> dict[str, Any]:
        """What to upload. Kept before anybody hears of it: a kill must not lose their secrets."""
        body: dict[str, Any] = {}
        first = not self.account.shared
        if first:
            body["device_keys"] = device_keys(self)
        if super().should_upload_keys:
            body["one_time_keys"] = one_time_keys(self, self.uploaded_key_count or 0)
        if first or self.fallback_wanted:
            body["fallback_keys"] = fallback_keys(self)
        self.save_account()
        return body

    def handle_response(self, response: Any) -> None:
        super().handle_response(response)
        if isinstance(response, KeysUploadResponse):
            self.fallback_wanted = False

    def give_up_refused_keys(self) -> None:
        """The homeserver has others of the same names, as after an old backup: next time, new."""
        self.mark_keys_as_published()
        self.save_account()

    def handle_to_device_event(self, event: Any) -> Any:
        """None for a message that can't be used: anybody can send one, without a room.

        In one transaction: once the Olm session has moved on, the message can't be opened again,
        and a kill before the room key in it is kept would lose that key for good.
        """
        with self.store.database.atomic():
            try:
                return super().handle_to_device_event(event)
            except MALFORMED as error:
                _dropped("to-device message", error, event.sender)
            sender_key = getattr(event, "sender_key", None)
            if isinstance(sender_key, str):  # a one-time key lost with an old backup, perhaps
                self._mark_device_for_unwedging(event.sender, sender_key)
            return None

    def share_group_session_parallel(self, *args: Any, **kwargs: Any) -> Iterator[Any]:
        """Saves the sessions of one request's devices at once, before it leaves."""
        requests = super().share_group_session_parallel(*args, **kwargs)
        while True:
            with self.store.database.atomic():
                request = next(requests, None)
            if request is None:
                return
            yield request

    def has_key_of(self, event: MegolmEvent) -> bool:
        """Whether the room key of this message has come."""
        self._name_sender(event, event.room_id)
        found = self.inbound_group_store.get(event.room_id, event.sender_key, event.session_id)
        return found is not None

    def _name_sender(self, event: MegolmEvent, room_id: str) -> None:
        """Fills in the device that an event no longer names (MSC4381).

        A room key is known by its room and session; nio looks for it by its sender too.
        """
        if not event.sender_key:
            senders = self.inbound_group_store.senders(room_id, event.session_id)
            own = [key for key in senders if self._device(event, key)]  # the others sent it on
            event.sender_key = next(iter(own or senders), "")
        if event.sender_key and not event.device_id:
            device = self._device(event, event.sender_key)
            event.device_id = device.id if device else ""

    def _device(self, event: MegolmEvent, sender_key: str) -> OlmDevice | None:
        return self.device_store.device_from_sender_key(event.sender, sender_key)

    def sender_device(self, event: Any) -> OlmDevice | None:
        """The device that encrypted `event`, if it is listed among those of the sender.

        The homeserver says who sent an event; only the Olm message that brought its room key
        proves which device it comes from. One that another device passed on proves nothing.
        """
        session = self.inbound_group_store.get(event.room_id, event.sender_key, event.session_id)
        if session is None or session.forwarding_chain:
            return None
        device = self._device(event, event.sender_key)
        return device if device and device.ed25519 == session.ed25519 else None

    def decrypt_megolm_event(self, event: Any, room_id: str | None = None) -> Any:
        """Raises EncryptionError, and nothing else, for what can't be read."""
        try:
            self._name_sender(event, room_id or event.room_id)
            if not event.sender_key:
                raise EncryptionError("no room key yet")
            opened = super().decrypt_megolm_event(event, room_id)
            if isinstance(opened, UnknownBadEvent):  # which does not even say who sent it
                return _of_no_use(event)
            if _is_state(opened.source):
                # nio would apply it: a member could make herself a moderator in secret.
                raise EncryptionError("a state event is never encrypted")
        except EncryptionError:
            raise
        except MALFORMED as error:
            _dropped("encrypted event", error, event.sender)
            raise EncryptionError(type(error).__name__) from error
        return opened

    def verify_json(self, json: Any, *signer: str) -> bool:
        """False for what is signed wrongly, and for what can't be a signature or a key."""
        try:
            return bool(super().verify_json(json, *signer))
        except MALFORMED:
            return False

    def _handle_key_query(self, response: KeysQueryResponse) -> None:
        changed_meanwhile = set(self.users_for_key_query)
        super()._handle_key_query(response)
        self.users_for_key_query |= changed_meanwhile  # this answer may be older than the change
        for user, devices in response.device_keys.items():
            for id, listed in devices.items():
                self._revive(self.device_store[user].get(id), listed)
        self._judge(response, getattr(response, "published", {}))

    def _revive(self, known: OlmDevice | None, listed: Mapping[str, Any]) -> None:
        """A device that is listed again is in use again: nio buries it for good.

        A user's homeserver that is ill may list none for a while.
        """
        if known and known.deleted and is_same(known, listed):
            known.deleted = False
            self.store.save_device_keys({known.user_id: {known.id: known}})

    def _judge(self, response: KeysQueryResponse, found: Mapping[str, Published]) -> None:
        """Reads which devices are signed. Where that decides who may read, the next key is new."""
        self.trust.follow(found.values())
        for user, published in found.items():
            if self.trust.learn(published, self.device_store[user]) and self.trust.strict:
                response.changed.setdefault(user, {})

    # Who gets room keys is up to `trust`; nio asks its database, three times for each device.

    def is_device_blacklisted(self, device: OlmDevice) -> bool:
        return self.trust.leaves_out(device)

    def is_device_verified(self, _device: OlmDevice) -> bool:
        return False

    def is_device_ignored(self, _device: OlmDevice) -> bool:
        return True

    def get_missing_sessions(self, users: list[str]) -> dict[str, list[str]]:
        """No one-time key is used up for a device that gets no room key."""
        missing: dict[str, list[str]] = super().get_missing_sessions(users)
        wanted = {
            user: [id for id in ids if not self.trust.leaves_out(self.device_store[user][id])]
            for user, ids in missing.items()
        }
        return {user: ids for user, ids in wanted.items() if ids}

    def _handle_key_claiming(self, response: KeysClaimResponse) -> None:
        """One device after the other: a malformed key of one must not cost the others theirs."""
        for user, devices in response.one_time_keys.items():
            for device, key in devices.items():
                try:
                    super()._handle_key_claiming(
                        KeysClaimResponse({user: {device: key}}, {}, response.room_id)
                    )
                except (*MALFORMED, StopIteration) as error:
                    _dropped("one-time key", error, user)


def _of_no_use(event: MegolmEvent) -> BadEvent:
    """For what was opened and can't be an event: read, and nothing in it."""
    made = BadEvent(
        *(event.source, event.event_id, event.sender, event.server_timestamp, "m.room.encrypted")
    )
    made.decrypted = True
    return made


def _is_state(source: dict[str, Any]) -> bool:
    """Only messages are read; what rules a room is never encrypted (spec, "m.room.encrypted")."""
    kind = str(source.get("type", ""))
    return kind != "m.room.message" and kind.startswith(("m.room.", "m.space."))


def _dropped(what: str, error: BaseException, sender: str) -> None:
    log.warning(f"{what} dropped", extra={"error": type(error).__name__, "sender": sender})
