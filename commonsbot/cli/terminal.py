"""Questions to a person at a terminal."""

import getpass
import sys

from commonsbot.cli.words import say


class Terminal:
    def tell(self, sentence: str = "") -> None:
        print(sentence, flush=True)

    def ask(self, question: str, default: str = "") -> str:
        shown = f" [{default}]" if default else ""
        return input(_prompt(question + shown)).strip() or default

    def ask_hidden(self, question: str) -> str:
        if not sys.stdin.isatty():
            return self.ask(question)
        return getpass.getpass(_prompt(question))

    def confirm(self, question: str) -> bool:
        answer = self.ask(f"{question} [{say('init-yes-no')}]").lower()
        return answer[:1] in ("o", "y")


def _prompt(question: str) -> str:
    return say("cli-prompt", question=question) + " "
