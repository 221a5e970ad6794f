"""The explorer: index, record and source over one session. Keys come here, become verbs, and are run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, Static

from cstoref import visible
from cstoref.errors import UserError
from cstoref.session.results import Result, Text
from cstoref.session.session import Session
from cstoref.session.state import Pane as PaneId
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.tui.actions import ACTIONS
from cstoref.tui.answers import answer
from cstoref.tui.content import content
from cstoref.tui.keyboard import OFFERED, Keys, bindings
from cstoref.tui.layout import Planned
from cstoref.tui.presenter import Presenter, Widgets
from cstoref.tui.widgets.box import Box
from cstoref.tui.widgets.edge_lines import KeyLine, TopLine
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.pane import Pane

PANE_OF: dict[str | None, PaneId] = {
    "find": "index", "index": "index", "record": "record", "source": "source",
}  # fmt: skip
"""The pane that each widget that can have the focus belongs to."""


class Explorer(Screen[None]):
    """Has the widgets; the session owns the state, and the presenter draws it."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar = bindings()

    def __init__(self, session: Session, chosen_keys: Mapping[str, tuple[str, ...]]) -> None:
        """`chosen_keys` are those that the person has chosen, by verb."""
        super().__init__()
        self.session = session
        self.keys = Keys(chosen_keys)
        self.copied: Text | None = None
        """What was copied last."""
        self.find_box = Box(placeholder="/ find", id="find")
        """Where words to search for are typed."""
        self.panes = {id: self._pane(id) for id in ("index", "record", "source")}
        self._strip = Static(id="strip")
        top, keys = TopLine(id="top"), KeyLine(id="keys")
        widgets = Widgets(
            top, self.find_box, self.panes["index"], self.panes["record"], self._strip, self.panes["source"],
            keys,
        )  # fmt: skip
        self._edges = top, keys
        self.presenter = Presenter(session, widgets, self.keys)
        self._planned = Planned(self.presenter.plan)

    def _pane(self, id: PaneId) -> Pane:
        return Pane(lambda key: self.session.move(id, key), id=id)

    def compose(self) -> ComposeResult:
        """The headline, the three panes, the keys."""
        top, keys = self._edges
        yield top
        yield self.find_box
        yield self.panes["index"]
        yield Static(id="index-rule")
        yield self.panes["record"]
        yield self._strip
        yield Static(id="source-rule")
        yield self.panes["source"]
        yield keys
        yield Static(content("cstoref needs 40 × 10"), id="too-small")

    @property
    def layout(self) -> Planned:
        """Where each of them is."""
        return self._planned

    @property
    def state(self) -> State:
        """Where the explorer is."""
        return self.session.state

    @property
    def pane(self) -> Pane:
        """The pane with the cursor."""
        return self.panes[self.session.state.pane]

    def on_mount(self) -> None:
        """Draw the first state; on the first screen the cursor is in the search box."""
        self.redraw()
        if self.state.at_home:
            self.find_box.focus()
        else:
            self.pane.focus()

    # Verbs

    def action_run(self, id: str) -> None:
        """Run a verb that has a key. Where its effect could not be seen nothing is run but to quit."""
        if id == "quit" or "too-small" not in self.presenter.plan(self.size):
            self.run_verb(id)

    def run_verb(self, id: str, typed: str = "") -> None:
        """Run a verb by its id, with what was typed for it."""
        if not typed and id in ACTIONS:
            self.attempt(id, lambda: ACTIONS[id](self))
        else:
            self.attempt(id, lambda: OFFERED[id].run(self.session, typed))

    def open(self, target: Target) -> None:
        """Go to what a target names."""
        self.attempt("open", lambda: self.session.open(target))

    def attempt(self, verb: str, run: Callable[[], Result]) -> None:
        """Do something for a verb, and show what it came to, or why it was not done."""
        session = self.session
        before, saved = session.state, session.saved
        try:
            result = run()
        except UserError as error:
            self.say(error.sentence)
            return
        if session.ended:
            self.app.exit()
            return
        if session.saved != saved:
            self.redraw()
        if session.state is not before:
            self._follow(verb)
        answer(self, verb, result)

    def _follow(self, verb: str) -> None:
        """Have the search box, the focus and the scroll as the new state has them."""
        state = self.state
        if self.find_box.value.strip() != state.query:
            with self.prevent(Input.Changed):
                self.find_box.value = state.query
        if not (state.pane == "index" and state.finding):
            self.pane.focus()
        if verb in ("back", "forward"):
            self.presenter.scroll_back()

    def redraw(self) -> None:
        """Draw everything again: something was saved that no part of the state says."""
        self.presenter.draw()
        for sentence in self.session.user.take_news():
            self.say(sentence)

    # What the widgets say

    @on(LineView.Chosen, "#index, #record, #source")
    def clicked(self) -> None:
        """A second click is Enter."""
        self.run_verb("enter")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The state follows the focus, also by mouse."""
        pane = PANE_OF.get(event.widget.id)
        if pane is not None:
            finding = self.state.finding or event.widget is self.find_box
            self.session.go(pane=pane, finding=finding)
        self.presenter.draw_edges()

    @on(Input.Changed, "#find")
    def type_query(self, event: Input.Changed) -> None:
        """What is found shows from the first letter, the best of it also in its pane."""
        self.session.search(event.value.strip())

    @on(Input.Submitted, "#find")
    def open_first(self) -> None:
        """Enter in the search box opens what the list's cursor is on."""
        self.session.go(pane="index")
        self.run_verb("enter")

    def on_key(self, event: events.Key) -> None:
        """From the search box the arrow down leads into the list, and Escape out of the box."""
        if self.find_box.has_focus and event.key in ("down", "escape"):
            event.stop()
            if event.key == "down":
                self.pane.focus()
            else:
                self.session.leave_search()
                self._leave_box()

    def _leave_box(self) -> None:
        with self.prevent(Input.Changed):
            self.find_box.value = ""
        self.pane.focus()

    def on_resize(self, event: events.Resize) -> None:
        """The place is kept."""
        self.call_after_refresh(self.presenter.draw_edges)

    # What is said and shown

    def say(self, sentence: str) -> None:
        """Show a sentence in passing."""
        self.notify(visible.line(sentence), markup=False)

    def copy(self, text: Text) -> None:
        """Copy a text; where nothing can take it, show it to be selected by hand."""
        from cstoref.tui import clipboard

        self.copied = text
        if clipboard.copy(self.app, text.text):
            first = text.text.split("\n")[0]
            self.say(f"Copied: {text.name}. {first[:60]}{'…' if len(text.text) > 60 else ''}")
        else:
            self.show_text(text)

    def show_text(self, text: Text) -> None:
        """Show a text in a box."""
        from .text_box import TextBox

        self.app.push_screen(
            TextBox(f"{text.name[:1].upper()}{text.name[1:]}: select and copy it", text.text)
        )
