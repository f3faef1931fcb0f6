"""Brings a database to the version this code writes, after a backup of it."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from commonsbot.errors import NewerDatabaseError, StoreError
from commonsbot.store.connection import Connection
from commonsbot.store.schema import APPLICATION_ID, STEPS

log = logging.getLogger(__name__)

_MAGIC = b"SQLite format 3\0"


async def migrate(
    db: Connection, path: Path, now: datetime, steps: Sequence[Sequence[str]] = STEPS
) -> None:
    """Runs the steps that are missing.

    Raises NewerDatabaseError for a later version's file, StoreError for another program's.
    """
    version = await _version(db, path, len(steps))
    if version == len(steps):
        return
    if version:
        copy = path.with_name(f"{path.stem}-v{version}-{now:%Y%m%d-%H%M%S}{path.suffix}")
        await db.backup_to(copy)
        log.info("database backed up before its upgrade", extra={"backup": str(copy)})
    # A step may make a table anew that others refer to; what they refer to is checked after it
    # (https://sqlite.org/lang_altertable.html#otheralter).
    await db.execute("PRAGMA foreign_keys = OFF")
    try:
        for number in range(version, len(steps)):
            await _step(db, number + 1, steps[number])
    finally:
        await db.execute("PRAGMA foreign_keys = ON")
    done = "upgraded" if version else "made"
    log.info(f"database {done}", extra={"from_version": version, "to_version": len(steps)})


async def version_of(path: Path) -> int:
    """The version of the database at `path`, 0 when there is none yet; nothing is upgraded.

    Raises NewerDatabaseError for a later version's file, StoreError for what is no database of
    ours.
    """
    if not await asyncio.to_thread(_looks_like_database, path):
        return 0
    db = await Connection.open(path)
    try:
        return await _version(db, path, len(STEPS))
    finally:
        await db.close()


def _looks_like_database(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head not in (b"", _MAGIC):
        raise StoreError(f"{path} is not a database.")
    return True


async def _version(db: Connection, path: Path, newest: int) -> int:
    version = int(await db.value("PRAGMA user_version"))
    owner = int(await db.value("PRAGMA application_id"))
    tables = int(await db.value("SELECT count(*) FROM sqlite_master"))
    if tables and owner != APPLICATION_ID:
        raise StoreError(f"{path} is a database of another program.")
    if version > newest:
        raise NewerDatabaseError(
            f"{path} is of version {version}, this CommonsBot reads up to {newest}:"
            " install the later CommonsBot again, or restore the backup made before its upgrade."
        )
    return version


async def _step(db: Connection, version: int, statements: Sequence[str]) -> None:
    await db.execute("BEGIN IMMEDIATE")
    try:
        await db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for statement in statements:
            await db.execute(statement)
        if broken := await db.fetch("PRAGMA foreign_key_check"):
            raise StoreError(f"step {version} would lead nowhere from {len(broken)} rows")
        await db.execute(f"PRAGMA user_version = {version}")
    except BaseException:
        await db.execute("ROLLBACK")
        raise
    await db.execute("COMMIT")
