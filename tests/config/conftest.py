from collections.abc import Callable
from pathlib import Path

import pytest

from commonsbot.config import Config, load

MINIMAL = """\
homeserver: https://matrix.example.org
account: "@commonsbot:example.org"
space: "#reseau:example.org"
"""

Load = Callable[..., Config]


@pytest.fixture
def load_text(tmp_path: Path) -> Load:
    """Loads `more` added to a minimal file, or `whole` instead of it, with these secrets."""

    def loaded(
        more: str = "", *, whole: str | None = None, secrets: str = "password: s3cret\n"
    ) -> Config:
        path = tmp_path / "commonsbot.yaml"
        path.write_text(MINIMAL + more if whole is None else whole, encoding="utf-8")
        kept = tmp_path / "secrets.yaml"
        kept.write_text(secrets, encoding="utf-8")
        kept.chmod(0o600)
        return load(path, "en", {})

    return loaded
