"""The matrix with events down: every cell as wide as the others of its column, at every width."""

from __future__ import annotations

import pytest

from cstoref.model import Value
from cstoref.render.matrix_symbols import CellMarks, Units
from cstoref.render.matrix_table import TableLayout, event_row, heads, table_of, title_of, totals
from cstoref.render.text import ASCII, Style, width
from cstoref.store.matrix import Cell, Matrix, Member, Total
from cstoref.store.matrix_columns import MatrixColumn
from cstoref.store.participation import MODES

NAMES = ("Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan")
MEMBERS = tuple(Member(name.lower(), name, name[:2].upper(), at) for at, name in enumerate(NAMES))
COLUMN = MatrixColumn(
    "west", "Russian-Belarusian exercise West-2009", ("West-2009",), "exercise", "2009-09-08/2009-09-29",
    "2009-09-08", "2009-09-29", None, "g" + "." * 49,
)  # fmt: skip


def numbers(*values: Value) -> Cell:
    return Cell("contributed", (), (), values, ("west/contributed/x",), True)


SEVERAL = numbers(Value(None, 6500, "servicemen", True), Value(None, None, "servicemen", False, 7000, 8000))
OBSERVERS = numbers(Value(None, 2, "observers"))


def of_mode(mode: str, members: tuple[Member, ...] = MEMBERS) -> Matrix:
    return Matrix(MODES[mode], members, (COLUMN,), tuple(Total(44, 54) for _ in members), None, ())


def parts_of(matrix: Matrix, table: TableLayout, cells: list[Cell], style: Style) -> list[str]:
    row = event_row(matrix, table, 0, cells, CellMarks(style, Units("servicemen", ())), style)
    return [part.text for part in row.parts]


@pytest.mark.parametrize("cells", [40, 57, 77, 80, 100, 117, 157, 300])
@pytest.mark.parametrize("mode", ["attendance", "signature", "contribution"])
@pytest.mark.parametrize("count", [1, 7, 50])
def test_a_row_is_as_wide_as_its_heads_and_never_wider_than_the_pane(
    cells: int, mode: str, count: int
) -> None:
    members = tuple(Member(f"m{n}", f"State {n}", f"S{n}", n) for n in range(count))
    matrix, style = of_mode(mode, members), Style(cells)
    table = table_of(matrix, cells, place=count - 1)
    assert members[-1] in table.members
    drawn = parts_of(matrix, table, [SEVERAL for _ in table.members], style)
    assert {width(text) for text in drawn[2 : 2 + len(table.members)]} == {table.cell}
    assert all(text.endswith(" ") for text in drawn[2 : 2 + len(table.members)])
    for line in (
        "".join(drawn),
        heads(matrix, table, style).text,
        *(r.text for r in totals(matrix, table, style)),
    ):
        assert width(line) <= cells
    head = heads(matrix, table, style).text
    assert head.index(table.members[0].name if table.full else table.members[0].code) == width(
        "".join(drawn[:2])
    )


def test_the_members_have_their_names_where_there_is_room() -> None:
    assert table_of(of_mode("attendance"), 157).full
    assert not table_of(of_mode("attendance"), 77).full
    assert table_of(of_mode("attendance"), 77).members == MEMBERS


def test_members_that_do_not_fit_are_in_fixed_blocks() -> None:
    many = of_mode("attendance", tuple(Member(f"m{n}", f"State {n}", f"S{n}", n) for n in range(50)))
    first, next_ = table_of(many, 57, 0), table_of(many, 57, len(table_of(many, 57, 0).members))
    assert first == table_of(many, 57, len(first.members) - 1)
    assert next_.members[0] == many.members[len(first.members)]


@pytest.mark.parametrize("mode", ["attendance", "signature", "contribution"])
@pytest.mark.parametrize("count", [1, 7, 9, 50])
def test_a_title_is_never_shorter_where_there_is_more_room(mode: str, count: int) -> None:
    members = tuple(Member(f"m{n}", NAMES[n % 7], f"S{n}", n) for n in range(count))
    titles = [table_of(of_mode(mode, members), cells).name for cells in range(40, 301)]
    assert titles == sorted(titles)


@pytest.mark.parametrize(
    ("name", "others", "day", "title"),
    [
        ("CSTO summit in Moscow, June 2009", ("June 2009 summit",), "2009-06-14", "CSTO summit in Moscow"),
        ("Lavrov's speech, December 2004", (), "2005-12-01", "Lavrov's speech, December 2004"),
        ("Trade war between two states, 2009", (), "2009-06-01", "Trade war between two states"),
        ("Session in Minsk, 25 June 2009", (), "2009-06-25", "Session in Minsk, 25 June 2009"),
        (f"{'Long ' * 12}exercise, 2009", ("exercise", "West"), "2009-06-01", "Exercise"),
        (f"{'Long ' * 12}exercise, 2009", (), "2009-06-01", f"{'Long ' * 12}exercise"),
        ("West, summer", (), "", "West, summer"),
    ],
)
def test_a_title_is_one_name_without_the_date_beside_it(
    name: str, others: tuple[str, ...], day: str, title: str
) -> None:
    assert title_of(COLUMN._replace(name=name, names=others, day=day)) == title


def test_a_cell_shows_of_what_was_done_besides_as_much_as_fits() -> None:
    cell = Cell("came", ("hosted", "chaired"), (), (), ("west/attended/x",), True)
    assert [CellMarks(Style(), Units("", ())).of(cell, room) for room in (None, 3, 2, 1)] == [
        "●hc",
        "●hc",
        "●h",
        "●",
    ]


@pytest.mark.parametrize(("room", "text"), [(11, "~6.5k/7–8k"), (7, "~6.5k/…"), (5, "~6.5k"), (4, "~6.…")])
def test_numbers_are_cut_to_the_cell(room: int, text: str) -> None:
    assert CellMarks(Style(), Units("servicemen", ())).of(SEVERAL, room) == text


def test_a_number_of_another_unit_is_marked() -> None:
    assert CellMarks(Style(), Units("servicemen", ())).of(OBSERVERS) == "2*"
    assert CellMarks(Style(), Units("servicemen", ("observers",))).of(OBSERVERS) == "2a"
    assert CellMarks(Style(), Units("observers", ())).of(OBSERVERS) == "2"


def test_without_unicode_nothing_else_is_drawn() -> None:
    style = Style(80, ASCII)
    table = table_of(of_mode("contribution"), 80)
    assert "".join(parts_of(of_mode("contribution"), table, [SEVERAL] * 7, style)).isascii()
