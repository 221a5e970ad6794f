"""What a verb gives back: a message, a text, a question, or things to choose from. None is no more than a
changed state.

A front end shows each in its own way: a list over the screen, or a page whose lines are numbered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from cstoref.model import Conflict, Record, Statement
from cstoref.namedtuples import NamedTuple
from cstoref.store.record_reader import RecordRef
from cstoref.store.statement_reader import StatementRow

from .target import Target

if TYPE_CHECKING:
    from .blank_form import BlankForm
    from .glance import Glance
    from .session import Session


class Message(NamedTuple):
    """A sentence to be shown in passing."""

    sentence: str


class TakenText(NamedTuple):
    """A text to be taken out: to the clipboard, or printed."""

    name: str
    """What it is: `citation`, `quote`, `JSON`."""
    text: str


class Question(NamedTuple):
    """An argument that the verb lacks. The answer is what is typed after the verb."""

    asks_for: str
    """`record`, `file`, `note` or `days`: how to check the answer, and how to ask."""
    title: str
    proposed: str = ""
    hint: str = ""
    about: str = ""
    """The id of what the answer is about."""
    instead: str = ""
    """The id of what else it may be about."""


class Form(NamedTuple):
    """Something to be filled in: a statement, or a record."""

    form: BlankForm


class Choices(Protocol):
    """Several things, of which one can be chosen."""

    @property
    def title(self) -> str: ...

    @property
    def page(self) -> Target | None:
        """Where the same is a page, for who reads one page at a time."""

    def choose(self, session: Session, key: str) -> Outcome:
        """Do what choosing one means."""


class StatementChoices(NamedTuple):
    """Statements; one that is chosen opens."""

    title: str
    statements: Sequence[StatementRow]
    names: Mapping[str, str]
    page: Target | None

    def choose(self, session: Session, key: str) -> Outcome:
        """Open a statement by its id."""
        session.open(Target("statement", key))
        return None


class RecordChoices(NamedTuple):
    """Records that a statement mentions; one that is chosen opens at the statement."""

    title: str
    records: Sequence[RecordRef]
    statement: str
    page: Target | None = None

    def choose(self, session: Session, key: str) -> Outcome:
        """Open a record by its id."""
        session.open(Target("record", key))
        session.move("record", self.statement)
        return None


class ConflictChoices(NamedTuple):
    """Conflicts of one statement; one that is chosen opens."""

    title: str
    conflicts: Sequence[Conflict]
    page: Target | None

    def choose(self, session: Session, key: str) -> Outcome:
        """Open a conflict by its id."""
        session.open_view("conflict", key)
        return None


class StatementDetails(NamedTuple):
    """Everything that is known of a statement; one of its passages can be chosen, by number from 0."""

    title: str
    statement: Statement
    label: str
    """Of its field."""
    names: Mapping[str, str]
    shorts: Mapping[str, str]
    conflicts: Sequence[Conflict]
    page: Target | None

    def choose(self, session: Session, key: str) -> Outcome:
        """Go to a passage."""
        session.go(citation=int(key), sentence=None, source=None, pane="source")
        return None


class Peek(NamedTuple):
    """The footnotes of a statement and the records it mentions, or one record; what is chosen opens."""

    title: str
    statement: Statement | None
    shorts: Mapping[str, str]
    glances: Sequence[Glance]
    page: Target | None = None

    def choose(self, session: Session, key: str) -> Outcome:
        """Go to a footnote, by number from 0, or open a record."""
        if key.isdecimal():
            session.go(citation=int(key), sentence=None, source=None, pane="source")
        else:
            session.open(Target("record", key))
        return None


class RecordNames(NamedTuple):
    """The other names of a record and its identifiers; nothing to choose."""

    title: str
    record: Record
    identifiers: Sequence[tuple[str, str]]
    """The name of a scheme, and the identifier."""
    page: Target | None

    def choose(self, session: Session, key: str) -> Outcome:
        """Nothing."""
        return None


class FacetChoices(NamedTuple):
    """What can be filtered by, with counts; one that is chosen is the filter, an empty one clears it."""

    title: str
    facets: Sequence[tuple[str, int]]
    now: str
    page: Target | None = None

    def choose(self, session: Session, key: str) -> Outcome:
        """Filter by a facet, written `name: value`."""
        session.set_facet(key)
        return None


class TextChoices(NamedTuple):
    """Texts that can be taken out of the session, by number from 0. Only the one that is chosen is made."""

    title: str
    names: Sequence[str]
    texts: Sequence[Callable[[], str]]
    page: Target | None = None

    def choose(self, session: Session, key: str) -> Outcome:
        """Make a text."""
        return TakenText(self.names[int(key)], self.texts[int(key)]())


class NameChoices(NamedTuple):
    """Names that no record has, by number from 0; of one that is chosen a record is made."""

    title: str
    names: Sequence[str]
    page: Target | None = None

    def choose(self, session: Session, key: str) -> Outcome:
        """Fill in a record of a name."""
        return Form(session.authorship.record_form(session.store, self.names[int(key)]))


Outcome = Message | TakenText | Question | Form | Choices | None
