"""The words that search takes for one another, as `synonyms.yaml` lists them."""

from collections.abc import Iterator
from functools import cache

from commonsbot.config.documents import packaged
from commonsbot.search.synonyms import NEAR, SAME, Group, Synonyms

_WORTH = {"same": SAME, "near": NEAR}


def general_groups() -> Iterator[Group]:
    """The groups that come with CommonsBot: general French, administration, law."""
    for name, lines in packaged("synonyms.yaml").items():
        for line in lines:
            yield Group(tuple(part.strip() for part in line.split(",")), _WORTH[name])


@cache
def general_synonyms() -> Synonyms:
    return Synonyms.of(general_groups())
