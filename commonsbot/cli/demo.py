"""`commonsbot demo`: a real homeserver, real rooms, a real conversation."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from commonsbot.cli.words import language
from commonsbot.demo.words import demo_words


def add_arguments(parser: ArgumentParser) -> None:
    say = demo_words(language()).plain
    parser.add_argument(
        "--data", type=Path, metavar=say("demo-help-folder"), help=say("demo-help-data")
    )


def run(args: Namespace) -> int:
    from commonsbot.demo import show  # heavy: not for --help
    from commonsbot.demo.terminal import Terminal

    terminal = Terminal(demo_words(language()), sys.stdout)
    return show.show(args.data, terminal, interactive=show.is_interactive())
