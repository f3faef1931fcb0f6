"""nio's encryption machine, for a bot that anybody may write to.

Whatever another account sends it, it drops what is malformed and goes on. The type of the error
is logged, never what was sent.
"""

import logging
from typing import Any

from nio import KeysClaimResponse
from nio.crypto import Olm
from nio.exceptions import EncryptionError

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
    def handle_to_device_event(self, event: Any) -> Any:
        """None for a message that can't be used: anybody can send one, without a room."""
        try:
            return super().handle_to_device_event(event)
        except MALFORMED as error:
            _dropped("to-device message", error, event.sender)
        sender_key = getattr(event, "sender_key", None)
        if isinstance(sender_key, str):  # a one-time key lost with an old backup, perhaps
            self._mark_device_for_unwedging(event.sender, sender_key)
        return None

    def decrypt_megolm_event(self, event: Any, room_id: str | None = None) -> Any:
        """Raises EncryptionError, and nothing else, for what can't be read."""
        try:
            opened = super().decrypt_megolm_event(event, room_id)
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


def _is_state(source: dict[str, Any]) -> bool:
    """Only messages are read; what rules a room is never encrypted (spec, "m.room.encrypted")."""
    kind = str(source.get("type", ""))
    return kind != "m.room.message" and kind.startswith(("m.room.", "m.space."))


def _dropped(what: str, error: BaseException, sender: str) -> None:
    log.warning(f"{what} dropped", extra={"error": type(error).__name__, "sender": sender})
