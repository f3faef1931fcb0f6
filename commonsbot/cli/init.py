"""`commonsbot init`: asks what the bot needs, writes its configuration, makes its identity."""

from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from pathlib import Path

from commonsbot import config
from commonsbot.cli.interview import BadAnswerError, Interview
from commonsbot.cli.paths import add_config
from commonsbot.cli.recovery_key import Give, hand_over
from commonsbot.cli.terminal import Terminal
from commonsbot.cli.words import language, say
from commonsbot.cli.written import write


def add_arguments(parser: ArgumentParser) -> None:
    file = say("cli-file")
    add_config(parser)
    parser.add_argument(
        "--data", type=Path, metavar=say("backup-folder"), help=say("init-help-data")
    )
    parser.add_argument("--homeserver", metavar="URL", help=say("init-help-homeserver"))
    parser.add_argument("--account", metavar="@…", help=say("init-help-account"))
    parser.add_argument(
        "--password-file", type=Path, metavar=file, help=say("init-help-password-file")
    )
    parser.add_argument("--token-file", type=Path, metavar=file, help=say("init-help-token-file"))
    parser.add_argument("--keep-password", action="store_true", help=say("init-help-keep"))
    parser.add_argument("--space", metavar="#…", help=say("init-help-space"))
    parser.add_argument(
        "--room", action="append", default=[], metavar="#…", help=say("init-help-room")
    )
    parser.add_argument(
        "--steward", action="append", default=[], metavar="@…", help=say("init-help-steward")
    )
    parser.add_argument(
        "--recovery-key-file", type=Path, metavar=file, help=say("init-help-recovery-key-file")
    )
    parser.add_argument("--force", action="store_true", help=say("init-help-force"))
    parser.add_argument(
        "--non-interactive", action="store_true", help=say("init-help-non-interactive")
    )


def run(args: Namespace) -> int:
    terminal = Terminal()
    secrets = args.config.with_name("secrets.yaml")
    _spare(terminal, args, args.config, secrets)
    with ExitStack() as stack:
        give = stack.enter_context(hand_over(args.recovery_key_file)) if _may_give(args) else None
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
