"""Adding to a resource what would have made another like it."""

from dataclasses import replace

from commonsbot.domain.resources import Draft
from commonsbot.search.titles import is_same_title


def added(draft: Draft, more: Draft) -> Draft:
    """`draft`, and what `more` says beside."""
    title = "" if is_same_title(draft.title, more.title) else more.title
    new = [words for words in (title, more.text) if words and words not in draft.text]
    return replace(
        draft,
        text="\n\n".join(filter(None, [draft.text, "\n".join(new)])),
        links=tuple(dict.fromkeys([*draft.links, *more.links])),
        themes=tuple(dict.fromkeys([*draft.themes, *more.themes])),
        files=tuple(dict.fromkeys([*draft.files, *more.files])),
    )
