"""Text in cells: measured, cut, wrapped and spread, whatever the script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref import sanitize
from cstoref.render.text import ASCII, UNICODE, Style, clip, pad, spread, width, wrap

ANY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ab \n\x1b中🇧e\u0301\u202e")), max_size=60)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("Belarus", 7),
        ("Лукашенко", 9),
        ("Cafe\u0301", 4),
        ("中文", 4),
        ("👍", 2),
        ("a\u200db", 2),
        ("“quoted” …", 10),
        ("ｆｕｌｌ", 8),
    ],
)
def test_a_text_takes_its_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "cut"),
    [
        ("Belarus", 7, "Belarus"),
        ("Belarus", 6, "Belar…"),
        ("Belarus and", 9, "Belarus…"),
        ("中文中文", 5, "中文…"),
        ("中文中文", 4, "中…"),
        ("two\nlines", 20, "two lines"),
        ("\x1b[31mred", 20, "␛[31mred"),
        ("Belarus", 1, "…"),
    ],
)
def test_a_text_is_cut_to_its_cells(text: str, cells: int, cut: str) -> None:
    assert clip(text, cells) == cut


def test_a_text_is_cut_with_the_marks_of_the_style() -> None:
    assert clip("Belarus", 6, ASCII.more) == "Bel..."


@given(ANY, st.integers(1, 80))
def test_what_is_cut_fits_and_is_safe(text: str, cells: int) -> None:
    cut = clip(text, cells)
    assert width(cut) <= cells
    assert cut == sanitize.line(cut)


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 80, ["one two three"]),
        ("one  two\nthree\tfour", 80, ["one two three four"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("secretary-general", 12, ["secretary-", "general"]),
        ("https://a.example/b/c", 12, ["https://", "a.example/b/", "c"]),
        ("an unbreakable", 4, ["an", "unbr", "eaka", "ble"]),
        ("中文中文", 4, ["中文", "中文"]),
        ("[red]x[/red] [/", 80, ["[red]x[/red] [/"]),
    ],
)
def test_a_text_is_wrapped_at_blanks_where_that_is_possible(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


@given(ANY, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(len(line) > 0 and width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(sanitize.line(text).split())


@pytest.mark.parametrize(
    ("left", "right", "cells", "line"),
    [
        ("left", "right", 12, "left   right"),
        ("left", "right", 11, "left  right"),
        ("left", "right", 10, "le…  right"),
        ("Leute", "", 10, "Leute     "),
        ("中", "文", 6, "中  文"),
        ("a\x1b", "b\x1b]0;x\x07", 20, "a␛           b␛]0;x␇"),
    ],
)
def test_two_texts_stand_at_the_two_ends_of_a_line(left: str, right: str, cells: int, line: str) -> None:
    assert spread(left, right, cells) == line


@given(ANY, ANY, st.integers(10, 80))
def test_a_line_of_two_texts_is_exactly_as_wide_as_asked_and_safe(left: str, right: str, cells: int) -> None:
    line = spread(left, right, cells)
    assert width(line) == cells
    assert line == sanitize.line(line)


@given(ANY, st.integers(0, 80))
def test_padding_fills_up_and_never_cuts(text: str, cells: int) -> None:
    assert pad(text, cells).startswith(text)
    assert width(pad(text, cells)) == max(cells, width(text))


def test_without_colour_nothing_is_added() -> None:
    style = Style()
    assert (style.bold("x"), style.dim("x"), style.strong("x")) == ("x", "x", "x")


def test_colour_is_switched_off_again_after_the_text() -> None:
    style = Style(colour=True)
    for styled in (style.bold("x"), style.dim("x"), style.strong("x")):
        assert styled.startswith("\x1b[")
        assert styled.endswith("m")
        assert styled.count("\x1b[") == 2


def test_every_mark_has_an_ascii_form_and_marks_differ() -> None:
    for marks in (UNICODE, ASCII):
        assert len({marks.quoted, marks.referenced, marks.inferred, marks.conflict}) == 4
    assert all(mark.isascii() for mark in ASCII)
    assert [ASCII.of(grounding) for grounding in ("quoted", "referenced", "inferred")] == ['"', "<>", "~"]
