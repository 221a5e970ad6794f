"""A pack of any size takes less than a minute of the processor and less than a GiB, or is refused by the name
of a limit."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SOAK
from tests.mini_pack import write_pack
from tests.tally import count

from .sizes import SIZES, Files

GIB = 2**30
SECONDS = 60
"""Of the processor, for one process: what the clock says depends on what else the machine does."""
QUICK = {
    "long_field",
    "long_table",
    "deep_lists",
    "deep_keys",
    "deep_header",
    "deep_tables",
    "dangling",
    "expanded",
    "names_that_grow",
    "no_blanks",
    "early_years",
}
"""What takes no more than a moment; the rest is part of the long form."""


def limited() -> None:
    """Hold a process to the memory and the time that no pack may pass; what takes longer is killed."""
    resource.setrlimit(resource.RLIMIT_AS, (GIB, GIB))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def ask(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Put a command to a pack in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "cstoref", *words, "--pack", str(folder)],
        preexec_fn=limited,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )


@pytest.mark.parametrize("make", SIZES, ids=lambda make: make.__name__)
def test_a_pack_of_any_size_is_read_or_refused(tmp_path: Path, make: Callable[[], Files]) -> None:
    if make.__name__ not in QUICK and not SOAK:
        pytest.skip("part of the long form")
    count("packs of hostile sizes")
    folder = write_pack(tmp_path / "pack", **make())
    complaint = SIZES[make]
    commands = (
        [["verify"]]
        if complaint
        else [
            ["anna"],
            ["alike"],
            ["verify"],
            ["search", "t"],
            ["places"],
            ["sources", "news"],
            ["coverage", "news"],
            ["export"],
            ["timeline"],
            ["events", "--until", "0500"],
        ]
    )
    for words in commands:
        done = ask(folder, *words)
        assert done.returncode >= 0, f"{words[0]}: ended by signal {-done.returncode}"
        assert "Traceback" not in done.stderr
        assert complaint in done.stderr
        assert (done.returncode == 4) or not complaint
        assert all(line.startswith(("cstoref: ", "data/")) for line in done.stderr.splitlines())
