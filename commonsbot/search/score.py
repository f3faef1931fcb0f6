"""How well a text answers a question: one formula, in which every part can be told.

score = sum over the places of a question of their best reading (+ a little of the others)
reading = sum over its units of value × match
match = best field + a little of the others, each weight × BM25 saturation
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from commonsbot.search.units import Unit
from commonsbot.search.weights import GAP, WEIGHTS

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
    def __init__(self, units: Sequence[Unit], averages: Sequence[float]) -> None:
        """`averages`: the usual length of each field, in words."""
        self._units = [unit for unit in units if all(unit.pattern)]
        self._readings = [(unit.place, unit.reading) for unit in self._units]
        self._values = [unit.value for unit in self._units]
        self._words, self._rows = _steps(self._units)
        self._symbols = frozenset(self._words)
        k1 = WEIGHTS.saturation
        self._fields = [
            (f.weight * (k1 + 1), k1 * (1 - f.dilution), k1 * f.dilution / max(average, 1.0))
            for f, average in zip(WEIGHTS.fields, averages, strict=True)
        ]

    def score(self, fields: Fields) -> float:
        """0 for a text that nothing speaks of."""
        readings: dict[tuple[int, int], float] = {}
        for number, (match, _) in self._matches(fields).items():
            key = self._readings[number]
            readings[key] = readings.get(key, 0.0) + self._values[number] * match
        best: dict[int, float] = {}
        for (place, _), value in readings.items():
            if value > best.get(place, 0.0):
                best[place] = value
        top = sum(best.values())
        return top + WEIGHTS.other_readings * (sum(readings.values()) - top)

    def explain(self, fields: Fields) -> list[Part]:
        """What the score is the sum of, the weightiest part first."""
        parts = [
            Part(self._units[number], field, self._units[number].value * match)
            for number, (match, field) in self._matches(fields).items()
        ]
        best = _best_readings(parts)
        rest = WEIGHTS.other_readings
        told = [
            one
            if one.unit.reading == best[one.unit.place]
            else replace(one, value=rest * one.value)
            for one in parts
        ]
        return sorted(told, key=lambda part: -part.value)

    def _matches(self, fields: Fields) -> dict[int, tuple[float, int]]:
        """Of each unit that matches, how well, and in which field best."""
        found: dict[int, tuple[float, float, int]] = {}
        for field, (text, (factor, base, slope)) in enumerate(
            zip(fields, self._fields, strict=True)
        ):
            if not text:
                continue
            damping = base + slope * len(text)
            for unit, times in self._count(text).items():
                match = factor * times / (times + damping)
                best, every, where = found.get(unit, (0.0, 0.0, field))
                if match > best:
                    best, where = match, field
                found[unit] = best, every + match, where
        rest = WEIGHTS.other_fields
        return {
            unit: (best + rest * (every - best), where)
            for unit, (best, every, where) in found.items()
        }

    def _count(self, text: str) -> dict[int, int]:
        """How often each unit occurs."""
        counts: dict[int, int] = {}
        present = self._symbols.intersection(text)
        for symbol in present:
            times = text.count(symbol)
            for unit in self._words[symbol]:
                counts[unit] = counts.get(unit, 0) + times
        if len(present) > 1 and len(rows := present & self._rows.keys()) > 1:
            for unit in self._in_a_row(text, rows):
                counts[unit] = counts.get(unit, 0) + 1
        return counts

    def _in_a_row(self, text: str, symbols: Collection[str]) -> Iterator[int]:
        """Each time that a unit of several words is complete."""
        last: dict[tuple[int, int], int] = {}
        for position, symbol in enumerate(text):
            if symbol in symbols:
                yield from self._advance(symbol, position, last)

    def _advance(
        self, symbol: str, position: int, last: dict[tuple[int, int], int]
    ) -> Iterator[int]:
        """Takes in one word of the units of several; gives those it completes."""
        for unit, step, size in self._rows[symbol]:
            if step == 0:
                last[unit, 0] = position
            elif (unit, step - 1) in last and position - last[unit, step - 1] <= GAP:
                last[unit, step] = position
                if step == size - 1:
                    yield unit


def _best_readings(parts: Iterable[Part]) -> dict[int, int]:
    """Of each place, the reading that counts in full."""
    sums: dict[tuple[int, int], float] = {}
    for part in parts:
        key = part.unit.place, part.unit.reading
        sums[key] = sums.get(key, 0.0) + part.value
    best: dict[int, int] = {}
    for place, reading in sorted(sums, key=sums.__getitem__):
        best[place] = reading
    return best


def _steps(units: Sequence[Unit]) -> tuple[dict[str, list[int]], dict[str, list[_Step]]]:
    """Of each symbol, the units it is, and those it is one word of."""
    words: dict[str, list[int]] = {}
    rows: dict[str, list[_Step]] = {}
    for number, unit in enumerate(units):
        size = len(unit.pattern)
        # Last words first: a symbol can't be two words of a unit at one place.
        for step in reversed(range(size)):
            for symbol in unit.pattern[step]:
                alone = words.setdefault(symbol, [])
                if size == 1:
                    alone.append(number)
                else:
                    rows.setdefault(symbol, []).append(_Step(number, step, size))
    return words, rows
