"""The explorer: index, record and source over one session. Keys come here and go to the runner of verbs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, Static

from cstoref.session.session import Session
from cstoref.session.state import PANES
from cstoref.session.state import Pane as PaneId
from cstoref.tui.content import content
from cstoref.tui.keyboard import Keys, verbs_by_key
from cstoref.tui.layout import Planned
from cstoref.tui.mouse import Mouse
from cstoref.tui.presenter import Widgets
from cstoref.tui.runner import Runner
from cstoref.tui.search_keys import SearchKeys
from cstoref.tui.widgets.box import Box
from cstoref.tui.widgets.edge_lines import KeyLine, TopLine
from cstoref.tui.widgets.line_view import LineView
from cstoref.tui.widgets.pane import Pane

PANE_OF: dict[str | None, PaneId] = {
    "find": "index", "index": "index", "record": "record", "source": "source",
}  # fmt: skip
"""The pane that each widget that can have the focus belongs to."""
LETTERS = "This letter is not a command. / searches, [ goes back, ? lists the commands."
LEARNT = ("find", "help")
"""Verbs whose keys somebody presses who knows that letters are commands."""


class Explorer(Screen[None]):
    """Has the widgets. The session owns the state, the presenter draws it, the runner runs verbs."""

    AUTO_FOCUS = ""

    def __init__(self, session: Session, chosen_keys: Mapping[str, tuple[str, ...]], mouse: Mouse) -> None:
        """`chosen_keys` are those that the person has chosen, by verb."""
        super().__init__()
        self.session = session
        panes = (Pane(partial(session.move, id), id=id) for id in PANES)
        index, record, source = panes
        self.widgets = Widgets(
            TopLine(id="top"),
            Box(placeholder="type a name or a question", id="find", select_on_focus=False),
            index,
            record,
            Static(id="strip"),
            source,
            KeyLine(self._run_clicked, id="keys"),
        )
        self.runner = Runner(self, session, self.widgets, Keys(chosen_keys), mouse)
        self._verbs = verbs_by_key(chosen_keys)
        self._search_keys = SearchKeys(self.runner, self._verbs)
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
        self.runner.presenter.focus(self.session.state)

    async def take(self, event: events.Event) -> bool:
        """Do what a key means, or search for what is pasted. Whether it means anything here.

        Where its effect could not be seen nothing is done but to quit.
        """
        # Keys that were typed while the explorer was loaded come before it has a size.
        if self.size.area and "too-small" in self.runner.presenter.plan(self.size):
            if isinstance(event, events.Key) and self._verbs.get(event.key) == "quit":
                self.runner.run("quit")
            return True
        if isinstance(event, events.Paste):
            self._paste(event.text)
            return True
        return isinstance(event, events.Key) and await self._take_key(event)

    async def _take_key(self, event: events.Key) -> bool:
        self.widgets.keys.clear()
        if self.session.state.searching:
            return await self._search_keys.take(event)
        self.hear(event)
        verb = self._verbs.get(event.key)
        is_letter = bool(event.character and event.character.isalpha())
        if is_letter or verb in LEARNT:
            self.runner.presenter.newcomer = False
        if verb is not None:
            self.runner.run(verb)
        elif is_letter:
            self.runner.say(LETTERS)
        self.runner.offer_search()
        return verb is not None

    def hear(self, event: events.Key) -> None:
        """Remember what is typed on a page or in a box over it."""
        self.runner.hear(event, self._verbs.get(event.key, ""), self.app.screen is self)

    def on_screen_resume(self) -> None:
        """A box is closed: say how to search for what was typed into it on the way to something else."""
        if self.runner.typed.left_box:
            self.runner.offer_search()
        else:
            self.runner.typed.clear()

    def _paste(self, text: str) -> None:
        """What is pasted is searched for, wherever the cursor is."""
        if not self.session.state.searching:
            self.runner.run("find")
        words = " ".join(text.split())
        # What stands before it may be a word of its own.
        self._search_keys.type(f" {words}" if text[:1].isspace() else words)

    def _run_clicked(self, id: str) -> None:
        """Run the verb whose key was clicked."""
        if self.session.state.searching:
            self._search_keys.search()
        self.runner.run(id)

    @on(LineView.Chosen, "#index, #record, #source")
    def clicked(self) -> None:
        """A second click is Enter."""
        self.runner.run("enter")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The state follows the focus that the mouse gives."""
        # A focus that was given by a key is what the state says already, and may be gone again by now.
        pane = PANE_OF.get(event.widget.id) if event.widget is self.focused else None
        if pane is not None:
            finding = self.session.state.finding or event.widget is self.widgets.find
            self.session.go(pane=pane, finding=finding)
            self.runner.presenter.focus(self.session.state)

    @on(Input.Changed, "#find")
    def type_query(self, event: Input.Changed) -> None:
        """What is found shows from the first letter, the best of it also in its pane."""
        # Letters that came faster than they were searched for are one search: the last state of the box.
        if event.value == self.widgets.find.value:
            self._search_keys.search()
            self.runner.name_command(self.widgets.find.words)

    def on_resize(self, event: events.Resize) -> None:
        """The place is kept."""
        self.call_after_refresh(self.runner.presenter.draw_edges)
