"""The few requests to a homeserver that the command line makes, one at a time.

Written on the standard library: a prompt and an event loop don't share Ctrl-C well.
"""

import json
import re
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from commonsbot.cli.words import say
from commonsbot.errors import (
    AccountExpiredError,
    MatrixError,
    RateLimitedError,
    RefusedError,
    TokenGoneError,
    UnreachableError,
)

PATIENCE = 20.0  # seconds for one request
MOST = 5_000_000  # bytes of an answer
DEVICE_NAME = "CommonsBot"

_ONLY_INVITES = {
    "presence": {"types": []},
    "account_data": {"types": []},
    "room": {
        "timeline": {"limit": 0},
        "state": {"types": []},
        "ephemeral": {"types": []},
        "account_data": {"types": []},
    },
}


class _NoRedirect(HTTPRedirectHandler):
    """An access token must not follow a redirect to another server."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        return None


_faithful = build_opener(_NoRedirect)
_following = build_opener()


class Server:
    """The client-server API at `url`, in the name of the owner of `token` ("" for none)."""

    def __init__(self, url: str, token: str = "") -> None:
        self.url = url
        self.token = token

    def versions(self) -> list[str]:
        """The versions of the specification it supports: proof of a Matrix server."""
        anonymous = Server(self.url)  # a bad token would be refused here too
        found = anonymous._call("GET", "/_matrix/client/versions").get("versions")
        if not isinstance(found, list):
            raise RefusedError(say("server-not-matrix", url=self.url))
        return [str(version) for version in found]

    def login(self, user: str, password: str) -> dict[str, Any]:
        """`user_id`, `access_token` and `device_id` of a new device, used from now on."""
        answer = self._call(
            "POST",
            "/_matrix/client/v3/login",
            {
                "type": "m.login.password",
                "identifier": {"type": "m.id.user", "user": user},
                "password": password,
                "initial_device_display_name": DEVICE_NAME,
            },
        )
        self.token = str(answer["access_token"])
        return answer

    def logout(self) -> None:
        self._call("POST", "/_matrix/client/v3/logout", {})

    def whoami(self) -> dict[str, Any]:
        return self._call("GET", "/_matrix/client/v3/account/whoami")

    def resolve(self, alias: str) -> str:
        path = f"/_matrix/client/v3/directory/room/{quote(alias, safe='')}"
        return str(self._call("GET", path)["room_id"])

    def joined(self) -> set[str]:
        return set(self._call("GET", "/_matrix/client/v3/joined_rooms")["joined_rooms"])

    def invited(self) -> set[str]:
        query = urlencode({"timeout": 0, "filter": json.dumps(_ONLY_INVITES)})
        answer = self._call("GET", f"/_matrix/client/v3/sync?{query}")
        return set(answer.get("rooms", {}).get("invite", {}))

    def summary(self, room: str) -> dict[str, Any] | None:
        """What the account may know of the room; None when it could not join either."""
        path = f"/_matrix/client/v1/rooms/{quote(room, safe='')}/hierarchy?limit=1&max_depth=0"
        try:
            rooms = self._call("GET", path).get("rooms") or [None]
        except RefusedError:
            return None
        first: dict[str, Any] | None = rooms[0]
        return first

    def known(self, user: str) -> bool:
        """Whether the server finds this person's profile."""
        try:
            self._call("GET", f"/_matrix/client/v3/profile/{quote(user, safe='')}")
        except RefusedError:
            return False
        return True

    def devices(self) -> dict[str, float | None]:
        """The account's devices, and when each was last used: seconds since 1970, None untold."""
        listed = self._call("GET", "/_matrix/client/v3/devices")["devices"]
        moments = {str(one["device_id"]): one.get("last_seen_ts") for one in listed}
        return {device: ms and ms / 1000 for device, ms in moments.items()}

    def fingerprints(self, user: str) -> dict[str, str]:
        """The ed25519 key that each device of `user` published (spec, "POST /keys/query")."""
        question: dict[str, Any] = {"device_keys": {user: []}}
        answer = self._call("POST", "/_matrix/client/v3/keys/query", question)
        published = answer.get("device_keys", {}).get(user, {})
        keys = {device: one["keys"].get(f"ed25519:{device}") for device, one in published.items()}
        return {device: key for device, key in keys.items() if key}

    def _call(
        self, method: str, path: str, content: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        request = Request(  # noqa: S310 - the scheme was checked to be http(s)
            self.url + path,
            method=method,
            data=None if content is None else json.dumps(content).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json"},
        )
        if self.token:
            request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        try:
            with _faithful.open(request, timeout=PATIENCE) as response:
                answer = json.loads(response.read(MOST))
        except HTTPError as error:
            with error:
                raise _refusal(self.url, error) from None
        except ValueError:
            raise RefusedError(say("server-not-matrix", url=self.url)) from None
        except (OSError, HTTPException) as error:
            raise UnreachableError(unreachable(self.url, error)) from None
        if not isinstance(answer, dict):
            raise RefusedError(say("server-not-matrix", url=self.url))
        return answer


def discover(domain: str) -> str:
    """The homeserver of `domain` (spec, "Well-known URI"); https://domain when it names none."""
    try:
        address = f"https://{domain}/.well-known/matrix/client"
        with _following.open(address, timeout=PATIENCE) as response:
            found = json.loads(response.read(MOST))["m.homeserver"]["base_url"]
    except (OSError, HTTPException, ValueError, LookupError, TypeError):
        return f"https://{domain}"
    good = isinstance(found, str) and re.match(r"https?://\w", found)
    return found.rstrip("/") if good else f"https://{domain}"


def unreachable(url: str, error: Exception) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    return say("server-unreachable", url=url, reason=str(reason))


def _refusal(url: str, error: HTTPError) -> MatrixError:
    try:
        answer = json.loads(error.read(MOST))
        code, words = str(answer["errcode"]), str(answer.get("error", ""))
    except (ValueError, LookupError, TypeError, OSError):
        if error.code < 500:
            return RefusedError(say("server-not-matrix", url=url))
        return UnreachableError(unreachable(url, Exception(f"HTTP {error.code}")))
    if code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
        return TokenGoneError(say("server-token"), code)
    if code == "ORG_MATRIX_EXPIRED_ACCOUNT":
        return AccountExpiredError(say("server-expired"), code)
    if error.code == 429:
        wait = float(answer.get("retry_after_ms") or 1000) / 1000
        return RateLimitedError(say("server-limited", seconds=max(1, round(wait))), wait)
    kind = UnreachableError if error.code >= 500 else RefusedError
    return kind(say("server-refused", code=code, words=words), code)
