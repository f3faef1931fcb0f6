"""How the bot speaks, for tests of what makes it speak."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from commonsbot.domain.ids import RoomId
from commonsbot.domain.permalinks import Permalinks
from commonsbot.texts import Languages, Translator, Views


def speaking(
    common: str, rooms: Mapping[RoomId, str] | None = None, network: str = ""
) -> Languages:
    """`common` everywhere but in `rooms`, on the clocks of Paris."""
    views = Views(Translator(common), Permalinks(), ZoneInfo("Europe/Paris"), network)
    languages = Languages(views)
    languages.changed(rooms or {})
    return languages
