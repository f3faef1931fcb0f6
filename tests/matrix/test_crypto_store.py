"""The file of the keys: saved cheaply, and read beside the bot by a backup."""

import sqlite3
from contextlib import closing
from pathlib import Path

from commonsbot.matrix.client import Client
from commonsbot.matrix.machine import Machine


def test_the_store_is_on_wal(client: Client, tmp_path: Path) -> None:
    assert client.store
    [[mode]] = client.store.database.execute_sql("PRAGMA journal_mode")
    [[level]] = client.store.database.execute_sql("PRAGMA synchronous")
    [[wait]] = client.store.database.execute_sql("PRAGMA busy_timeout")
    assert (mode, level, wait) == ("wal", 1, 30_000)  # plain nio: delete, 2, 5000


def test_a_backup_reads_beside_a_write(machine: Machine, tmp_path: Path) -> None:
    backup = closing(sqlite3.connect(tmp_path / "crypto.sqlite", timeout=0))
    with backup as other, machine.store.database.atomic():
        machine.save_account()
        assert other.execute("SELECT count(*) FROM accounts").fetchone() == (1,)
