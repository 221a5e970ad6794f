"""A form as a series of questions: one line is asked for at a time, and a number takes a proposal."""

from __future__ import annotations

from cstoref.errors import UserError
from cstoref.session.blank_form import BlankForm

ENDS = ("cancel", "q")
BACK = "b"


class FormQuestions:
    """The questions of one form. Each answer leads to the next question, the last one to what is written."""

    def __init__(self, form: BlankForm) -> None:
        self._form = form
        self._entries = list(form.entries)
        self._at = 0
        self._corrects = False
        """Whether all was answered, and one answer was wrong."""
        self.ended = False
        self.written = ""
        """The sentence to tell once it is written."""

    def first(self) -> list[str]:
        """What is said at first, with the first question."""
        return [
            f"{self._form.title}: {self._form.about[0]}",
            *self._form.about[1:],
            "A number takes a proposal, an empty line what stands in brackets, or nothing.",
            "b goes back, cancel ends.",
            *self._question(),
        ]

    def answer(self, typed: str) -> list[str]:
        """What comes of an answer: the next question, why not, or what was written."""
        typed = typed.strip()
        if typed in ENDS:
            self.ended = True
            return ["Nothing is written."]
        if typed == BACK:
            self._at = max(0, self._at - 1)
            return self._question()
        entry = self._entries[self._at]
        value = self._taken(entry.key, typed)
        if entry.needed and not value:
            return [f"{entry.label} is needed.", *self._question()]
        self._form.values[entry.key] = value
        self._at += 1
        while self._at < len(self._entries) and not self._form.takes(self._entries[self._at].key):
            self._at += 1
        # Where one answer was wrong, the others stand.
        return self._question() if self._at < len(self._entries) and not self._corrects else self._write()

    def _taken(self, key: str, typed: str) -> str:
        offered = self._form.offered(key, "")
        if typed.isdecimal() and len(typed) < 3 and 0 < int(typed) <= len(offered):
            return offered[int(typed) - 1].value
        return typed or self._form.values.get(key, "")

    def _question(self) -> list[str]:
        entry = self._entries[self._at]
        now = self._form.values.get(entry.key, "")
        offered = [
            f"{number} {one.value}{f', {one.meaning}' if one.meaning else ''}"
            for number, one in enumerate(self._form.offered(entry.key, ""), 1)
        ]
        return [*offered, f"{entry.label}: {entry.help}{f' [{now}]' if now else ''}"]

    def _write(self) -> list[str]:
        """Write it, or ask again for the entry that is wrong."""
        try:
            self.written = self._form.write()
        except UserError as error:
            key = getattr(error, "key", "")
            places = [at for at, entry in enumerate(self._entries) if entry.key == key]
            self._at, self._corrects = places[0] if places else 0, bool(places)
            return [error.sentence, *self._question()]
        self.ended = True
        return [self.written]
