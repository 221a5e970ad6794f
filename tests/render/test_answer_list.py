"""Records that an answer lists: their names in a column, told apart."""

from __future__ import annotations

import pytest

from cstoref.render.answer import answer_lines
from cstoref.render.answer_notes import AnswerContext
from cstoref.render.text import Style
from cstoref.store.search.answers import Answer, AnswerItem

NAMES = {
    "a": "Meeting of the ministers on the budget, January 2022",
    "b": "Meeting of the ministers on the budget, September 2022",
    "c": "Meeting",
}
NOTES = ("10 Jan 2022, Moscow", "13 Sep 2022, Yerevan", "1999")


def listed(cells: int) -> list[str]:
    items = tuple(AnswerItem(id, (), note) for id, note in zip(NAMES, NOTES, strict=True))
    shown = AnswerContext({}, NAMES, {})
    return list(answer_lines(Answer("meetings", items, listed=True), shown, (), "", Style(width=cells)))[2:]


def test_names_are_whole_where_there_is_room() -> None:
    whole = [f"{name:<54}  {note}" for name, note in zip(NAMES.values(), NOTES, strict=True)]
    assert [line.rstrip() for line in listed(100)] == whole


@pytest.mark.parametrize("cells", [50, 60, 80])
def test_names_that_are_cut_differ_and_stand_in_one_column(cells: int) -> None:
    lines = listed(cells)
    columns = {line.index(note[:4]) for line, note in zip(lines, NOTES, strict=True)}
    assert len(columns) == 1
    assert len({line[: min(columns)] for line in lines}) == 3
    assert all(len(line) <= cells for line in lines)


@pytest.mark.parametrize(
    ("notes", "shown"),
    [
        (("King, 1990–1999", "King, since 1999", "King, 1989"), ("1990–1999", "since 1999", "1989")),
        (("King, 1990", "Queen, 1999", "King, 1989"), ("King, 1990", "Queen, 1999", "King, 1989")),
        (("5 May 1999, Oslo", "5 May 1999, Bergen", "5 May 1999, Bodø"),) * 2,
    ],
)
def test_what_all_lines_begin_with_is_said_once(notes: tuple[str, ...], shown: tuple[str, ...]) -> None:
    items = tuple(AnswerItem(id, (), note) for id, note in zip(NAMES, notes, strict=True))
    context = AnswerContext({}, dict(zip(NAMES, "ABC", strict=True)), {})
    lines = list(answer_lines(Answer("kings", items, listed=True), context, (), "", Style(width=80)))[2:]
    assert [line.split("  ", 1)[1].strip() for line in lines] == list(shown)


@pytest.mark.parametrize(
    ("name", "note", "lines"),
    [
        ("Meeting", "1999", ["Meeting" + " " * 49 + "1999"]),
        ("Abe", "Chairman of the Supreme Soviet of Arcadia, 28 Jan 1994", ["Abe" + " " * 3 + "Chairman"]),
        (
            "A meeting with a very long name on the budget of all",
            "10 Jan 2022",
            ["A meeting", "  10 Jan 2022"],
        ),
    ],
)
def test_what_stands_beside_a_name_is_never_cut(name: str, note: str, lines: list[str]) -> None:
    shown = AnswerContext({}, {"a": name}, {})
    answer = Answer("one", (AnswerItem("a", (), note),))
    drawn = list(answer_lines(answer, shown, (), "", Style(width=60)))[2:]
    assert note in " ".join(drawn)
    assert [line[: len(start)] for line, start in zip(drawn, lines, strict=True)] == lines
