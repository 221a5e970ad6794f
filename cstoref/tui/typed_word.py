"""The letters that somebody types on a page as if they were searched for there, where each is a command.

No command waits for them. They are only remembered, so that what was typed can be searched for, and what it
has bookmarked or pinned by the way can be undone.
"""

from __future__ import annotations

PAUSE = 0.8
"""Seconds: who waits longer between two keys presses commands, and types no word."""
LEAST, TELLING = 4, 3
"""Letters of a word, and how many different ones of them must be no movement: `jjjk` is a way down."""
LONGEST = 40
"""Letters: what is longer is what somebody writes into a box, and not what they look for."""
MOVES = ("up", "down", "left", "right", "top", "bottom", "next-hit", "previous-hit")
"""Verbs whose keys are pressed many times in a row."""


class TypedWord:
    """Letters typed one soon after the other: the first on a page, the others on it too, or in a box that one
    of them has opened."""

    def __init__(self) -> None:
        self._letters: list[tuple[str, str]] = []
        """Each with the verb of its key."""
        self._last = 0.0
        self.left_box = False
        """Whether the last key was Escape, which closes a box and leaves what was typed."""

    def take(self, character: str, verb: str, time: float, on_page: bool) -> bool:
        """A letter or blank, at a time in seconds; `verb` is that of its key, or empty. Whether a word begins
        with it."""
        late = time - self._last > PAUSE and (on_page or not self.word)
        if late or self.left_box:
            self.clear()
        self._last = time
        begins = on_page and not self._letters and character.isalpha()
        if begins or self._letters:
            self._letters.append((character, verb))
        return begins

    def take_back(self) -> None:
        """The last letter was deleted."""
        del self._letters[-1:]

    def clear(self) -> None:
        """What comes next is another word."""
        self._letters, self.left_box = [], False

    def just_before(self, time: float) -> str:
        """The letters, where somebody who types a letter at that time goes on with them."""
        return self.letters if time - self._last <= PAUSE else ""

    @property
    def letters(self) -> str:
        """All of it, also where it is no word yet."""
        return "".join(letter for letter, _ in self._letters).strip()

    @property
    def word(self) -> str:
        """What was typed, where it is more likely a word than commands; else empty."""
        telling = {letter for letter, verb in self._letters if letter.isalpha() and verb not in MOVES}
        is_word = LEAST <= len(self.letters) <= LONGEST and len(telling) >= TELLING
        return self.letters if is_word else ""
