"""`commonsbot check`: what is right and what is not, with a remedy for each."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from commonsbot import config
from commonsbot.cli.findings import Finding, on_disk, on_server
from commonsbot.cli.paths import add_config
from commonsbot.cli.reporting import FAILED, OK
from commonsbot.cli.words import language, say
from commonsbot.errors import ConfigError

_MARKS = {True: "✓", False: "✗", None: "·"}


def add_arguments(parser: ArgumentParser) -> None:
    add_config(parser)
    parser.add_argument("--offline", action="store_true", help=say("check-help-offline"))


def run(args: Namespace) -> int:
    try:
        settings = config.load(args.config, language())
    except ConfigError as mistakes:
        for one in mistakes.errors:
            _show(Finding(False, one.problem, one.key, one.remedy), one.file)
        return FAILED
    bad = 0
    for finding in _findings(settings, offline=args.offline):
        _show(finding, str(args.config))
        bad += finding.good is False
    print(say("check-bad", count=bad) if bad else say("check-good"))
    return FAILED if bad else OK


def _findings(settings: config.Config, *, offline: bool) -> Iterator[Finding]:
    yield Finding(True, say("check-config", path=str(settings.file)))
    if settings.secrets.exists():
        yield Finding(True, say("check-secrets", path=str(settings.secrets)))
    yield from on_disk(settings)
    if not offline:
        yield from on_server(settings)


def _show(finding: Finding, file: str) -> None:
    place = ": ".join(filter(None, (file, finding.key)))
    words = f"{place}: {finding.words}" if finding.good is False else finding.words
    print(f"{_MARKS[finding.good]} {words}")
    if finding.remedy:
        print(f"  → {finding.remedy}")
