"""The conversation: a typed line comes in, lines of words go out. The session owns where it is."""

from __future__ import annotations

from cstoref.session.verbs import BY_ID

from .commands import run_line
from .page_reader import PageReader

PROMPT = ">"
"""On a line of its own whenever something may be typed."""


class Conversation(PageReader):
    """A conversation over one pack, in lines of a width."""

    def begin(self, words: str = "") -> list[str]:
        """The first page, or that of what is named."""
        if not words.strip():
            return self.attempt(lambda: None)
        return self.attempt(lambda: BY_ID["open"].run(self.session, words))

    def answer(self, typed: str) -> list[str]:
        """What comes of a typed line."""
        if self.questions is not None:
            return self.answer_question(typed)
        return run_line(self, typed.strip())
