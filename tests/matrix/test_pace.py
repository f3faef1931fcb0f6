"""Speaking at the pace that was agreed."""

import asyncio

import pytest

from commonsbot.matrix.pace import Pace


class Clock:
    """Time that passes only while somebody waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr(asyncio, "sleep", self.sleep)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def test_a_burst_then_one_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    pace = Pace(1, 5, clock)
    times = []
    for _ in range(8):
        await pace.turn()
        times.append(clock.now)
    assert times == pytest.approx([0, 0, 0, 0, 0, 1, 2, 3])


async def test_nobody_sends_while_the_homeserver_asks_to_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock(monkeypatch)
    pace = Pace(100, 100, clock)
    pace.hold(7)
    await pace.turn()
    assert clock.now == pytest.approx(7)
