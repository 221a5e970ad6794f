"""A long run that is stopped goes on where it was, and each part is compared with the run before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import soak
from tests.soak import Figures

PARTS = ["a.py", "b.py", "c.py"]


def measuring(tried: int = 10, stop_at: str = "", passed: bool = True) -> Callable[[str, int], Figures]:
    def measure(part: str, examples: int) -> Figures:
        if part == stop_at:
            raise KeyboardInterrupt
        return Figures(part, 0, examples, passed, 1.5, {"cuts": tried})

    return measure


def test_what_is_stopped_goes_on_and_is_not_done_twice(tmp_path: Path) -> None:
    path = tmp_path / "soak.toml"
    with pytest.raises(KeyboardInterrupt):
        list(soak.soak(PARTS, 100, measuring(stop_at="b.py"), path))
    assert list(soak.read(path)) == ["a.py"]
    assert list(soak.soak(PARTS, 100, measuring(), path)) == [
        "a.py: done before",
        "b.py: passed in 2 s, 10 cuts",
        "c.py: passed in 2 s, 10 cuts",
    ]


def test_the_next_run_begins_anew_and_is_compared(tmp_path: Path) -> None:
    path = tmp_path / "soak.toml"
    list(soak.soak(PARTS, 100, measuring(), path))
    lines = list(soak.soak(PARTS, 100, measuring(tried=4, passed=False), path))
    assert lines[0] == "a.py: FAILED in 2 s, 2 s before, 4 cuts, FEWER than 10 before"
    assert {one.run for one in soak.read(path).values()} == {2}


def test_fewer_examples_are_not_compared(tmp_path: Path) -> None:
    path = tmp_path / "soak.toml"
    list(soak.soak(PARTS, 100, measuring(), path))
    assert "FEWER" not in "".join(soak.soak(PARTS, 50, measuring(tried=5), path))


def test_a_part_is_a_file(tmp_path: Path) -> None:
    for name in ("x/test_b.py", "x/y/test_a.py", "x/helper.py", "test_c.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert soak.parts(["x", "test_c.py"], tmp_path) == ["test_c.py", "x/test_b.py", "x/y/test_a.py"]
