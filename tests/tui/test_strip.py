"""The strip below a record or view: the source and its passage, and what a row of a view stands for."""

from __future__ import annotations

import pytest

from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.store.record_reader import RecordRef
from cstoref.tui.pages.statements import record_lines
from cstoref.tui.source_presenter import STRIP, strip_lines

from .helpers import SINGLE, Driver, explore, press, seen

ADDRESS = "https://news.example/2014/05/08/the-leaders-met-in-moscow"
LONG = "The document names every leader who came to the meeting, and those who stayed at home."


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        (f"◇ It says so.\n{ADDRESS}", 80, ["◇ It says so.", ADDRESS]),
        (f"◇ It says so.\n{ADDRESS}", 30, ["◇ It says so.", f"{ADDRESS[:29]}…"]),
        (f"A source\n{LONG}\n{ADDRESS}", 50, ["A source", LONG[:47], LONG[48:]]),
    ],
)
def test_each_part_begins_a_line_and_an_address_takes_one(text: str, cells: int, lines: list[str]) -> None:
    assert strip_lines(text, cells) == lines


def test_words_that_are_too_long_are_cut_and_leave_no_room_for_an_address() -> None:
    lines = strip_lines(f"{LONG * 9}\n{ADDRESS}", 60)
    assert len(lines) == STRIP
    assert lines[-1].endswith("…")


def test_a_row_of_the_timeline_says_who_held_its_office_in_which_years(builtin: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        said = " ".join(seen(pilot, "strip").split())
        assert "Serzh Sargsyan 2008–2018; Robert Kocharyan 1998–2008" in said
        await press(pilot, "down")
        assert "Nikol Pashinyan since 2018" in " ".join(seen(pilot, "strip").split())

    explore(builtin, scenario, SINGLE, State(view="timeline", pane="record"))


@pytest.mark.parametrize("cells", [24, 30, 40, 60])
def test_a_name_in_a_list_keeps_its_distance_from_its_kind(cells: int) -> None:
    record = RecordRef("a", "event", "Exercise of the Collective Rapid Reaction Force", "exercise")
    text = "".join(piece.text for piece in record_lines([record], cells)[0].pieces).rstrip()
    assert text.endswith("  event")
