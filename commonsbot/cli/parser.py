"""argparse, in two languages, with the nearest word in its errors."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import NoReturn

from commonsbot.cli.words import say

USAGE = 2  # exit code

_REFUSALS = (
    (r"the following arguments are required: (?P<names>.+)", "cli-required"),
    (r"unrecognized arguments: (?P<value>.+)", "cli-unrecognized"),
    (r"argument (?P<name>.+?): expected (at least )?one argument", "cli-expected"),
    (
        r"argument (?P<name>.+?): invalid choice: '?(?P<value>.+?)'?"
        r" \(choose from (?P<choices>.+)\)",
        "cli-choice",
    ),
    (r"argument (?P<name>.+?): invalid \S+ value: '(?P<value>.+)'", "cli-value"),
    (r"argument (?P<name>.+?): ignored explicit argument '(?P<value>.+)'", "cli-no-value"),
    (r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", "cli-together"),
    (r"one of the arguments (?P<names>.+) is required", "cli-required"),
)
"""What argparse says (3.11 to 3.14), and our sentence for it."""


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or f"{say('cli-usage')} ")


class Verbatim(_Formatter, argparse.RawDescriptionHelpFormatter):
    """Keeps the line breaks of the description and epilog."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks the chosen language. An error exits with 2."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = say("cli-positionals")
        self._optionals.title = say("cli-options")
        self.add_argument("-h", "--help", action="help", help=say("cli-help-help"))

    def error(self, message: str) -> NoReturn:
        sentence = refusal(message, self._option_string_actions)
        print(f"✗ {sentence}", file=sys.stderr)
        print(f"  {say('cli-see-help', command=f'{self.prog} --help')}", file=sys.stderr)
        sys.exit(USAGE)


def refusal(message: str, options: Iterable[str]) -> str:
    """Our sentence for argparse's `message`, with the nearest of `options` when one is unknown."""
    for pattern, sentence in _REFUSALS:
        match = re.fullmatch(pattern, message)
        if match:
            values = {name: value for name, value in match.groupdict().items() if value}
            if sentence == "cli-unrecognized":
                word = values["value"].split()[0]
                return say("cli-unrecognized", value=word) + nearest(word, options)
            if "choices" in values:
                values["choices"] = values["choices"].replace("'", "")
            return say(sentence, **values)
    return message


def nearest(word: str, known: Iterable[str], shown: Callable[[str], str] = str) -> str:
    """ " Did you mean …?", or nothing."""
    near = get_close_matches(word.partition("=")[0].casefold(), known, n=1, cutoff=0.5)
    return f" {say('cli-near', near=shown(near[0]))}" if near else ""
