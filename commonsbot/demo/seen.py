"""What a member has seen, in the order of its syncs, and waiting for what must come."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

Event = dict[str, Any]
"""A room event as the homeserver sends it, with `room_id` added."""

Wish = Callable[[Event], bool]

SHOWN_AFTER_TIMEOUT = 8  # events quoted in the error


class SeenEvents:
    """A growing list of events; `owner` names the member in errors."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.events: list[Event] = []
        self._place: dict[str, int] = {}
        self.grown = asyncio.Event()  # set by the next sync, and then another one

    def add(self, events: Iterable[Event]) -> None:
        """Append what is not there yet, and wake those who wait."""
        for event in events:
            if event["event_id"] not in self._place:
                self._place[event["event_id"]] = len(self.events)
                self.events.append(event)
        self.wake()

    def wake(self) -> None:
        """Let those who wait look again."""
        self.grown.set()
        self.grown = asyncio.Event()

    def knows(self, event_id: str) -> bool:
        """Whether this event was seen."""
        return event_id in self._place

    async def wait(
        self,
        contains: str | None = None,
        *,
        room: str | None = None,
        sender: str | None = None,
        predicate: Wish | None = None,
        after: str | None = None,
        deadline: float = 10.0,
    ) -> Event:
        """The first event that fulfils every condition given, seen already or still to come.

        `contains` looks into the plain body of a message (the new one of an edit), `after` is
        the id of an event that must come before. Raises TimeoutError after `deadline` seconds.
        """
        wish = wanted(contains, room, sender, predicate)
        try:
            async with asyncio.timeout(deadline):
                return await self._first(wish, after)
        except TimeoutError:
            what = wish_in_words(contains, room, sender, predicate)
            raise TimeoutError(self._disappointment(what, after, deadline)) from None

    async def _first(self, wish: Wish, after: str | None) -> Event:
        while after is not None and after not in self._place:
            await self.grown.wait()
        looked = 0 if after is None else self._place[after] + 1
        while True:
            for event in self.events[looked:]:
                if wish(event):
                    return event
            looked = len(self.events)
            await self.grown.wait()

    def _disappointment(self, what: str, after: str | None, deadline: float) -> str:
        if after is not None and after not in self._place:
            return f"{self.owner} waited {deadline:g} s for {what}, but never saw {after} itself"
        start = 0 if after is None else self._place[after] + 1
        seen = [describe(event) for event in self.events[start:]][-SHOWN_AFTER_TIMEOUT:]
        heard = "\n".join(f"  {line}" for line in seen) or "  nothing"
        return f"{self.owner} waited {deadline:g} s for {what}. Seen:\n{heard}"


def describe(event: Event) -> str:
    """One line for an error: who, what."""
    body = event.get("content", {}).get("body")
    what = event["type"] if body is None else f"{str(body)[:120]!r}"
    return f"{event['sender']} in {event['room_id']}: {what}"


def wanted(
    contains: str | None,
    room: str | None,
    sender: str | None,
    predicate: Wish | None,
) -> Wish:
    """The test that an event passes when it fulfils every condition that is given."""

    def fulfils(event: Event) -> bool:
        return (
            (room is None or event["room_id"] == room)
            and (sender is None or event["sender"] == sender)
            and (contains is None or contains in body_of(event))
            and (predicate is None or predicate(event))
        )

    return fulfils


def body_of(event: Event) -> str:
    """The plain text of a message, the new one for an edit; "" for anything else."""
    content = event.get("content", {})
    return str(content.get("m.new_content", content).get("body", ""))


def wish_in_words(
    contains: str | None,
    room: str | None,
    sender: str | None,
    predicate: Wish | None,
) -> str:
    """The same conditions, for the error."""
    parts = ["an event" if contains is None else f"{contains!r}"]
    parts += [f"from {sender}"] if sender else []
    parts += [f"in {room}"] if room else []
    parts += [f"such that {getattr(predicate, '__name__', predicate)}"] if predicate else []
    return " ".join(parts)
