"""What an act of the journal is called."""

from commonsbot.domain.acts import Act
from commonsbot.texts.translator import Translator


def verb(texts: Translator, act: Act) -> str:
    """« masque la fiche »; the journal's own words for what has no sentence."""
    try:
        return texts.plain(f"act-{act.what.replace(' ', '-')}-{act.noun}")
    except LookupError:
        return f"{act.what} · {act.noun}"
