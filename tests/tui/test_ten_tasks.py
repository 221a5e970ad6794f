"""The ten tasks of the guide: the keys that it names are pressed, and what it says stands on the screen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from cstoref.store.queries import Store

from .helpers import DOUBLE, Driver, explore, press, seen, type_text

GUIDE = Path(__file__).parents[2] / "docs" / "guide.md"
KEYS = {"End": "end", "⏎": "enter", "Esc": "escape", "↓": "down", "Tab": "tab"}
PARTS = ("top", "index", "record", "source", "strip", "dialog")
"""What of the screen words are looked for in; a sentence may be broken at the end of any line of one."""


class Task(NamedTuple):
    """A task of the guide."""

    question: str
    steps: list[tuple[str, str]]
    """Keys, as (key, ""), and what is typed, as ("", words)."""
    said: int
    """How many keys it takes, as the guide says."""
    answers: list[str]


def tasks() -> list[Task]:
    """The tasks as the guide tells them."""
    text = GUIDE.read_text(encoding="utf-8").partition("### Ten tasks by keyboard")[2].partition("\n## ")[0]
    found = []
    for item in re.findall(r"^\d+\. (.*?)(?=^\d+\. |\Z)", text, re.DOTALL | re.MULTILINE):
        question, _, rest = " ".join(item.split()).removeprefix("**").partition("**")
        keys, count, answer = re.split(r",? (\d+) keys: ", rest)
        steps = re.findall(r"<kbd>(.+?)</kbd>|`(.+?)`", keys)
        found.append(Task(question, steps, int(count), re.findall(r"\*(.+?)\*", answer)))
    return found


TASKS = tasks()


def test_there_are_ten() -> None:
    assert len(TASKS) == 10


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.question)
def test_a_task_takes_the_keys_that_the_guide_names(builtin: Store, task: Task) -> None:
    keys = [key for key, _ in task.steps if key]
    assert len(keys) == task.said <= 12
    assert task.answers

    async def scenario(pilot: Driver) -> None:
        for key, words in task.steps:
            if words:
                await type_text(pilot, words)
            else:
                await press(pilot, KEYS.get(key, key))
        shown = [" ".join(seen(pilot, part).split()) for part in PARTS if pilot.app.screen.query(f"#{part}")]
        for answer in task.answers:
            assert any(answer in part for part in shown), f"{answer!r} is not in:\n" + "\n".join(shown)

    explore(builtin, scenario, DOUBLE)
