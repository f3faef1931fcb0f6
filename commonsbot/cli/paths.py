"""Which configuration file a command works on."""

import os
from argparse import ArgumentParser
from pathlib import Path

from commonsbot.cli.words import say

VARIABLE = "COMMONSBOT_CONFIG"


def default_config() -> Path:
    return Path(os.environ.get(VARIABLE) or "commonsbot.yaml")


def add_config(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-c",
        "--config",
        type=Path,
        default=default_config(),
        metavar=say("cli-file"),
        help=say("cli-help-config", default=str(default_config())),
    )
