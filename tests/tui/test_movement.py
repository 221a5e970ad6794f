"""Panes, sections, history, zoom, Escape and resizing: where one is, and how one comes back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cstoref.session.state import State
from cstoref.store.queries import Store

from .helpers import (
    DOUBLE,
    NARROW,
    SINGLE,
    WIDE,
    Driver,
    Size,
    explore,
    explorer,
    focused,
    frame,
    lines,
    press,
    seen,
    state,
    type_text,
)  # fmt: skip

PACT = State(section="agreement", record="pact", pane="record", statement="pact/signed/anna")


def shown(pilot: Driver) -> list[str]:
    """The panes that a person sees."""
    return [pane for pane in ("index", "record", "source") if pilot.app.screen.query_one(f"#{pane}").region]


@pytest.mark.parametrize(
    ("size", "on_index", "on_record", "on_source"),
    [
        (NARROW, ["index"], ["record"], ["source"]),
        (SINGLE, ["index"], ["record"], ["source"]),
        (DOUBLE, ["index", "record"], ["record", "source"], ["record", "source"]),
        (WIDE, *3 * (["index", "record", "source"],)),
    ],
)
def test_every_pane_can_be_reached_at_every_width(
    small: Store, size: Size, on_index: list[str], on_record: list[str], on_source: list[str]
) -> None:
    async def scenario(pilot: Driver) -> None:
        assert shown(pilot) == on_record
        await press(pilot, "tab")
        assert (shown(pilot), focused(pilot)) == (on_source, "source")
        await press(pilot, "tab")
        assert (shown(pilot), focused(pilot)) == (on_index, "index")
        await press(pilot, "shift+tab", "left", "right", "0")
        assert focused(pilot) == "source"
        await press(pilot, "z")
        assert shown(pilot) == ["source"]
        await press(pilot, "h")
        assert shown(pilot) == ["record"]
        await press(pilot, "escape")
        assert shown(pilot) == on_record

    explore(small, scenario, size, PACT)


def test_below_the_record_stands_the_passage_where_the_source_is_not_seen(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        assert "Anna signed the pact" in seen(pilot, "strip")
        await pilot.resize_terminal(80, 15)
        await pilot.pause()
        assert not pilot.app.screen.query_one("#strip").region
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert not pilot.app.screen.query_one("#strip").region
        await pilot.resize_terminal(79, 30)
        await pilot.pause()
        assert "Anna signed the pact" in seen(pilot, "strip")

    explore(small, scenario, SINGLE, PACT)


def test_a_section_opens_by_its_number_and_closes_by_enter_on_it(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for key, section, row in (
            ("2", "leader", "Anna Ivanova"),
            ("4", "event", "Meeting in"),
            ("7", "sources", "Letters"),
        ):
            await press(pilot, key)
            assert (state(pilot).section, focused(pilot)) == (section, "index")
            assert row in seen(pilot, "index")
        await press(pilot, "g", "enter")
        assert state(pilot).section == "member"
        await press(pilot, "enter")
        assert state(pilot).section == ""

    explore(small, scenario, WIDE, PACT)


def test_moving_in_the_index_shows_the_record_and_only_enter_goes_there(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "2", "j")
        assert "Anna Ivanova" in seen(pilot, "record").splitlines()[0]
        await press(pilot, "j")
        assert "Boris" in seen(pilot, "record").splitlines()[0]
        assert focused(pilot) == "index"
        await press(pilot, "enter")
        assert focused(pilot) == "record"
        await press(pilot, "left_square_bracket")
        assert (state(pilot).record, state(pilot).index_at, focused(pilot)) == ("boris", "boris", "index")
        await press(pilot, "left_square_bracket")
        assert (state(pilot).record, focused(pilot)) == ("pact", "record")

    explore(small, scenario, WIDE, PACT)


@pytest.mark.parametrize("hidden", [False, True])
def test_back_brings_filter_cursor_and_scroll_and_a_new_branch_cuts_forward(
    small: Store, hidden: bool
) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "f")
        await type_text(pilot, "boris")
        await press(pilot, "enter", "j", "j", "j", "k", "k")
        left, scrolled = state(pilot), lines(pilot, "record").scroll_offset
        assert scrolled.y > 0
        await press(pilot, "o")
        assert state(pilot).record == "boris"
        assert state(pilot).record_filter == ""
        await press(pilot, "j", *(["0"] if hidden else []), "left_square_bracket")
        assert (state(pilot).record, state(pilot).record_filter) == ("pact", "boris")
        assert state(pilot).statement == left.statement
        assert lines(pilot, "record").scroll_offset == scrolled
        await press(pilot, "right_square_bracket")
        assert state(pilot).record == "boris"
        await press(pilot, "alt+left", "2", "j", "enter", "right_square_bracket")
        assert state(pilot).record == "anna"
        await press(pilot, "backspace", "backspace")
        assert state(pilot).record == "pact"

    explore(small, scenario, (80, 10), PACT)


def test_escape_goes_up_step_by_step_never_quits_and_keeps_the_day(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "a")
        await type_text(pilot, "2004")
        await press(pilot, "enter", "f")
        await type_text(pilot, "boris")
        await press(pilot, "enter", "0", "z", "f")
        await type_text(pilot, "boris")
        await press(pilot, "enter")
        steps = []
        for _ in range(8):
            now = state(pilot)
            steps.append((now.pane, now.zoomed, now.text_find, now.record_filter))
            await press(pilot, "escape")
        assert steps[:6] == [
            ("source", True, "boris", "boris"),
            ("source", True, "", "boris"),
            ("source", False, "", "boris"),
            ("record", False, "", "boris"),
            ("record", False, "", ""),
            ("index", False, "", ""),
        ]
        assert steps[6] == steps[7] == steps[5]
        assert state(pilot).as_of == "2004-12-31"
        assert pilot.app.is_running

    explore(small, scenario, WIDE, PACT)


@pytest.mark.parametrize("sizes", [[(160, 50), (80, 24), (50, 20), (1, 1), (120, 36)]])
def test_resizing_keeps_the_place(small: Store, sizes: Sequence[Size]) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "j", "j", "0")
        before = state(pilot)
        for size in sizes:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert state(pilot) == before
        assert "▸" in seen(pilot, "record")
        assert "▸" in seen(pilot, "source")

    explore(small, scenario, WIDE, PACT)


def test_too_small_a_terminal_says_so_and_obeys_nothing_but_quit(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        assert frame(pilot).strip() == "cstoref needs 40 × 10"
        before = state(pilot)
        await press(pilot, "j", "slash", "a", "0", "tab", "question_mark")
        assert state(pilot) == before
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "q")
        assert not pilot.app.is_running

    explore(small, scenario, (39, 9), PACT)


def test_keys_on_a_cyrillic_layout_do_the_same(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        start = state(pilot)
        await press(pilot, "о")  # the key of j
        assert state(pilot).statement != start.statement
        await press(pilot, "л", "я")
        assert (state(pilot).statement, state(pilot).zoomed) == (start.statement, True)
        await press(pilot, "Й")
        assert state(pilot).quoted_only

    explore(small, scenario, WIDE, PACT)


def test_the_crumbs_say_where_one_is(small: Store) -> None:
    async def crumbs(pilot: Driver, *keys: str) -> str:
        await press(pilot, *keys)
        return seen(pilot, "top").split("   ")[0].strip()

    async def scenario(pilot: Driver) -> None:
        assert await crumbs(pilot) == "League › Agreements › The pact"
        assert await crumbs(pilot, "0") == "League › Agreements › The pact › News, 4 May 2001 ¶2"
        assert await crumbs(pilot, "escape", "f", *"not", "enter") == "League › Agreements › The pact › “not”"
        assert await crumbs(pilot, "escape", "slash") == "League"
        assert await crumbs(pilot, *"boris") == "League › Find › “boris”"
        assert await crumbs(pilot, "enter", "7", "j") == "League › Sources › News, 4 May 2001"
        assert await crumbs(pilot, "apostrophe") == "League › Bookmarks"
        assert await crumbs(pilot, "H") == "League"

    explore(small, scenario, WIDE, PACT)


def test_the_mouse_moves_goes_and_chooses(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "2")
        row = lines(pilot, "index").items.first["boris"] - lines(pilot, "index").scroll_offset.y
        await pilot.click("#index", offset=(8, row))
        await pilot.pause()
        assert (state(pilot).record, focused(pilot)) == ("boris", "index")
        await pilot.click("#index", offset=(8, row))
        await pilot.pause()
        assert focused(pilot) == "record"
        await pilot.click("#source", offset=(8, 3))
        await pilot.pause()
        assert (focused(pilot), state(pilot).pane) == ("source", "source")
        await pilot.click("#find")
        await pilot.pause()
        assert (focused(pilot), state(pilot).finding) == ("find", True)

    explore(small, scenario, WIDE, PACT)


def test_what_the_mouse_selects_can_be_copied_without_the_gutter(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await pilot.mouse_down("#source", offset=(4, 3))
        await pilot.hover("#source", offset=(19, 4))
        await pilot.mouse_up("#source", offset=(19, 4))
        await pilot.pause()
        selected = explorer(pilot).get_selected_text()
        assert selected is not None
        assert selected.startswith("The League met in Kublai")
        assert not any(line.startswith((" ", "1", "2")) for line in selected.splitlines())

    explore(small, scenario, WIDE, State(source="news", section="sources", pane="source"))
