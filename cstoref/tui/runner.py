"""Runs verbs for the explorer: its own and the session's; shows what each came to, or why it was not done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer

from cstoref import sanitize
from cstoref.errors import UserError
from cstoref.session.outcomes import Outcome, TakenText
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.session.verbs.views import GROUP as VIEWS_GROUP

from .actions import ACTIONS
from .keyboard import OFFERED, Keys
from .mouse import Mouse
from .presenter import Presenter, Widgets
from .screens.modal import Modal
from .typed_word import TypedWord
from .widgets.pane import Pane

if TYPE_CHECKING:
    from textual.screen import Screen


COMMANDS = {
    word: verb
    for verb in OFFERED.values()
    for word in (verb.id, *verb.words, *verb.former)
    if verb.keys and len(word) > 2 and verb.group != VIEWS_GROUP
}
"""The verbs by the words that somebody may type for them; views are results of the search themselves."""
TAKE_SELECTION = ("state", "make-record", "select-more", "select-less", "begin-later", "begin-earlier")
"""Verbs about what is selected, also by the mouse."""
POLL = 0.1
"""Seconds between two looks at whether what was written is compiled."""


class Runner:
    """Runs verbs over a session and the widgets that show it."""

    def __init__(
        self, screen: Screen[None], session: Session, widgets: Widgets, keys: Keys, mouse: Mouse
    ) -> None:
        self.screen = screen
        self.session = session
        self.widgets = widgets
        self.keys = keys
        self.mouse = mouse
        self.presenter = Presenter(session, widgets, keys)
        self.copied: TakenText | None = None
        """What was copied last."""
        self.typed = TypedWord()
        self._before_typed = session.user.moment
        """What was saved when what is typed began."""
        self._renewal: Timer | None = None
        """Looks for what was written to be compiled."""

    @property
    def pane(self) -> Pane:
        """The pane with the cursor."""
        return self.widgets.pane(self.session.state.pane)

    def run(self, id: str, typed: str = "") -> None:
        """Run a verb by its id, with what was typed for it."""
        if id in TAKE_SELECTION and (span := self.presenter.dragged()):
            self.screen.clear_selection()
            self.session.select(span)
        action = None if typed else ACTIONS.get(id)
        if action is not None:
            self.attempt(id, lambda: action(self))
        else:
            self.attempt(id, lambda: OFFERED[id].run(self.session, typed))

    def hear(self, event: events.Key, verb: str, on_page: bool) -> None:
        """Remember a letter that is typed on a page, or in a box that another letter has opened. `verb` is
        that of its key, or empty."""
        typed, character = self.typed, event.character or ""
        if event.is_printable and (character.isalpha() or (typed.letters and character in " -'0123456789")):
            if typed.take(character, verb, event.time, on_page):
                self._before_typed = self.session.user.moment
        elif event.key == "backspace" and not on_page:
            typed.take_back()
        elif verb == "leave" and not on_page:
            typed.left_box = True
        elif on_page and verb != "find":
            typed.clear()

    def offer_search(self) -> None:
        """Say how to search for what was typed on a page, there or in the box that is open by now."""
        box, word = self.screen.app.screen, self.typed.word
        if isinstance(box, Modal):
            box.show_typed(sanitize.line(word))
        elif word:
            self.say(f"Letters are commands here. / searches for “{word}”.")

    def typed_on_page(self, time: float | None = None) -> str:
        """What was typed on a page, to be searched for; empty where no word was. With a time in seconds, the
        letters that were typed just before. What they have bookmarked, pinned or undone is taken back: nobody
        meant it."""
        letters = self.typed.word if time is None else self.typed.just_before(time)
        self.typed.clear()
        if letters:
            self.session.user.return_to(self._before_typed)
        return letters

    def open(self, target: Target) -> None:
        """Go to what a target names."""
        self.attempt("open", lambda: self.session.open(target))

    def attempt(self, verb: str, run: Callable[[], Outcome]) -> None:
        """Do something for a verb, and show what it came to, or why it was not done."""
        session = self.session
        state, saved = session.state, session.saved
        self.widgets.keys.clear()
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
            self._follow(verb, state)
        if result is not None:
            from .answers import answer  # its screens: no first drawing waits for them

            answer(self, verb, result)

    def _follow(self, verb: str, old: State) -> None:
        """Have the search box and the scroll as the new state has them."""
        state, find = self.session.state, self.widgets.find
        travelled = verb in ("back", "forward")
        # Who comes back from a page to the results mostly has another question: a letter begins it.
        returned = state.searching and (travelled or not old.searching) and verb != "find"
        if returned or not state.searching or find.words != state.query:
            find.fill(state.query, returned, returned)
        if travelled:
            self.presenter.scroll_back()

    def redraw(self) -> None:
        """Draw everything again: something was saved that no part of the state says."""
        self.presenter.draw()
        if self.session.authorship.is_compiling and self._renewal is None:
            self._renewal = self.screen.set_interval(POLL, self._renew)
        for sentence in self.session.user.take_news():
            self.say(sentence)

    def _renew(self) -> None:
        """Show what was written once it is compiled."""
        try:
            renewed = self.session.renew()
        except UserError as error:
            self.say(error.sentence)
            renewed = False
        if self._renewal is not None and not self.session.authorship.is_compiling:
            self._renewal.stop()
            self._renewal = None
        if renewed:
            self.redraw()

    def say(self, sentence: str) -> None:
        """Show a sentence in the line of keys, until the next key."""
        self.widgets.keys.say(sanitize.line(sentence))

    def say_how_to_quit(self) -> None:
        """Say which keys quit: whoever presses ctrl+c looks for them."""
        keys = self.keys.all_of(OFFERED["quit"]).split()
        if self.session.state.searching:  # there a letter is a word to search for
            keys = [key for key in keys if len(key) > 1] or keys
        self.say(f"To quit, press {' or '.join(keys)}.")

    def name_command(self, words: str) -> None:
        """Say of what is searched for that it is a command too, and its key."""
        verb = COMMANDS.get(words.lower())
        if verb is not None and (keys := self.keys.all_of(verb).split()):
            here = next((key for key in keys if len(key) > 1), "")
            how = here or f"{keys[0]} in a page, or ctrl+p"
            self.say(f"“{words}” is also a command: {how}.")

    def copy(self, text: TakenText) -> None:
        """Copy a text; where nothing can take it, show it to be selected by hand."""
        from . import clipboard

        self.copied = text
        if clipboard.copy(self.screen.app, text.text):
            first, *more = text.text.split("\n")
            size = f", {len(more) + 1} lines" if more else ""
            self.say(f"Copied: {text.name}{size}. {first[:60]}{'…' if len(text.text) > 60 else ''}")
        else:
            self.show_text(text)

    def show_text(self, text: TakenText) -> None:
        """Show a text in a box."""
        from .screens.text_box import TextBox

        title = f"{text.name[:1].upper()}{text.name[1:]}: select and copy it"
        self.screen.app.push_screen(TextBox(title, text.text))
