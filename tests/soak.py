"""Runs the long forms of tests one file at a time: `python -m tests.soak PATH…`, with `SOAK` set.

Each file is a part. Its figures go into tests/soak.toml when it has ended, and are compared with those of the
run before. What is stopped goes on with the part that was not finished; when all parts are done, the next run
begins anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import tomli

from .tally import INTO

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "tests" / "soak.toml"


class Figures(NamedTuple):
    """What one part came to. `run` counts the runs over all parts, `examples` is `SOAK`."""

    part: str
    run: int
    examples: int
    passed: bool
    seconds: float
    tried: dict[str, int]


Measure = Callable[[str, int], Figures]


def parts(paths: Iterable[str], root: Path = ROOT) -> list[str]:
    """The test files below some paths, each once, in order."""
    found = {
        str(file.relative_to(root))
        for path in paths
        for file in ([root / path] if path.endswith(".py") else (root / path).rglob("test_*.py"))
    }
    return sorted(found)


def read(path: Path = KEPT) -> dict[str, Figures]:
    """The newest figures of each part."""
    tables = tomli.loads(path.read_text(encoding="utf-8")).get("part", []) if path.exists() else []
    return {table["part"]: Figures(**table) for table in tables}


def write(figures: Iterable[Figures], path: Path = KEPT) -> None:
    """Keep them, whole or not at all."""
    aside = path.with_suffix(".new")
    aside.write_text("# Figures of tests/soak.py.\n" + "".join(map(_table, figures)), encoding="utf-8")
    aside.replace(path)


def soak(of: list[str], examples: int, measure: Measure, path: Path = KEPT) -> Iterator[str]:
    """Run each part that the run under way has not done, and say of each what it came to."""
    known = read(path)
    run = max((one.run for one in known.values()), default=1)
    if all(part in known and known[part].run == run for part in of):
        run += 1
    for part in of:
        before = known.get(part)
        if before is not None and before.run == run:
            yield f"{part}: done before"
            continue
        known[part] = measure(part, examples)._replace(run=run)
        write(known.values(), path)
        yield f"{part}: {_compared(known[part], before)}"


def measured(part: str, examples: int) -> Figures:
    """Run a part to its end."""
    with TemporaryDirectory() as folder:
        tally = Path(folder) / "tally.json"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.tally", part]
        env = {**os.environ, "SOAK": str(examples), INTO: str(tally)}
        started = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, env=env, check=False)
        tried = json.loads(tally.read_text(encoding="utf-8")) if tally.exists() else {}
    return Figures(part, 0, examples, done.returncode == 0, round(time.monotonic() - started, 1), tried)


def _compared(now: Figures, before: Figures | None) -> str:
    words = [f"{'passed' if now.passed else 'FAILED'} in {now.seconds:,.0f} s"]
    if before is not None:
        words.append(f"{before.seconds:,.0f} s before")
    alike = before is not None and before.examples == now.examples
    for what, times in now.tried.items():
        last = before.tried.get(what, 0) if before is not None and alike else 0
        words.append(f"{times:,} {what}{f', FEWER than {last:,} before' if times < last else ''}")
    return ", ".join(words)


def _table(one: Figures) -> str:
    tried = ", ".join(f"{json.dumps(what)} = {times}" for what, times in one.tried.items())
    values: dict[str, Any] = one._asdict()
    lines = (f"{key} = {json.dumps(value)}\n" for key, value in values.items() if key != "tried")
    return f"\n[[part]]\n{''.join(lines)}tried = {{ {tried} }}\n"


def main(paths: list[str]) -> int:
    """Run the parts. Exit code 1 if any failed in this run, or tried less than before."""
    examples = int(os.environ.get("SOAK") or 2000)
    of = parts(paths)
    bad = False
    for line in soak(of, examples, measured):
        print(line, flush=True)
        bad = bad or "FEWER" in line
    known = read()
    return int(bad or not all(known[part].passed for part in of))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
