"""Who led whom and when: terms of office, one row a state or body, as the bars of a timeline.

Which post an office is, and whose, was found when the pack was compiled (`offices`); which posts lead is
declared in the vocabulary. A term that two sources date differently is one term with both statements.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .membership import ever_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import Store


# The place among the leading posts and not the position in the vocabulary, which a pack may change by adding
# a post.
_LEADING = "SELECT id, row_number() OVER (ORDER BY position) - 1 AS place FROM post WHERE leads"


class Term(NamedTuple):
    """One stretch of time in which somebody held an office. Days as ISO text; the end is exclusive."""

    holder: str
    name: str
    office: str
    title: str
    """The office's name."""
    body: str
    """The state or body whose office it is; empty if it is of neither."""
    leads: int | None
    """The place of its post among those that lead, or None."""
    when: str
    """EDTF."""
    start_earliest: str
    start_latest: str
    end_earliest: str
    end_latest: str
    statements: tuple[str, ...]


class Tenure(NamedTuple):
    """One row: terms that follow on each other."""

    of: str
    """The record of the state or body, or of the office where it is of neither."""
    label: str
    terms: tuple[Term, ...]


class _Row(NamedTuple):
    """Which row a term belongs to, in the order of the rows: states by name, then bodies."""

    body: bool
    name: str
    leads: int
    of: str


def tenures(store: Store, record: str | None = None) -> tuple[Tenure, ...]:
    """The rows of all who lead or led a member or a body of the organization; or, for a record, of those who
    held the office, or a leading one in it, or of the offices that it held."""
    members, subject = ever_members(store), store.pack["subject"]
    # The whole view shows who was ever a member; the page of a record any state, for it was asked for.
    states = {named.id: named.name for named in store.records("member") if record or named.id in members}
    organs, posts_of_states = _organs(store), _posts_of(store, states)
    rows: dict[_Row, list[Term]] = {}
    for term in _terms(store):
        of = term.body or subject
        # Who leads an organ of the organization stands in the row of the organization, until one organ is
        # asked for.
        row = _row(term, subject if of in organs and not record else of, record, states, posts_of_states)
        if row is not None:
            rows.setdefault(row, []).append(term)
    # `_Row` is a tuple in the order of the rows: False (states) sorts before True (bodies), then by name.
    return tuple(_tenure(row, rows[row]) for row in sorted(rows))


def _row(
    term: Term, of: str, record: str | None, states: dict[str, str], posts_of_states: set[int]
) -> _Row | None:
    leads = term.leads
    if record is not None and record in (term.holder, term.office):
        return _Row(True, term.title, 0, term.office)
    if leads is None or record not in (None, of):
        return None
    if of in states:
        return _Row(False, states[of], leads, of)
    # A president of a state that is not shown would otherwise get the row of a body.
    if leads in posts_of_states:
        return None
    return _Row(True, "", leads, of)


def _tenure(row: _Row, terms: list[Term]) -> Tenure:
    """The row of a head of state bears the name of the state, every other the last title of the office."""
    merged = _merged(terms)
    # `leads` is 0 for the first leading post, that of a head of state.
    label = merged[-1].title if row.body or row.leads else row.name
    return Tenure(row.of, label, merged)


def _posts_of(store: Store, states: dict[str, str]) -> set[int]:
    """The leading posts that offices of states are, by their place among those that lead."""
    places = store.database.execute(
        f"SELECT DISTINCT p.place, o.body FROM office o JOIN ({_LEADING}) p ON p.id = o.post"
    )
    return {place for place, body in places if body in states}


def _organs(store: Store) -> set[str]:
    """The parts of the organization: who leads one leads it."""
    subjects = store.database.execute(
        "SELECT subject FROM statement WHERE field = 'part_of' AND value = ?", (store.pack["subject"],)
    )
    return {subject for (subject,) in subjects}


def _terms(store: Store) -> Iterable[Term]:
    """Every term that has a beginning or an end."""
    term_rows = store.database.execute(
        "SELECT s.subject, p.name, s.value, o.name, coalesce(f.body, ''), l.place, s.edtf, s.id "
        "FROM statement s JOIN record p ON p.id = s.subject JOIN record o ON o.id = s.value "
        f"LEFT JOIN office f ON f.id = s.value LEFT JOIN ({_LEADING}) l ON l.id = f.post "
        "WHERE s.field = 'office' AND instr(s.edtf, '/') AND NOT s.negated AND s.rank != 'deprecated' "
        "ORDER BY s.start_earliest, s.number"
    )
    for holder, name, office, title, body, leads, edtf, statement in term_rows:
        when = dates.parse(edtf)
        days = when.start_earliest, when.start_latest, when.end_earliest, when.end_latest
        yield Term(holder, name, office, title, body, leads, edtf, *days, (statement,))


def _merged(terms: list[Term]) -> tuple[Term, ...]:
    """Terms of one holder that overlap as one, that of the most precise dates, in order of time."""
    kept: list[Term] = []
    for term in terms:
        # Quadratic, but a row has a few dozen terms at most.
        same = next((other for other in kept if _is_same(term, other)), None)
        if same is None:
            kept.append(term)
            continue
        # `min` keeps the first of equals, thus the term that was read first, by its start.
        better = min(same, term, key=_vagueness)
        kept[kept.index(same)] = better._replace(statements=same.statements + term.statements)
    return tuple(sorted(kept, key=lambda term: (term.start_latest, term.end_earliest)))


def _is_same(term: Term, other: Term) -> bool:
    held_by_one = (term.holder, term.office) == (other.holder, other.office)
    # Strict, because ends are exclusive: a second term that begins when the first ends is a second term.
    return held_by_one and term.start_earliest < other.end_latest and other.start_earliest < term.end_latest


def _vagueness(term: Term) -> tuple[bool, bool, int]:
    """How little is known of a term's ends."""
    unknown_start = term.start_earliest == dates.FIRST_DAY
    # `1992/` has its start as the earliest end and the last day as the latest; an open term has the last day
    # for both.
    unknown_end = term.end_earliest != term.end_latest == dates.LAST_DAY
    return unknown_start, unknown_end, -len(term.when)
