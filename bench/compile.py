"""Making the compiled pack: from files to a file, in a process of its own; and checking all of it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cstoref.store.cache import open_store

from .installed import ROOT, Installed
from .make_pack import make_pack
from .processes import Command, Expected, Used, milliseconds, used
from .table import Row

STATEMENTS = 10_000
NOTHING = Expected(1, "nothing is found")
"""What a look-up of a name that is not there comes to once the pack was compiled; a pack that cannot be
compiled says so and ends otherwise."""
MEMORY = 400
"""MiB that compiling may take, whatever the size of the pack."""
IMPORTS = "import cstoref.authoring.load, cstoref.store.compile"


def rows(place: Installed) -> Iterator[Row]:
    """The built-in pack from its files, and a made one."""
    count = open_store().count("statements")
    took = seconds(place, ROOT)
    yield Row("compiling: the built-in pack, 1,000 statements", took / count * 1e6, "ms")
    with TemporaryDirectory(prefix="cstoref-bench-") as name:
        yield from figures(place, make_pack(Path(name) / "made", STATEMENTS), STATEMENTS)
    yield Row(
        "verify: the built-in pack",
        milliseconds([place.cstoref, "verify", "--no-review"], place.env, Expected(says="verified")),
        "ms",
    )


def figures(place: Installed, pack: Path, statements: int) -> Iterator[Row]:
    """Speed and memory of compiling a pack of so many statements."""
    with _first_look_up(place, pack) as (command, env):
        yield from rows_of(*beyond_imports(place, command, env), statements)


def rows_of(taken: Used, floor: Used, statements: int) -> Iterator[Row]:
    """The rows of a compilation. Where other programs run too, the clock says little: hence the second."""
    size = f"compiling: {statements:,} statements"
    yield Row(f"{size}, a second", statements / taken.seconds, "/s", bar=6000, at_least=True)
    yield Row("  a second of the processor", statements / taken.cpu, "/s")
    yield Row("  memory at its peak, MiB", taken.peak, "MiB", bar=MEMORY)
    yield Row("  beside the imports alone", taken.peak, "MiB", "the imports alone", floor.peak)


def beyond_imports(place: Installed, command: Command, env: dict[str, str]) -> tuple[Used, Used]:
    """What a look-up that compiles first takes longer than loading the program, its peak as it is; and what
    loading takes. Raises RuntimeError if it takes no longer: then nothing was compiled."""
    taken = used(command, env, NOTHING)
    floor = used([place.python, "-c", IMPORTS], place.env)
    if taken.cpu <= floor.cpu:
        raise RuntimeError(
            f"compiling took {taken.cpu:.2f} s, no longer than the imports ({floor.cpu:.2f} s)"
        )
    rest = Used(taken.seconds - floor.seconds, taken.cpu - floor.cpu, taken.peak)
    return rest, floor


def seconds(place: Installed, pack: Path) -> float:
    """The seconds of a compilation by the clock."""
    with _first_look_up(place, pack) as (command, env):
        return beyond_imports(place, command, env)[0].seconds


@contextmanager
def _first_look_up(place: Installed, pack: Path) -> Iterator[tuple[Command, dict[str, str]]]:
    """A look-up that must compile first: its cache is empty."""
    with TemporaryDirectory(prefix="cstoref-bench-") as cache:
        yield [place.cstoref, "xyzzy", "--pack", str(pack)], {**place.env, "XDG_CACHE_HOME": cache}
