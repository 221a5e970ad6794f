"""The find box, what stands in it while nothing is typed, filters, facets, orders, palette and help."""

from __future__ import annotations

import pytest
from textual import events

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
        for words in ("The League", "edition 1", "quotes verified", "Members 2", "Sources 3", "Attendance"):
            assert words in shown
        assert [key for key in ("F1", "⏎", "↓", "Tab", "ctrl+p") if key not in seen(pilot, "keys")] == []
        await press(pilot, "q", "question_mark")
        assert state(pilot).query == "q?"
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
        assert (focused(pilot), state(pilot).record) == ("record", "boris")

    explore(small, scenario)


def test_a_view_is_found_by_its_name(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await type_text(pilot, "timeline")
        assert "Timeline" in seen(pilot, "index")
        assert "view" in seen(pilot, "index")
        await press(pilot, "enter")
        assert (state(pilot).view, focused(pilot)) == ("timeline", "record")

    explore(small, scenario)


def test_help_for_a_word_has_the_command_of_that_name_first(small: Store) -> None:
    commands = [(verb, Keys({}).all_of(verb)) for verb in OFFERED.values()]
    assert matching(commands, "note")[0][0].id == "note"
    lines_of_help = help_lines(matching(commands, "note"), "record", 60, "note")
    assert lines_of_help[1].key == "note"


def test_escape_clears_what_is_typed_and_enter_goes_back_to_the_page(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "j", "slash")
        before = state(pilot)
        await type_text(pilot, "arcadia")
        assert state(pilot).record == "arcadia"
        await press(pilot, "escape")
        assert "back to The pact" in seen(pilot, "index")
        assert (state(pilot).record, state(pilot).statement) == (before.record, before.statement)
        assert (focused(pilot), state(pilot).query) == ("find", "")
        await press(pilot, "enter")
        assert (focused(pilot), state(pilot).statement) == ("record", before.statement)

    explore(small, scenario, WIDE, PACT)


def test_letters_go_on_searching_while_the_list_is_walked(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await type_text(pilot, "b")
        await press(pilot, "down", "up", "o")
        assert (state(pilot).query, focused(pilot)) == ("bo", "find")

    explore(small, scenario)


@pytest.mark.parametrize("back", ["escape", "left_square_bracket", "backspace", "shift+tab"])
@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("anna", "anna"),
        ("space a", "bo a"),
        ("backspace r i s", "bris"),
        ("end r i s", "boris"),
        ("down a", "a"),
        ("ctrl+u a", "a"),
        ("slash a n", "/an"),
    ],
)
def test_back_from_a_page_a_letter_begins_a_new_search(
    small: Store, back: str, typed: str, query: str
) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "b", "o", "enter", back)
        box = explorer(pilot).widgets.find
        assert (state(pilot).query, box.value, box.selected_text) == ("bo", "bo", "bo")
        await press(pilot, *(typed.split() if " " in typed else typed))
        assert (box.value, focused(pilot)) == (query, "find")
        assert state(pilot).query == query.removeprefix("/")

    explore(small, scenario)


def test_a_bracket_goes_back_past_a_list_and_is_a_letter_otherwise(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "slash", *"boris", "enter", "left_square_bracket")
        assert (state(pilot).pane, state(pilot).query) == ("index", "boris")
        await press(pilot, "left_square_bracket")
        assert (state(pilot).pane, state(pilot).record) == ("record", "pact")
        await press(pilot, "slash", "left_square_bracket", "x")
        assert state(pilot).query == "[x"

    explore(small, scenario, WIDE, PACT)


def test_keys_that_come_together_are_done_in_their_order(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for key in ("slash", *"xyz", "ctrl+u", *"boris", "enter", "slash", *"anna", "enter"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert (state(pilot).record, state(pilot).pane, state(pilot).query) == ("anna", "record", "anna")

    explore(small, scenario, WIDE, PACT)


def test_what_is_pasted_is_searched_for_wherever_the_cursor_is(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        pilot.app.post_message(events.Paste("anna\nivanova"))
        await pilot.pause()
        assert (state(pilot).query, focused(pilot)) == ("anna ivanova", "find")

    explore(small, scenario, WIDE, PACT)


def test_a_statement_that_is_found_opens_with_its_passage_and_the_list_stays(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await type_text(pilot, "observers")
        await press(pilot, "enter")
        assert state(pilot).statement == "exercise/contributed/arcadia"
        assert "Arcadia sent 12 observers" in seen(pilot, "source")
        assert "observers" in seen(pilot, "index")
        await press(pilot, "escape")
        assert (focused(pilot), state(pilot).query) == ("find", "observers")

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


def test_with_nothing_typed_stands_what_was_opened_and_bookmarked(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        explorer(pilot).session.user.opened("gone", "xanadu")
        await press(pilot, "2", "j", "enter", "m", "4", "j", "enter", "slash")
        shown = seen(pilot, "index")
        recent, bookmarks = shown.index("Recently opened"), shown.index("Bookmarks")
        assert recent < shown.rindex("Anna Ivanova", 0, bookmarks) < shown.index("Anna Ivanova was at")
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
        assert "quoted statements only" in seen(pilot, "top")
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
        explorer(pilot).session.move("index", "view:timeline")
        for id in (
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
            assert explorer(pilot).widgets.keys.said, id
            explorer(pilot).widgets.keys.clear()

    explore(small, scenario)


def crumbs(pilot: Driver) -> str:
    """Where one is, as the line above the panes says it."""
    return frame(pilot).split("\n")[0].partition("  ")[0]
