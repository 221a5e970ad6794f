"""The views on a large pack, from a key press to the complete screen: 10,000 events, all with 50 members; and
a list of 50,000 people."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from .installed import Installed
from .keys import Step, pressed
from .make_people_pack import PEOPLE, make_people_pack
from .make_wide_pack import EVENTS, MEMBERS, make_wide_pack
from .table import Row

NAME = "Session 8 of"
EVENT = "event-8"
STEPS = (
    Step("a matrix opened", ("x", "backspace"), (), EVENT, NAME, "● came"),
    Step("its timeline opened", ("t", "backspace"), (), EVENT, NAME, "Timeline"),
    Step("attendance: an event moved", ("down",), (), "attendance", "Attendance"),
    Step("attendance: a cell moved", ("right", "left"), (), "attendance", "Attendance"),
    Step("attendance: a page moved", ("pagedown",), (), "attendance", "Attendance"),
    Step(
        "attendance: filtered",
        ("2", "0", "0", "9", *4 * ("backspace",)),
        ("f",),
        "attendance",
        "Attendance",
        "Attendance",
        range(8),
    ),
    Step("timeline: a row moved", ("down",), (), "timeline", "Timeline"),
    Step("timeline: zoomed", ("s",), (), "timeline", "Timeline"),
    Step(
        "timeline: filtered",
        ("1", "9", "9", "9", *4 * ("backspace",)),
        ("f",),
        "timeline",
        "Timeline",
        "Timeline",
        range(8),
    ),
    Step("conflicts: one moved", ("down",), (), "conflicts", "Conflicts"),
    Step(
        "conflicts: filtered",
        ("1", "9", "9", "9", *4 * ("backspace",)),
        ("f",),
        "conflicts",
        "Conflicts",
        "Conflicts",
        range(8),
    ),
)


PERSON = "person-8"
LISTED = ("2",)
"""The key that opens the list of people."""
OF_LISTS = (
    Step("the list opened", ("2", "1"), (), PERSON, "was a minister", counted=(0,)),
    Step("a row moved", ("down",), LISTED, PERSON, "was a minister"),
    Step("a page moved", ("pagedown",), LISTED, PERSON, "was a minister"),
    Step("to the end and back", ("G", "g"), LISTED, PERSON, "was a minister", counted=(0, 1)),
    Step(
        "filtered",
        ("k", "a", "z", *3 * ("backspace",)),
        (*LISTED, "f"),
        PERSON,
        "was a minister",
        counted=range(6),
    ),
    Step("sorted", ("s",), LISTED, PERSON, "was a minister"),
)


def rows(place: Installed) -> Iterator[Row]:
    """Each step by the clock; making and compiling the packs takes some minutes."""
    # So many parts of statements are read only where somebody asks for it.
    place = place._replace(env={**place.env, "CSTOREF_LARGE": "1"})
    with TemporaryDirectory(prefix="cstoref-bench-") as name:
        wide = make_wide_pack(Path(name) / "wide")
        yield from _steps(place, wide, ["timeline"], STEPS, f"{EVENTS:,} × {MEMBERS}")
        people = make_people_pack(Path(name) / "people")
        yield from _steps(place, people, ["show", PERSON], OF_LISTS, f"a list of {PEOPLE:,}")


def _steps(place: Installed, pack: Path, first: list[str], steps: Iterable[Step], what: str) -> Iterator[Row]:
    """Each step on a pack, which a `first` command compiles."""
    command = [place.cstoref, *first, "--pack", str(pack)]
    subprocess.run(command, env=place.env, check=True, stdout=subprocess.DEVNULL)
    for step in steps:
        times = pressed([place.cstoref, "open", step.spot, "--pack", str(pack)], place, step)
        yield Row(f"{what}: {step.what}", median(times), "ms", bar=50)
        yield Row("  95 of 100 times within", quantiles(times, n=20)[-1], "ms", bar=100)
