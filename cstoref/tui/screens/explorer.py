"""The explorer: index, record and source over one state. Commands come here; each makes a new state."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from cstoref import visible
from cstoref.store.naming import STATEMENT
from cstoref.store.queries import Store
from cstoref.tui import pages
from cstoref.tui.commands import BY_ID, COMMANDS, PANES, Section
from cstoref.tui.content import content
from cstoref.tui.line import Key
from cstoref.tui.showing import Showing
from cstoref.tui.state import SOURCES, History, Pane, ViewState
from cstoref.tui.themes import THEMES
from cstoref.tui.widgets.bars import KeyLine, TopLine
from cstoref.tui.widgets.box import Box
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.panes import Pane as PaneView
from cstoref.tui.widgets.panes import SourcePane

from .asking import AskDay, AskWords
from .lists import Choice, HelpScreen

SMALLEST = (40, 10)
FILTERS: dict[Pane, str] = {"index": "index_filter", "record": "record_filter", "source": "text_find"}
"""The part of the state that holds the words of each pane."""


class Explorer(Screen[None]):
    """Owns the state; panes show it, messages come up, commands change it."""

    BINDINGS: ClassVar = [command.binding() for command in COMMANDS if command is not Section]
    for _number in range(1, 8):
        BINDINGS.append((str(_number), f"section({_number})", f"Section {_number}"))

    def __init__(self, store: Store, state: ViewState) -> None:
        super().__init__()
        self.store = store
        self.state = state
        self.history = History()
        self.showing = Showing(self)
        self._left_index_at: ViewState | None = None

    # What there is

    def compose(self) -> ComposeResult:
        """The line of where and when, the three panes, the keys."""
        yield TopLine(id="top")
        with Horizontal(id="panes"):
            with Vertical(id="index-column"):
                yield Box(placeholder="/ find", id="find")
                yield PaneView(id="index")
            with Vertical(id="record-column"):
                yield PaneView(id="record")
                yield Static(id="strip")
            yield SourcePane(id="source")
        yield KeyLine(id="keys")
        yield Static(content("cstoref needs 40 × 10"), id="too-small")

    def on_mount(self) -> None:
        """Show the first state; on the first screen the cursor is in the find box."""
        self._layout()
        self._show_all()
        if self.state.record is None and self.state.source is None:
            self.query_one("#find", Input).focus()
        else:
            self._focus_pane()

    @property
    def view(self) -> PaneView:
        """The lines of the pane that has the cursor."""
        name = "source-text" if self.state.pane == "source" else self.state.pane
        return self.query_one(f"#{name}", PaneView)

    @property
    def _finding(self) -> bool:
        return self.query_one("#find", Input).has_focus

    # From one state to the next

    def go(self, *, remember: bool = True, **changes: Any) -> None:
        """Make a new state and show what differs. A new place is remembered in the history."""
        old, new = self.state, replace(self.state, **changes)
        if new == old:
            return
        if remember and old.place != new.place:
            self._settle()
            self.history.leave(old)
        self._show(old, new)
        if new.pane != "index":
            self._settle()

    def _settle(self) -> None:
        """End the preview of what the index's cursor came to; what was there before can be gone back to."""
        before, self._left_index_at = self._left_index_at, None
        if before is not None and before.place != self.state.place:
            self.history.leave(before)

    def _show(self, old: ViewState, new: ViewState) -> None:
        self.state = new
        if (old.pane, old.zoomed, old.at_home) != (new.pane, new.zoomed, new.at_home):
            self._layout()
        if (
            _page_parts(old) != _page_parts(new)
            or self.query_one("#record", PaneView).cursor != new.statement
        ):  # fmt: skip
            self.showing.record(new)
            self._adopt_cursor()
        if self._index_is_behind(old, new):
            self.showing.index(new)
        self.showing.passage(self.state)
        self.showing.bars(self.state, self._finding)
        if old.pane != new.pane and not self._finding:
            self._focus_pane()

    def _index_is_behind(self, old: ViewState, new: ViewState) -> bool:
        """Whether the index shows another list than it should, or has its cursor on another place."""
        if _index_parts(old) != _index_parts(new):
            return True
        at = new.source if new.section == SOURCES else new.record
        elsewhere = self.query_one("#index", PaneView).cursor != at
        return old.place != new.place and not new.query and elsewhere

    def _show_all(self) -> None:
        self.showing.record(self.state)
        self._adopt_cursor()
        self.showing.index(self.state)
        self.showing.passage(self.state)
        self.showing.bars(self.state, self._finding)

    def _adopt_cursor(self) -> None:
        """The page's cursor is part of the state: where it is after a page was shown."""
        cursor = self.query_one("#record", PaneView).cursor
        statement = cursor if isinstance(cursor, str) else None
        if self.showing.page is not None and statement != self.state.statement:
            self.state = replace(self.state, statement=statement, citation=0, sentence=None)

    def _layout(self) -> None:
        for pane in PANES:
            self.set_class(self.state.pane == pane, f"-on-{pane}")
        self.set_class(self.state.zoomed, "-zoomed")
        self.set_class(self.state.at_home and not self.state.zoomed, "-home")

    def _focus_pane(self) -> None:
        self.view.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Below a certain size one line says so; otherwise the place is kept."""
        self.set_class(event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1], "-tiny")
        self.call_after_refresh(self._after_resize)

    def _after_resize(self) -> None:
        self.showing.passage(self.state)
        self.showing.bars(self.state, self._finding)

    # What the panes tell

    @on(LineView.Moved, "#index")
    def preview(self, message: LineView.Moved) -> None:
        """Moving in the index shows the record at once; only Enter goes there."""
        if self._left_index_at is None:
            self._left_index_at = self.state
        self._look_at(message.key, remember=False)

    def _look_at(self, key: Key, remember: bool) -> None:
        found = self.showing.found
        if isinstance(key, str) and key.startswith("section:"):
            return
        if found is not None and isinstance(key, int):
            hits, at = (found.hits, key) if key >= 0 else (found.suggestions, -1 - key)
            if at >= len(hits):  # told of a list that has been replaced since
                return
            hit = hits[at]
            if hit.record is None:
                self.go(
                    remember=remember,
                    source=hit.source,
                    sentence=self._sentence_at(hit.source, hit.start),
                )
            else:
                self.go(
                    remember=remember, record=hit.record, statement=hit.statement,
                    source=None, sentence=None, citation=0,
                )  # fmt: skip
        elif self.state.section == SOURCES and isinstance(key, str):
            self.go(remember=remember, source=key, sentence=None)
        elif isinstance(key, str):
            self.go(
                remember=remember,
                record=key,
                statement=None,
                source=None,
                sentence=None,
                citation=0,
            )

    def _sentence_at(self, source: str | None, start: int | None) -> int | None:
        if source is None or start is None:
            return None
        return next((s.number for s in self.store.sentences(source) if s.end > start), None)

    @on(LineView.Moved, "#record")
    def move_in_record(self, message: LineView.Moved) -> None:
        """The passage of the statement under the cursor is lit at once."""
        if isinstance(message.key, str):
            self.go(statement=message.key, citation=0, sentence=None, source=None)

    @on(LineView.Moved, "#source-text")
    def move_in_source(self, message: LineView.Moved) -> None:
        """The cursor in a text moves by sentence."""
        if isinstance(message.key, int):
            self.go(sentence=message.key)

    @on(LineView.Chosen, "#index, #record, #source-text")
    def clicked(self) -> None:
        """A second click is Enter."""
        self.enter()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The state follows the focus, also by mouse."""
        names: dict[str | None, Pane] = {
            "find": "index",
            "index": "index",
            "record": "record",
            "source-text": "source",
        }
        pane = names.get(event.widget.id)
        if pane is not None and pane != self.state.pane:
            self.go(pane=pane)
        self.showing.bars(self.state, self._finding)

    @on(Input.Changed, "#find")
    def type_query(self, event: Input.Changed) -> None:
        """What is found shows from the first letter."""
        self.go(query=event.value.strip())

    @on(Input.Submitted, "#find")
    def open_first(self) -> None:
        """Enter in the find box opens what the list's cursor is on."""
        self.enter()

    def on_key(self, event: events.Key) -> None:
        """From the find box the arrow down leads into the list, and Escape out of the box."""
        if self._finding and event.key == "down":
            event.stop()
            self._focus_pane()
        elif self._finding and event.key == "escape":
            event.stop()
            self.leave()

    # What the commands do

    def action_run(self, id: str) -> None:
        """Run a command by its id."""
        BY_ID[id].run(self)

    def action_section(self, number: int) -> None:
        """Open a section of the index."""
        sections = [*self.store.kinds, SOURCES]
        self.query_one("#find", Input).value = ""
        self.go(section=sections[number - 1], query="", pane="index")
        self._focus_pane()

    def enter(self) -> None:
        """Open what the cursor is on."""
        pane = "index" if self._finding else self.state.pane
        if pane == "index":
            self._enter_index()
        elif pane == "record":
            self.go_pane("source")
        else:
            self.show_uses()

    def _enter_index(self) -> None:
        key = self.query_one("#index", PaneView).cursor
        if isinstance(key, str) and key.startswith("section:"):
            section = key.removeprefix("section:")
            self.go(section="" if section == self.state.section else section, pane="index")
            self._focus_pane()
            return
        if key is None:
            return
        self._left_index_at = self._left_index_at or self.state
        self._look_at(key, remember=False)
        to_source = self.state.source is not None
        hit = (
            self.showing.found.hits[key] if self.showing.found and isinstance(key, int) and key >= 0 else None
        )
        if hit is not None and hit.tier < STATEMENT:
            self.query_one("#find", Input).value = ""
        self.go(pane="source" if to_source else "record")
        self._settle()
        self._focus_pane()

    def open_record(self, id: str, statement: str | None = None) -> None:
        """Go to a record, at a statement if one is given."""
        record = self.store.record(id)
        assert record is not None
        self.go(
            record=id, statement=statement, section=record.kind, source=None, sentence=None,
            citation=0, pane="record",
        )  # fmt: skip
        self._focus_pane()

    def open_linked(self) -> None:
        """Choose among the other records that the statement concerns; go at once if there is one only."""
        entry = self.showing.entry(self.state)
        if entry is None:
            return
        others, lines = self.showing.linked(entry, self.state)
        if len(others) == 1:
            self.open_record(others[0], entry.statement.id)
        elif others:
            chosen = entry.statement.id
            self._choose("Open which record?", lines, lambda key: self.open_record(key, chosen))
        else:
            self.notify("This statement concerns no other record.", markup=False)

    def show_uses(self) -> None:
        """List what rests on the sentence under the cursor; choosing one goes to its record."""
        source, number = self._place()
        sentence = next((s for s in self.showing.sentences if s.number == number), None)
        if source is None or sentence is None:
            self.notify("There is no sentence of a text in the pack here.", markup=False)
            return
        items, names = self.showing.uses(source, sentence)
        if not items:
            self.notify("No statement rests on this sentence.", markup=False)
            return
        subjects = {item.statement.id: item.statement.subject for item in items}
        several = len(items) > 1
        title = f"{len(items)} statements rest on this sentence" if several else "One statement rests on it"
        self._choose(
            title,
            lambda cells: pages.use_lines(items, names, cells),
            lambda key: self.open_record(subjects[key], key),
        )

    def _place(self) -> tuple[str | None, int | None]:
        """The source in the source pane and the sentence under its cursor."""
        cursor = self.query_one("#source-text", PaneView).cursor
        number = cursor if isinstance(cursor, int) else None
        if self.state.source is not None:
            return self.state.source, number
        entry = self.showing.entry(self.state)
        if entry is None or not entry.statement.citations:
            return None, None
        cited = entry.statement.citations[self.state.citation % len(entry.statement.citations)]
        return cited.source, number

    def _choose(self, title: str, maker: Any, then: Any) -> None:
        def chosen(key: Key) -> None:
            if isinstance(key, str):
                then(key)

        self.app.push_screen(Choice(title, maker), chosen)

    def next_citation(self) -> None:
        """Show the statement's next passage."""
        entry = self.showing.entry(self.state)
        if entry is not None and len(entry.statement.citations) > 1:
            self.go(citation=(self.state.citation + 1) % len(entry.statement.citations), sentence=None)

    def hop_cited(self, step: int, cited: bool = True) -> None:
        """Go to the next or previous sentence that something rests on, or that nothing does."""
        self._hop({s.number for s in self.showing.sentences if bool(s.statements) == cited}, step)

    def hop_hit(self, step: int) -> None:
        """Go to the next or previous sentence with what is sought in the text."""
        starts = [start for start, _ in self.showing.hits]
        with_hit = {s.number for s in self.showing.sentences if any(s.start <= at < s.end for at in starts)}
        self._hop(with_hit, step)

    def _hop(self, sentences: set[int], step: int) -> None:
        """The cursor of the text to the nearest of some sentences, by number, in one direction."""
        pane = self.query_one("#source-text", PaneView)
        at = pane.cursor if isinstance(pane.cursor, int) else 0
        beyond = [number for number in sentences if (number - at) * step > 0]
        if beyond:
            pane.put(min(beyond) if step > 0 else max(beyond))
        else:
            self.notify("None further on." if step > 0 else "None further back.", markup=False)

    def find_here(self) -> None:
        """Ask for words: to seek in the text, or that a row or statement of the pane must have."""
        part = FILTERS[self.state.pane]
        title = "Find in this text" if part == "text_find" else "Show only what has these words"

        def answered(words: str | None) -> None:
            if words is None:
                return
            changes: dict[str, Any] = {part: words.strip()}
            self.go(**changes)
            if part == "text_find" and words.strip():
                self._to_first_hit()

        self.app.push_screen(AskWords(title, getattr(self.state, part)), answered)

    def _filter_of_pane(self) -> str:
        """The words that the pane with the cursor is filtered by, or that are sought in it."""
        return str(getattr(self.state, FILTERS[self.state.pane]))

    def _to_first_hit(self) -> None:
        """To the first sentence with what is sought, from wherever the cursor is."""
        if not self.showing.hits:
            self.notify("It does not stand in this text.", markup=False)
            return
        start = self.showing.hits[0][0]
        first = next((s.number for s in self.showing.sentences if s.end > start), 1)
        self.query_one("#source-text", PaneView).put(first)

    def sort(self) -> None:
        """The next order of the list or of the statements."""
        part, orders = (
            ("record_sort", ("grouped", "time", "telling"))
            if self.state.pane == "record"
            else ("index_sort", ("grouped", "name", "statements"))
        )
        order = orders[(orders.index(getattr(self.state, part)) + 1) % len(orders)]
        changes: dict[str, Any] = {part: order}
        self.go(**changes)
        self.notify(visible.line(f"Sorted: {order}."), markup=False)

    def travel(self, step: int) -> None:
        """Back or forward in the history."""
        self._settle()
        state = self.history.back(self.state) if step < 0 else self.history.forward(self.state)
        if state is None:
            self.notify("Nothing further back." if step < 0 else "Nothing further on.", markup=False)
            return
        self.query_one("#find", Input).value = state.query
        self._show(self.state, state)
        self._focus_pane()

    def turn_pane(self, step: int) -> None:
        """To the next or previous pane."""
        panes: tuple[Pane, ...] = ("index", "record") if self.state.at_home else ("index", "record", "source")
        self.go_pane(panes[(panes.index(self.state.pane) + step) % len(panes)])

    def go_pane(self, pane: Pane) -> None:
        """To a pane. On the first screen there is no source to go to."""
        if pane == "source" and self.state.at_home:
            self.notify("There is no source to show yet.", markup=False)
            return
        self.go(pane=pane)
        self._focus_pane()

    def toggle_zoom(self) -> None:
        """The pane alone, or all again."""
        self.go(zoomed=not self.state.zoomed)

    def toggle_quoted(self) -> None:
        """Only what is quoted, or everything."""
        self.go(quoted_only=not self.state.quoted_only)

    def leave(self) -> None:
        """Up one step; at the top nothing happens. Never quits, never drops the day."""
        find = self.query_one("#find", Input)
        if self._finding or self.state.query:
            find.value = ""
            self.go(query="", pane="record" if self.state.record else "index")
            self._focus_pane()
        elif self._filter_of_pane():
            changes: dict[str, Any] = {FILTERS[self.state.pane]: ""}
            self.go(**changes)
        elif self.state.zoomed:
            self.go(zoomed=False)
        elif self.state.pane == "source":
            self.go(pane="index" if self.state.source else "record")
        elif self.state.pane == "record":
            self.go(pane="index")

    def go_home(self) -> None:
        """The first screen, with the cursor in the find box."""
        self.query_one("#find", Input).value = ""
        self.go(
            section="", query="", record=None, statement=None, source=None, sentence=None, pane="index"
        )  # fmt: skip
        self.focus_find()

    def focus_find(self) -> None:
        """Into the find box, whatever pane is seen."""
        self.go(pane="index")
        self.query_one("#find", Input).focus()

    def ask_day(self) -> None:
        """Ask for a day; with one set, the answer may also be none."""

        def answered(day: str | None) -> None:
            if day is not None:
                self.go(as_of=day or None)

        self.app.push_screen(AskDay(self.state.as_of, self.store.pack["checked_until"]), answered)

    def step_day(self, step: int) -> None:
        """To the next or previous day on which something changes for the record, or for anybody."""
        days = self.store.days(self.state.record)
        now = self.state.as_of
        if now is None:
            beyond = days[-1:] if step < 0 else days[:1]
        else:
            beyond = (
                [day for day in days if day > now][:1]
                if step > 0
                else [day for day in days if day < now][-1:]
            )
        if beyond:
            self.go(as_of=beyond[0])
        else:
            self.notify("Nothing changes beyond this day.", markup=False)

    def show_help(self) -> None:
        """Every key; choosing a line runs it."""

        def chosen(key: Key) -> None:
            if isinstance(key, str):
                self.action_run(key)

        self.app.push_screen(HelpScreen(self.state.pane), chosen)

    def next_theme(self) -> None:
        """The next of our themes."""
        names = [theme.name for theme in THEMES]
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]


def _page_parts(state: ViewState) -> tuple[object, ...]:
    """What the page of a record depends on."""
    return state.record, state.as_of, state.quoted_only, state.record_filter, state.record_sort


def _index_parts(state: ViewState) -> tuple[object, ...]:
    """What the index depends on."""
    return (
        state.section, state.as_of, state.query, state.at_home, state.index_filter, state.index_sort,
    )  # fmt: skip
