"""What commands take, as whole processes whose output is read to its end."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from statistics import median

Command = Sequence[str]
Env = Mapping[str, str] | None
RUNS = 20
LAUNCHER = """
import os, sys
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
print(os.wait4(child, 0)[2].ru_maxrss, file=sys.stderr)
"""
"""A process starts with the peak of the one that started it, so a small one must."""


def side_by_side(commands: Mapping[str, Command], env: Env = None, runs: int = RUNS) -> dict[str, float]:
    """Median milliseconds of each. The runs alternate, so that what else the machine does falls on all alike;
    the first of each is not counted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            took = milliseconds(command, env)
            if run:
                times[name].append(took)
    return {name: median(taken) for name, taken in times.items()}


def milliseconds(command: Command, env: Env = None) -> float:
    """From start to end of one run. Raises RuntimeError if it crashes; not to find anything is an answer."""
    started = time.perf_counter()
    _run(command, env)
    return (time.perf_counter() - started) * 1000


def peak(command: Command, env: Env = None) -> float:
    """MiB that one run holds at most."""
    told = _run([sys.executable, "-S", "-E", "-c", LAUNCHER, *command], env)
    return int(told.split()[-1]) / 1024


def _run(command: Command, env: Env) -> bytes:
    """Run a command and return what it says on stderr."""
    done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode < 0 or b"Traceback" in done.stderr:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr.decode(errors='replace')}")
    return done.stderr
