"""Runs verbs for the explorer: its own and the session's; shows what each came to, or why it was not done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widgets import Input

from cstoref import sanitize
from cstoref.errors import UserError
from cstoref.session.outcomes import Outcome, Text
from cstoref.session.session import Session
from cstoref.session.target import Target

from .actions import ACTIONS
from .answers import answer
from .keyboard import OFFERED, Keys
from .presenter import Presenter, Widgets
from .widgets.pane import Pane

if TYPE_CHECKING:
    from textual.screen import Screen


class Runner:
    """Runs verbs over a session and the widgets that show it."""

    def __init__(self, screen: Screen[None], session: Session, widgets: Widgets, keys: Keys) -> None:
        self.screen = screen
        self.session = session
        self.widgets = widgets
        self.keys = keys
        self.presenter = Presenter(session, widgets, keys)
        self.copied: Text | None = None
        """What was copied last."""
        self._said = False
        """Whether a sentence has been shown that may still stand."""

    @property
    def pane(self) -> Pane:
        """The pane with the cursor."""
        return self.widgets.pane(self.session.state.pane)

    def run(self, id: str, typed: str = "") -> None:
        """Run a verb by its id, with what was typed for it."""
        action = None if typed else ACTIONS.get(id)
        if action is not None:
            self.attempt(id, lambda: action(self))
        else:
            self.attempt(id, lambda: OFFERED[id].run(self.session, typed))

    def open(self, target: Target) -> None:
        """Go to what a target names."""
        self.attempt("open", lambda: self.session.open(target))

    def attempt(self, verb: str, run: Callable[[], Outcome]) -> None:
        """Do something for a verb, and show what it came to, or why it was not done."""
        session = self.session
        state, saved = session.state, session.saved
        if self._said:
            self._said = False
            self.screen.app.clear_notifications()
        try:
            result = run()
        except UserError as error:
            self.say(error.sentence)
            return
        if session.ended:
            self.screen.app.exit()
            return
        if session.saved != saved:
            self.redraw()
        if session.state is not state:
            self._follow(verb)
        answer(self, verb, result)

    def _follow(self, verb: str) -> None:
        """Have the search box, the focus and the scroll as the new state has them."""
        state = self.session.state
        if self.widgets.find.value.strip() != state.query:
            self.fill_find_box(state.query)
        if not (state.pane == "index" and state.finding) and not self.pane.has_focus:
            self.pane.focus()
        if verb in ("back", "forward"):
            self.presenter.scroll_back()

    def fill_find_box(self, words: str) -> None:
        """Have words in the search box without a search for them."""
        with self.widgets.find.prevent(Input.Changed):
            self.widgets.find.value = words

    def leave_find_box(self) -> None:
        """Out of the search box, back to what was shown before words were typed."""
        self.session.leave_search()
        self.fill_find_box("")
        self.pane.focus()

    def redraw(self) -> None:
        """Draw everything again: something was saved that no part of the state says."""
        self.presenter.draw()
        for sentence in self.session.user.take_news():
            self.say(sentence)

    def say(self, sentence: str) -> None:
        """Show a sentence in passing, until the next verb is run."""
        self._said = True
        self.screen.notify(sanitize.line(sentence), markup=False)

    def copy(self, text: Text) -> None:
        """Copy a text; where nothing can take it, show it to be selected by hand."""
        from . import clipboard

        self.copied = text
        if clipboard.copy(self.screen.app, text.text):
            first, *more = text.text.split("\n")
            size = f", {len(more) + 1} lines" if more else ""
            self.say(f"Copied: {text.name}{size}. {first[:60]}{'…' if len(text.text) > 60 else ''}")
        else:
            self.show_text(text)

    def show_text(self, text: Text) -> None:
        """Show a text in a box."""
        from .screens.text_box import TextBox

        title = f"{text.name[:1].upper()}{text.name[1:]}: select and copy it"
        self.screen.app.push_screen(TextBox(title, text.text))
