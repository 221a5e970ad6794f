"""The keys while the cursor is in the search box: letters are always words to search for; what is no letter
moves in the list, edits the words, or is a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.widgets import Input

if TYPE_CHECKING:
    from .runner import Runner
    from .widgets.pane import Pane

RETURNED = {"left_square_bracket": "back", "right_square_bracket": "forward"}
"""Keys that are commands after going back to a list, so that going back can go on past it."""
EMPTY = {"question_mark": "help"}
"""Keys that are commands while the box is empty."""


def _edits() -> dict[str, str]:
    """Key to the action of an `Input` that it is bound to."""
    bound = [binding for binding in Input.BINDINGS if isinstance(binding, Binding)]
    return {key: binding.action for binding in bound for key in binding.key.split(",")}


EDITS = {key: action for key, action in _edits().items() if action != "submit"}


class SearchKeys:
    """Does what a key means in the search box."""

    def __init__(self, runner: Runner, verbs: Mapping[str, str]) -> None:
        """`verbs` gives the verb of each key."""
        self._runner = runner
        self._verbs = verbs
        self._moves: dict[str, Callable[[], None]] = {
            "up": lambda: self._list.move(-1),
            "down": lambda: self._list.move(1),
            "pageup": lambda: self._list.page(-1),
            "pagedown": lambda: self._list.page(1),
        }

    async def take(self, event: events.Key) -> bool:
        """Do what a key means. Whether it means anything."""
        box, key = self._runner.widgets.find, event.key
        verb = self._command(key)
        # A letter of a word may have led here from a page: `h` goes left.
        before = self._runner.typed_on_page(event.time)
        if verb:
            self._runner.run(verb)
        elif event.is_printable and event.character:
            self.type(before + event.character)
        elif key in self._moves:
            self.search()
            self._moves[key]()
        elif key in ("left", "right") and not box.value:
            self._aside(-1 if key == "left" else 1)
        elif key in EDITS:
            box.edit(keep=EDITS[key] == "delete_left")
            await box.app.run_action(EDITS[key], box)
        elif key in self._verbs:
            self.search()
            self._runner.run(self._verbs[key])
        else:
            return False
        return True

    def type(self, text: str) -> None:
        """Put text where the cursor of the box is, in the place of what is selected. A blank goes on with
        what was there."""
        box = self._runner.widgets.find
        box.edit(keep=text[:1].isspace())
        if box.selection.is_empty:
            box.insert_text_at_cursor(text)
        else:
            box.replace(text, *sorted(box.selection))

    def search(self) -> None:
        """Search for what is in the box, unless that is done: several letters that come together are
        searched for once, with the next key that is none."""
        session = self._runner.session
        words = self._runner.widgets.find.words
        if session.state.searching and words != session.state.query:
            session.search(words)

    @property
    def _list(self) -> Pane:
        return self._runner.widgets.index

    def _command(self, key: str) -> str:
        box = self._runner.widgets.find
        return (RETURNED.get(key, "") if box.returned else "") or ("" if box.value else EMPTY.get(key, ""))

    def _aside(self, step: int) -> None:
        """To the item beside, where several stand in one line."""
        session = self._runner.session
        beside = self._list.items.beside(session.state.index_at, step)
        if beside is not None:
            session.move("index", beside)
