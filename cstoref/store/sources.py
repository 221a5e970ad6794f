"""What the reference rests on: each source with how much rests on it, and how much of its text is used."""

from __future__ import annotations

from cstoref.coverage import COVERED, SILENT
from cstoref.model import Source
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store
    from .record_reader import RecordRef
    from .source_reader import Sentence

MOST_TOLD = 6


class Resting(NamedTuple):
    """A statement that rests on a source, in short: enough for a line of a list."""

    id: str
    about: str
    """The name of its subject."""
    text: str
    when: str | None
    conflicts: int
    layer: str | None


class SourceOverview(NamedTuple):
    """One source in figures."""

    source: Source
    statements: int
    sentences: int
    """Of its text; 0 where the pack holds none."""
    covered: int
    """Sentences that a statement rests on."""
    silent: int
    """Sentences that are marked as stating nothing."""


class SourceReading(NamedTuple):
    """One source with its text, sentence by sentence, and the records that it says most about."""

    overview: SourceOverview
    text: str
    sentences: tuple[Sentence, ...]
    told_of: tuple[tuple[RecordRef, int], ...]
    """Records with the number of statements that rest on this source, the most first."""


def overviews(store: Store, *, texts: bool = False) -> list[SourceOverview]:
    """Every source, those whose text is in the pack first, each sort in the order of the file."""
    resting = store.resting_by_source()
    # One grouped query for all sources: there are many without a text, and counting each by itself is slow.
    states: dict[str, dict[str, int]] = {}
    for source, state, count in store.database.execute(
        "SELECT source, state, count(*) FROM sentence GROUP BY source, state"
    ):
        states.setdefault(source, {})[state] = count
    listed = [
        _overview(source, resting.get(source.id, 0), states.get(source.id, {}))
        for source in store.sources()
        if source.path or not texts
    ]
    # `sorted` is stable: within each half the order of the file stays.
    return sorted(listed, key=lambda overview: overview.source.path is None)


def reading(store: Store, id: str) -> SourceReading | None:
    """One source with its text, or None."""
    source = store.source(id)
    if source is None:
        return None
    sentences = tuple(store.sentences(id))
    states: dict[str, int] = {}
    for sentence in sentences:
        states[sentence.state] = states.get(sentence.state, 0) + 1
    overview = _overview(source, store.resting(id), states)
    return SourceReading(overview, store.text(id) if source.path else "", sentences, _told_of(store, id))


def _overview(source: Source, statements: int, states: dict[str, int]) -> SourceOverview:
    return SourceOverview(
        source, statements, sum(states.values()), states.get(COVERED, 0), states.get(SILENT, 0)
    )


def _told_of(store: Store, id: str) -> tuple[tuple[RecordRef, int], ...]:
    counted = store.database.execute(
        # One pass over `about`: a join would look through all of it for every citation.
        "SELECT record, count(DISTINCT statement) AS told FROM about WHERE part != 'office' "
        "AND statement IN (SELECT statement FROM citation WHERE source = ?) "
        "GROUP BY record ORDER BY told DESC, record LIMIT ?",
        (id, MOST_TOLD),
    ).fetchall()
    names = store.named(record for record, _ in counted)
    return tuple((names[record], told) for record, told in counted)


def resting(store: Store, id: str, limit: int) -> tuple[Resting, ...]:
    """The statements that rest on a source, at most `limit`: of each record together, the most important
    record first."""
    # Few columns and no citations, roles or relays: this runs for each row that the cursor comes to.
    rows = store.database.execute(
        "SELECT s.id, r.name, s.text, s.edtf, s.conflicts, s.layer FROM record r "
        "JOIN statement s ON s.subject = r.id "
        "WHERE s.number IN (SELECT statement FROM citation WHERE source = ?) "
        "ORDER BY r.weight DESC, r.number, s.weight DESC, s.number LIMIT ?",
        (id, limit),
    )
    return tuple(Resting(*row) for row in rows)


def inferred_from(store: Store, id: str) -> tuple[Resting, ...]:
    """The statements that are inferred from a statement, among others."""
    rows = store.database.execute(
        "SELECT s.id, r.name, s.text, s.edtf, s.conflicts, s.layer FROM rests_on o "
        "JOIN statement s ON s.number = o.statement JOIN record r ON r.id = s.subject "
        "WHERE o.other = ? ORDER BY s.weight DESC, s.number",
        (id,),
    )
    return tuple(Resting(*row) for row in rows)
