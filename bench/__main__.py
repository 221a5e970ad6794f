"""What is said to be fast, beside what it is compared to: `python -m bench`, or `python -m bench PART…`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from .installed import Installed, installed
from .table import Row, body, failed, head

PARTS = ("lookups", "layers", "paint", "keys", "views", "compile", "memory", "peers", "answers", "growth")
ON_REQUEST = ("ways",)
"""Parts that take minutes, and are measured only when they are named."""
Part = Callable[..., Iterable[Row]]


def main(words: list[str]) -> int:
    """Measure and print row by row. A number after a part is its size. Exit code 1 if a bar is not held."""
    known = (*PARTS, *ON_REQUEST)
    unknown = [word for word in words if word not in known and not word.isdigit()]
    if unknown:
        print(f"no part {unknown[0]!r}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    sizes = [int(word) for word in words if word.isdigit()]
    missed = 0
    with installed() as place:
        print(head())
        for name in [word for word in words if not word.isdigit()] or PARTS:
            part: Part = import_module(f"bench.{name}").rows
            for row in _rows(name, part, place, sizes if name == "growth" else []):
                missed += row.held is False
                print(body([row]), flush=True)
    return 1 if missed else 0


def _rows(name: str, part: Part, place: Installed, sizes: list[int]) -> Iterator[Row]:
    """The rows of a part; where it fails, a last one that says why. The parts after it are still measured."""
    try:
        yield from part(place, *sizes)
    except Exception as error:
        yield failed(f"{name}: what was to follow", error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
