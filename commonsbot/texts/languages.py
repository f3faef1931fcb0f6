"""Which language is spoken where: each room has one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from commonsbot.domain.ids import RoomId
from commonsbot.texts.translator import Translator
from commonsbot.texts.views import Views


class Languages:
    """Who speaks asks for the views of the room when it composes what goes there.

    `common`: in the bot's own language, for what goes to no room. `configured` gives the language
    that the settings have for a room, None where they have none.
    """

    def __init__(
        self, common: Views, configured: Callable[[RoomId], str | None] = lambda room: None
    ) -> None:
        self.common = common
        self._configured = configured
        self._chosen: dict[RoomId, str] = {}
        self._views = {common.texts.language: common}

    @property
    def zone(self) -> ZoneInfo:
        """Of what is the same in every room: days and hours that no room chose."""
        return self.common.zone

    def views_of(self, room: RoomId) -> Views:
        """How things are said there."""
        return self.views_in(self.language_of(room))

    def language_of(self, room: RoomId) -> str:
        return self._chosen.get(room) or self.default_of(room)

    def default_of(self, room: RoomId) -> str:
        """The language there, had nobody chosen one."""
        return self._configured(room) or self.common.texts.language

    def views_in(self, language: str) -> Views:
        """Made when it is first spoken: its sentences take memory."""
        if language not in self._views:
            self._views[language] = replace(self.common, texts=Translator(language))
        return self._views[language]

    def changed(self, chosen: Mapping[RoomId, str | None]) -> None:
        """What rooms chose; None: as the settings have it."""
        for room, language in chosen.items():
            if language:
                self._chosen[room] = language
            else:
                self._chosen.pop(room, None)
