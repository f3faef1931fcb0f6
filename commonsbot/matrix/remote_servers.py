"""Other homeservers that do not answer: asked again ever more rarely, and never waited for long."""

from collections.abc import Callable, Collection

WAIT = 5000
"""Milliseconds our homeserver may wait for the others (spec, "POST /keys/query")."""

SOONEST = 30.0
LONGEST = 3600.0
"""Seconds before a server that did not answer is asked again; doubled each time."""


class RemoteServers:
    """Which users' keys are worth asking for. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._silent: dict[str, tuple[float, float]] = {}  # when to ask again, and the wait

    def due(self, users: Collection[str]) -> set[str]:
        """Those whose homeserver answers, as far as we know."""
        now = self._clock()
        return {user for user in users if self._silent.get(server_of(user), (now, 0.0))[0] <= now}

    def heard(self, users: Collection[str], failed: Collection[str]) -> None:
        """`users` were asked for; the servers `failed` gave no answer."""
        for server in {server_of(user) for user in users}:
            if server not in failed:
                self._silent.pop(server, None)
                continue
            wait = min(2 * self._silent.get(server, (0.0, SOONEST / 2))[1], LONGEST)
            self._silent[server] = (self._clock() + wait, wait)


def server_of(user: str) -> str:
    return user.partition(":")[2]
