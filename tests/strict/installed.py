"""Whether matrix-js-sdk is beside the agent as the lock file pins it; it is put there if not."""

import asyncio
import fcntl
import hashlib
import os
import shutil
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

FOLDER = Path(__file__).parent
LOCK = FOLDER / "package-lock.json"
MODULES = FOLDER / "node_modules"  # ignored by git
STAMP = MODULES / ".commonsbot-lock"
OLDEST_NODE = 20
INSTALL_DEADLINE = 300.0  # seconds; measured: 5


async def what_is_missing() -> str:
    """Why the strict client can't run on this machine; "" when it can."""
    if missing := [tool for tool in ("node", "npm") if shutil.which(tool) is None]:
        return f"{' and '.join(missing)} not found: the strict client needs Node ≥ {OLDEST_NODE}"
    code, said = await run("node", "--version")
    version = said.strip()
    if code or int(version.lstrip("v").partition(".")[0]) < OLDEST_NODE:
        return f"Node {version} is too old: the strict client needs Node ≥ {OLDEST_NODE}"
    return ""


def may_skip() -> bool:
    """A machine without Node may do without these tests; continuous integration may not."""
    return os.environ.get("CI", "").lower() in ("", "0", "false")


async def install() -> None:
    """`npm ci`, once for each lock file, by one process of the tests; the others wait for it.

    Raises RuntimeError with npm's last words.
    """
    with LOCK.open() as lock:
        await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)  # until it is closed
        await _install()


async def _install() -> None:
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    async with asyncio.timeout(INSTALL_DEADLINE):
        code, said = await run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    if code:
        raise RuntimeError(f"npm ci ended with {code}:\n{said[-2000:]}")
    STAMP.write_text(wanted)


async def run(*command: str) -> tuple[int, str]:
    """The exit code and the output of a command run beside the lock file."""
    process = await asyncio.create_subprocess_exec(*command, cwd=FOLDER, stdout=PIPE, stderr=STDOUT)
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode(errors="replace")
