"""Settings, read once from YAML and handed down as plain values."""

from commonsbot.config.config import Config, RoomSettings, load
from commonsbot.config.credentials import Credentials
from commonsbot.config.settings import Capture, Commands, Encryption, Invites, Log, News, Pace

__all__ = [
    "Capture",
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
