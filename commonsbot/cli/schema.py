"""`commonsbot schema`: the settings described for editors."""

from argparse import ArgumentParser, Namespace

from commonsbot.config.schema import as_text


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing to choose."""


def run(args: Namespace) -> int:
    print(as_text(), end="")
    return 0
