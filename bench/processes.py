"""What commands take, as whole processes whose output is read to its end."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

Command = Sequence[str]
Env = Mapping[str, str] | None
RUNS = 20


class Expected(NamedTuple):
    """What a run must come to: without it a figure is that of a failure."""

    code: int = 0
    says: str = ""
    """What must stand in its output, on either stream."""


DONE = Expected()
LAUNCHER = """
import os, sys, time

def held(process, above=None):
    try:
        with open(f"/proc/{process}/cmdline") as words:
            command = words.read()
        if command == above:
            return 0
        with open(f"/proc/{process}/status") as status:
            own = next((int(line.split()[1]) for line in status if line.startswith("VmRSS")), 0)
        with open(f"/proc/{process}/task/{process}/children") as children:
            return own + sum(held(child, command) for child in children.read().split())
    except OSError:
        return 0

child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
together = ended = 0
while not ended:
    together = max(together, held(child))
    ended, status, used = os.wait4(child, os.WNOHANG)
    time.sleep(0 if ended else 0.02)
print(max(together, used.ru_maxrss), used.ru_utime + used.ru_stime, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status) % 256)
"""
"""A process starts with the peak of the one that started it, so a small one must. It looks again and again at
what the process and those that it has started hold together; one that is just being started is still the same
as the one that starts it, and counts once."""


def side_by_side(
    commands: Mapping[str, Command],
    env: Env = None,
    runs: int = RUNS,
    expected: Mapping[str, Expected] | None = None,
) -> dict[str, float]:
    """Median milliseconds of each. The runs alternate, so that what else the machine does falls on all alike;
    the first of each is not counted. Raises RuntimeError for a run that does not come to what is expected."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            took = milliseconds(command, env, (expected or {}).get(name, DONE))
            if run:
                times[name].append(took)
    return {name: median(taken) for name, taken in times.items()}


def milliseconds(command: Command, env: Env = None, expected: Expected = DONE) -> float:
    """From start to end of one run. Raises RuntimeError if it does not come to what is expected."""
    started = time.perf_counter()
    _run(command, env, expected)
    return (time.perf_counter() - started) * 1000


class Used(NamedTuple):
    """What one run takes: seconds by the clock and of the processor, and MiB at its peak."""

    seconds: float
    cpu: float
    peak: float


def used(command: Command, env: Env = None, expected: Expected = DONE) -> Used:
    """What one run takes. Raises RuntimeError if it does not come to what is expected."""
    started = time.perf_counter()
    told = _run([sys.executable, "-S", "-E", "-c", LAUNCHER, *command], env, expected)
    peak, cpu = told.split()[-2:]
    return Used(time.perf_counter() - started, float(cpu), int(peak) / 1024)


def peak(command: Command, env: Env = None, expected: Expected = DONE) -> float:
    """MiB that one run holds at most. Raises RuntimeError if it does not come to what is expected."""
    return used(command, env, expected).peak


def _run(command: Command, env: Env, expected: Expected) -> bytes:
    """Run a command and return what it says on stderr."""
    done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True)
    said = (done.stdout + done.stderr).decode(errors="replace")
    if done.returncode != expected.code or expected.says not in said or "Traceback" in said:
        asked = f"exit code {expected.code}" + (f" and “{expected.says}”" if expected.says else "")
        ends = said.strip().splitlines()[-1:] or ["nothing"]
        raise RuntimeError(f"{' '.join(command)}: exit code {done.returncode}, not {asked}: {ends[0]}")
    return done.stderr
