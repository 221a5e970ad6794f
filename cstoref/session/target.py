"""A target: the one form of all that can be opened, and which one a text or a search result names."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple
from cstoref.store.references import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.store.search.exact import Hit
    from cstoref.store.source_reader import Sentence

SECTION = "section"
VIEW = "view"
"""The kind of a search result that is a view; what it matched is the id of the view."""
STATED = ("record", "statement", "source", "conflict")
"""What has an id of its own."""
UNNAMED = (SECTION, "results", "home", "statements", "compare", "changes")
"""What no single id stands for."""


class Target(NamedTuple):
    """Something that can be opened: a record, statement, source, conflict, section, view, or a search."""

    what: str
    """`record`, `statement`, `source`, `conflict`, `section`, `results`, `home`, or the id of a view."""
    of: str = ""
    """An id, several ids with blanks between them, or words to search for; empty is everything."""
    start: int | None = None
    """In a source: an offset in its text, in code points."""
    other: str = ""
    """The first record of a comparison; `of` is the second."""

    @property
    def reference(self) -> str:
        """The id of what it is, or is about, with the offset of a passage; empty where there is no one id."""
        if self.what in UNNAMED:
            return ""
        return self.of if self.start is None else f"{self.of}:{self.start}"


def target_of(store: Store, text: str) -> Target | None:
    """What an id, `SOURCE:OFFSET` or another reference names; None where it names nothing in the pack."""
    reference = resolve(store, text)
    return Target(reference.sort, reference.id, reference.start) if reference.sort else None


def target_of_hit(hit: Hit) -> Target | None:
    """What a search result opens."""
    if hit.kind == VIEW and not (hit.record or hit.source):
        return Target(hit.matched)
    if hit.statement:
        return Target("statement", hit.statement)
    if hit.record:
        return Target("record", hit.record)
    return Target("source", hit.source, hit.start) if hit.source else None


def sentence_at(store: Store, source: str, start: int | None) -> Sentence | None:
    """The sentence at an offset, or the next one after it, or the last; None without an offset or a text."""
    if start is None:
        return None
    sentences = store.sentences(source)
    return next(
        (sentence for sentence in sentences if sentence.end > start), sentences[-1] if sentences else None
    )
