"""Whom a moderator means: a Matrix identifier, or what comes before its server."""

import re

from commonsbot.domain.ids import UserId

_WHOLE = re.compile(r"@[^\s:@]+:[^\s/]+")
_SHORT = re.compile(r"@?[\w.=+-]+(?:/[\w.=+-]+)*")


def read_user(word: str) -> UserId | None:
    """« @anne:example.org »; None for anything else."""
    word = word.strip("<>()«»,;\u00a0 ")
    return UserId(word) if _WHOLE.fullmatch(word) else None


def read_localpart(word: str) -> str | None:
    """« anne » of « @anne »; None for what can't be one."""
    return word.lstrip("@") if _SHORT.fullmatch(word) else None
