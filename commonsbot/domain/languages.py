"""The languages the bot speaks, and how they are typed."""

from commonsbot.domain.choices import chosen_word

_LANGUAGES = {
    "fr": "fr fra francais francaise french",
    "en": "en eng anglais anglaise english",
}
_LITTLE = frozenset("en in le la l the langue language parle parler speak svp please".split())

_LANGUAGE_OF = {word: language for language, words in _LANGUAGES.items() for word in words.split()}


def read_language(typed: str) -> str | None:
    """« anglais », « en français », "English", "en", a slip apart; None for anything else."""
    return _LANGUAGE_OF.get(chosen_word(typed, _LANGUAGE_OF, _LITTLE))
