"""What of a sync nio gets to read: what the bot has a use for, where it has the right shape.

nio refuses the whole answer for one wrong part, or ends with an exception; asked again, the
homeserver would give the same. A sync brings what strangers' homeservers made: the state that
comes with an invite.
"""

from typing import Any

from commonsbot.matrix.bodies import Json, has_kind, is_number, listed, table, well_formed

_COUNTS = ("m.joined_member_count", "m.invited_member_count")


def tidied(body: Json) -> Json:
    """The body of `GET /sync` without what nobody needs, and without what is malformed."""
    lists, rooms = table(body, "device_lists"), table(body, "rooms")
    join, invite = table(rooms, "join"), table(rooms, "invite")
    return {
        "next_batch": body.get("next_batch"),
        "to_device": {"events": list(filter(has_kind, _events(body, "to_device")))},
        "device_lists": {name: _texts(listed(lists, name)) for name in ("changed", "left")},
        "rooms": {
            "join": {id: _joined(id, table(room)) for id, room in join.items()},
            "invite": {id: _invite(table(room)) for id, room in invite.items()},
            "leave": {id: _joined(id, {}) for id in table(rooms, "leave")},  # that is all
        },
    }


def _joined(id: str, room: Json) -> Json:
    return {
        "state": {"events": well_formed(_events(room, "state"), id)},
        "timeline": _timeline(id, table(room, "timeline")),
        "summary": _summary(table(room, "summary")),
    }


def _timeline(id: str, timeline: Json) -> Json:
    before = timeline.get("prev_batch")
    return {
        "events": well_formed(listed(timeline, "events"), id),
        "limited": timeline.get("limited") is True,
        **({"prev_batch": before} if isinstance(before, str) else {}),
    }


def _summary(summary: Json) -> Json:
    """What it says is that something changed; what it leaves out is as it was."""
    counts = {name: summary[name] for name in _COUNTS if is_number(summary.get(name))}
    heroes = listed(summary, "m.heroes")
    return counts | ({"m.heroes": _texts(heroes)} if heroes else {})


def _invite(room: Json) -> Json:
    """The state is stripped (spec, "Stripped state"): it says nothing of the event itself."""
    events = filter(has_kind, _events(room, "invite_state"))
    stripped = [event for event in events if isinstance(event.get("state_key"), str)]
    for event in stripped:
        event.pop("unsigned", None)
    return {"invite_state": {"events": stripped}}


def _events(value: Json, name: str) -> list[Any]:
    return listed(table(value, name), "events")


def _texts(values: list[Any]) -> list[str]:
    return [value for value in values if isinstance(value, str)]
