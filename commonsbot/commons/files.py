"""What a file shows, said for who can't see it."""

from dataclasses import replace

from commonsbot.domain.resources import Draft

ALT_LIMIT = 1000
"""Characters: an alternative is a sentence or two (RGAA 1.3)."""


def described(draft: Draft, words: str) -> Draft | None:
    """`draft` with a text alternative for the first file that has none, else another one for the
    last; None when it has no file."""
    files = list(draft.files)
    if not files:
        return None
    place = next((n for n, file in enumerate(files) if not file.alt), len(files) - 1)
    files[place] = replace(files[place], alt=words[:ALT_LIMIT])
    return replace(draft, files=tuple(files))
