"""The words that search takes for one another, as `synonyms.yaml` lists them."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

import yaml

from commonsbot.search.synonyms import NEAR, SAME, Group, Synonyms

_WORTH = {"same": SAME, "near": NEAR}


def general_groups() -> Iterator[Group]:
    """The groups that come with CommonsBot: general French, administration, law."""
    file = resources.files("commonsbot.config") / "synonyms.yaml"
    for name, lines in yaml.safe_load(file.read_text(encoding="utf-8")).items():
        for line in lines:
            yield Group(tuple(part.strip() for part in line.split(",")), _WORTH[name])


@cache
def general_synonyms() -> Synonyms:
    return Synonyms.of(general_groups())
