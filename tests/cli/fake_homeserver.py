"""A homeserver that knows one account, one space, three rooms and one steward."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from tests.cli.fake_keys import FakeKeys

BOT = "@commonsbot:example.org"
PASSWORD = "s3cret"
TOKEN = "t0ken"
CLIENT = "/_matrix/client/v3"

ALIASES = {
    "#reseau:example.org": "!space",
    "#presse:example.org": "!open",
    "#ferme:example.org": "!closed",
    "#chez-nous:example.org": "!joined",
}
SEEN = {
    "!space": {"room_type": "m.space", "name": "Réseau d'essai"},
    "!open": {},
    "!joined": {},
}


class FakeHomeserver:
    """Runs on loopback inside `with`; `lost` counts the devices logged out.

    `devices` are what it lists of the account's, `keys` what each has published, and more. Once
    the account is `expired`, it still logs in and out, and that is all.
    """

    def __init__(self) -> None:
        self.lost = 0
        self.expired = False
        self.devices: list[dict[str, Any]] = []
        self.keys = FakeKeys(BOT, PASSWORD)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer({})

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                self._answer(json.loads(self.rfile.read(length)))

            do_PUT = do_POST

            def _answer(self, content: dict[str, Any]) -> None:
                known = self.headers["Authorization"] == f"Bearer {TOKEN}"
                path = unquote(urlsplit(self.path).path)
                status, answer = fake.answer(self.command, path, content, known=known)
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())

            def log_message(self, format: str, *args: Any) -> None:
                """Quiet."""

        return Handler

    def answer(
        self, method: str, path: str, content: dict[str, Any], *, known: bool
    ) -> tuple[int, dict[str, Any]]:
        if path == "/_matrix/client/versions":
            return 200, {"versions": ["v1.1", "v1.11"]}
        if path == f"{CLIENT}/login":
            return _login(content)
        if not known:
            return 401, {"errcode": "M_UNKNOWN_TOKEN", "error": "Unknown token"}
        if path == f"{CLIENT}/logout":
            self.lost += 1
            return 200, {}
        if self.expired:
            return 403, {"errcode": "ORG_MATRIX_EXPIRED_ACCOUNT", "error": "Expired"}
        if path == f"{CLIENT}/devices":
            return 200, {"devices": self.devices}
        kept = self.keys.answer(method, path.removeprefix(CLIENT), content)
        return kept or _known(path)


def _login(content: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    user, password = content["identifier"]["user"], content["password"]
    if user not in ("commonsbot", BOT) or password != PASSWORD:
        return 403, {"errcode": "M_FORBIDDEN", "error": "Invalid username or password"}
    return 200, {"user_id": BOT, "access_token": TOKEN, "device_id": "DEVICE"}


def _known(path: str) -> tuple[int, dict[str, Any]]:
    fixed: dict[str, dict[str, Any]] = {
        f"{CLIENT}/account/whoami": {"user_id": BOT, "device_id": "DEVICE"},
        f"{CLIENT}/joined_rooms": {"joined_rooms": ["!joined"]},
        f"{CLIENT}/sync": {"rooms": {"invite": {"!space": {}}}},
        f"{CLIENT}/profile/@claire:example.org": {"displayname": "Claire"},
        **{f"{CLIENT}/directory/room/{a}": {"room_id": room} for a, room in ALIASES.items()},
        **{
            f"/_matrix/client/v1/rooms/{room}/hierarchy": {"rooms": [{"room_id": room, **seen}]}
            for room, seen in SEEN.items()
        },
    }
    if path in fixed:
        return 200, fixed[path]
    return 404, {"errcode": "M_NOT_FOUND", "error": "Not found"}
