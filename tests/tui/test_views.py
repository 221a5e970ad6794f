"""The views: what items open, ways there and back, what is taken along, the order of the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from textual.app import App

from cstoref.session.state import State
from cstoref.session.views.base import View
from cstoref.store.queries import Store
from cstoref.tui import clipboard
from cstoref.tui.app import user_data
from tests.conftest import Result

from .helpers import (
    SINGLE,
    WIDE,
    Driver,
    explore,
    explorer,
    focused,
    frame,
    lines,
    press,
    seen,
    state,
    type_text,
)

PACT = State(section="agreement", record="pact", pane="record", statement="pact/signed/anna")
BELARUS = State(section="member", record="belarus", pane="record")
REFUSED = "pact/refused/boris-never"
"""The statement of the small pack that a conflict concerns, beside `pact/signed/boris`."""


def items(pilot: Driver) -> list[str]:
    """The items of the view in the order in which they stand."""
    return [str(key) for key in lines(pilot, "record").items.first]


def view_of(pilot: Driver) -> View:
    """The view that is open."""
    view = explorer(pilot).session.here.view
    assert view is not None
    return view


async def put(pilot: Driver, key: str) -> None:
    """The cursor of the view on an item."""
    explorer(pilot).runner.pane.put(key)
    await pilot.pause()
    assert state(pilot).at == key


async def narrow(pilot: Driver, words: str) -> None:
    """Have the view show only what has the words."""
    await press(pilot, "f", "ctrl+u")
    await type_text(pilot, words)
    await press(pilot, "enter")


# What an item opens


def test_a_cell_of_a_matrix_opens_the_statements_behind_it(builtin: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "x")
        await narrow(pilot, "2009")
        await put(pilot, "matybulak-2009 belarus")
        behind = view_of(pilot).statements("matybulak-2009 belarus")
        assert len(behind) > 1
        assert "Belarus: sent another" in seen(pilot, "strip")
        assert "⏎ statements" in seen(pilot, "keys")
        await press(pilot, "enter")
        assert {str(key) for key in lines(pilot, "dialog-list").items.first} == set(behind)
        assert "Leonid Maltsev" in frame(pilot)
        await press(pilot, "enter")
        assert state(pilot).statement in behind
        assert (state(pilot).view, state(pilot).pane) == ("", "record")
        await press(pilot, "backspace")
        assert (state(pilot).view, state(pilot).at) == ("attendance", "matybulak-2009 belarus")
        assert state(pilot).record_filter == "2009"

        await put(pilot, "almaty-informal-2009-12 uzbekistan")
        assert "⏎ source" in seen(pilot, "keys")
        await press(pilot, "enter")
        assert focused(pilot) == "source"
        await press(pilot, "escape")
        await put(pilot, "military-cooperation-meeting-2009-06-11 armenia")
        assert view_of(pilot).statements(state(pilot).at or "") == ()
        assert "⏎ open" in seen(pilot, "keys")
        await press(pilot, "enter")
        assert (state(pilot).record, state(pilot).view) == ("military-cooperation-meeting-2009-06-11", "")

    explore(builtin, scenario, WIDE, BELARUS)


def test_a_point_of_the_timeline_opens_its_record_and_a_bar_its_passage(builtin: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "t")
        assert "Timeline · Belarus" in seen(pilot, "top")
        await press(pilot, "t")
        assert seen(pilot, "top").lstrip().startswith("CSTO › Timeline  ")
        await narrow(pilot, "2009")
        await put(pilot, "matybulak-2009")
        assert "⏎ open" in seen(pilot, "keys")
        await press(pilot, "enter")
        assert (state(pilot).record, state(pilot).view) == ("matybulak-2009", "")
        await press(pilot, "backspace", "g", "right")
        assert (state(pilot).view, state(pilot).record_filter) == ("timeline", "2009")
        assert seen(pilot, "record").count("▸") == 1
        term = builtin.statement(state(pilot).at or "")
        assert term is not None
        assert term.statement.text[:30] in seen(pilot, "strip")

    explore(builtin, scenario, WIDE, BELARUS)


def test_a_conflict_is_entered_from_its_statement_and_left_to_the_very_place(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for back in ("exclamation_mark", "backspace"):
            explorer(pilot).session.go(statement=REFUSED, pane="record")
            await pilot.pause()
            before = state(pilot)
            await press(pilot, "exclamation_mark")
            assert (state(pilot).view, state(pilot).view_of) == ("conflict", "did-boris-sign")
            shown = seen(pilot, "record")
            assert "The newspaper says that he did, the clerk that he did not." in " ".join(shown.split())
            assert "▐In 2004 Boris signed after all▌" in shown
            assert "▐Boris never signed anything▌" in shown
            await press(pilot, "right", "down", "enter")
            assert focused(pilot) == "source"
            await press(pilot, "escape", back)
            assert (
                state(pilot)._replace(record_scroll=before.record_scroll, source_scroll=before.source_scroll)
                == before
            )
            assert lines(pilot, "record").cursor == REFUSED

    explore(small, scenario, WIDE, PACT)


def test_a_conflict_opened_from_the_list_leads_back_to_the_list(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "exclamation_mark")
        assert (state(pilot).view, state(pilot).view_of) == ("conflicts", "")
        assert "the clerk that he did not" in seen(pilot, "strip")
        await press(pilot, "enter")
        assert state(pilot).view == "conflict"
        await press(pilot, "exclamation_mark")
        assert (state(pilot).view, state(pilot).at) == ("conflicts", "conflict:did-boris-sign")
        await press(pilot, "exclamation_mark")
        assert (state(pilot).view, state(pilot).record) == ("", "boris")

    explore(small, scenario, SINGLE, State(record="boris", pane="record", section="leader"))


def test_conflicts_are_narrowed_to_one_nature(builtin: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        natures = {f"conflict:{one.id}": one.nature for one in builtin.conflicts()}
        assert set(items(pilot)) == set(natures)
        await press(pilot, "F")
        offered = lines(pilot, "dialog-list")
        assert {str(key) for key in offered.items.first} >= {f"nature: {one}" for one in natures.values()}
        offered.put("nature: change-over-time")
        await press(pilot, "enter")
        assert set(items(pilot)) == {key for key, nature in natures.items() if nature == "change-over-time"}
        await press(pilot, "escape")
        assert set(items(pilot)) == set(natures)

    explore(builtin, scenario, WIDE, State(view="conflicts", pane="record"))


def test_a_comparison_asks_for_the_other_record(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "equals_sign")
        await type_text(pilot, "boris")
        await press(pilot, "enter")
        assert "This is the same record" in frame(pilot)
        await press(pilot, "ctrl+u")
        await type_text(pilot, "zzzzzzzz")
        await press(pilot, "enter")
        assert "No record is found" in frame(pilot)
        await press(pilot, "ctrl+u")
        await type_text(pilot, "anna")
        await press(pilot, "enter")
        assert (state(pilot).view, state(pilot).record, state(pilot).view_of) == ("compare", "boris", "anna")
        assert "Compare · Boris ↔ Anna Ivanova" in seen(pilot, "top")
        assert "Meeting in Kublai" in seen(pilot, "record")
        await press(pilot, "backspace", "equals_sign")
        assert pilot.app.screen.query_one("#asked").value == ""  # type: ignore[attr-defined]

    explore(small, scenario, WIDE, State(record="boris", pane="record", section="leader"))


# What is taken along


def test_statements_are_pinned_and_written_into_a_new_file_only(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.md").write_text("mine", encoding="utf-8")

    async def scenario(pilot: Driver) -> None:
        await press(pilot, "W")
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "space", "k", "space", "j", "j", "space", "space")
        pinned = user_data(small).pins
        assert pinned == ("pact/signed/anna", "pact/signed/boris")
        await press(pilot, "p")
        assert items(pilot) == list(pinned)
        assert "1  Anna Ivanova signed the pact" in seen(pilot, "record")
        await press(pilot, "W", "ctrl+u")
        await type_text(pilot, "mine.md")
        await press(pilot, "enter")
        assert "exists already" in frame(pilot)
        await press(pilot, "ctrl+u")
        await type_text(pilot, "no/memo.md")
        await press(pilot, "enter")
        assert "There is no folder no" in frame(pilot)
        await press(pilot, "ctrl+u")
        await type_text(pilot, "memo.md")
        await press(pilot, "enter")
        await press(pilot, "space")
        assert items(pilot) == ["pact/signed/boris"]

    explore(small, scenario, WIDE, PACT)
    memo = (tmp_path / "memo.md").read_text(encoding="utf-8")
    assert memo.index("Anna Ivanova signed the pact") < memo.index("Boris signed the pact in 2004")
    assert (tmp_path / "mine.md").read_text(encoding="utf-8") == "mine"


def test_what_the_cursor_is_on_is_copied_in_many_forms(small: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def take(app: App[None], text: str) -> bool:
        taken.append(text)
        return len(taken) < 12

    monkeypatch.setattr(clipboard, "copy", take)

    async def scenario(pilot: Driver) -> None:
        await press(pilot, "Y")
        assert len(pilot.app.screen_stack) == 1
        copied: dict[str, str] = {}
        await press(pilot, "y")
        names = [line.pieces[0].text.strip() for line in lines(pilot, "dialog-list")._lines]
        await press(pilot, "escape")
        for at, name in enumerate(names):
            await press(pilot, "y")
            lines(pilot, "dialog-list").put(str(at))
            await press(pilot, "enter")
            copied[name] = taken[-1]
        assert copied["statement"].startswith("Anna Ivanova signed the pact")
        assert copied["quote"] == "“Anna signed the pact”"
        assert copied["link"] == "cstoref open small:pact/signed/anna@1"
        assert json.loads(copied["JSON"])["id"] == "pact/signed/anna"
        assert "The news" in copied["citation"]
        assert "\n[^pact-signed-anna]: " in copied["Markdown footnote"]
        assert copied["BibTeX"].startswith("@")
        assert copied["RIS"].startswith("TY  - ")
        assert json.loads(copied["CSL-JSON"])
        assert copied["whole card"].startswith("The pact")
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "Y")
        assert "Whole card: select and copy it" in frame(pilot)
        assert "Boris (2004)" in frame(pilot)
        await press(pilot, "escape")
        while len(taken) < 11:
            taken.append("")
        await press(pilot, "y", "enter")
        assert "Statement: select and copy it" in frame(pilot)  # nothing could take it
        await press(pilot, "escape")

    explore(small, scenario, WIDE, PACT)


# The order is that of the command line


def asked(run: Callable[..., Result], *words: str) -> dict[str, list[dict[str, str]]]:
    """What the command line answers, as data."""
    answer: dict[str, list[dict[str, str]]] = json.loads(run(*words, "--json").out)
    return answer


def test_views_stand_in_the_order_of_the_command_line(builtin: Store, run: Callable[..., Result]) -> None:
    time = asked(run, "timeline", "belarus")
    points = [point["record"] for point in [*time["points"], *time["undated"]]]
    written = [line.split()[0] for line in run("conflicts").out.split("\n") if line.startswith("   ")]
    collisions = only(written, [one.id for one in builtin.conflicts()])
    both = [one["record"] for one in asked(run, "compare", "belarus", "kazakhstan")["shared"]]
    sources = [one["id"] for one in json.loads(run("sources", "--json").out)]

    async def scenario(pilot: Driver) -> None:
        await press(pilot, "t", "s")
        assert state(pilot).record_sort == "year"
        assert only(items(pilot), points) == points
        explorer(pilot).session.open_view("conflicts")
        await pilot.pause()
        assert items(pilot) == [f"conflict:{id}" for id in collisions]
        explorer(pilot).session.open_view("compare", "kazakhstan")
        await pilot.pause()
        await press(pilot, "s")
        assert only(items(pilot), both) == both[::-1]
        explorer(pilot).session.open_section("sources")
        await pilot.pause()
        listed = [str(key) for key in lines(pilot, "index").items.first]
        assert only(listed, sources) == sources

    explore(builtin, scenario, WIDE, BELARUS)


def only(keys: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Of some keys those that are wanted, each where it comes first."""
    return [key for key in dict.fromkeys(keys) if key in set(wanted)]
