"""What tests of faults share: the command as a process, in surroundings of one's choice."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]
Process = subprocess.CompletedProcess
Run = Callable[..., "Process[bytes]"]


def surroundings(home: Path, **changes: str | None) -> dict[str, str]:
    """An environment with little in it; None takes a variable away."""
    kept = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    return {name: value for name, value in {**kept, **changes}.items() if value is not None}


def command(*words: str) -> Sequence[str]:
    """The command line of a process."""
    return [sys.executable, "-m", "cstoref", *words]


@pytest.fixture
def start(tmp_path: Path) -> Run:
    """Run the command as a process, with changes to its environment."""

    def call(
        *words: str, before: Callable[[], object] | None = None, **changes: str | None
    ) -> Process[bytes]:
        return subprocess.run(
            command(*words),
            cwd=ROOT,
            env=surroundings(tmp_path, **changes),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            preexec_fn=before,
            timeout=PATIENCE,
        )

    return call
