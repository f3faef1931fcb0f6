"""Under which terms a resource may be used again."""

from enum import StrEnum


class Licence(StrEnum):
    """Values are SPDX identifiers where there is one (https://spdx.org/licenses/)."""

    OPEN_LICENCE = "etalab-2.0"
    """Licence Ouverte 2.0, the one of French public bodies."""
    CC0 = "CC0-1.0"
    CC_BY = "CC-BY-4.0"
    CC_BY_SA = "CC-BY-SA-4.0"
    NETWORK = "network"
    """Inside the network only."""
    LINK = "link"
    """Nothing but the link is shared: its page has terms of its own."""

    @property
    def is_open(self) -> bool:
        """Whether anybody may use it again: the condition for being public."""
        return self in _OPEN

    @property
    def url(self) -> str:
        """Its official text; "" for what is no public licence."""
        return _URLS.get(self, "")


_OPEN = frozenset({Licence.OPEN_LICENCE, Licence.CC0, Licence.CC_BY, Licence.CC_BY_SA})

_URLS = {
    Licence.OPEN_LICENCE: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
}
