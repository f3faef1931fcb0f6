"""`init` and `check` against a real Synapse."""

import asyncio
from pathlib import Path

import pytest

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.demo.homeserver import Homeserver
from tests.cli.conftest import Run


async def _space(server: Homeserver, token: str, invited: str) -> None:
    async with ClientApi(server.url, token) as api:
        await api.post(
            f"{CLIENT}/createRoom",
            {
                "room_alias_name": "reseau",
                "preset": "private_chat",
                "creation_content": {"type": "m.space"},
                "invite": [invited],
            },
        )
        await api.post(
            f"{CLIENT}/createRoom", {"room_alias_name": "presse", "preset": "public_chat"}
        )


@pytest.mark.rooms
async def test_init_then_check(run: Run, tmp_path: Path) -> None:
    async with await Homeserver.start(tmp_path / "synapse") as server:
        bot = await server.register("commonsbot", "s3cret")
        claire = await server.register("claire", "secret")
        await _space(server, claire.access_token, bot.user_id)
        (tmp_path / "password").write_text("s3cret")
        path = tmp_path / "commonsbot.yaml"
        code, out, err = await asyncio.to_thread(
            run,
            *("init", "--non-interactive", "-c", path, "--homeserver", server.url),
            *("--account", "commonsbot", "--password-file", tmp_path / "password"),
            *("--space", "#reseau", "--room", "#presse", "--steward", "claire"),
        )
        assert (code, err) == (0, "")
        assert f"#reseau:{server.server_name}: the bot is invited" in out
        assert f"#presse:{server.server_name}: the bot can join" in out
        code, out, err = await asyncio.to_thread(run, "check", "-c", path)
        assert (code, err) == (0, ""), out
        assert f"Logged in as {bot.user_id}" in out
        assert f"✓ {claire.user_id}: steward" in out
