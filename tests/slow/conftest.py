"""The fixtures of the rooms and of the machines, for what takes too long to be run each time."""

from tests.matrix.conftest import client, eve, machine, strict
from tests.rooms.conftest import chance, feeds, new_network, news_network

__all__ = ["chance", "client", "eve", "feeds", "machine", "new_network", "news_network", "strict"]
