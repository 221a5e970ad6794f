"""Ctrl-C while a pack is compiled ends both processes at once, and leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bench.make_pack import make_pack
from cstoref.errors import INTERRUPTED

from .conftest import ROOT, surroundings

STARTED = """
import sys
from cstoref import own_process
from cstoref.authoring import pack_pipe
from cstoref.store.compile import readings
from cstoref.cli.main import main

pack_pipe.LARGE = readings.MANY = 0
own_process.cores = lambda: 2
start = own_process.piped

def started(module, *words):
    process = start(module, *words)
    print(process.pid, flush=True)
    return process

def wait_in(holder, name):
    goes_on = getattr(holder, name)
    def held(*given):
        print("there", flush=True)
        sys.stdin.readline()  # until Ctrl-C
        return goes_on(*given)
    setattr(holder, name, held)

own_process.piped = started
"""
PLACES = {
    "before anything came": "wait_in(pack_pipe.PipedPack, '_take')",
    "while statements are written": "wait_in(compile.StatementWriter, '_add')",
    "before the first facts are written": "wait_in(readings, 'many')",
    "while the other process finds facts": "wait_in(readings, '_taken')",
}
"""Where the process is when Ctrl-C comes, and how it is held there."""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("place", PLACES)
def test_both_processes_end_and_no_file_is_left(tmp_path: Path, place: str) -> None:
    pack = make_pack(tmp_path / "made", 1_200)
    run = f"from cstoref.store import compile\n{PLACES[place]}\nsys.exit(main(sys.argv[1:]))"
    with subprocess.Popen(
        [sys.executable, "-c", STARTED + run, "show", "xyzzy", "--pack", str(pack)],
        cwd=ROOT,
        env=surroundings(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        others: list[int] = []
        while (line := process.stdout.readline().strip()) != "there":
            others.append(int(line))
        os.killpg(process.pid, signal.SIGINT)
        said, complaint = process.communicate()
    assert (process.returncode, said) == (INTERRUPTED, "")
    assert complaint.splitlines() in ([], [f"cstoref: compiling {pack} …"])
    assert others
    for other in others:
        with pytest.raises(ProcessLookupError):
            os.kill(other, 0)
    assert not [path for path in (tmp_path / ".cache").rglob("*") if path.is_file()]
