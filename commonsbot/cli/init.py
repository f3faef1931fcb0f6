"""`commonsbot init`: asks what the bot needs, writes its configuration, makes its identity."""

from argparse import ArgumentParser, Namespace
from contextlib import nullcontext
from pathlib import Path

from commonsbot import config
from commonsbot.cli.interview import BadAnswerError, Interview
from commonsbot.cli.paths import add_config
from commonsbot.cli.recovery_key import Give, hand_over
from commonsbot.cli.terminal import Terminal
from commonsbot.cli.words import language, say
from commonsbot.cli.written import write


def add_arguments(parser: ArgumentParser) -> None:
    add_config(parser)
    add, file = parser.add_argument, say("cli-file")
    add("--data", type=Path, metavar=say("backup-folder"), help=say("init-help-data"))
    add("--homeserver", metavar="URL", help=say("init-help-homeserver"))
    add("--account", metavar="@…", help=say("init-help-account"))
    add("--password-file", type=Path, metavar=file, help=say("init-help-password-file"))
    add("--token-file", type=Path, metavar=file, help=say("init-help-token-file"))
    add("--keep-password", action="store_true", help=say("init-help-keep"))
    add("--name", metavar=say("init-name-form"), help=say("init-help-name"))
    add("--space", metavar="#…", help=say("init-help-space"))
    add("--room", action="append", default=[], metavar="#…", help=say("init-help-room"))
    add("--steward", action="append", default=[], metavar="@…", help=say("init-help-steward"))
    add("--recovery-key-file", type=Path, metavar=file, help=say("init-help-recovery-key-file"))
    add("--force", action="store_true", help=say("init-help-force"))
    add("--non-interactive", action="store_true", help=say("init-help-non-interactive"))


def run(args: Namespace) -> int:
    terminal = Terminal()
    secrets = args.config.with_name("secrets.yaml")
    _spare(terminal, args, args.config, secrets)
    with hand_over(args.recovery_key_file) if _may_give(args) else nullcontext() as give:
        interview = Interview(terminal, args)
        answers = interview.hold()
        write(answers, args.config, secrets)
        terminal.tell(f"✓ {say('init-written', config=str(args.config), secrets=str(secrets))}")
        _make_identity(args.config, interview.password, give)
    terminal.tell(say("init-next", config=str(args.config)))
    return 0


def _may_give(args: Namespace) -> bool:
    """What a script prints ends in a log."""
    return bool(args.recovery_key_file) or not args.non_interactive


def _make_identity(file: Path, password: str, give: Give | None) -> None:
    from commonsbot.cli.first_identity import make_identity  # heavy: nobody waits for it to answer

    make_identity(config.load(file, language()), password, give)


def _spare(terminal: Terminal, args: Namespace, *paths: Path) -> None:
    """Nothing is overwritten unasked. Raises BadAnswerError."""
    there = ", ".join(str(path) for path in paths if path.exists())
    if not there or args.force:
        return
    if args.non_interactive or not terminal.confirm(say("init-overwrite", paths=there)):
        raise BadAnswerError(say("init-kept", paths=there))
