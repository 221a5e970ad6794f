"""Twenty tasks in plain mode: in how many steps, next to the explorer, and how early the answer is read.

A key, a word that is typed, and a line that is entered are a step each. The first ten tasks are those of the
guide, whose keys `tests/tui/test_ten_tasks.py` presses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from textual import events

from cstoref.store.queries import Store
from tests.tui.helpers import DOUBLE, Driver, explore, frame, press, seen
from tests.tui.test_ten_tasks import KEYS, TASKS

from .conftest import talk_over

PANES = ("index", "record", "source")
EARLY = 25
"""Words of a page within which the answer begins."""
SHARE = 1.3
"""Steps of plain mode at most, for one of the explorer."""


class Plain(NamedTuple):
    """Lines to enter, and what the last page says within its first words."""

    lines: tuple[str, ...]
    answer: str

    @property
    def steps(self) -> int:
        """The words of the lines, and the lines."""
        return sum(len(line.split()) + 1 for line in self.lines)


class Explorer(NamedTuple):
    """Keys, as (key, ""), and what is typed, as ("", words); what then stands on the screen."""

    keys: tuple[tuple[str, str], ...]
    answer: str


def steps_of(keys: Sequence[tuple[str, str]]) -> int:
    """Keys, and words that are typed."""
    return sum(1 if key else len(words.split()) for key, words in keys)


def asked(words: str, answer: str) -> Explorer:
    """A question whose answer stands beside the search box while it is typed."""
    return Explorer((("", words),), answer)


GUIDE = (
    Plain(("open matybulak exercise", "filter maltsev"), "came in Lukashenko's stead"),
    Plain(("open kazakhstan", "filter opposed"), "standing force in Central Asia"),
    Plain(("open kyrgyzstan", "as of 2005-06"), "Kurmanbek Bakiyev"),
    Plain(("signatures", "filter 2009 rapid"), "6 of 7 signed"),
    Plain(("contributions", "filter matybulak", "1", "filter tajikistan"), "3 servicemen"),
    Plain(("conflicts", "filter matybulak", "1"), "How many took part in the exercise at Matybulak"),
    Plain(("dairy ban", "2", "uses 1"), "8 statements on it"),
    Plain(("open karimov", "compare lukashenko"), "Islam Karimov and Alexander Lukashenko"),
    Plain(("as of 2009-10", "secretary-general"), "Nikolai Bordyuzha"),
    Plain(("dairy ban", "cite 2"), "Leaders of Uzbekistan and Belarus boycott"),
)
"""The tasks of the guide, in its order."""
PIN = ("Space", "")
DOWN = ("↓", "")
MORE = (
    (asked("who leads kyrgyzstan", "Sadyr Japarov"), Plain(("who leads kyrgyzstan",), "Sadyr Japarov")),
    (
        asked("is armenia still a member", "Armenia has been a member"),
        Plain(("is armenia still a member",), "Armenia has been a member"),
    ),
    (asked("last summit", "CSTO summit in Bishkek"), Plain(("last summit",), "CSTO summit in Bishkek")),
    (
        asked("who signed the charter", "Armenia signed the Charter of the CSTO"),
        Plain(("who signed the charter",), "Armenia signed the Charter of the CSTO"),
    ),
    (
        asked("how many servicemen did belarus send to kazakhstan in 2022", "at about 500"),
        Plain(("how many servicemen did belarus send to kazakhstan in 2022",), "January 2022"),
    ),
    (
        Explorer(
            (("", "belarus"), ("⏎", ""), ("C", ""), ("", "2013 2014"), ("⏎", "")),
            "Changes for Belarus, 1 Jan 2013 – 31 Dec 2014",
        ),
        Plain(("open belarus", "changes 2013 2014"), "ended: Mikhail Myasnikovich"),
    ),
    (
        Explorer(
            (("", "belarus"), ("⏎", ""), PIN, *(DOWN, PIN) * 4, ("p", "")),
            "Alexander Lukashenko has been president of Belarus",
        ),
        Plain(("open belarus", *(f"pin {n}" for n in range(1, 6)), "pins"), "5 statements"),
    ),
    (
        asked("where do the sources differ on uzbekistan", "The leader of Uzbekistan flatly refused"),
        Plain(("where do the sources differ on uzbekistan",), "Agreement on the Collective Rapid"),
    ),
    (
        Explorer((("", "belarus"), ("⏎", ""), ("=", ""), ("", "uzbekistan"), ("⏎", "")), "Uzbekistan"),
        Plain(("open belarus", "compare uzbekistan"), "Belarus and Uzbekistan"),
    ),
    (
        asked("who stayed away from matybulak", "The president of Uzbekistan made a point of staying away"),
        Plain(("who stayed away from matybulak",), "Exercise of the Collective Rapid Reaction Force"),
    ),
)
"""Ten more, each in the explorer and in plain mode."""
ALL = (*GUIDE, *(plain for _, plain in MORE))


def test_plain_mode_needs_at_most_so_many_steps_more() -> None:
    explorer = sum(steps_of(task.steps) for task in TASKS) + sum(steps_of(one.keys) for one, _ in MORE)
    plain = sum(task.steps for task in ALL)
    assert len(ALL) == 20
    assert plain <= SHARE * explorer


@pytest.mark.parametrize("task", ALL, ids=lambda task: " / ".join(task.lines))
def test_the_answer_is_read_early(builtin: Store, task: Plain) -> None:
    talk = talk_over(builtin)
    talk.begin()
    page = [talk.answer(line) for line in task.lines][-1]
    before, found, _ = " ".join(" ".join(page).split()).partition(task.answer)
    assert found
    assert len(before.split()) < EARLY


def test_the_explorer_shows_the_answers(builtin: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for task, _ in MORE:
            for key, words in task.keys:
                if words:
                    pilot.app.post_message(events.Paste(words))  # at once: what is typed is tested elsewhere
                    await pilot.pause()
                else:
                    await press(pilot, {**KEYS, "Space": "space", "=": "equals_sign"}.get(key, key))
            shown = " ".join(" ".join(seen(pilot, part) for part in PANES).replace("▐", " ").split())
            assert task.answer in shown, frame(pilot)
            await press(pilot, *["escape"] * 5)

    explore(builtin, scenario, DOUBLE)
