"""Every error of ours, from broad to narrow.

CommonsBotError
├── UserError              a member's mistake: carries the sentence to answer
│   └── DoubtfulDeviceError     not sure to come from whom it seems to
├── ConfigError            an operator's mistake: file, key, value, remedy
│   └── ConfigErrors            several of them, told at once
├── StoreError             the database can't be used
│   ├── NewerDatabaseError      written by a later version
│   ├── DataDirectoryBusyError  another process holds the data directory
│   ├── BackupError             a backup can't be made or restored
│   └── ExchangeError           the commons can't be exported or imported
├── MatrixError            the homeserver refused or can't be reached
│   ├── TokenGoneError          the access token is no longer valid
│   ├── RateLimitedError        told to wait: `retry_after` seconds
│   ├── RefusedError            a definite no: trying again won't help
│   │   ├── ConfirmationNeededError  the account's owner must confirm: `answer` says how
│   │   └── ApprovalNeededError      … on a web page: `link`
│   ├── UnreachableError        no answer, or a 5xx: trying again may help
│   │   └── AccountExpiredError      until its owner renews the account
│   └── IdentityError           the bot's cryptographic identity can't be used
│       ├── DeviceClashError        other keys are published under the bot's device id
│       ├── OtherIdentityError      the account has an identity whose secrets are not here
│       └── RecoveryError           its secrets can't be kept, or had back, by a recovery key
│           └── RecoveryKeyError        … because of the key given: another may do
└── FetchError             a page or feed can't be had
    └── ForbiddenAddressError   an address the fetch guard refuses
"""

from collections.abc import Mapping, Sequence
from typing import Any


class CommonsBotError(Exception):
    """The base of every error raised on purpose."""


class UserError(CommonsBotError):
    """A member's mistake. `text` names the Fluent message that answers it, `values` fill it."""

    def __init__(self, text: str, **values: Any) -> None:
        super().__init__(text)
        self.text = text
        self.values = values


class DoubtfulDeviceError(UserError):
    """A command of somebody of rank came from a device that may not be theirs."""


class ConfigError(CommonsBotError):
    """A setting that can't be used.

    `key` is the dotted path in `file` ("" for the whole file), `problem` says what is wrong
    with it (the value included where it is not a secret), `remedy` what to write instead.
    """

    def __init__(self, file: str, key: str, problem: str, remedy: str) -> None:
        super().__init__(
            f"{file}: {key}: {problem} {remedy}" if key else f"{file}: {problem} {remedy}"
        )
        self.file = file
        self.key = key
        self.problem = problem
        self.remedy = remedy

    @property
    def errors(self) -> "tuple[ConfigError, ...]":
        """Every mistake this one stands for."""
        return (self,)


class ConfigErrors(ConfigError):
    """Several settings that can't be used. Read alone, it is the first of them."""

    def __init__(self, errors: Sequence[ConfigError]) -> None:
        first = errors[0]
        super().__init__(first.file, first.key, first.problem, first.remedy)
        self.args = ("\n".join(map(str, errors)),)
        self._errors = tuple(errors)

    @property
    def errors(self) -> tuple[ConfigError, ...]:
        return self._errors


class StoreError(CommonsBotError):
    """The database can't be used."""


class NewerDatabaseError(StoreError):
    """The database was written by a later version of CommonsBot."""


class DataDirectoryBusyError(StoreError):
    """Another process already uses this data directory."""


class BackupError(StoreError):
    """A backup can't be made or restored, and nothing has changed.

    `reason` names the sentence of the command line that says why, `values` fill it.
    """

    def __init__(self, reason: str, **values: Any) -> None:
        super().__init__(f"{reason}: {values}" if values else reason)
        self.reason = reason
        self.values = values


class ExchangeError(StoreError):
    """The commons can't be exported or imported.

    `reason` names the Fluent message that says why and what to do, `values` fill it.
    """

    def __init__(self, reason: str, **values: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class MatrixError(CommonsBotError):
    """The homeserver refused a request or can't be reached.

    `code` is the Matrix `errcode` (spec, "Standard error response"), "" when there was none.
    """

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class TokenGoneError(MatrixError):
    """The access token is no longer valid (M_UNKNOWN_TOKEN, M_MISSING_TOKEN)."""


class RateLimitedError(MatrixError):
    """The homeserver asks to wait `retry_after` seconds (M_LIMIT_EXCEEDED)."""

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message, "M_LIMIT_EXCEEDED")
        self.retry_after = retry_after


class RefusedError(MatrixError):
    """A definite no (4xx): the same request will not pass later."""


class ConfirmationNeededError(RefusedError):
    """The owner must confirm by one of the `flows` in `answer` (spec, "User-interactive
    authentication")."""

    def __init__(self, message: str, code: str, answer: Mapping[str, Any]) -> None:
        super().__init__(message, code)
        self.answer = answer


class ApprovalNeededError(RefusedError):
    """The owner must approve at `link`; the same request with `session` passes afterwards."""

    def __init__(self, link: str, session: str) -> None:
        super().__init__(f"to be approved at {link}")
        self.link = link
        self.session = session


class UnreachableError(MatrixError):
    """No answer, a time-out or a 5xx: the same request may pass later."""


class AccountExpiredError(UnreachableError):
    """The account is suspended until its owner renews it (ORG_MATRIX_EXPIRED_ACCOUNT).

    Homeservers with accounts of limited validity, such as Tchap's, answer so to everything.
    """


class IdentityError(MatrixError):
    """The bot's cryptographic identity can't be used as it is."""


class DeviceClashError(IdentityError):
    """The homeserver has other keys for our device id: the crypto store was lost or copied.

    Other clients never accept new keys for a device they know, so a new device is needed.
    """

    def __init__(self, device: str) -> None:
        super().__init__(f"the homeserver has other encryption keys for the device {device}")
        self.device = device


class OtherIdentityError(IdentityError):
    """The account has a cross-signing identity whose secrets are not in the data directory."""


class RecoveryError(IdentityError):
    """The identity's secrets can't be kept on the homeserver, or had back from it.

    `reason` names the sentence of the command line that says why, `values` fill it; neither
    ever holds a secret.
    """

    def __init__(self, reason: str, **values: Any) -> None:
        super().__init__(f"{reason}: {values}" if values else reason)
        self.reason = reason
        self.values = values


class RecoveryKeyError(RecoveryError):
    """What was given as recovery key is none, or not the one that is needed."""


class FetchError(CommonsBotError):
    """A page or a feed can't be had. `reason` names a Fluent message."""

    def __init__(self, reason: str, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
        self.retry_after = retry_after


class ForbiddenAddressError(FetchError):
    """The fetch guard refuses this address: private, loopback, link-local or not http(s)."""

    def __init__(self, detail: str = "") -> None:
        super().__init__("fetch-forbidden", detail)
