"""The keys others begin an Olm session with (spec, "One-time and fallback keys").

Each one-time key is given out once; the fallback key, once they are used up, until we make
another. Nothing is made twice: keys whose upload failed go with the next.
"""

from typing import Any

from nio.crypto import Olm

ALGORITHM = "signed_curve25519"


def device_keys(machine: Olm) -> dict[str, Any]:
    """Who this device is, signed by itself."""
    identity = machine.account.identity_keys
    return _signed(
        machine,
        {
            "algorithms": list(machine._algorithms),
            "device_id": machine.device_id,
            "user_id": machine.user_id,
            "keys": {f"{kind}:{machine.device_id}": key for kind, key in identity.items()},
        },
    )


def one_time_keys(machine: Olm, left: int) -> dict[str, Any]:
    """As many as the homeserver should have more than the `left` it has."""
    account = machine.account
    waiting = account.one_time_keys["curve25519"]
    missing = account.max_one_time_keys - left - len(waiting)
    if missing > 0:
        account.generate_one_time_keys(missing)
    made = account.one_time_keys["curve25519"]
    return {f"{ALGORITHM}:{id}": _signed(machine, {"key": key}) for id, key in made.items()}


def fallback_keys(machine: Olm) -> dict[str, Any]:
    """A new one; vodozemac keeps the one before, for messages under way."""
    account = machine.account._account
    if not account.fallback_key:
        account.generate_fallback_key()
    return {
        f"{ALGORITHM}:{id}": _signed(machine, {"key": key.to_base64(), "fallback": True})
        for id, key in account.fallback_key.items()
    }


def _signed(machine: Olm, content: dict[str, Any]) -> dict[str, Any]:
    signature = machine.sign_json(content)
    return content | {"signatures": {machine.user_id: {f"ed25519:{machine.device_id}": signature}}}
