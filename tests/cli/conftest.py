"""What tests of the command line share: the command line on the small pack, and as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result

ROOT = Path(__file__).parents[2]


@pytest.fixture
def ask(make_pack: Callable[..., Path], run: Callable[..., Result]) -> Callable[..., Result]:
    """Call the command line on the small pack: `ask("anna", "--json")`."""
    pack = str(make_pack())

    def call(*words: str) -> Result:
        return run(*words, "--pack", pack)

    return call


@pytest.fixture
def start(home: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start `python -m cstoref` as a process, its output a pipe."""

    def call(*words: str) -> subprocess.Popen[bytes]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.Popen(
            [sys.executable, "-m", "cstoref", *words],
            cwd=ROOT,
            env={**kept, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    return call
