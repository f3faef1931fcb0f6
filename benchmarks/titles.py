"""How well news are told apart.

    python -m benchmarks.titles FILE.tsv

FILE has a heading line and at least the columns `label`, `title` and `summary`; with `published`
and `deadline` (2027-01-12, or 2027-01-12T18:00; empty where none is stated), deadlines are
measured too. Exit code 1 when a bar is missed.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.figures import Figure, table
from commonsbot.config.news_classes import load
from commonsbot.domain.news_classes import Lexicon, NewsClass
from commonsbot.domain.news_reading import Reading, reading

MACRO_F1 = 0.92
AWARD_PRECISION = 0.95
DEADLINES = 0.95

AWARDS = (NewsClass.AWARD_RESULT, NewsClass.AWARD_CALL)
UNDATED = date(2026, 11, 1)
"""When a title is taken to be written that gives no date: its deadline is not measured then."""

Row = dict[str, str]
Read = tuple[Row, Reading]


def main() -> int:
    """0 when every bar is met, 1 otherwise."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.titles",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE.tsv")
    parser.add_argument("--wrong", action="store_true", help="list what is read wrongly")
    args = parser.parse_args()
    read = [(row, _read(row, load(None, []))) for row in rows(args.file)]
    figures = [*classes(read), *deadlines(read)]
    if args.wrong:
        _show_wrong(read)
    print(table(figures))
    return int(any(figure.passes is False for figure in figures))


def rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _read(row: Row, lexicon: Lexicon) -> Reading:
    written = date.fromisoformat(row["published"]) if row.get("published") else UNDATED
    return reading(row["title"], row["summary"], written, lexicon, lambda title, text: ())


def classes(read: Sequence[Read]) -> list[Figure]:
    """Precision, recall and F1 of each class, and the mean F1 of those that are labelled."""
    told = Counter(one.verdict.class_.value for _, one in read)
    meant = Counter(row["label"] for row, _ in read)
    right = Counter(row["label"] for row, one in read if row["label"] == one.verdict.class_)
    figures, scores = [], []
    for class_ in NewsClass:
        name = class_.value
        precision, recall = _part(right[name], told[name]), _part(right[name], meant[name])
        score = _part(2 * right[name], told[name] + meant[name])
        scores += [score] if meant[name] else []
        bar = AWARD_PRECISION if class_ in AWARDS and told[name] else None
        figures += [
            Figure(f"{name}, precision", precision, "", bar, True, f"{told[name]} told"),
            Figure(f"{name}, recall", recall, "", note=f"{meant[name]} labelled"),
            Figure(f"{name}, F1", score, ""),
        ]
    return [*figures, Figure("macro-F1", _part(sum(scores), len(scores)), "", MACRO_F1, True)]


def deadlines(read: Sequence[Read]) -> list[Figure]:
    """How many of the deadlines stated are read exactly, and how many are read where none is."""
    dated = [(row["deadline"], one) for row, one in read if row.get("published")]
    stated = [(written, one) for written, one in dated if written]
    if not stated:
        return []
    exact = sum(str(one.deadline) == written for written, one in stated)
    others = len(dated) - len(stated)
    wrong = sum(one.deadline is not None for written, one in dated if not written)
    return [
        Figure("deadlines, exact", exact / len(stated), "", DEADLINES, True, f"of {len(stated)}"),
        Figure("deadlines read where none is stated", wrong, "", note=f"of {others}"),
    ]


def _part(some: float, of: int) -> float:
    return some / of if of else 0.0


def _show_wrong(read: Sequence[Read]) -> None:
    for row, one in read:
        if row["label"] != one.verdict.class_:
            print(f"{row['label']} → {one.verdict.class_}: {row['title']} | {row['summary']}")
        if row.get("published") and row["deadline"] != str(one.deadline or ""):
            print(f"{row['deadline']} → {one.deadline}: {row['title']} | {row['summary']}")


if __name__ == "__main__":
    sys.exit(main())
