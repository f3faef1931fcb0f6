"""The scalars of the settings: from what an operator writes to what the code uses."""

import re
from collections.abc import Callable, Collection
from datetime import time, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from commonsbot.config.shapes import Leaf, UnreadableError
from commonsbot.domain.audiences import Audience
from commonsbot.domain.fields import Field, value_of
from commonsbot.domain.folding import fold
from commonsbot.domain.holidays import Territory
from commonsbot.domain.ids import UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.moderation import Policy
from commonsbot.domain.prompts import bare_emoji, verdict
from commonsbot.domain.roles import Role
from commonsbot.domain.theme_names import key
from commonsbot.domain.themes import LONGEST, theme_word
from commonsbot.domain.time_zones import read_territory

DAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip

BYPASSES = {
    "moderateurs": Role.MODERATOR,
    "moderators": Role.MODERATOR,
    "referents": Role.STEWARD,
    "stewards": Role.STEWARD,
}

AUDIENCES = ("salon", "réseau")
LICENCES = ("licence ouverte", "CC0", "CC BY", "CC BY-SA", "interne", "lien seul")
"""As an operator writes them best; all that members may write is understood."""

_UNITS = {
    "s": 1, "sec": 1, "seconde": 1, "secondes": 1, "second": 1, "seconds": 1,
    "min": 60, "mn": 60, "m": 60, "minute": 60, "minutes": 60,
    "h": 3600, "heure": 3600, "heures": 3600, "hour": 3600, "hours": 3600,
    "j": 86400, "jour": 86400, "jours": 86400, "d": 86400, "day": 86400, "days": 86400,
    "semaine": 604800, "semaines": 604800, "week": 604800, "weeks": 604800,
    "mois": 2629800, "month": 2629800, "months": 2629800,
    "an": 31557600, "ans": 31557600, "year": 31557600, "years": 31557600,
}  # fmt: skip

_USER = re.compile(r"@[^\s:@]+:[^\s/]+")
_ROOM = re.compile(r"![^\s#]+|#[^\s:]+:[^\s/]+")
_HOST = re.compile(r"[\w.-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]+)\s*")
_TIME = re.compile(r"(\d{1,2})\s*[:hH]\s*(\d{2})?")


def word(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UnreadableError("config-not-text", value=str(value))
    return value.strip()


def base_url(value: Any) -> str:
    """An http(s) address that paths are added to: without its last slash."""
    return link(value).rstrip("/")


def link(value: Any) -> str:
    """An http(s) address."""
    text = word(value)
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and parts.hostname and " " not in text
    except ValueError:
        good = False
    if not good:
        host = text.rpartition("//")[2].strip("/ ") or "matrix.example.org"
        raise UnreadableError("config-url", value=text, suggested=f"https://{host}")
    return text


def user(value: Any) -> UserId:
    text = word(value)
    if not _USER.fullmatch(text):
        name = re.sub(r"[\s@].*", "", text.lstrip("@").partition(":")[0]) or "claire"
        raise UnreadableError("config-user", value=text, suggested=f"@{name}:example.org")
    return UserId(text)


def room(value: Any) -> str:
    """A room's or a space's id or alias."""
    text = word(value)
    if not _ROOM.fullmatch(text):
        name = re.sub(r"[^\w.-]", "", text.lstrip("#!").partition(":")[0]) or "reseau"
        raise UnreadableError("config-room", value=text, suggested=f"#{name}:example.org")
    return text


def host(value: Any) -> str:
    """A server's name, maybe with its port."""
    text = word(value).lower()
    if not _HOST.fullmatch(text):
        bare = re.sub(r"^\w+://|/.*", "", text).strip() or "example.org"
        raise UnreadableError("config-host", value=text, suggested=bare)
    return text


def duration(value: Any) -> timedelta:
    text = str(value).strip().lower()
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text) or any(unit not in _UNITS for _, unit in parts):
        number = re.match(r"\d+", text)
        suggested = f"{number[0] if number else 10} minutes"
        raise UnreadableError("config-duration", value=str(value), suggested=suggested)
    return timedelta(seconds=sum(float(n.replace(",", ".")) * _UNITS[unit] for n, unit in parts))


def weekday(value: Any) -> int:
    """Monday is 0."""
    text = str(value).strip().lower()
    if text not in DAYS:
        near = get_close_matches(text, DAYS, n=1, cutoff=0.5) or ["lundi"]
        raise UnreadableError("config-day", value=str(value), suggested=near[0])
    return DAYS[text]


def hour(value: Any) -> time:
    match = _TIME.fullmatch(str(value).strip())
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise UnreadableError("config-time", value=str(value))
    return time(int(match[1]), int(match[2] or 0))


def zone(value: Any) -> ZoneInfo:
    text = word(value)
    known = available_timezones()
    if text not in known:
        near = get_close_matches(text, known, n=1, cutoff=0.5) or ["Europe/Paris"]
        raise UnreadableError("config-zone", value=text, suggested=near[0])
    return ZoneInfo(text)


def holidays(value: Any) -> Territory | Literal["auto", "off"]:
    if value in ("off", "non", "aucun", False):
        return "off"
    if value == "auto":
        return "auto"
    found = read_territory(word(value))
    if found is None:
        choices = ", ".join(("auto", "off", *Territory))
        raise UnreadableError("config-choice", value=str(value), choices=choices)
    return found


def bypass(value: Any) -> Role | UserId:
    name = word(value)
    if name.startswith("@"):
        return user(name)
    if fold(name) not in BYPASSES:
        raise UnreadableError("config-choice", value=name, choices="modérateurs, référents, @…")
    return BYPASSES[fold(name)]


def path(value: Any) -> Path:
    return Path(word(value)).expanduser()


def rate(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise UnreadableError("config-rate", value=str(value))
    return float(value)


def number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UnreadableError("config-number", value=str(value))
    return float(value)


def count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise UnreadableError("config-count", value=str(value))
    return value


def switch(value: Any) -> bool:
    """YAML reads yes, no, on and off as well; oui and non are ours."""
    text = str(value).strip().lower()
    if text not in ("true", "false", "oui", "non"):
        raise UnreadableError("config-switch", value=str(value))
    return text in ("true", "oui")


def contact(value: Any) -> str:
    """An address to write to, or nothing."""
    if not isinstance(value, str) or any(ord(letter) < 32 for letter in value):
        raise UnreadableError("config-not-text", value=str(value))
    return value.strip()


def secret(value: Any) -> str:
    """Kept as it is, and never quoted in an error."""
    if not isinstance(value, str) or not value:
        raise UnreadableError("config-secret-text")
    return value


def audience(value: Any) -> Audience:
    """Who sees a share by default: never everybody, which is for each author to decide."""
    read = value_of(Field.AUDIENCE, str(value))
    if read not in (Audience.ROOM, Audience.NETWORK):
        raise UnreadableError("config-choice", value=str(value), choices=", ".join(AUDIENCES))
    return Audience(read)


_POLICIES = {
    "open": Policy.OPEN,
    "ouvert": Policy.OPEN,
    "review": Policy.REVIEW,
    "relecture": Policy.REVIEW,
}


def policy(value: Any) -> Policy:
    found = _POLICIES.get(str(value).strip().lower())
    if found is None:
        raise UnreadableError("config-choice", value=str(value), choices="open, review")
    return found


def licence(value: Any) -> Licence:
    read = value_of(Field.LICENCE, str(value))
    if read is None:
        raise UnreadableError("config-choice", value=str(value), choices=", ".join(LICENCES))
    return Licence(read)


def emoji(value: Any) -> str:
    """One that does not answer questions already."""
    text = bare_emoji(word(value))
    if any(character.isalnum() or character.isspace() for character in text) or len(text) > 12:
        raise UnreadableError("config-emoji", value=text)
    if verdict(text) is not None:
        raise UnreadableError("config-emoji-taken", value=text)
    return text


def theme(value: Any) -> str:
    """What may follow a #, lower case."""
    text = str(value).strip()
    read = theme_word(text)
    if read is None:
        suggested = theme_word(re.sub(r"[^\w-]+", "-", text).strip("-_")[:LONGEST].strip("-_"))
        raise UnreadableError("config-theme", value=text, suggested=suggested or "budget-vert")
    return read


def name(value: Any) -> str:
    """What a theme is called in a text: it has a letter or a number."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else word(value)
    if not key(text):
        raise UnreadableError("config-name", value=text)
    return text


def default(value: Any) -> bool:
    """Whether what the bot brings along is kept."""
    if value in (True, "on", "oui"):
        return True
    if value in (False, "off", "non"):
        return False
    raise UnreadableError("config-choice", value=str(value), choices="on, off")


def _one_of(choices: Collection[str]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in choices:
            raise UnreadableError("config-choice", value=str(value), choices=", ".join(choices))
        return str(value)

    return read


def choice(*choices: str) -> Leaf:
    return Leaf(_one_of(choices), {"enum": list(choices)})


_TEXT = {"type": "string"}

LANGUAGE = choice("fr", "en")
BASE_URL = Leaf(base_url, {**_TEXT, "pattern": "^https?://"})
LINK = Leaf(link, {**_TEXT, "pattern": "^https?://"})
USER = Leaf(user, {**_TEXT, "pattern": "^@[^\\s:@]+:[^\\s/]+$"})
ROOM = Leaf(room, {**_TEXT, "pattern": "^(![^\\s#]+|#[^\\s:]+:[^\\s/]+)$"})
HOST = Leaf(host, {**_TEXT})
DURATION = Leaf(duration, {**_TEXT, "examples": ["10 minutes", "90 s", "2 h", "6 mois"]})
DAY = Leaf(weekday, {"enum": list(DAYS)})
TIME = Leaf(hour, {**_TEXT, "examples": ["09:00", "9h30"]})
ZONE = Leaf(zone, {**_TEXT, "examples": ["Europe/Paris", "Indian/Reunion"]})
HOLIDAYS = Leaf(holidays, {"enum": ["auto", "off", False, *Territory]})
BYPASS = Leaf(bypass, {**_TEXT, "examples": ["modérateurs", "référents", "@anne:example.org"]})
PATH = Leaf(path, {**_TEXT})
RATE = Leaf(rate, {"type": "number", "exclusiveMinimum": 0})
NUMBER = Leaf(number, {"type": "number"})
COUNT = Leaf(count, {"type": "integer", "minimum": 1})
SWITCH = Leaf(switch, {"enum": [True, False, "oui", "non"]})
CONTACT = Leaf(contact, {**_TEXT})
SECRET = Leaf(secret, {**_TEXT})
WORD = Leaf(word, {**_TEXT})
AUDIENCE = Leaf(audience, {"enum": [*AUDIENCES, "room", "network"]})
LICENCE = Leaf(licence, {**_TEXT, "examples": list(LICENCES)})
POLICY = Leaf(policy, {"enum": list(_POLICIES)})
EMOJI = Leaf(emoji, {**_TEXT})
THEME = Leaf(theme, {**_TEXT})
NAME = Leaf(name, {**_TEXT})
DEFAULT = Leaf(default, {"type": "boolean"})
