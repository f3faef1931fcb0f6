"""Recovery keys in what the command line says."""

import re

_ALONE = re.compile(r"^ +(E\w{3}( \w{4}){11})$", re.MULTILINE)


def key_in(said: str) -> str:
    """The only one that was said, on a line of its own."""
    [(key, _)] = _ALONE.findall(said)
    return str(key)
