"""The cost of packs by size, as a table in docs/architecture.md: `python -m bench.sizes [POWER…] [--write]`.

Each power of ten that is named is measured, and its figures kept in bench/sizes.toml; with `--write` the
table is made of all that are kept.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tomli

from .installed import ROOT, Installed, installed
from .make_pack import make_pack
from .size_figures import measured
from .table import body, failed

KEPT = ROOT / "bench" / "sizes.toml"
DOCUMENT = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- sizes: made by python -m bench.sizes --write -->\n", "<!-- end of sizes -->\n"
COLUMNS = {
    "statements": ("statements", "{:,.0f}"),
    "file": ("file, MiB", "{:,.0f}"),
    "compile": ("compile, s", "{:,.1f}"),
    "compile_peak": ("its memory, MiB", "{:,.0f}"),
    "look_up": ("look-up", "{:.2f} ×"),
    "search": ("search, ms", "{:,.1f}"),
    "page": ("page, ms", "{:,.1f}"),
    "list": ("longest list, ms", "{:,.0f}"),
    "explorer": ("explorer, MiB", "{:,.0f}"),
}
"""The key of each figure, its heading and its form."""


def main(words: list[str]) -> int:
    """Measure and write. Exit code 2 for words that are neither, 1 if a size could not be measured: then the
    table stays as it is."""
    powers = [int(word) for word in words if word.isdigit()]
    if unknown := [word for word in words if not word.isdigit() and word != "--write"]:
        print(f"{unknown[0]!r} is no power of ten and not --write", file=sys.stderr)
        return 2
    if powers and not _measured(powers):
        return 1
    if "--write" in words:
        DOCUMENT.write_text(with_table(DOCUMENT.read_text(encoding="utf-8"), kept()), encoding="utf-8")
    else:
        print(table(kept()), end="")
    return 0


def _measured(powers: list[int]) -> bool:
    """Measure each size and keep its figures; whether all could be measured. Of each that could not, a row
    says why."""
    missed = 0
    with installed() as place:
        for power in powers:
            try:
                keep(power, figures(place, power))
            except Exception as error:
                missed += 1
                print(body([failed(f"{10**power:,} statements", error)]), flush=True)
    return not missed


def figures(place: Installed, power: int) -> dict[str, float]:
    """The figures of a pack of so many statements, by the keys of the table. Raises where anything fails."""
    with TemporaryDirectory(prefix="cstoref-bench-") as name:
        found = measured(place, make_pack(Path(name) / "made", 10**power), 10**power)
    return {
        "statements": found.statements,
        "file": found.file,
        "compile": found.compiled.cpu,
        "compile_peak": found.compiled.peak,
        "look_up": found.look_up / found.own_look_up,
        "search": found.search,
        "page": found.page,
        "list": found.list,
        "explorer": found.explorer,
    }


def kept() -> list[dict[str, Any]]:
    """The figures of every size that was measured, the smallest first."""
    sizes = tomli.loads(KEPT.read_text(encoding="utf-8")).get("size", []) if KEPT.exists() else []
    return sorted(sizes, key=lambda size: size["statements"])


def keep(power: int, found: dict[str, float]) -> None:
    """Keep the figures of a size in place of what was measured before."""
    sizes = [size for size in kept() if size["statements"] != 10**power] + [found]
    lines = ["[[size]]\n" + "".join(f"{key} = {round(size[key], 3)}\n" for key in COLUMNS) for size in sizes]
    KEPT.write_text("# Figures of bench/sizes.py.\n\n" + "\n".join(lines), encoding="utf-8")


def table(sizes: list[dict[str, Any]]) -> str:
    """The table in Markdown."""
    rows = [[form.format(size[key]) for key, (_, form) in COLUMNS.items()] for size in sizes]
    head = [heading for heading, _ in COLUMNS.values()]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ["---:"] * len(head), *rows))


def with_table(document: str, sizes: list[dict[str, Any]]) -> str:
    """The document with the table in its place. Raises ValueError where it has none."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{DOCUMENT.name} has no place for the table")
    return f"{before}{begin}{table(sizes)}{end}{after}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
