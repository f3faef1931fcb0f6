"""What other devices say when they give ours no room key (spec, "m.room_key.withheld")."""

import logging
from collections.abc import Container, Iterable
from typing import Any

from nio import UnknownToDeviceEvent

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.refusals import Reason, Refusal
from commonsbot.store import Store

log = logging.getLogger(__name__)

WITHHELD = "m.room_key.withheld"

LONGEST = 255
"""Characters of an identifier (spec, "Common identifier format")."""


async def keep_refusals(store: Store, events: Iterable[Any], rooms: Container[RoomId]) -> None:
    """Keeps, of one sync's messages to our device, the reasons why keys of `rooms` are missing."""
    sources = [event.source for event in events if isinstance(event, UnknownToDeviceEvent)]
    refusals = [refusal for source in sources if (refusal := refusal_in(source, rooms))]
    if not refusals:
        return
    async with store.transaction() as tx:
        news = [refusal for refusal in refusals if await tx.refusals.keep(refusal)]
        await tx.refusals.prune()
    for refusal in news:
        _report(refusal)


def refusal_in(source: dict[str, Any], rooms: Container[RoomId]) -> Refusal | None:
    """What a to-device message refuses us; None for any other, or a malformed one."""
    content = source.get("content")
    if source.get("type") != WITHHELD or not isinstance(content, dict):
        return None
    try:
        reason = Reason(_text(content, "code"))
    except ValueError:
        log.info("key withheld for an unknown reason", extra={"sender": source["sender"]})
        return None
    room, session = _text(content, "room_id"), _text(content, "session_id")
    if reason is Reason.NO_OLM:
        room = session = ""
    elif room not in rooms or not session:
        return None
    user = UserId(str(source["sender"]))
    return Refusal(user=user, reason=reason, room=RoomId(room), session=session)


def _text(content: dict[str, Any], name: str) -> str:
    value = content.get(name)
    return value[:LONGEST] if isinstance(value, str) else ""


def _report(refusal: Refusal) -> None:
    facts = {"sender": refusal.user, "room": refusal.room, "code": str(refusal.reason)}
    if refusal.reason is Reason.UNVERIFIED:
        log.warning(
            "a member's device gives us no key, because ours is not verified: look at"
            " `commonsbot identity show`",
            extra=facts,
        )
    else:
        log.info("a member's device gives us no key", extra=facts)
