"""Each part of the bench was made to fail: a broken program, a wrong answer, a missing peer. It then has no
figure and holds no bar."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import answers, growth, keys, layers, lookups, memory, paint, peers, terminal, views
from bench import compile as compile_part
from bench import installed as installation
from bench.installed import Installed
from bench.table import Row, failed

Fault = Callable[[Installed, pytest.MonkeyPatch], Iterator[Row]]
SILENT = "#!/bin/sh\nexit 0\n"
"""Ends without an error and says nothing."""
WRONG = "#!/bin/sh\necho something else\n"
DEAF = "#!/bin/sh\nstty -echo\nprintf 'Russia Attendance %s\\n' \"$*\"\nwhile read -r line; do :; done\n"
"""Shows a first screen and ignores every key."""
SIGNALLED = (
    "#!/bin/sh\nstty -echo -icanon\nprintf 'Russia'\nwhile head -c1 >/dev/null; do printf '\\a'; done\n"
)
"""Rings a bell at every key: something is written, and nothing changes."""
ASTRAY = "#!/bin/sh\nstty -echo -icanon\nprintf 'Russia'\nwhile head -c1 >/dev/null; do printf '!'; done\n"
"""Shows something at every key that is not what was asked for."""


@pytest.fixture
def make_place(tmp_path: Path) -> Callable[[str], Installed]:
    """An installation whose command is a script."""

    def make(script: str) -> Installed:
        scripts = tmp_path / "env" / "bin"
        scripts.mkdir(parents=True)
        for name, text in {"python": f'#!/bin/sh\nexec {sys.executable} "$@"\n', "cstoref": script}.items():
            (scripts / name).write_text(text, encoding="utf-8")
            (scripts / name).chmod(0o755)
        home = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(installation.ROOT)}
        return Installed(scripts.parent, home)

    return make


def _opened(place: Installed, patch: pytest.MonkeyPatch) -> Iterator[Row]:
    opening = next(step for step in keys.STEPS if step.what == "the timeline opened")
    keys.pressed([place.cstoref], place, opening)
    yield Row("opened", 1.0, "ms")


def _filled(place: Installed, patch: pytest.MonkeyPatch) -> Iterator[Row]:
    yield Row("memory", memory.explorer_peak(place, None), "MiB")


def _without_dictionary(place: Installed, patch: pytest.MonkeyPatch) -> Iterator[Row]:
    patch.setattr("shutil.which", lambda name: None)
    return peers._dictionary(place, Path(place.env["HOME"]))


def _without_index(place: Installed, patch: pytest.MonkeyPatch) -> Iterator[Row]:
    patch.setattr(peers, "_install", lambda peer, folder: False)
    return peers._apps(place, Path(place.env["HOME"]))


def _wide(place: Installed, patch: pytest.MonkeyPatch) -> Iterator[Row]:
    patch.setattr(views, "make_wide_pack", lambda folder: folder)
    return views.rows(place)


def _listed(place: Installed, patch: pytest.MonkeyPatch) -> Iterator[Row]:
    return views._steps(place, Path(place.env["HOME"]), [], views.OF_LISTS, "a list")


def _asked(place: Installed, patch: pytest.MonkeyPatch) -> Iterator[Row]:
    patch.setattr(answers, "call", lambda store, tool, given: '{"answered": "something else"}')
    return answers.rows(place)


FAULTS: dict[tuple[str, str], tuple[str, Fault, str]] = {
    ("lookups", "nothing is said"): (SILENT, lambda place, _: iter(lookups.rows(place)), "exit code 0, not"),
    ("lookups", "another card"): (WRONG, lambda place, _: iter(lookups.rows(place)), "something else"),
    ("layers", "the layer is not used"): (WRONG, lambda place, _: iter(layers.rows(place)), "from layers"),
    ("paint", "the explorer ends"): (SILENT, lambda place, _: iter(paint.rows(place)), "ended"),
    ("paint", "another screen"): (DEAF, lambda place, _: iter(paint.rows(place)), "waited for"),
    ("keys", "the explorer ends"): (SILENT, _opened, "ended"),
    ("keys", "a key is ignored"): (DEAF, _opened, "waited for"),
    ("keys", "a key changes nothing"): (SIGNALLED, _opened, "changed nothing"),
    ("keys", "a key leads elsewhere"): (ASTRAY, _opened, "no “Timeline"),
    ("views", "the pack does not compile"): ("#!/bin/sh\nexit 3\n", _wide, "exit status 3"),
    ("views", "the view does not open"): (SILENT, _wide, "ended"),
    ("views", "the list does not open"): (SILENT, _listed, "ended"),
    ("views", "the list is not compiled"): ("#!/bin/sh\nexit 3\n", _listed, "exit status 3"),
    ("compile", "it was compiled already"): (
        "#!/bin/sh\necho nothing is found\nexit 1\n",
        lambda place, _: compile_part.rows(place),
        "no longer than the imports",
    ),
    ("compile", "an error"): (WRONG, lambda place, _: compile_part.rows(place), "not exit code 1"),
    ("memory", "the explorer ends"): (SILENT, _filled, "ended"),
    ("memory", "nothing is searched"): (DEAF, _filled, "waited for"),
    ("peers", "no dictionary"): (SILENT, _without_dictionary, "not installed"),
    ("peers", "no app"): (SILENT, _without_index, "cannot be installed"),
    ("answers", "another answer"): (SILENT, _asked, "was not answered"),
    ("growth", "the explorer ends"): (SILENT, lambda place, _: growth.rows(place, 3), "ended"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("part", "what"), FAULTS)
def test_what_fails_has_no_figure(
    part: str, what: str, make_place: Callable[[str], Installed], monkeypatch: pytest.MonkeyPatch
) -> None:
    script, measure, reason = FAULTS[part, what]
    if reason == "waited for":
        monkeypatch.setattr(terminal, "LIMIT", 0.5)
    rows: list[Row] = []
    try:
        rows += measure(make_place(script), monkeypatch)
    except Exception as error:
        rows.append(failed(part, error))
    assert not any(row.held for row in rows)
    assert rows[-1].held is False
    assert reason in rows[-1].fault


def test_every_part_was_made_to_fail() -> None:
    assert {part for part, _ in FAULTS} == set(bench.PARTS)
