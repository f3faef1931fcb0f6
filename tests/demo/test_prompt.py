"""The prompt, at a terminal of its own."""

import codecs
import os
import pty
import re
import select
import subprocess
import sys
import time

DEADLINE = 60.0  # seconds


class Screen:
    """What a terminal shows, and its keyboard."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._shown = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")()  # a letter may come in two parts

    def type(self, keys: str) -> None:
        os.write(self._handle, keys.encode())

    def until(self, pattern: str) -> None:
        """Wait until `pattern` is shown after what was waited for before."""
        give_up = time.monotonic() + DEADLINE
        while not (found := re.search(pattern, self._shown)):
            assert time.monotonic() < give_up, f"{pattern!r} is not in {self._shown!r}"
            if select.select([self._handle], [], [], 0.5)[0]:
                self._shown += self._decoder.decode(os.read(self._handle, 65536))
        self._shown = self._shown[found.end() :]


def test_one_talks_as_anyone_in_any_room_and_leaves_without_a_trace() -> None:
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "commonsbot", "demo"],
        env={**os.environ, "LANG": "fr_FR.UTF-8", "LC_ALL": "", "NO_COLOR": "1", "TERM": "xterm"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    screen = Screen(ours)
    try:
        screen.until("Anne · Entraide > ")
        screen.type("!récent\r")
        screen.until(r"CommonsBot · Entraide · \d+ ms\s+Les dernières fiches")
        screen.type("/claire\r")
        screen.until("Claire · Entraide > ")
        screen.type("/salon 3\r")
        screen.until(r"Claire · Bureau \(chiffré\) > ")
        screen.type("!partager Un titre\\nUn texte\r")
        screen.until(r"CommonsBot · Bureau \(chiffré\)[\s\S]*Un titre[\s\S]*Visible par ce salon")
        screen.type("/salno\r")
        screen.until(r"Vouliez-vous dire /salon[\s\S]*> ")  # Ctrl-D is for a prompt
        screen.type("\x04")
        screen.until("arrêtés en")
        assert running.wait(DEADLINE) == 0
    finally:
        running.terminate()
        running.wait()
        os.close(ours)
