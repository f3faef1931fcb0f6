"""A random walk: rooms × members × audiences × moves × searches × lists × letters × alerts ×
exports.

Whatever happened before, no answer holds a word that its reader may not see.
"""

from hypothesis import HealthCheck, settings

from tests.commands.walking import Walk

TestWalk = Walk.TestCase
TestWalk.settings = settings(
    max_examples=10,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
