"""The table of costs by size is made of what was measured, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench import sizes
from bench.installed import Installed


@contextmanager
def nowhere() -> Iterator[Installed]:
    """No environment."""
    yield Installed(Path(), {})


def test_a_size_that_cannot_be_measured_says_no_and_leaves_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "architecture.md"
    document.write_text(f"Before\n{sizes.BEGIN}old\n{sizes.END}After\n", encoding="utf-8")

    def figures(_: Installed, power: int) -> dict[str, float]:
        if power == fails:
            raise RuntimeError("the disk is full")
        return dict.fromkeys(sizes.COLUMNS, 10**power)

    monkeypatch.setattr(sizes, "installed", nowhere)
    monkeypatch.setattr(sizes, "figures", figures)
    monkeypatch.setattr(sizes, "KEPT", tmp_path / "sizes.toml")
    monkeypatch.setattr(sizes, "DOCUMENT", document)
    fails = 3
    assert sizes.main(["3", "4", "--write"]) == 1
    said = capsys.readouterr().out
    assert "1,000 statements" in said
    assert "NO\n    RuntimeError: the disk is full" in said
    assert "\nold\n" in document.read_text(encoding="utf-8")
    assert [size["statements"] for size in sizes.kept()] == [10**4]
    fails = 0
    assert sizes.main(["3", "--write"]) == 0
    assert [size["statements"] for size in sizes.kept()] == [10**3, 10**4]
    assert "| 1,000 | 1,000 |" in document.read_text(encoding="utf-8")
