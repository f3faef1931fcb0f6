"""The homeserver's own process: Synapse, tied to the life of the process that started it.

Standard input is a pipe whose other end the parent holds and never writes to. It closes when
the parent dies, even by SIGKILL, and this process then ends too: no orphan keeps the port.
"""

import os
import sys
import threading

PARENT_IS_GONE = 70  # exit code


def end_with_parent() -> None:
    """Wait for the pipe to close, then leave at once: nobody needs this server any more."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os._exit(PARENT_IS_GONE)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, name="parent", daemon=True).start()
    from synapse.app.homeserver import main

    main()
