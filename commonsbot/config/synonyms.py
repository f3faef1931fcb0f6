"""The words that search takes for one another, as `synonyms.yaml` lists them."""

from functools import cache

from commonsbot.config.documents import packaged
from commonsbot.domain.themes import Vocabulary
from commonsbot.search.synonyms import NEAR, SAME, Group

_WORTH = {"same": SAME, "near": NEAR}


@cache
def general_groups() -> tuple[Group, ...]:
    """The groups that come with CommonsBot: general French, administration, law."""
    return tuple(
        Group(tuple(part.strip() for part in line.split(",")), _WORTH[name])
        for name, lines in packaged("synonyms.yaml").items()
        for line in lines
    )


def groups(vocabulary: Vocabulary) -> tuple[Group, ...]:
    """The same, and the words of the vocabulary that are for searching only."""
    return (*general_groups(), *(Group(words) for words in vocabulary.words))
