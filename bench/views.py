"""The views on a large pack, from a key press to the complete screen: 10,000 events, all with 50 members."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from .installed import Installed
from .keys import Step, pressed
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


def rows(place: Installed) -> Iterator[Row]:
    """Each step by the clock; making and compiling the pack takes some minutes."""
    # So many parts of statements are read only where somebody asks for it.
    place = place._replace(env={**place.env, "CSTOREF_LARGE": "1"})
    with TemporaryDirectory(prefix="cstoref-bench-") as name:
        pack = str(make_wide_pack(Path(name) / "wide"))
        subprocess.run(
            [place.cstoref, "timeline", "--pack", pack], env=place.env, check=True, stdout=subprocess.DEVNULL
        )
        for step in STEPS:
            command = [place.cstoref, "open", step.spot, "--pack", pack]
            times = pressed(command, place, step)
            what = f"{EVENTS:,} × {MEMBERS}: {step.what}"
            yield Row(what, median(times), "ms", bar=50)
            yield Row("  95 of 100 times within", quantiles(times, n=20)[-1], "ms", bar=100)
