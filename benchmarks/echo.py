"""The baseline: what matrix-nio alone does. It answers in its callback and keeps nothing.

    python -m benchmarks.echo FOLDER

FOLDER holds account.json (homeserver, user_id, device_id, access_token, size) and the key store.
Says that it listens in each of its rooms after the first sync.
"""

import asyncio
import json
import sys
from pathlib import Path

from nio import AsyncClient, AsyncClientConfig, MatrixRoom, RoomMessageText

FILLER = "Une réponse de la taille d'une fiche, ni plus ni moins. "
TIMEOUT_MS = 30_000


class Echo:
    """Repeats what starts with "!", drawn out to `size` characters."""

    def __init__(self, client: AsyncClient, size: int) -> None:
        self._client = client
        self._filler = FILLER * (size // len(FILLER) + 1)
        self._size = size

    async def answer(self, room: MatrixRoom, event: RoomMessageText) -> None:
        if event.sender == self._client.user_id or not event.body.startswith("!"):
            return
        await self.say(room.room_id, f"{event.body} {self._filler}"[: self._size])

    async def say(self, room: str, body: str) -> None:
        content = {"msgtype": "m.text", "body": body}
        await self._client.room_send(
            room, "m.room.message", content, ignore_unverified_devices=True
        )


async def run(folder: Path) -> None:
    account = json.loads((folder / "account.json").read_text())
    settings = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
    client = AsyncClient(
        account["homeserver"], account["user_id"], account["device_id"], str(folder), settings
    )
    client.restore_login(account["user_id"], account["device_id"], account["access_token"])
    try:
        await client.sync(timeout=0, full_state=True)  # what was said before is not answered
        echo = Echo(client, account["size"])
        client.add_event_callback(echo.answer, RoomMessageText)
        for room in client.rooms:
            await echo.say(room, "Prêt.")
        await client.sync_forever(timeout=TIMEOUT_MS)
    finally:
        await client.close()


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1])))
