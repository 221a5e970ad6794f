"""The explorer: index, record and source over one session. Keys come here and go to the runner of verbs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, Static

from cstoref.session.session import Session
from cstoref.session.state import PANES
from cstoref.session.state import Pane as PaneId
from cstoref.tui.content import content
from cstoref.tui.keyboard import Keys, bindings
from cstoref.tui.layout import Planned
from cstoref.tui.presenter import Widgets
from cstoref.tui.runner import Runner
from cstoref.tui.widgets.box import Box
from cstoref.tui.widgets.edge_lines import KeyLine, TopLine
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.pane import Pane

PANE_OF: dict[str | None, PaneId] = {
    "find": "index", "index": "index", "record": "record", "source": "source",
}  # fmt: skip
"""The pane that each widget that can have the focus belongs to."""


class Explorer(Screen[None]):
    """Has the widgets. The session owns the state, the presenter draws it, the runner runs verbs."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [*bindings()]

    def __init__(self, session: Session, chosen_keys: Mapping[str, tuple[str, ...]]) -> None:
        """`chosen_keys` are those that the person has chosen, by verb."""
        super().__init__()
        self.session = session
        panes = (Pane(partial(session.move, id), id=id) for id in PANES)
        index, record, source = panes
        self.widgets = Widgets(
            TopLine(id="top"),
            Box(placeholder="/ find", id="find"),
            index,
            record,
            Static(id="strip"),
            source,
            KeyLine(id="keys"),
        )
        self.runner = Runner(self, session, self.widgets, Keys(chosen_keys))
        self._planned = Planned(self.runner.presenter.plan)

    def compose(self) -> ComposeResult:
        """The headline, the three panes, the keys."""
        widgets = self.widgets
        yield widgets.top
        yield widgets.find
        yield widgets.index
        yield Static(id="index-rule")
        yield widgets.record
        yield widgets.strip
        yield Static(id="source-rule")
        yield widgets.source
        yield widgets.keys
        yield Static(content("cstoref needs 40 × 10"), id="too-small")

    @property
    def layout(self) -> Planned:
        """Where each of them is."""
        return self._planned

    def on_mount(self) -> None:
        """Draw the first state; on the first screen the cursor is in the search box."""
        self.runner.redraw()
        if self.session.state.at_home:
            self.widgets.find.focus()
        else:
            self.runner.pane.focus()

    def action_run(self, id: str) -> None:
        """Run a verb that has a key. Where its effect could not be seen nothing is run but to quit."""
        if id == "quit" or "too-small" not in self.runner.presenter.plan(self.size):
            self.runner.run(id)

    @on(LineView.Chosen, "#index, #record, #source")
    def clicked(self) -> None:
        """A second click is Enter."""
        self.runner.run("enter")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The state follows the focus, also by mouse."""
        pane = PANE_OF.get(event.widget.id)
        if pane is not None:
            finding = self.session.state.finding or event.widget is self.widgets.find
            self.session.go(pane=pane, finding=finding)
        self.runner.presenter.draw_edges()

    @on(Input.Changed, "#find")
    def type_query(self, event: Input.Changed) -> None:
        """What is found shows from the first letter, the best of it also in its pane."""
        # Letters that came faster than they were searched for are one search: the last state of the box.
        if event.value == self.widgets.find.value:
            self.session.search(event.value.strip().removeprefix("/"))

    @on(Input.Submitted, "#find")
    def open_first(self) -> None:
        """Enter in the search box opens what the list's cursor is on."""
        self.session.go(pane="index")
        self.runner.run("enter")

    def on_key(self, event: events.Key) -> None:
        """From the search box the arrow down leads into the list, and Escape out of the box."""
        if self.widgets.find.has_focus and event.key in ("down", "escape"):
            event.stop()
            if event.key == "down":
                self.runner.pane.focus()
            else:
                self.runner.leave_find_box()

    def on_resize(self, event: events.Resize) -> None:
        """The place is kept."""
        self.call_after_refresh(self.runner.presenter.draw_edges)
