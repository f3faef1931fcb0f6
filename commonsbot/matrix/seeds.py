"""Where the identity's secrets are kept: with the encryption keys, readable by their owner only.

They are written before the homeserver hears of the keys made from them. A reset writes the new
ones beside the old, and puts them in their place once the homeserver has taken them: a bot
killed in between has both, and the homeserver says which counts. What was in use once stays.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from commonsbot.errors import IdentityError
from commonsbot.matrix.cross_signing import MASTER, Identity, Seeds
from commonsbot.matrix.session import write_private

KEPT = "identity.json"
NEXT = "identity-next.json"
FORMER = "identity-[0-9]*.json"


class SeedFile:
    """The seeds of the account `user`, in `folder`."""

    def __init__(self, folder: Path, user: str) -> None:
        self._folder = folder
        self._user = user

    def kept(self) -> Identity | None:
        """The identity in use. Raises IdentityError when its file is damaged."""
        return self._read(self._folder / KEPT)

    def made(self) -> Identity:
        """The identity in use, made and kept first when there is none."""
        return self.kept() or self._write(self._folder / KEPT, Seeds.fresh())

    def next(self) -> Identity | None:
        """The one that a reset began to put in place of it."""
        return self._read(self._folder / NEXT)

    def make_next(self) -> Identity:
        """A fresh one, on its way."""
        return self._write(self._folder / NEXT, Seeds.fresh())

    def of(self, master: str) -> Identity | None:
        """The one with this public master key, in use or on its way."""
        for ours in (self.kept(), self.next()):
            if ours and ours.public[MASTER] == master:
                return ours
        return None

    def former(self) -> Iterator[Identity]:
        """Those that were in use before, as far as their files can be read."""
        for path in sorted(self._folder.glob(FORMER)):
            with suppress(IdentityError):
                if identity := self._read(path):
                    yield identity

    def adopt(self, at: datetime) -> None:
        """The next one is in use now. The old one stays, under the date `at`."""
        kept = self._folder / KEPT
        if kept.exists():
            kept.replace(self._folder / f"identity-{at:%Y%m%dT%H%M%S}.json")
        (self._folder / NEXT).replace(kept)

    def take(self, seeds: Seeds, at: datetime) -> None:
        """Seeds had back from elsewhere are in use now, and what was there is kept aside."""
        self._write(self._folder / NEXT, seeds)
        self.adopt(at)

    def _read(self, path: Path) -> Identity | None:
        if not path.exists():
            return None
        try:
            kept = json.loads(path.read_text())
            if kept["user_id"] != self._user:
                raise IdentityError(f"{path} holds the identity of {kept['user_id']}")
            return Identity(self._user, Seeds.read(kept))
        except (ValueError, LookupError, TypeError) as error:
            raise IdentityError(
                f"{path} is damaged ({type(error).__name__}): put it back from a backup,"
                " or run `commonsbot identity restore`"
            ) from error

    def _write(self, path: Path, seeds: Seeds) -> Identity:
        write_private(path, json.dumps({"user_id": self._user, **seeds.written()}, indent=1))
        return Identity(self._user, seeds)
