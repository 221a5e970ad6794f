"""The search under the prompt: what is typed is searched for, and the id of what is picked comes back."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bench.terminal import Terminal
from cstoref.render.text import width
from cstoref.store.queries import Store
from cstoref.store.search.answered import find_answered
from cstoref.store.search.results import Options
from cstoref.tui.pages.picks import pick_lines
from cstoref.tui.picker import Picker

ROOT = Path(__file__).parents[2]


def picked(store: Store, words: str, *keys: str) -> str | None:
    """What comes of some keys."""

    async def run() -> str | None:
        app = Picker(store, words, "")
        async with app.run_test(size=(60, 10)) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
        return app.return_value

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("words", "keys", "id"),
    [
        ("", ("a", "r", "c", "a", "enter"), "arcadia"),
        ("arca", ("enter",), "arcadia"),
        ("arcax", ("backspace", "enter"), "arcadia"),
        ("", ("p", "a", "p", "e", "r", "enter"), "boris/said"),
        ("arcadia", ("escape",), None),
        ("", ("enter", "escape"), None),
        ("zzzzz", ("enter", "escape"), None),
    ],
)
def test_what_is_picked_is_returned(small: Store, words: str, keys: tuple[str, ...], id: str | None) -> None:
    assert picked(small, words, *keys) == id


def test_arrows_choose_another_result(small: Store) -> None:
    hits = find_answered(small, "boris", Options()).hits
    assert len(hits) > 2
    second = picked(small, "boris", "down", "enter")
    assert second != picked(small, "boris", "enter")
    assert second == picked(small, "boris", "down", "down", "up", "enter")


@pytest.mark.parametrize("cells", [20, 40, 80, 200])
def test_each_result_is_one_line_that_fits(small: Store, cells: int) -> None:
    results = find_answered(small, "boris", Options())
    lines = pick_lines(results, {"boris": "Boris"}, cells)
    assert len(lines) == len(results.hits)
    assert all(sum(width(piece.text) for piece in line.pieces) <= cells for line in lines)


@pytest.mark.slow
def test_in_a_pipe_it_asks_on_the_terminal_all_the_same(tmp_path: Path, home: Path) -> None:
    out = tmp_path / "out"
    pick = f"{sys.executable} -m cstoref pick belaru"
    # As an editor runs a filter: stdin, stdout and stderr are its own.
    command = f"echo words | {pick} 2>{tmp_path / 'err'} | tr a-z A-Z > {out}"
    with Terminal(["sh", "-c", command], env={"HOME": str(home), "PYTHONPATH": str(ROOT)}) as terminal:
        terminal.until("Belarus")
        terminal.send("enter")
        with pytest.raises(EOFError):
            while terminal.read(5):
                pass
    assert out.read_text(encoding="utf-8") == "BELARUS\n"


def test_without_a_terminal_it_says_what_to_use_instead(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cstoref", "pick"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        env={"HOME": str(home), "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "cstoref: pick needs a terminal; for a list: cstoref search WORDS\n"


@pytest.mark.slow
def test_in_a_terminal_the_answer_alone_is_on_stdout(tmp_path: Path, home: Path) -> None:
    out = tmp_path / "out"
    command = f"exec {sys.executable} -m cstoref pick belaru > {out}"
    with Terminal(["sh", "-c", command], env={"HOME": str(home), "PYTHONPATH": str(ROOT)}) as terminal:
        terminal.until("Belarus")
        terminal.send("enter")
        with pytest.raises(EOFError):
            while terminal.read(5):
                pass
    assert out.read_text(encoding="utf-8") == "belarus\n"
