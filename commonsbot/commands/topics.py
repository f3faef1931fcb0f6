"""In which order `!aide` names the commands, and under what."""

from enum import StrEnum


class Topic(StrEnum):
    """Its heading is the message `help-topic-{topic}`."""

    SHARE = "share"
    FIND = "find"
    ASK = "ask"
    TRY = "try"
    NEWS = "news"
    FOLLOW = "follow"
    KEEP = "keep"
    YOU = "you"
    ANSWER = "answer"


FIRST = ("share", "search", "card", "question", "thank")
"""Explained at once: what a newcomer needs."""

TOPICS: dict[Topic, tuple[str, ...]] = {
    Topic.SHARE: ("experience", "describe", "undo", "useful"),
    Topic.FIND: ("more", "recent", "themes", "tools", "stats"),
    Topic.ASK: ("reply", "questions"),
    Topic.TRY: ("trial", "trials", "outcome"),
    Topic.NEWS: ("watch", "deadlines", "item"),
    Topic.FOLLOW: ("follow", "followed", "unfollow", "letter"),
    Topic.KEEP: (
        *("edit", "complete", "restore", "remove", "proposals", "accept", "refuse", "merge"),
        *("split", "visible", "licence", "credit", "valid", "check"),
    ),
    Topic.YOU: (
        *("own-hours", "pause", "resume", "hours", "room-language", "sign", "my-data"),
        "forget",
    ),
    Topic.ANSWER: ("yes", "no", "help"),
}
"""The others of the members, by name only: `!aide` and a name explains one."""
