"""A message that another one is about: fetched when somebody asks for it, never before."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from nio import Event, MegolmEvent
from nio.exceptions import EncryptionError

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Said
from commonsbot.errors import RefusedError
from commonsbot.matrix.bodies import MEGOLM
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import part
from commonsbot.matrix.events import file_of, replaced_by, sent_at, text_of, thread_of


class Quotes:
    def __init__(self, client: Client) -> None:
        self._client = client

    async def said(self, room: RoomId, event: EventId) -> Said | None:
        """The message as it reads now; None when it is no message, gone or not readable.

        Raises MatrixError when the homeserver does not answer.
        """
        path = f"/v3/rooms/{quote(room)}/event/{quote(event)}"
        try:
            source = await self._client.call("GET", path)
        except RefusedError:  # gone, or from before the bot came
            return None
        content = self._content(room, source)
        if content is None or replaced_by(content):
            return None
        thread = thread_of(content)
        content = self._edited(room, source) or content
        text, file = text_of(content), file_of(content)
        if text is None and file is None:
            return None
        return Said(
            event=event,
            room=room,
            sender=UserId(str(source.get("sender"))),
            text=text or "",
            sent_at=sent_at(source.get("origin_server_ts")),
            thread=thread,
            file=file,
            own=source.get("sender") == self._client.user_id,
        )

    def _edited(self, room: RoomId, source: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The content its last edit gave it, if its author made one (spec, "Event replacements").

        The homeserver adds that edit to the message.
        """
        edit = part(source, "unsigned", "m.relations", "m.replace")
        if edit.get("sender") != source.get("sender"):
            return None
        content = self._content(room, edit)
        replaced = replaced_by(content) if content else None
        return replaced[1] if replaced else None

    def _content(self, room: RoomId, source: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """What the `m.room.message` holds, decrypted where it has to be."""
        content = part(source, "content")
        if source.get("type") != "m.room.encrypted":
            return content if source.get("type") == "m.room.message" else None
        opened = self._opened(room, {**source, "content": content})
        if opened is None or opened.source.get("type") != "m.room.message":
            return None
        return part(opened.source, "content")

    def _opened(self, room: RoomId, source: dict[str, Any]) -> Event | None:
        if source["content"].get("algorithm") == MEGOLM:
            names = {"sender_key": "", "device_id": ""}
            source["content"] = names | source["content"]
        event = Event.parse_encrypted_event(source)
        if not isinstance(event, MegolmEvent):
            return None
        event.room_id = room
        try:
            opened: Event = self._client.decrypt_event(event)
        except EncryptionError:
            return None
        return opened
