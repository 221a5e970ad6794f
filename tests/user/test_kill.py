"""A run that is killed at any moment leaves whole files, with at most the last change missing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from cstoref.user import bookmarks, files, notes
from tests.conftest import SOAK
from tests.tally import count

KILLS = 500 if SOAK else 10
WRITER = """
import os, sys
from cstoref.user import bookmarks, files, notes
folder = sys.argv[1]
noted, marked = files.load(folder, notes.FORM).value, files.load(folder, bookmarks.FORM).value
number = max(int(noted.get("number", 0)), len(marked))
while True:
    number += 1
    filling = str(number % 10) * (40_000 + number % 7 * 9_000)
    noted = {"number": str(number), "filling": filling}
    assert not files.change(folder, notes.FORM, lambda _: noted).problem
    while len(marked) < number:
        marked = bookmarks.add(marked, f"record-{len(marked) + 1}", "2026-11-22")
    assert not files.change(folder, bookmarks.FORM, lambda _: marked).problem
    os.write(1, b"%d\\n" % number)
"""


def saved_until_killed(folder: Path, after: int, then: float) -> int:
    """Save over and over in another process, killed `then` seconds after save `after`; the last told of."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(after)]
        end = time.perf_counter() + then
        while time.perf_counter() < end:
            pass
        writer.send_signal(signal.SIGKILL)
        told += writer.stdout.readlines()
    return int(told[-1])


def kept(folder: Path, form: files.FileForm[Any]) -> Any:
    loaded = files.load(str(folder), form)
    assert loaded.problem == ""
    return loaded.value


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_kill_at_any_moment_loses_at_most_the_last_change(tmp_path: Path) -> None:
    chance = random.Random(20261122)
    for _ in range(KILLS):
        told = saved_until_killed(tmp_path, chance.randint(1, 4), chance.uniform(0, 0.008))
        noted, marked = kept(tmp_path, notes.FORM), kept(tmp_path, bookmarks.FORM)
        number = int(noted["number"])
        assert number in (told, told + 1)
        assert set(noted["filling"]) == {str(number % 10)}
        assert len(noted["filling"]) == 40_000 + number % 7 * 9_000
        assert len(marked) in (told, told + 1)
        assert [mark.id for mark in marked] == [f"record-{at}" for at in range(1, len(marked) + 1)]
        count("kills while saving bookmarks and notes")
    assert not [name for name in os.listdir(tmp_path) if "damaged" in name]
