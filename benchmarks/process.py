"""What Linux says of a process: processor time and memory (man 5 proc)."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Memory:
    """In MiB. `resident` counts shared pages whole, `proportional` shares them out."""

    resident: float
    proportional: float


def processor_seconds(pid: int) -> float:
    """User and system time of the process and all its threads, children not counted."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid: int) -> Memory:
    """VmRSS of status and Pss of smaps_rollup."""
    return Memory(
        resident=_mebibytes(Path(f"/proc/{pid}/status"), "VmRSS"),
        proportional=_mebibytes(Path(f"/proc/{pid}/smaps_rollup"), "Pss"),
    )


def _mebibytes(path: Path, name: str) -> float:
    found = re.search(rf"^{name}:\s+(\d+) kB", path.read_text(), re.MULTILINE)
    assert found, f"{path} has no {name}"
    return int(found[1]) / 1024
