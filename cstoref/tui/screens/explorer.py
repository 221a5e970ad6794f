"""The explorer: index, record and source over one state. Commands come here; each makes a new state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from cstoref import visible
from cstoref.store.queries import Store
from cstoref.tui import leading
from cstoref.tui.commands import BY_ID, COMMANDS, PANES, Command
from cstoref.tui.commands.general import Quit
from cstoref.tui.commands.reading import Uses
from cstoref.tui.content import content
from cstoref.tui.line import Key
from cstoref.tui.showing import Showing
from cstoref.tui.state import FACETS, FILTERS, SOURCES, History, Pane, ViewState
from cstoref.tui.widgets.bars import KeyLine, TopLine
from cstoref.tui.widgets.box import Box
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.panes import Maker
from cstoref.tui.widgets.panes import Pane as PaneView
from cstoref.user.keeping import Keeping

from .choice import Choice

SMALLEST = (40, 10)


class Explorer(Screen[None]):
    """Owns the state; panes show it, messages come up, commands change it."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [command.binding() for command in COMMANDS]

    def __init__(
        self, store: Store, state: ViewState, kept: Keeping, keys: Mapping[str, tuple[str, ...]]
    ) -> None:
        """`keys` are those that the person has chosen, by command."""
        super().__init__()
        self.store = store
        self.kept = kept
        self.chosen_keys = keys
        self.state = state
        self.history = History()
        self.opened: list[str] = []
        """The records that were gone to, the last one last."""
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
            yield PaneView(id="source")
        yield KeyLine(id="keys")
        yield Static(content("cstoref needs 40 × 10"), id="too-small")

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
        self._layout()
        self._show_all()
        if self.state.at_home:
            self.find_box.focus()
        else:
            self.view.focus()

    # From one state to the next

    def go(self, **changes: Any) -> None:
        """Make a new state and show what differs. A new place is remembered in the history."""
        old, new = self.state, replace(self.state, **changes)
        if new == old:
            return
        if old.place != new.place:
            self._settle()
            self.history.leave(self._here())
        self._show(old, new)
        if new.pane != "index":
            self._settle()

    def peek(self, **changes: Any) -> None:
        """As `go`, but what was there stays what one goes back to, until one settles on something."""
        self._left_index_at = self._left_index_at or self._here()
        new = replace(self.state, **changes)
        if new != self.state:
            self._show(self.state, new)

    def travel(self, step: int) -> None:
        """Back or forward in the history."""
        self._settle()
        here = self._here()
        state = self.history.back(here) if step < 0 else self.history.forward(here)
        if state is None:
            self.say("Nothing further back." if step < 0 else "Nothing further on.")
            return
        with self.prevent(Input.Changed):
            self.find_box.value = state.query
        self._show(self.state, state)
        self.view.focus()
        for pane in PANES:
            self.query_one(f"#{pane}", PaneView).return_to(getattr(state, f"{pane}_scroll"))

    def _here(self) -> ViewState:
        """The state with how far each pane is scrolled."""
        scrolls: dict[str, Any] = {
            f"{pane}_scroll": self.query_one(f"#{pane}", PaneView).scroll_offset.y for pane in PANES
        }
        return replace(self.state, **scrolls)

    def _forget_preview(self) -> None:
        """Show again what was there before the index's cursor came to something else."""
        before, self._left_index_at = self._left_index_at, None
        if before is not None:
            kept = {
                name: getattr(self.state, name) for name in ("pane", "query", "finding", "as_of", "zoomed")
            }
            self._show(self.state, replace(before, **kept))

    def _settle(self) -> None:
        """End the preview of what the index's cursor came to; what was there before can be gone back to."""
        before, self._left_index_at = self._left_index_at, None
        if before is not None and before.place != self.state.place:
            self.history.leave(before)

    def _show(self, old: ViewState, new: ViewState) -> None:
        self.state = new
        if _layout_parts(old) != _layout_parts(new):
            self._layout()
        if self._page_is_behind(old, new):
            self.showing.record(new)
            self._adopt_cursor()
        if self._index_is_behind(old, new):
            self.showing.index(new)
        self.showing.passage(self.state)
        self._show_bars()
        self._remember_opened()
        if old.pane != new.pane and not self.find_box.has_focus:
            self.view.focus()

    def _page_is_behind(self, old: ViewState, new: ViewState) -> bool:
        """Whether the record pane shows something else than it should, or has its cursor elsewhere."""
        cursor = self.query_one("#record", PaneView).cursor
        return self._page_parts(old) != self._page_parts(new) or cursor != (
            new.at if new.view else new.statement
        )

    def _page_parts(self, state: ViewState) -> tuple[object, ...]:
        """What stands in the record pane depends on."""
        view = self.showing.view(state)
        if view is not None:
            return state.view, *view.parts(state)
        return (
            state.record, state.as_of, state.quoted_only, state.record_filter, state.record_facet,
            state.record_sort,
        )  # fmt: skip

    def _index_is_behind(self, old: ViewState, new: ViewState) -> bool:
        """Whether the index shows another list than it should, or has its cursor on another place."""
        if _index_parts(old) != _index_parts(new):
            return True
        at = new.source if new.section == SOURCES else new.record
        elsewhere = self.query_one("#index", PaneView).cursor != at
        return old.place != new.place and not new.query and elsewhere

    def _remember_opened(self) -> None:
        """A record counts as opened once the cursor is in it, not while it is looked at from the index."""
        record = self.state.record
        if record and self.state.pane != "index" and record not in self.opened[-1:]:
            self.opened.append(record)

    def _show_all(self) -> None:
        self.showing.record(self.state)
        self._adopt_cursor()
        self.showing.index(self.state)
        self.showing.passage(self.state)
        self._show_bars()

    def _show_bars(self) -> None:
        self.showing.bars(self.state, self.find_box.has_focus)

    def _adopt_cursor(self) -> None:
        """The page's cursor is part of the state: where it is after a page was shown."""
        cursor = self.query_one("#record", PaneView).cursor
        key = cursor if isinstance(cursor, str) else None
        if self.state.view and key != self.state.at:
            self.state = replace(self.state, at=key, citation=0, sentence=None)
        elif self.showing.page is not None and key != self.state.statement:
            self.state = replace(self.state, statement=key, citation=0, sentence=None)

    def _layout(self) -> None:
        for pane in PANES:
            self.set_class(self.state.pane == pane, f"-on-{pane}")
        self.set_class(self.state.zoomed, "-zoomed")
        self.set_class(self.state.at_home and not self.state.zoomed, "-home")
        self.set_class(self.state.source is not None, "-sourced")
        view = self.showing.view(self.state)
        self.set_class(view is not None, "-viewing")
        self.set_class(view is not None and view.whole, "-whole")

    def on_resize(self, event: events.Resize) -> None:
        """Below a certain size one line says so; otherwise the place is kept."""
        self.set_class(event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1], "-tiny")
        self.call_after_refresh(self._after_resize)

    def _after_resize(self) -> None:
        self.showing.passage(self.state)
        self._show_bars()

    # What the panes tell

    @on(LineView.Moved, "#index")
    def preview(self, message: LineView.Moved) -> None:
        """Moving in the index shows the record at once; only Enter goes there."""
        leading.look_at(self, message.key)

    @on(LineView.Moved, "#record")
    def move_in_record(self, message: LineView.Moved) -> None:
        """The passage of the statement under the cursor is lit at once."""
        if isinstance(message.key, str):
            cursor = "at" if self.state.view else "statement"
            self.go(**{cursor: message.key}, citation=0, sentence=None, source=None)

    @on(LineView.Moved, "#source")
    def move_in_source(self, message: LineView.Moved) -> None:
        """The cursor in a text moves by sentence."""
        if isinstance(message.key, int):
            self.go(sentence=message.key)

    @on(LineView.Chosen, "#index, #record, #source")
    def clicked(self) -> None:
        """A second click is Enter."""
        self.enter()

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
            self._forget_preview()

    @on(Input.Submitted, "#find")
    def open_first(self) -> None:
        """Enter in the find box opens what the list's cursor is on."""
        self.enter()

    def on_key(self, event: events.Key) -> None:
        """From the find box the arrow down leads into the list, and Escape out of the box."""
        if self.find_box.has_focus and event.key == "down":
            event.stop()
            self.view.focus()
        elif self.find_box.has_focus and event.key == "escape":
            event.stop()
            self.leave()

    # What the commands ask for

    def action_run(self, id: str) -> None:
        """Run a command by its id. Where its effect could not be seen nothing is run but to quit."""
        if not self.has_class("-tiny") or id == Quit.id():
            BY_ID[id].run(self)

    def key_of(self, command: type[Command]) -> str:
        """The first key of a command as it is written, also where the person has chosen others."""
        return self.keys_of(command).split()[0]

    def keys_of(self, command: type[Command]) -> str:
        """The first keys of a command as they are written, also where the person has chosen others."""
        return command.shown(",".join(self.chosen_keys.get(command.id(), ())))

    def enter(self) -> None:
        """Open what the cursor is on."""
        pane = "index" if self.find_box.has_focus else self.state.pane
        if pane == "index":
            self._enter_index()
        elif pane == "record":
            at = self.showing.spot(self.state)
            if self.state.view and at and at.record and not at.statement:
                self.open_record(at.record)
            else:
                self.go_pane("source")
        else:
            Uses.run(self)

    def _enter_index(self) -> None:
        key = self.query_one("#index", PaneView).cursor
        if isinstance(key, str) and key.startswith(leading.SECTION):
            section = key.removeprefix(leading.SECTION)
            self.open_section("" if section == self.state.section else section)
            return
        if key is None:
            return
        leading.look_at(self, key)
        pane = "record" if self.state.source is None else "source"
        hit = leading.hit_of(self, key)
        if self.state.finding and (hit is None or leading.is_name(hit)):
            self._clear_find_box()
            self.go(pane=pane, query="", finding=False, section=self._section_of_record())
        else:
            self.go(pane=pane)
        self._settle()
        self.view.focus()

    def _section_of_record(self) -> str:
        """The section that the record shown belongs to."""
        page = self.showing.page
        return page.record.kind if page else self.state.section

    def _clear_find_box(self) -> None:
        with self.prevent(Input.Changed):
            self.find_box.value = ""

    def open_section(self, section: str) -> None:
        """Open a section of the index, or none."""
        self._clear_find_box()
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

    def open_view(self, view: str) -> None:
        """Open a view, or close it where it is open."""
        if self.state.view == view:
            self.go(view="", at=None, source=None)
        else:
            self.go(
                view=view, at=None, source=None, sentence=None, citation=0, record_filter="",
                record_facet="", pane="record",
            )  # fmt: skip
        self.view.focus()

    def reshow(self) -> None:
        """Show everything anew: something was kept that no part of the state tells."""
        self._show_all()

    def choose(self, title: str, maker: Maker, then: Callable[[str], None]) -> None:
        """Have one of several items chosen, then do something with its key."""

        def chosen(key: Key) -> None:
            if isinstance(key, str):
                then(key)

        self.app.push_screen(Choice(title, maker), chosen)

    def say(self, sentence: str) -> None:
        """Tell something in passing."""
        self.notify(visible.line(sentence), markup=False)

    def hop(self, sentences: set[int], step: int, around: bool = False) -> None:
        """The cursor of the text to the nearest of some sentences, by number, in one direction.

        With `around` it goes on from the other end.
        """
        at = self.text.cursor if isinstance(self.text.cursor, int) else 0
        beyond = {number for number in sentences if (number - at) * step > 0} or (
            sentences if around else set()
        )
        if beyond:
            self.text.put(min(beyond) if step > 0 else max(beyond))
        else:
            self.say("None further on." if step > 0 else "None further back.")

    def go_pane(self, pane: Pane) -> None:
        """To a pane. On the first screen there is no source to go to."""
        if pane == "source" and self.state.at_home:
            self.say("There is no source to show yet.")
            return
        self.go(pane=pane)
        self.view.focus()

    def leave(self) -> None:
        """Up one step; at the top nothing happens. Never quits, never drops the day."""
        state = self.state
        if self.find_box.has_focus or (state.pane == "index" and state.finding):
            self._clear_find_box()
            self._forget_preview()
            self.go(query="", finding=False, pane="index" if self.state.at_home else self._pane_before())
            self.view.focus()
        elif state.pane in FACETS and (
            getattr(state, FILTERS[state.pane]) or getattr(state, FACETS[state.pane])
        ):
            self.go(**{FILTERS[state.pane]: "", FACETS[state.pane]: ""})
        elif state.pane == "source" and state.text_find:
            self.go(text_find="")
        elif state.zoomed:
            self.go(zoomed=False)
        elif state.pane == "source":
            self.go(pane="index" if state.source else "record")
        elif state.view and state.pane == "record":
            self.go(view="", at=None)
        elif state.pane == "record":
            self.go(pane="index")

    def _pane_before(self) -> Pane:
        """Where Escape leads from the find box: to what was shown before."""
        return "source" if self.state.source is not None else "record"

    def go_home(self) -> None:
        """The first screen, with the cursor in the find box."""
        self._clear_find_box()
        self.go(
            section="", query="", record=None, statement=None, source=None, sentence=None, view="", at=None,
            pane="index",
        )  # fmt: skip
        self.focus_find()

    def focus_find(self) -> None:
        """Into the find box, whatever pane is seen; what was typed before can be typed over."""
        self.go(pane="index", finding=True)
        self.find_box.focus()
        self.find_box.select_all()


def _layout_parts(state: ViewState) -> tuple[object, ...]:
    """What the layout depends on, beside the size of the screen."""
    return state.pane, state.zoomed, state.at_home, state.view, state.source is None


def _index_parts(state: ViewState) -> tuple[object, ...]:
    """What the index depends on."""
    return (
        state.section, state.as_of, state.query, state.finding, state.at_home, state.index_filter,
        state.index_facet, state.index_sort,
    )  # fmt: skip
