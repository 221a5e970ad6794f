"""The built-in pack exported, read back by `pack import` as a pack of its own, and exported again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result

from .conftest import FILES


@pytest.mark.parametrize(
    "format",
    [
        pytest.param(name, marks=pytest.mark.reads(name, "cstoref", round_trip=True))
        for name in ("jsonl", "json", "csv")
    ],
)
def test_what_is_read_back_has_the_same_bytes(
    run: Callable[..., Result], folder: Path, tmp_path: Path, format: str
) -> None:
    back = str(tmp_path / "back")
    made = run("pack", "import", str(folder / FILES[format]), "-o", back)
    assert made.code == 0, made.err
    assert run("export", "--pack", back, "-o", str(tmp_path / "again.jsonl")).code == 0
    assert (tmp_path / "again.jsonl").read_bytes() == (folder / FILES["jsonl"]).read_bytes()
