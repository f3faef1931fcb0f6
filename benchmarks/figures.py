"""What was measured, beside its bar, for people and for machines."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One number. `bar`: the most that is accepted (the least, if `at_least`)."""

    what: str
    value: float
    unit: str
    bar: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def passes(self) -> bool | None:
        """None without a bar."""
        if self.bar is None:
            return None
        return self.value >= self.bar if self.at_least else self.value <= self.bar


def percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def table(figures: Sequence[Figure]) -> str:
    """Aligned columns: what, value, bar, verdict, note."""
    rows = [("measure", "value", "bar", "verdict", "")] + [_row(figure) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join("  ".join([*map(str.ljust, row[:4], widths), row[4]]).rstrip() for row in rows)


def _row(figure: Figure) -> tuple[str, str, str, str, str]:
    sign = "≥" if figure.at_least else "≤"
    verdict = {True: "pass", False: "FAIL", None: ""}[figure.passes]
    bar = "" if figure.bar is None else f"{sign} {figure.bar:g} {figure.unit}".rstrip()
    value = f"{figure.value:.4g}" if figure.value < 1000 else f"{figure.value:,.0f}"
    return (figure.what, f"{value} {figure.unit}".rstrip(), bar, verdict, figure.note)


def json_line(name: str, figures: Sequence[Figure]) -> str:
    """One line, with the verdicts, to keep or to compare."""
    listed = [asdict(figure) | {"passes": figure.passes} for figure in figures]
    return json.dumps({"benchmark": name, "figures": listed}, ensure_ascii=False)
