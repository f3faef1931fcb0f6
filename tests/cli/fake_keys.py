"""What a homeserver keeps of one account's keys and account data, as Synapse does."""

from typing import Any

Answer = tuple[int, dict[str, Any]]

LINK = "https://auth.example.org/account/?action=org.matrix.cross_signing_reset"
PAGE = {"m.oauth": {"url": LINK}}

NOT_FOUND: Answer = (404, {"errcode": "M_NOT_FOUND", "error": "Not found"})


class FakeKeys:
    """`devices` and `identity` are what it shows to everybody, `data` the account's own data.

    `refuses` holds the paths it answers with a 502, after `/_matrix/client/v3`. `confirms` says
    that a first identity needs the password too, `unapproved` how often it still asks for a page.
    """

    def __init__(self, user: str, password: str) -> None:
        self.user = user
        self.devices: dict[str, Any] = {}
        self.identity: dict[str, Any] = {}
        self.data: dict[str, Any] = {}
        self.refuses: set[str] = set()
        self.writes_data = True
        self.confirms = False
        self.unapproved = 0
        self._password = password
        self._account_data = f"/user/{user}/account_data/"

    def answer(self, method: str, path: str, content: dict[str, Any]) -> Answer | None:
        """None for what is not about keys."""
        if path in self.refuses:
            return 502, {}
        if path.startswith(self._account_data):
            return self._data(method, path.removeprefix(self._account_data), content)
        match path:
            case "/keys/query":
                return 200, self._shown()
            case "/keys/upload":
                self._upload(content)
                return 200, {"one_time_key_counts": {"signed_curve25519": 50}}
            case "/keys/device_signing/upload":
                return self._announce(content)
            case "/keys/signatures/upload":
                self.devices |= content[self.user]
                return 200, {"failures": {}}
        return None

    def _data(self, method: str, type: str, content: dict[str, Any]) -> Answer:
        if method == "PUT" and not self.writes_data:
            return 502, {}
        if method == "PUT":
            self.data[type] = content
            return 200, {}
        return (200, self.data[type]) if type in self.data else NOT_FOUND

    def _shown(self) -> dict[str, Any]:
        keys = {f"{usage}s": {self.user: key} for usage, key in self.identity.items()}
        return {"device_keys": {self.user: self.devices}, **keys}

    def _upload(self, content: dict[str, Any]) -> None:
        if device := content.get("device_keys"):
            self.devices[device["device_id"]] = device

    def _announce(self, content: dict[str, Any]) -> Answer:
        """A first identity is taken at once (MSC3967), another one for the password."""
        if self.unapproved:
            self.unapproved -= 1
            return 401, {"session": "s1", "flows": [{"stages": ["m.oauth"]}], "params": PAGE}
        given = content.get("auth", {}).get("password")
        if (self.identity or self.confirms) and given != self._password:
            return 401, {"session": "s1", "flows": [{"stages": ["m.login.password"]}]}
        self.identity = {name: key for name, key in content.items() if name != "auth"}
        return 200, {}
