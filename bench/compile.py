"""Making the compiled pack: from files to a file, in a process of its own; and checking all of it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cstoref.store.cache import open_store

from .installed import ROOT, Installed
from .make_pack import make_pack
from .processes import Command, Expected, milliseconds, peak
from .table import Row

STATEMENTS = 10_000
NOTHING = Expected(1, "nothing is found")
"""What a look-up of a name that is not there comes to once the pack was compiled; a pack that cannot be
compiled says so and ends otherwise."""
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
    rate = statements / seconds(place, pack)
    yield Row(f"compiling: {statements:,} statements, a second", rate, "/s", bar=6000, at_least=True)
    with _first_look_up(place, pack) as (command, env):
        held = peak(command, env, NOTHING)
    floor = peak([place.python, "-c", IMPORTS], place.env)
    yield Row("  memory at its peak", held, "MiB", "the imports alone", floor)


def seconds(place: Installed, pack: Path) -> float:
    """What the first look-up in a pack takes longer than loading the program. Raises RuntimeError if that is
    nothing: then it was not compiled."""
    with _first_look_up(place, pack) as (command, env):
        took = milliseconds(command, env, NOTHING)
    floor = milliseconds([place.python, "-c", IMPORTS], place.env)
    if took <= floor:
        raise RuntimeError(f"compiling took {took:,.0f} ms, no longer than the imports ({floor:,.0f} ms)")
    return (took - floor) / 1000


@contextmanager
def _first_look_up(place: Installed, pack: Path) -> Iterator[tuple[Command, dict[str, str]]]:
    """A look-up that must compile first: its cache is empty."""
    with TemporaryDirectory(prefix="cstoref-bench-") as cache:
        yield [place.cstoref, "xyzzy", "--pack", str(pack)], {**place.env, "XDG_CACHE_HOME": cache}
