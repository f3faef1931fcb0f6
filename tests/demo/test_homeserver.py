import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.demo.homeserver import Homeserver, HomeserverError, free_port, is_free
from commonsbot.errors import RefusedError, TokenGoneError

pytestmark = pytest.mark.rooms

ORPHAN_DEADLINE = 10.0  # seconds


async def test_a_kept_folder_keeps_accounts_tokens_and_port(tmp_path: Path) -> None:
    async with await Homeserver.start(tmp_path) as server:
        first = await server.register("anne", "pw")
        port = server.port
    async with await Homeserver.start(tmp_path) as server:
        assert server.port == port
        async with ClientApi(server.url, first.access_token) as api:
            assert (await api.get(f"{CLIENT}/account/whoami"))["user_id"] == "@anne:localhost"
        again = await server.register("anne", "pw")
        assert again.user_id == first.user_id
        assert again.device_id != first.device_id
        with pytest.raises(RefusedError):
            await server.register("anne", "another")


async def test_secrets_are_for_their_owner_only(server: Homeserver) -> None:
    for name in ("homeserver.yaml", "identity.json", "signing.key"):
        mode = stat.S_IMODE((server.folder / name).stat().st_mode)
        assert mode == 0o600, name


async def test_a_folder_whose_port_is_taken_moves_to_another(tmp_path: Path) -> None:
    async with await Homeserver.start(tmp_path) as server:
        port = server.port
    with socket.socket() as squatter:
        squatter.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        squatter.bind(("127.0.0.1", port))
        squatter.listen()
        async with await Homeserver.start(tmp_path) as server:
            assert server.port != port


async def test_a_start_that_fails_quotes_the_log(tmp_path: Path) -> None:
    (tmp_path / "homeserver.db").write_bytes(b"nonsense" * 500)
    with pytest.raises(HomeserverError, match="file is not a database"):
        await Homeserver.start(tmp_path)


async def test_a_wrong_token_is_told_apart(server: Homeserver) -> None:
    async with ClientApi(server.url, "nonsense") as api:
        with pytest.raises(TokenGoneError):
            await api.get(f"{CLIENT}/account/whoami")


def test_no_orphan_when_the_parent_is_killed(tmp_path: Path) -> None:
    port = free_port()
    script = (
        "import asyncio, os, pathlib, signal, sys\n"
        "from commonsbot.demo.homeserver import Homeserver\n"
        "async def main():\n"
        "    await Homeserver.start(pathlib.Path(sys.argv[1]), int(sys.argv[2]))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n"
    )
    parent = subprocess.run([sys.executable, "-c", script, str(tmp_path), str(port)], check=False)
    assert parent.returncode == -signal.SIGKILL
    give_up = time.monotonic() + ORPHAN_DEADLINE
    while not is_free(port):
        assert time.monotonic() < give_up, "Synapse outlived its parent"
        time.sleep(0.02)
