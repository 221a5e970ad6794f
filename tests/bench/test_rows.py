"""The benches cannot pass by failing: what they time must come to what is expected of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from bench import __main__ as bench
from bench import answers, installed, lookups, size_figures
from bench import compile as compile_part
from bench.processes import Expected, milliseconds, peak, side_by_side
from bench.table import Row, body, failed
from cstoref.store.queries import Store
from cstoref.store.search.search_result import SearchResult

PYTHON = sys.executable
PLACE = installed.Installed(Path("/nowhere"), {})


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("raise SystemExit(1)", Expected()),
        ("raise SystemExit(2)", Expected(1)),
        ("print('something else')", Expected(says="belarus")),
        ("1 / 0", Expected(1)),
        ("pass", Expected(1)),
    ],
)
def test_what_does_not_come_to_what_is_expected_has_no_time(code: str, expected: Expected) -> None:
    command = [PYTHON, "-S", "-E", "-c", code]
    for measure in (milliseconds, peak):
        with pytest.raises(RuntimeError, match="exit code"):
            measure(command, None, expected)
    with pytest.raises(RuntimeError, match="exit code"):
        side_by_side({"it": command}, runs=1, expected={"it": expected})


def test_what_comes_to_what_is_expected_has_one() -> None:
    command = [PYTHON, "-S", "-E", "-c", "print('belarus'); raise SystemExit(1)"]
    assert milliseconds(command, None, Expected(1, "belarus")) > 0
    assert peak(command, None, Expected(1, "belarus")) > 0


def test_memory_is_that_of_all_processes_together() -> None:
    hold = "held = bytearray(64 * 2**20)"
    alone = [PYTHON, "-S", "-E", "-c", hold]
    starts = f"{hold}; import subprocess, sys; subprocess.run([sys.executable, '-S', '-E', '-c', wait])"
    # The second one works on while both are looked at, many times.
    wait = f"{hold}; sum(range(10**7))"
    both = [PYTHON, "-S", "-E", "-c", f"wait = {wait!r}; {starts}"]
    assert peak(both) > peak(alone) + 60


def test_what_could_not_be_measured_is_said_and_not_held() -> None:
    row = failed("compiling", RuntimeError("the pack\nis too large"))
    assert row.held is False
    assert body([row]).splitlines()[0].endswith("NO")
    assert "not measured" in body([row]) and "the pack is too large" in body([row])


@pytest.mark.parametrize(("part", "held"), [("whole", 0), ("broken", 1), ("missed", 1)])
def test_the_exit_code_is_that_of_what_failed(
    part: str, held: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def whole(place: object) -> Iterator[Row]:
        yield Row("a row", 1.0, "ms", bar=2.0)

    def missed(place: object) -> Iterator[Row]:
        yield Row("a row", 3.0, "ms", bar=2.0)

    def broken(place: object) -> Iterator[Row]:
        yield Row("a row", 1.0, "ms", bar=2.0)
        raise RuntimeError("no answer")

    parts = {"whole": whole, "missed": missed, "broken": broken}
    monkeypatch.setattr(bench, "PARTS", tuple(parts))
    monkeypatch.setattr(bench, "installed", lambda: nullcontext(PLACE))
    monkeypatch.setattr(bench, "import_module", lambda name: SimpleNamespace(rows=parts[name[6:]]))
    assert bench.main([part]) == held
    assert ("no answer" in capsys.readouterr().out) is (part == "broken")


def test_each_look_up_says_what_it_must_come_to() -> None:
    assert set(lookups.SAID) == set(lookups.ASKED)
    assert all(expected.says for expected in lookups.SAID.values())


def test_a_pack_that_does_not_compile_has_no_speed(tmp_path: Path) -> None:
    """A pack with a fault: the look-up ends with an error and not with `nothing is found`."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "pack.toml").write_text("title = 3\n", encoding="utf-8")
    wrapper = tmp_path / "bin"
    wrapper.mkdir()
    (wrapper / "python").symlink_to(PYTHON)
    (wrapper / "cstoref").write_text(f'#!/bin/sh\nexec {PYTHON} -m cstoref "$@"\n', encoding="utf-8")
    (wrapper / "cstoref").chmod(0o755)
    place = installed.Installed(tmp_path, {"PYTHONPATH": str(installed.ROOT), "PATH": "/usr/bin:/bin"})
    with pytest.raises(RuntimeError, match="exit code"):
        compile_part.seconds(place, tmp_path)


def test_typing_that_finds_nothing_is_no_figure(builtin: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size_figures, "find", lambda store, text: SearchResult(text, "not_found", (), ()))
    with pytest.raises(RuntimeError, match="nothing was found"):
        size_figures._typing(builtin)


def test_an_assistant_that_does_not_answer_is_no_figure(
    builtin: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "call", lambda store, tool, given: "{}")
    with pytest.raises(RuntimeError, match="was not answered"):
        answers._milliseconds(builtin, ("search", {"query": "belarus"}))
