"""How well a text answers a question: one formula, in which every part can be told.

    score = sum over the places of a question of their best reading (+ a little of the others)
    reading = sum over its units of value × match
    match = best field + a little of the others, each weight × BM25 saturation
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from commonsbot.search.symbols import any_of
from commonsbot.search.units import Unit
from commonsbot.search.weights import GAP, WEIGHTS, Weights

Fields = Sequence[str]
"""The title, themes and text of a document, in symbols."""


class _Step(NamedTuple):
    """A symbol is word number `step` of the `size` words of a unit."""

    unit: int
    step: int
    size: int


@dataclass(frozen=True, slots=True)
class Part:
    """What one unit contributed."""

    unit: Unit
    field: int
    """Where it matches best."""
    value: float


class Scorer:
    def __init__(
        self, units: Sequence[Unit], averages: Sequence[float], weights: Weights = WEIGHTS
    ) -> None:
        """`averages`: the usual length of each field, in words."""
        self._units = [unit for unit in units if all(unit.pattern)]
        self._weights = weights
        self._steps = _steps(self._units)
        self._places = any_of(self._steps) if self._steps else None
        k1 = weights.saturation
        self._fields = [
            (f.weight * (k1 + 1), k1 * (1 - f.dilution), k1 * f.dilution / max(average, 1.0))
            for f, average in zip(weights.fields, averages, strict=True)
        ]

    def score(self, fields: Fields) -> float:
        """0 for a text that nothing speaks of."""
        readings: dict[tuple[int, int], float] = {}
        for number, (value, _) in self._matches(fields).items():
            unit = self._units[number]
            key = unit.place, unit.reading
            readings[key] = readings.get(key, 0.0) + unit.value * value
        return self._sum(readings)

    def explain(self, fields: Fields) -> list[Part]:
        """What the score is made of, the weightiest part first."""
        parts = [
            Part(self._units[number], field, self._units[number].value * value)
            for number, (value, field) in self._matches(fields).items()
        ]
        return sorted(parts, key=lambda part: -part.value)

    def _sum(self, readings: dict[tuple[int, int], float]) -> float:
        best: dict[int, float] = {}
        for (place, _), value in readings.items():
            best[place] = max(value, best.get(place, 0.0))
        top = sum(best.values())
        return top + self._weights.other_readings * (sum(readings.values()) - top)

    def _matches(self, fields: Fields) -> dict[int, tuple[float, int]]:
        """Of each unit that matches, how well, and in which field best."""
        found: dict[int, tuple[float, int]] = {}
        rest = self._weights.other_fields
        for field, (text, (factor, base, slope)) in enumerate(
            zip(fields, self._fields, strict=True)
        ):
            if not text or not self._places:
                continue
            damping = base + slope * len(text)
            for unit, times in self._count(text).items():
                match = factor * times / (times + damping)
                best = found.get(unit)
                if best is None:
                    found[unit] = match, field
                elif match > best[0]:
                    found[unit] = match + rest * best[0], field
                else:
                    found[unit] = best[0] + rest * match, best[1]
        return found

    def _count(self, text: str) -> dict[int, int]:
        """How often each unit occurs."""
        assert self._places
        counts: dict[int, int] = {}
        last: dict[tuple[int, int], int] = {}
        for match in self._places.finditer(text):
            position = match.start()
            for unit, step, size in self._steps[match[0]]:
                if size == 1:
                    counts[unit] = counts.get(unit, 0) + 1
                elif step == 0:
                    last[unit, 0] = position
                elif position - last.get((unit, step - 1), -GAP - 1) <= GAP:
                    last[unit, step] = position
                    if step == size - 1:
                        counts[unit] = counts.get(unit, 0) + 1
        return counts


def _steps(units: Sequence[Unit]) -> dict[str, list[_Step]]:
    """Last words first: a symbol can't be two words of a unit at one place."""
    steps: dict[str, list[_Step]] = {}
    for number, unit in enumerate(units):
        size = len(unit.pattern)
        for step in reversed(range(size)):
            for symbol in unit.pattern[step]:
                steps.setdefault(symbol, []).append(_Step(number, step, size))
    return steps
