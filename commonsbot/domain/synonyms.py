"""Words that moderators made synonyms of one another, for searching."""

from dataclasses import dataclass

from commonsbot.domain.ids import UserId


@dataclass(frozen=True, slots=True)
class Synonym:
    id: int
    words: tuple[str, ...]
    """Words and phrases that stand for one another, as the moderator wrote them."""
    added_by: UserId | None
    """None for what an import brought."""
