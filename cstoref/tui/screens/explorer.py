"""The explorer: index, record and source over one state. Commands come here; each makes a new state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Input, Static

from cstoref import sanitize
from cstoref.store.queries import Store
from cstoref.tui import leading
from cstoref.tui.commands import BY_ID, COMMANDS, PANES, Command
from cstoref.tui.commands.general import Quit
from cstoref.tui.commands.reading import Enter
from cstoref.tui.content import content
from cstoref.tui.line import Key
from cstoref.tui.plan import Planned, Shown, plan
from cstoref.tui.showing import Showing
from cstoref.tui.state import Pane, ViewState
from cstoref.tui.walking import Walk
from cstoref.tui.widgets.bars import KeyLine, TopLine
from cstoref.tui.widgets.box import Box
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.panes import Maker
from cstoref.tui.widgets.panes import Pane as PaneView
from cstoref.user.user_data import UserData

from .choice import Choice


class Explorer(Screen[None]):
    """Owns the state; panes show it, messages come up, commands change it."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [command.binding() for command in COMMANDS]

    def __init__(
        self, store: Store, state: ViewState, kept: UserData, keys: Mapping[str, tuple[str, ...]]
    ) -> None:
        """`keys` are those that the person has chosen, by command."""
        super().__init__()
        self.store = store
        self.kept = kept
        self.chosen_keys = keys
        self.copied: tuple[str, str] | None = None
        """What was copied last: its name and its text."""
        self.walk = Walk(state, self._show, self._here)
        self.showing = Showing(self)
        self._planned = Planned(lambda size: plan(size, self._shown(self.state)))

    # What there is

    def compose(self) -> ComposeResult:
        """The line of where and when, the three panes, the keys."""
        yield TopLine(id="top")
        yield Box(placeholder="/ find", id="find")
        yield PaneView(self.preview, id="index")
        yield Static(id="index-rule")
        yield PaneView(self.move_in_record, id="record")
        yield Static(id="strip")
        yield Static(id="source-rule")
        yield PaneView(self.move_in_source, id="source")
        yield KeyLine(id="keys")
        yield Static(content("cstoref needs 40 × 10"), id="too-small")

    @property
    def layout(self) -> Planned:
        """Where each of them stands."""
        return self._planned

    @property
    def plan(self) -> dict[str, Region]:
        """The parts that are seen, by id."""
        return plan(self.size, self._shown(self.state))

    @property
    def view(self) -> PaneView:
        """The lines of the pane that has the cursor."""
        return self.query_one(f"#{self.state.pane}", PaneView)

    @property
    def text(self) -> PaneView:
        """The lines of the source pane."""
        return self.query_one("#source", PaneView)

    @property
    def find_box(self) -> Box:
        """Where words to find are typed."""
        return self.query_one("#find", Box)

    def on_mount(self) -> None:
        """Show the first state; on the first screen the cursor is in the find box."""
        self.reshow()
        if self.state.at_home:
            self.find_box.focus()
        else:
            self.view.focus()

    # From one state to the next

    @property
    def state(self) -> ViewState:
        """Where the explorer is."""
        return self.walk.state

    def go(self, **changes: Any) -> None:
        """Make a new state and show what differs. A new place is remembered in the history."""
        self.walk.go(**changes)

    def travel(self, step: int) -> bool:
        """Back or forward in the history, with filter, cursor and scroll as they were. False at its end."""
        state = self.walk.travel(step)
        if state is None:
            return False
        self._set_find_box(state.query)
        self.view.focus()
        for pane in PANES:
            self.query_one(f"#{pane}", PaneView).return_to(getattr(state, f"{pane}_scroll"))
        return True

    def _show(self, old: ViewState, new: ViewState) -> ViewState:
        if self._shown(old) != self._shown(new):
            self.query_one("#top").refresh(layout=True)  # a child's: then its parent places all of them anew
        new = self.showing.change(old, new)
        self.showing.bars(new, self.find_box.has_focus)
        if old.pane != new.pane and not self.find_box.has_focus:
            self.query_one(f"#{new.pane}", PaneView).focus()
        return new

    def _here(self, state: ViewState) -> ViewState:
        scrolls: dict[str, Any] = {
            f"{pane}_scroll": self.query_one(f"#{pane}", PaneView).scroll_offset.y for pane in PANES
        }
        return replace(state, **scrolls)

    def reshow(self) -> None:
        """Show everything anew: something was kept that no part of the state tells."""
        self.walk.state = self.showing.everything(self.state)
        self._show_bars()
        for sentence in self.kept.take_news():
            self.say(sentence)

    def _show_bars(self) -> None:
        self.showing.bars(self.state, self.find_box.has_focus)

    def _shown(self, state: ViewState) -> Shown:
        """What of a state the plan depends on."""
        view = self.showing.view(state)
        return Shown(
            state.pane, state.zoomed, state.at_home, state.source is not None, view is not None,
            view is not None and view.whole, view is not None and view.shows_passages,
        )  # fmt: skip

    def on_resize(self, event: events.Resize) -> None:
        """The place is kept."""
        self.call_after_refresh(self._after_resize)

    def _after_resize(self) -> None:
        self.walk.state = self.showing.after_resize(self.state)
        self._show_bars()

    # What the panes tell

    def preview(self, key: Key) -> None:
        """Moving in the index shows the record at once; only Enter goes there."""
        leading.look_at(self, key)

    def move_in_record(self, key: Key) -> None:
        """The passage of the statement under the cursor is lit at once."""
        if isinstance(key, str):
            cursor = "at" if self.state.view else "statement"
            self.go(**{cursor: key}, citation=0, sentence=None, source=None)

    def move_in_source(self, key: Key) -> None:
        """The cursor in a text moves by sentence."""
        if isinstance(key, int):
            self.go(sentence=key)

    @on(LineView.Chosen, "#index, #record, #source")
    def clicked(self) -> None:
        """A second click is Enter."""
        Enter.run(self)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The state follows the focus, also by mouse."""
        panes: dict[str | None, Pane] = {
            "find": "index", "index": "index", "record": "record", "source": "source",
        }  # fmt: skip
        pane = panes.get(event.widget.id)
        if pane is not None:
            finding = self.state.finding or event.widget is self.find_box
            self.go(pane=pane, finding=finding)
        self._show_bars()

    @on(Input.Changed, "#find")
    def type_query(self, event: Input.Changed) -> None:
        """What is found shows from the first letter, the first of it also in its pane."""
        query = event.value.strip()
        self.go(query=query, finding=True)
        if query:
            leading.look_at(self, self.query_one("#index", PaneView).cursor)
        else:
            self.walk.return_from_peek()

    @on(Input.Submitted, "#find")
    def open_first(self) -> None:
        """Enter in the find box opens what the list's cursor is on."""
        Enter.run(self)

    def on_key(self, event: events.Key) -> None:
        """From the find box the arrow down leads into the list, and Escape out of the box."""
        if self.find_box.has_focus and event.key == "down":
            event.stop()
            self.view.focus()
        elif self.find_box.has_focus and event.key == "escape":
            event.stop()
            self.leave_find_box()

    # What the commands ask for

    def action_run(self, id: str) -> None:
        """Run a command by its id. Where its effect could not be seen nothing is run but to quit."""
        if "too-small" not in self.plan or id == Quit.id():
            BY_ID[id].run(self)

    def key_of(self, command: type[Command]) -> str:
        """The first key of a command as it is written, also where the person has chosen others."""
        return self.keys_of(command).split()[0]

    def keys_of(self, command: type[Command]) -> str:
        """The first keys of a command as they are written, also where the person has chosen others."""
        return command.shown(",".join(self.chosen_keys.get(command.id(), ())))

    def open_section(self, section: str) -> None:
        """Open a section of the index, or none."""
        self.clear_find_box()
        changed = {} if section == self.state.section else {"index_filter": "", "index_facet": ""}
        self.go(section=section, query="", finding=False, pane="index", **changed)
        self.view.focus()

    def open_record(self, id: str, statement: str | None = None) -> None:
        """Go to a record, at a statement if one is given."""
        record = self.store.record(id)
        assert record is not None
        self.go(
            record=id, statement=statement, section=record.kind, source=None, sentence=None,
            citation=0, view="", at=None, record_filter="", record_facet="", pane="record",
        )  # fmt: skip
        self.view.focus()

    def open_view(self, view: str, of: str = "") -> None:
        """Open a view of the whole pack, of a record or of a conflict; close it where it is open."""
        if (self.state.view, self.state.view_of) == (view, of):
            self.go(view="", at=None, source=None)
        else:
            self.go(
                view=view, view_of=of, at=None, source=None, sentence=None, citation=0, record_filter="",
                record_facet="", pane="record",
            )  # fmt: skip
        self.view.focus()

    def choose(self, title: str, maker: Maker, then: Callable[[str], None]) -> None:
        """Have one of several items chosen, then do something with its key."""

        def chosen(key: Key) -> None:
            if isinstance(key, str):
                then(key)

        self.app.push_screen(Choice(title, maker), chosen)

    def say(self, sentence: str) -> None:
        """Tell something in passing."""
        self.notify(sanitize.line(sentence), markup=False)

    def go_pane(self, pane: Pane) -> None:
        """To a pane. On the first screen there is no source to go to."""
        if pane == "source" and self.state.at_home:
            self.say("There is no source to show yet.")
            return
        self.go(pane=pane)
        self.view.focus()

    def leave_find_box(self) -> None:
        """Back to what was shown before words were typed."""
        self.clear_find_box()
        self.walk.return_from_peek()
        back: Pane = "source" if self.state.source is not None else "record"
        self.go(query="", finding=False, pane="index" if self.state.at_home else back)
        self.view.focus()

    def clear_find_box(self) -> None:
        """Have nothing in the find box; what it found stays until the state changes."""
        self._set_find_box("")

    def _set_find_box(self, words: str) -> None:
        with self.prevent(Input.Changed):
            self.find_box.value = words

    def focus_find(self) -> None:
        """Into the find box, whatever pane is seen; what was typed before can be typed over."""
        self.go(pane="index", finding=True)
        self.find_box.focus()
        self.find_box.select_all()
