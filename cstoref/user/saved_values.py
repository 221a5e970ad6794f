"""The values of one pack's files: read when first asked for, written on every change.

Where nothing can be written a change is kept in memory and tried again with the next. Must not raise.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, TypeVar, cast

from . import files
from .files import FileForm
from .pack_folder import TAKEN, PackFolder, claim, pack_folder

T = TypeVar("T")


class SavedValues:
    """What is saved for one pack, by the form of its file."""

    def __init__(self, id: str, pack: str | None, forms: Iterable[FileForm[Any]]) -> None:
        """The id of a pack, the folder it is read from (None is the built-in pack), and all of its forms."""
        self._id = id
        self._pack = pack
        self._forms = tuple(forms)
        self._values: dict[str, Any] = {}
        self._unsaved: dict[str, list[Callable[[Any], Any]]] = {}
        self._unread: set[str] = set()
        self._news: list[str] = []
        self._told: set[str] = set()
        self._known_place: PackFolder | None = None

    def get(self, form: FileForm[T]) -> T:
        """The value in the file, with the changes that could not be saved."""
        if form.name not in self._values:
            # Read on first use: most commands save or show only one of the forms.
            loaded = files.load(self._folder_with(form), form)
            problem = loaded.problem or self._place.problem
            self._unread.discard(form.name)
            if problem and problem != files.NO_HOME:  # that is shown when something is to be saved
                self._unread.add(form.name)
                self._tell(problem, problem)
            self._values[form.name] = self._with_unsaved(form, loaded.value)
        return cast(T, self._values[form.name])

    def refresh(self) -> None:
        """Read again what is asked for next: another run may have changed it."""
        self._values.clear()

    def are_unsaved(self, forms: Iterable[FileForm[Any]]) -> bool:
        """Whether a change of one of these could not be saved."""
        return any(form.name in self._unsaved for form in forms)

    def are_unread(self, forms: Iterable[FileForm[Any]]) -> bool:
        """Whether one of these could not be read when it was asked for last, and was taken for empty."""
        return any(form.name in self._unread for form in forms)

    def take_news(self) -> tuple[str, ...]:
        """Sentences that a user should see, each given once; mostly none."""
        news, self._news = tuple(self._news), []
        return news

    def change(self, form: FileForm[T], change: Callable[[T], T]) -> None:
        """Change a value in its file, whatever it is there by now. `change` must be pure."""
        unsaved = [*self._unsaved.get(form.name, []), change]

        def changed(value: T) -> T:
            # Changes and not values are kept, so that they can be applied to whatever another run has written
            # meanwhile.
            return reduce(lambda now, apply: apply(now), unsaved, value)

        now = files.load(self._folder_with(form), form)  # another run may have changed it
        if now.writable or form.name not in self._values:
            value = changed(now.value)
        else:
            value = change(self._values[form.name])
        problem = self._claim(form, changed)
        if not problem:
            made = files.change(self._place.path, form, changed)
            value, problem = made.value, made.problem
            for sentence in made.news:
                self._tell(sentence, sentence)
        self._values[form.name] = value
        if problem:
            self._unsaved[form.name] = unsaved
            self._tell_unsaved(problem)
        else:
            self._unsaved.pop(form.name, None)

    def _tell(self, about: str, sentence: str) -> None:
        """Have a sentence ready, unless there was one about this before."""
        if sentence and about not in self._told:
            self._told.add(about)
            self._news.append(sentence)

    def _tell_unsaved(self, problem: str) -> None:
        if problem not in self._told:
            self._tell("saving", f"Your changes are not saved: {problem}")

    def _claim(self, form: FileForm[T], changed: Callable[[T], T]) -> str:
        """Before the first change is written, have the folder be this pack's. Empty, or why it is not."""
        place = self._place
        if place.problem:
            return place.problem
        if place.pack is None:
            return ""
        value = files.load(self._folder_with(form), form).value
        if changed(value) == value:
            return ""
        problem = self._copy(place) or claim(place)
        self._known_place = None
        # The folder went to another pack between looking and claiming: look again, which finds another
        # folder.
        return self._claim(form, changed) if problem == TAKEN else problem

    def _copy(self, place: PackFolder) -> str:
        """Copy what a pack that was moved has left behind. Empty, or why it could not be copied."""
        if place.before is None:
            return ""
        for form in self._forms:
            left = files.load(place.before, form)

            # Defaults bind the values of this turn of the loop; a closure would see those of the last one.
            def copied(now: Any, form: FileForm[Any] = form, left: Any = left.value) -> Any:
                return left if now == form.empty else now

            problem = files.change(place.path, form, copied).problem if left.writable else left.problem
            if problem:
                return problem
        return ""

    def _with_unsaved(self, form: FileForm[T], value: T) -> T:
        return reduce(lambda now, change: change(now), self._unsaved.get(form.name, []), value)

    @property
    def _place(self) -> PackFolder:
        if self._known_place is not None:
            return self._known_place
        place = pack_folder(self._id, self._pack)
        if not place.problem:
            self._known_place = place
        return place

    def _folder_with(self, form: FileForm[T]) -> str | None:
        """Where to read: what a pack left behind that was moved counts until there is something newer."""
        path, before = self._place.path, self._place.before
        if before and path and not os.path.lexists(os.path.join(path, form.name)):
            return before
        return path
