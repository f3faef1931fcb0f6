"""The fixtures of the rooms, for what takes too long to be run each time."""

from tests.rooms.conftest import chance, new_network

__all__ = ["chance", "new_network"]
