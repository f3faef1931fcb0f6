"""`commonsbot run`: the bot, until it is told to stop."""

from argparse import ArgumentParser, Namespace

from commonsbot import config
from commonsbot.cli.paths import add_config
from commonsbot.cli.words import language


def add_arguments(parser: ArgumentParser) -> None:
    add_config(parser)


def run(args: Namespace) -> int:
    settings = config.load(args.config, language())
    from commonsbot import app  # heavy: only once the settings are known to be good

    return app.run(settings)
