"""What the week was about."""

from dataclasses import dataclass

from commonsbot.domain.choosing import themes_of_talk
from commonsbot.domain.contents import Contents
from commonsbot.domain.themes import Sort, Standing, Tag
from commonsbot.store import Transaction

_LOOKED_AT = 5


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme or tool of the vocabulary that the week spoke of."""

    tag: Tag
    is_shared: bool
    """By several of the new resources."""

    @property
    def label(self) -> str:
        """As it stands within a sentence: « budget participatif », « RGPD »."""
        label = self.tag.label or self.tag.name
        is_word = label[1:2].islower() and self.tag.sort is Sort.THEME
        return label[:1].lower() + label[1:] if is_word else label


async def theme_of(tx: Transaction, contents: Contents) -> Theme | None:
    """The most frequent one; None when nothing has a theme of the vocabulary."""
    tried = [one.resource for one in contents.tried]
    fresh = dict(themes_of_talk(contents.fresh))
    talk = themes_of_talk([*contents.fresh, *tried, *contents.questions])
    for name, _ in talk[:_LOOKED_AT]:
        tag = await tx.themes.tag(name)
        if tag and tag.standing is Standing.GOVERNED:
            return Theme(tag, is_shared=fresh.get(name, 0) > 1)
    return None
