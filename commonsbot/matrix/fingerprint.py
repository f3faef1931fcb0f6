"""What tells a device from another that took its name."""

from nio.crypto import OlmAccount

from commonsbot.errors import BackupError


def fingerprint(locked_keys: bytes, pickle_key: str) -> str:
    """The ed25519 key of the device with these keys, in unpadded base64. Raises BackupError."""
    try:
        account = OlmAccount.from_pickle(locked_keys, pickle_key)
    except ValueError as error:  # vodozemac's exceptions are ValueErrors
        raise BackupError("restore-device-locked") from error
    return str(account.identity_keys["ed25519"])
