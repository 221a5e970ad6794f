"""A pack that is read while it is compiled: one text and one statement at a time, checked like any other.

Layers are read as a whole: each stands on all that is below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from cstoref.model import (
    Conflict,
    Edition,
    Record,
    Retired,
    RuleException,
    Silence,
    Source,
    Statement,
    Vocabulary,
)

from .load import with_declared
from .loader import Loader
from .problems import Problems
from .sources import with_distinct_labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.progress import Step


class PackStream:
    """The parts of one pack: records are read when they are asked for, statements and texts come once, and
    the parts after `statements` only when these were gone through. Raises PackError with every problem, at
    the latest then."""

    layers: Sequence[Edition] = ()

    def __init__(self, folder: Path, step: Step) -> None:
        self._problems = Problems(folder)
        self._loader = Loader(folder, self._problems)
        self._step = step
        self._has_records = False
        step("reading sources", 0, 1)
        edition = self._loader.read_sources()
        if edition is None or self._problems.found:
            self._loader.read_records()
            self._go_on_to_raise()
        assert edition is not None
        self.edition = with_declared(edition, folder)
        self.vocabulary: Vocabulary = self._loader.head.declared().vocabulary
        self.sources: list[Source] = with_distinct_labels(self._loader.sources.values())

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """Each source that has a text, with the text."""
        count = len(self._loader.texts)
        for at, id in enumerate(self._loader.texts):
            self._step("texts", at, count)
            yield id, self._loader.texts[id]

    @cached_property
    def records(self) -> list[Record]:
        """Every record."""
        self.read_records()
        return list(self._loader.records.values())

    def read_records(self) -> None:
        """Read the records, if that was not done. Raises PackError with every problem of the pack."""
        if self._has_records:
            return
        self._has_records = True
        self._step("reading records", 0, 1)
        self._loader.read_records()
        if self._problems.found:
            self._go_on_to_raise()

    def _go_on_to_raise(self) -> None:
        """Raise what is wrong with the pack: all problems in one run."""
        for _ in self._loader.statements():
            pass
        self._finish()

    @property
    def statements(self) -> Iterator[Statement]:
        """Every statement."""
        at, subject, count = 0, "", len(self.records)
        for statement, _ in self._loader.statements():
            if statement.subject != subject:
                at, subject = at + 1, statement.subject
                self._step("statements", min(at, count), count)
            yield statement
        self._finish()

    def _finish(self) -> None:
        self._loader.finish()
        self._problems.raise_if_any()

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """Every conflict."""
        return self._loader.conflicts

    @property
    def silences(self) -> Sequence[Silence]:
        """Every passage that states nothing."""
        return self._loader.silences

    @property
    def exceptions(self) -> Sequence[RuleException]:
        """Statements that do not meet a constraint and are right."""
        return self._loader.exceptions

    @property
    def retired(self) -> Sequence[Retired]:
        """Ids that are no longer used."""
        return self._loader.retired
