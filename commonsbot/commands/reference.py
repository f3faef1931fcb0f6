"""docs/commandes.md, from the table.

Written by `python -m commonsbot.commands.reference > docs/commandes.md`.
"""

import sys

from commonsbot.commands import COMMANDS
from commonsbot.commands.command import Command
from commonsbot.domain.markup import plain
from commonsbot.domain.roles import Role
from commonsbot.texts import Translator

_HEAD = """# Les commandes

Cette page est écrite par `python -m commonsbot.commands.reference`.
Majuscules, accents, guillemets courbes, espaces insécables et « ! aide » sont acceptés.
En message direct, ou après avoir nommé le robot, le `!` est facultatif.
"""


def reference() -> str:
    """The page, members' commands first."""
    texts = Translator("fr")
    parts = [_HEAD]
    for title, role in (("Pour tous", Role.MEMBER), ("Pour les modérateurs", Role.MODERATOR)):
        parts.append(f"## {title}\n")
        parts += [_section(texts, command) for command in COMMANDS if command.role is role]
    return "\n".join(parts)


def _section(texts: Translator, command: Command) -> str:
    rows = [f"### `{command.usage(texts)}`\n", _sentence(texts.plain(f"summary-{command.id}"))]
    if command.detailed:
        rows.append(plain(texts.inline(f"details-{command.id}")))
    if command.example:
        rows.append(f"\nExemple : `{command.sample(texts)}`")
    others = ", ".join(f"`!{name}`" for name in command.names if name != command.name)
    rows.append(f"\nAussi : {others}\n")
    return "\n".join(rows)


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + "."


if __name__ == "__main__":
    sys.stdout.write(reference())
