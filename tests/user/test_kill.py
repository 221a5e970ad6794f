"""A run that is killed at any moment leaves a whole file, with at most the last change missing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cstoref.user import files, notes

KILLS = 60
WRITER = """
import os, sys
from cstoref.user import files, notes
folder, kept = sys.argv[1], files.load(sys.argv[1], notes.FORM).value
number = int(kept["number"]) if kept else 0
while True:
    number += 1
    filling = str(number % 10) * (40_000 + number % 7 * 9_000)
    assert not files.save(folder, notes.FORM, {"number": str(number), "filling": filling})
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


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_kill_at_any_moment_loses_at_most_the_last_change(tmp_path: Path) -> None:
    chance = random.Random(20261122)
    for _ in range(KILLS):
        told = saved_until_killed(tmp_path, chance.randint(1, 4), chance.uniform(0, 0.004))
        loaded = files.load(str(tmp_path), notes.FORM)
        assert loaded.problem == ""
        number = int(loaded.value["number"])
        assert number in (told, told + 1)
        assert set(loaded.value["filling"]) == {str(number % 10)}
        assert len(loaded.value["filling"]) == 40_000 + number % 7 * 9_000
    assert not [name for name in os.listdir(tmp_path) if "damaged" in name]
