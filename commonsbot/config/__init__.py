"""Settings, read once from YAML and handed down as plain values."""

from commonsbot.config.config import Config, RoomSettings, load
from commonsbot.config.credentials import Credentials
from commonsbot.config.settings import Commands, Encryption, Invites, Log, News, Pace

__all__ = [
    "Commands",
    "Config",
    "Credentials",
    "Encryption",
    "Invites",
    "Log",
    "News",
    "Pace",
    "RoomSettings",
    "load",
]
