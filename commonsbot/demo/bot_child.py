"""The bot's own process: `python -m commonsbot`, tied to the life of the process that started it.

Standard input is a pipe whose other end the parent holds and never writes to. It closes when the
parent dies, even by SIGKILL, and the bot is then told to stop: no orphan is left.
"""

import os
import runpy
import signal
import sys
import threading


def end_with_parent() -> None:
    """Wait for the pipe to close, then ask for an orderly stop."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, name="parent", daemon=True).start()
    runpy.run_module("commonsbot", run_name="__main__", alter_sys=True)
