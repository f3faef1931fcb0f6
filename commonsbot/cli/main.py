"""The `commonsbot` command: finds the verb, imports it, runs it."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Protocol, cast

from commonsbot import __version__
from commonsbot.cli.parser import USAGE, Parser, Verbatim, nearest
from commonsbot.cli.reporting import OK, guarded
from commonsbot.cli.words import choose, say, speak
from commonsbot.texts.translator import LANGUAGES

VERBS = {
    "init": "init",
    "check": "check",
    "run": "run",
    "import": "import_",
    "export": "export",
    "letter": "letter",
    "journal": "journal",
    "sources": "sources",
    "reindex": "reindex",
    "identity": "identity",
    "backup": "backup",
    "restore": "restore",
    "schema": "schema",
    "demo": "demo",
}
"""Each verb and its module, imported only when chosen."""


class Verb(Protocol):
    """What a verb's module holds."""

    def add_arguments(self, parser: ArgumentParser) -> None: ...
    def run(self, args: Namespace) -> int: ...


def main(words: Sequence[str] | None = None) -> int:
    """Runs the command line and gives its exit code."""
    words = list(sys.argv[1:] if words is None else words)
    forced, words = _language(words)
    speak(choose(forced))
    return guarded(partial(_dispatch, words), debug="--debug" in words)


def _language(words: list[str]) -> tuple[str | None, list[str]]:
    """`--lang X` taken out first: the help depends on it. A bad one stays, and is refused."""
    for place, word in enumerate(words):
        option, equals, value = word.partition("=")
        if option != "--lang":
            continue
        used = 1 if equals else 2
        value = value if equals else "".join(words[place + 1 : place + 2])
        if value in LANGUAGES:
            return value, words[:place] + words[place + used :]
    return None, words


def _dispatch(words: list[str]) -> int:
    debug = [word for word in words if word == "--debug"]
    rest = [word for word in words if word != "--debug"]
    if not rest or rest[0].startswith("-"):
        return _without_verb(rest)
    name = rest[0]
    if name not in VERBS:
        print(f"✗ {say('cli-unknown-verb', verb=name)}{nearest(name, VERBS)}", file=sys.stderr)
        print(f"  {say('cli-see-help', command='commonsbot --help')}", file=sys.stderr)
        return USAGE
    return _verb(name).run(parser_of(name).parse_args([*rest[1:], *debug]))


def parser_of(name: str) -> Parser:
    """What reads the words after the verb `name`."""
    parser = Parser(f"commonsbot {name}", say(f"cli-{name}"), say("cli-exit-codes"))
    _verb(name).add_arguments(parser)
    _add_common(parser)
    return parser


def _verb(name: str) -> Verb:
    return cast(Verb, import_module(f"commonsbot.cli.{VERBS[name]}"))


def _without_verb(words: list[str]) -> int:
    width = max(map(len, VERBS)) + 2
    verbs = "\n".join(f"  {name:{width}}{say(f'cli-{name}')}" for name in VERBS)
    parser = Parser("commonsbot", say("cli-about"))
    parser.usage = f"commonsbot [-h] [--version] [--lang {{fr,en}}] {say('cli-verb')} …"
    parser.formatter_class = Verbatim
    parser.epilog = f"{say('cli-verbs')}\n{verbs}\n\n{say('cli-verb-help')}"
    parser.add_argument(
        "--version",
        action="version",
        version=f"CommonsBot {__version__}",
        help=say("cli-help-version"),
    )
    _add_common(parser)
    parser.parse_args(words)
    parser.print_help()
    return USAGE if words else OK


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, help=say("cli-help-lang"))
    parser.add_argument("--debug", action="store_true", help=say("cli-help-debug"))
