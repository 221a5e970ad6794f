"""The table of platforms and versions of CPython: where every wheel is there, and what is missing where not.

`python -m release.platforms` prints it from the lock alone, without an index.
"""

from __future__ import annotations

from . import lock
from .targets import TARGETS, Target, possible_pythons

RESOLVED = "resolved"


def answers(found: lock.Lock, target: Target) -> dict[str, str]:
    """By version of CPython: `resolved`, or the names of what has no wheel."""
    needed = found[lock.CSTOREF] + found[lock.SHARED] + found[lock.PIPX]
    gaps = {python: lock.missing(needed, target, python) for python in possible_pythons()}
    return {python: f"no {', '.join(names)}" if names else RESOLVED for python, names in gaps.items()}


def rows(found: lock.Lock) -> list[list[str]]:
    """The table: a head, then a row a platform; of the versions that no platform has, the next one alone."""
    table = {name: answers(found, target) for name, target in TARGETS.items()}
    shown = [python for python in possible_pythons() if any(a[python] == RESOLVED for a in table.values())]
    following = [python for python in possible_pythons() if python not in shown][:1]
    versions = shown + following
    return [["platform", *versions], *([name, *(row[v] for v in versions)] for name, row in table.items())]


def main() -> None:
    """Print the table."""
    table = rows(lock.read())
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
