"""The files a throw-away Synapse needs: its configuration, secrets, signing key, log settings.

Everything is written as JSON, which is YAML. Values: Synapse's configuration manual.
"""

import base64
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SERVER_NAME = "localhost"
CONFIG = "homeserver.yaml"
LOG = "homeserver.log"
LOG_SETTINGS = "log.yaml"
SIGNING_KEY = "signing.key"
IDENTITY = "identity.json"

UNLIMITED = {"per_second": 100_000, "burst_count": 100_000}
NO_LIMITS: dict[str, Any] = {
    "rc_message": UNLIMITED,
    "rc_registration": UNLIMITED,
    "rc_login": {"address": UNLIMITED, "account": UNLIMITED, "failed_attempts": UNLIMITED},
    "rc_joins": {"local": UNLIMITED, "remote": UNLIMITED},
    "rc_joins_per_room": UNLIMITED,
    "rc_invites": {"per_room": UNLIMITED, "per_user": UNLIMITED, "per_issuer": UNLIMITED},
    "rc_room_creation": UNLIMITED,
    "rc_admin_redaction": UNLIMITED,
    "rc_profile": UNLIMITED,
    "rc_media_create": UNLIMITED,
}


@dataclass(frozen=True, slots=True)
class Identity:
    """What must survive a restart for accounts and tokens to stay valid, and the port."""

    port: int
    registration_secret: str
    macaroon_secret: str
    form_secret: str


def load_identity(folder: Path) -> Identity | None:
    """The identity kept in `folder`; None when it holds no homeserver yet."""
    path = folder / IDENTITY
    return Identity(**json.loads(path.read_text())) if path.exists() else None


def create_identity(folder: Path, port: int) -> Identity:
    """Random secrets and a signing key, kept in `folder` for its owner's eyes only."""
    identity = Identity(port, *(secrets.token_urlsafe(32) for _ in range(3)))
    seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    write_private(folder / SIGNING_KEY, f"ed25519 a_{secrets.token_hex(2)} {seed}\n")
    save_identity(folder, identity)
    return identity


def save_identity(folder: Path, identity: Identity) -> None:
    """Keep `identity` in `folder`."""
    values = {name: getattr(identity, name) for name in Identity.__slots__}
    write_private(folder / IDENTITY, json.dumps(values))


def write_config(folder: Path, identity: Identity, *, limits: bool) -> Path:
    """Write the configuration and the log settings; `limits` keeps Synapse's rate limits."""
    log_settings = {
        "version": 1,
        "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
        "handlers": {
            "file": {
                "class": "logging.FileHandler",
                "filename": str(folder / LOG),
                "formatter": "line",
            }
        },
        "root": {"level": "WARNING", "handlers": ["file"]},
        "disable_existing_loggers": False,
    }
    (folder / LOG_SETTINGS).write_text(json.dumps(log_settings))
    write_private(folder / CONFIG, json.dumps(settings(folder, identity, limits=limits), indent=1))
    return folder / CONFIG


def settings(folder: Path, identity: Identity, *, limits: bool) -> dict[str, Any]:
    """Synapse's settings: one loopback listener for clients, no federation, SQLite."""
    return {
        "server_name": SERVER_NAME,
        "public_baseurl": f"http://127.0.0.1:{identity.port}/",
        "listeners": [
            {
                "bind_addresses": ["127.0.0.1"],
                "port": identity.port,
                "type": "http",
                "tls": False,
                "resources": [{"names": ["client"], "compress": False}],
            }
        ],
        "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
        "log_config": str(folder / LOG_SETTINGS),
        "media_store_path": str(folder / "media"),
        "pid_file": str(folder / "homeserver.pid"),
        "signing_key_path": str(folder / SIGNING_KEY),
        "registration_shared_secret": identity.registration_secret,
        "macaroon_secret_key": identity.macaroon_secret,
        "form_secret": identity.form_secret,
        "bcrypt_rounds": 4,  # accounts of a toy server; the default costs 0.3 s each
        "report_stats": False,
        "enable_registration": False,
        "trusted_key_servers": [],
        "suppress_key_server_warning": True,
        "federation_domain_whitelist": [],
        "send_federation": False,
        "presence": {"enabled": False},
        "url_preview_enabled": False,
        **({} if limits else NO_LIMITS),
    }


def write_private(path: Path, text: str) -> None:
    """Write `path`, readable by its owner only from its first byte on."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(text)
