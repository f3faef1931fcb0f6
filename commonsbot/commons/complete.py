"""Adding to a resource what would have made another like it."""

from commonsbot.domain.changes import Change
from commonsbot.domain.resources import Draft
from commonsbot.search.titles import is_same_title


def addition(draft: Draft, more: Draft) -> Change:
    """What `more` says that `draft` does not."""
    title = "" if is_same_title(draft.title, more.title) else more.title
    new = [words for words in (title, more.text) if words and words not in draft.text]
    return Change(
        text="\n\n".join([*filter(None, [draft.text]), "\n".join(new)]) if new else None,
        more_links=more.links,
        more_themes=more.themes,
    )
