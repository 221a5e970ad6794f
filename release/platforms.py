"""The table of platforms and versions of CPython: where every wheel is there, and what is missing where not.

`python -m release.platforms` prints it, from the lock alone, without an index, and writes docs/install.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import lock
from .targets import ROOT, TARGETS, Target, least_system, possible_pythons

RESOLVED = "resolved"
PAGE = ROOT / "docs" / "install.md"
BEGIN = "<!-- platforms: written by release/platforms.py -->"
END = "<!-- end of platforms -->"


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
    body = [[name, needs(found, TARGETS[name]), *(row[v] for v in versions)] for name, row in table.items()]
    return [["platform", "needs", *versions], *body]


def needs(found: lock.Lock, target: Target) -> str:
    """The oldest system that every wheel runs on there; empty where any will do."""
    packages, pythons = found[lock.CSTOREF] + found[lock.SHARED], lock.pythons(found, target)
    wheels = (package.wheel(target, python) for package in packages for python in pythons)
    least = least_system(wheel.platforms for wheel in wheels if wheel)
    system = target.libc or target.system.replace("Darwin", "macOS")
    return f"{system} {'.'.join(map(str, least))}" if least else ""


def with_table(page: str, table: list[list[str]]) -> str:
    """The page with the table between its two marks made anew. Raises ValueError where a mark is missing."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{BEGIN} and {END} must stand in {PAGE.name}")
    return f"{before}{BEGIN}\n\n{''.join(_markdown(table))}\n{END}{after}"


def _markdown(table: list[list[str]]) -> Iterator[str]:
    head, *body = table
    yield f"| {' | '.join(head)} |\n|{'---|' * len(head)}\n"
    for platform, *cells in body:
        yield f"| {' | '.join([f'`{platform}`', *('yes' if c == RESOLVED else c for c in cells)])} |\n"


def main() -> None:
    """Print the table, and write it into the page."""
    table = rows(lock.read())
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), table), encoding="utf-8")


if __name__ == "__main__":
    main()
