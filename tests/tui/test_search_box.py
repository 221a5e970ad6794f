"""The find box, what stands in it while nothing is typed, filters, facets, orders, palette and help."""

from __future__ import annotations

import pytest

from cstoref.session.state import PANES, State
from cstoref.store.queries import Store
from cstoref.tui.app import CstorefApp
from cstoref.tui.keyboard import OFFERED, Keys
from cstoref.tui.screens.help import help_lines, matching

from .helpers import (
    DOUBLE,
    SINGLE,
    WIDE,
    Driver,
    drive,
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

PACT = State(section="agreement", record="pact", pane="record")
BORIS = State(section="leader", record="boris", pane="record")


def test_the_first_screen_says_what_it_is_and_has_the_cursor_in_the_find_box(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        assert focused(pilot) == "find"
        shown = frame(pilot)
        for words in (
            "The League",
            "11 statements from 3 sources",
            "checked up to",
            "Edition 1",
            "Most documented",
        ):
            assert words in shown
        for section in ("1 Members", "2 Leaders", "7 Sources"):
            assert section in seen(pilot, "index")
        assert [
            key for key in ("F1", "⏎", "↓", "Tab", "ctrl+p", "Esc") if key not in seen(pilot, "keys")
        ] == []
        await press(pilot, "question_mark", "q")
        assert state(pilot).query == "?q"
        await press(pilot, "f1")
        assert "Most used" in frame(pilot)

    for size in (SINGLE, DOUBLE, WIDE):
        explore(small, scenario, size)


def test_what_is_found_shows_from_the_first_letter_with_its_record_beside_it(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "b")
        assert "Boris" in seen(pilot, "index")
        assert "Boris" in seen(pilot, "record").splitlines()[0]
        await press(pilot, "enter")
        assert (focused(pilot), state(pilot).record, state(pilot).section) == ("record", "boris", "leader")
        assert (state(pilot).query, explorer(pilot).widgets.find.value) == ("", "")

    explore(small, scenario)


def test_escape_clears_what_is_typed_and_brings_back_what_was_shown(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "j", "slash")
        before = state(pilot)
        await type_text(pilot, "arcadia")
        assert state(pilot).record == "arcadia"
        await press(pilot, "escape")
        assert (state(pilot).record, state(pilot).statement) == (before.record, before.statement)
        assert (focused(pilot), state(pilot).query) == ("record", "")
        await press(pilot, "left_square_bracket")
        assert state(pilot).record == "pact"

    explore(small, scenario, WIDE, PACT)


def test_a_statement_that_is_found_opens_with_its_passage_and_the_list_stays(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await type_text(pilot, "observers")
        await press(pilot, "enter")
        assert state(pilot).statement == "exercise/contributed/arcadia"
        assert "Arcadia sent 12 observers" in seen(pilot, "source")
        await press(pilot, "escape")
        assert focused(pilot) == "index"
        assert "observers" in seen(pilot, "index")

    explore(small, scenario, WIDE)


def test_a_passage_that_is_found_opens_in_its_text(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await type_text(pilot, "s:rained")
        await press(pilot, "enter")
        assert (state(pilot).source, state(pilot).sentence, focused(pilot)) == ("news", 5, "source")
        assert "It rained for three days" in seen(pilot, "source")

    explore(small, scenario, SINGLE)


@pytest.mark.parametrize(
    ("typed", "words"), [("zzyzx", "Nothing found"), ("ivanoba", "spelt a little like it")]
)
def test_it_is_never_a_dead_end(small: Store, typed: str, words: str) -> None:
    async def scenario(pilot: Driver) -> None:
        await type_text(pilot, typed)
        assert words in seen(pilot, "index")
        await press(pilot, "enter", "escape", "escape")
        assert pilot.app.is_running

    explore(small, scenario)


def test_with_nothing_typed_stands_what_was_opened_marked_and_is_most_told_of(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        explorer(pilot).session.user.opened("gone", "xanadu")
        await press(pilot, "2", "j", "enter", "m", "4", "j", "enter", "slash")
        shown = seen(pilot, "index")
        lately, marked, most = (
            shown.index(title) for title in ("Recently opened", "Bookmarks", "Most documented")
        )
        assert lately < shown.index("Anna Ivanova") < shown.index("The pact") < shown.index("Xanadu") < marked
        assert marked < shown.index("Anna Ivanova was at") < most < shown.index("Arcadia")
        await press(pilot, "enter")
        assert state(pilot).record == "anna"
        await press(pilot, "slash", "down")
        lines(pilot, "index").put("meeting/attended/anna")
        await press(pilot, "enter")
        assert state(pilot).statement == "meeting/attended/anna"

    explore(small, scenario, WIDE, PACT)


def test_a_list_is_filtered_as_one_types_and_escape_takes_it_back(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "2", "f", *"ann")
        assert "Anna" in seen(pilot, "index")
        assert "Boris" not in seen(pilot, "index")
        assert "1/2" in frame(pilot)
        await press(pilot, "escape")
        assert "Boris" in seen(pilot, "index")
        await press(pilot, "f", *"ann", "enter", "j", "enter")
        assert state(pilot).record == "anna"
        await press(pilot, "1", "2")
        assert state(pilot).index_filter == ""

    explore(small, scenario, WIDE, PACT)


def test_statements_are_filtered_by_words_and_by_what_is_quoted(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "f", *"signed")
        shown = seen(pilot, "record")
        assert "Anna Ivanova signed the pact" in shown
        assert "would not sign" not in shown
        await press(pilot, "enter", "escape")
        assert "would not sign" in seen(pilot, "record")

    explore(small, scenario, WIDE, PACT)


def test_only_what_is_quoted(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        assert "Xanadu is a member" in seen(pilot, "record")
        await press(pilot, "Q")
        assert "Xanadu is a member" not in seen(pilot, "record")
        assert "“ only" in seen(pilot, "top")
        await press(pilot, "Q")
        assert "Xanadu is a member" in seen(pilot, "record")

    explore(small, scenario, WIDE, State(record="xanadu", pane="record"))


def test_facets_narrow_with_their_counts(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "F")
        listed = seen(pilot, "dialog-list").split()
        assert [listed[listed.index(facet) + 1] for facet in ("quoted", "reported", "2004")] == [
            "6",
            "1",
            "1",
        ]
        await press(pilot, *["j"] * 2, "enter")
        assert state(pilot).record_facet == "stance: reported"
        assert "Boris never signed the pact" in seen(pilot, "record")
        assert "would not sign" not in seen(pilot, "record")
        assert "stance: reported" in seen(pilot, "top")
        await press(pilot, "F", "enter")
        assert state(pilot).record_facet == ""
        await press(pilot, "4", "F", "j", "j", "enter")
        assert state(pilot).index_facet == "type: meeting"
        assert "Exercise" not in seen(pilot, "index")
        await press(pilot, "escape")
        assert "Exercise" in seen(pilot, "index")

    explore(small, scenario, WIDE, BORIS)


def test_a_list_and_a_page_are_sorted_in_turn(small: Store) -> None:
    def order(pilot: Driver, *words: str) -> list[int]:
        shown = seen(pilot, "record")
        return [shown.index(word) for word in words]

    async def scenario(pilot: Driver) -> None:
        await press(pilot, "s")
        in_time = order(pilot, "2001", "would not sign", "2004", "Boris signed the pact", "2005")
        assert in_time == sorted(in_time)
        await press(pilot, "s")
        assert "Most important first" in seen(pilot, "record")
        await press(pilot, "s")
        assert state(pilot).record_sort == "grouped"
        await press(pilot, "4", "s")
        keys = [key for key in lines(pilot, "index").items.first if not str(key).startswith("section:")]
        assert keys == ["exercise", "meeting"]

    explore(small, scenario, WIDE, PACT)


def test_the_order_that_was_asked_for_stands_above(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        assert "by" not in crumbs(pilot)
        await press(pilot, "s")
        assert crumbs(pilot).endswith("by time")
        await press(pilot, "s", "s")
        assert "by" not in crumbs(pilot)

    explore(small, scenario, state=State(record="pact", pane="record"))


def test_the_palette_has_every_command_and_every_record(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "arcadia")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, "enter")
        assert state(pilot).record == "arcadia"
        await press(pilot, "colon")
        await type_text(pilot, "pane whole screen")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, "enter")
        assert state(pilot).zoomed

    explore(small, scenario, WIDE, PACT)


@pytest.mark.parametrize(
    ("typed", "found"), [("?", {"help"}), ("[", {"back"}), ("n", {"next-hit"}), ("N", {"previous-hit"})]
)
def test_help_finds_a_key_as_it_is_typed(typed: str, found: set[str]) -> None:
    shown = matching([(command, Keys({}).all_of(command)) for command in OFFERED.values()], typed)
    assert {command.id for command, _ in shown} == found


@pytest.mark.parametrize("pane", PANES)
def test_help_begins_with_what_is_used_most_then_with_the_pane(pane: str) -> None:
    shown = [(command, Keys({}).all_of(command)) for command in OFFERED.values()]
    lines = help_lines(shown, pane, 76)
    heads = [line.pieces[0].text for line in lines if line.pieces and line.pieces[0].style == "heading"]
    assert heads[:2] == ["Most used", f"In this pane: {pane}"]
    assert list(dict.fromkeys(line.key for line in lines if line.key))[:3] == ["find", "back", "quit"]
    assert {line.key for line in lines if line.key} == set(OFFERED)


def test_help_is_for_the_pane_finds_by_word_and_runs_the_line(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "0", "question_mark")
        first = seen(pilot, "dialog-list").splitlines()[0]
        assert "Most used" in first
        await type_text(pilot, "whole screen")
        assert seen(pilot, "dialog-list").count("screen") == 1
        await press(pilot, "enter")
        assert state(pilot).zoomed

    explore(small, scenario, WIDE, PACT)


def test_every_theme_comes_in_turn(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        met = []
        for _ in range(4):
            met.append(pilot.app.theme)
            await press(pilot, "f9")
        assert met == ["cstoref-dark", "cstoref-light", "cstoref-contrast", "cstoref-dark"]

    drive(CstorefApp(small, PACT), scenario)


def test_a_command_whose_thing_is_not_there_says_so(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "escape")
        for id in (
            "source-pane",
            "back",
            "forward",
            "details",
            "names",
            "uses",
            "facets",
            "bookmark",
            "note",
        ):
            explorer(pilot).runner.run(id)
            await pilot.pause()
            assert len(pilot.app._notifications) == 1, id

    explore(small, scenario)


def crumbs(pilot: Driver) -> str:
    """Where one is, as the line above the panes says it."""
    return frame(pilot).split("\n")[0].partition("  ")[0]
