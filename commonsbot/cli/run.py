"""`commonsbot run`: the bot, until it is told to stop."""

import os
from argparse import ArgumentParser, Namespace

from commonsbot import config
from commonsbot.cli.paths import add_config
from commonsbot.cli.words import language
from commonsbot.config.credentials import ACCESS_TOKEN, PASSWORD


def add_arguments(parser: ArgumentParser) -> None:
    add_config(parser)


def run(args: Namespace) -> int:
    settings = config.load(args.config, language())
    for name in (PASSWORD, ACCESS_TOKEN):
        os.environ.pop(name, None)  # read once: no child process is given it
    os.umask(0o077)  # what is written from now on is nobody else's
    from commonsbot import app  # heavy: only once the settings are known to be good

    return app.run(settings)
