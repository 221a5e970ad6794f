"""For which state, office and year somebody is known to have held it, and for which nobody.

The posts are those of the vocabulary whose holders sit in a council; the rows are those posts of every state
that was ever a member. A year is wanted if the state was a member on some day of it. Nothing is filled in: a
year without a source is empty, also one in which nobody confirms the last known holder.
"""

from __future__ import annotations

from itertools import chain

from cstoref import dates
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .queries import Store

WHOLE, PART, LAST_KNOWN, NOTHING, OUTSIDE = "whole", "part", "last-known", "nothing", "outside"
"""What is known of an office in a year: who held it on every day, on some day or days; only who held it when
last heard of, in an earlier year; nothing; and a year in which the state was no member."""


class OfficeYear(NamedTuple):
    """One year of one office."""

    year: int
    known: str
    statements: tuple[str, ...]
    """Ids of the statements that show a holder in that year."""


class OfficeRow(NamedTuple):
    """One post of one state, over all years of the view."""

    state: str
    name: str
    """The state's name."""
    post: str
    label: str
    """The post's name."""
    offices: tuple[str, ...]
    """The records of the offices that are this post of this state; none where none is recorded."""
    cells: tuple[OfficeYear, ...]


class Share(NamedTuple):
    """How many of the wanted years of a post, in all states, have a known holder."""

    post: str
    label: str
    known: int
    wanted: int


class OfficeCoverage(NamedTuple):
    """The whole view: from the first wanted year to the last."""

    first: int
    last: int
    rows: tuple[OfficeRow, ...]
    shares: tuple[Share, ...]


class _CoveredTerm(NamedTuple):
    statement: str
    when: dates.When
    until: str
    """The day up to which it certainly held, without it: of an open term that on which it was confirmed."""


def office_coverage(store: Store) -> OfficeCoverage:
    """What is known of every post that sits in a council, year by year; no rows without such posts."""
    checked = store.pack["checked_until"]
    posts = store.database.execute(
        "SELECT id, label FROM post WHERE council != '' ORDER BY position"
    ).fetchall()
    members = _years_of_members(store, checked)
    if not posts or not members:
        return OfficeCoverage(0, 0, (), ())
    first, last = min(map(min, members.values())), max(map(max, members.values()))
    offices, terms = _offices(store), _terms(store)
    rows = []
    for state, name in _names(store, members):
        for post, label in posts:
            held = offices.get((state, post), ())
            # A post may be several records over time ("Chairman of the Supreme Soviet", then "President").
            post_terms = sorted(chain(*(terms.get(office, ()) for office in held)), key=_start)
            shown = _by_year(post_terms, first, last)
            cells = tuple(
                _cell(year, shown.get(year, []), post_terms, checked)
                if year in members[state]
                else OfficeYear(year, OUTSIDE, ())
                for year in range(first, last + 1)
            )
            rows.append(OfficeRow(state, name, post, label, held, cells))
    return OfficeCoverage(first, last, tuple(rows), _shares(rows, posts))


def narrowed(
    found: OfficeCoverage, rows: Sequence[OfficeRow], first: int | None = None, last: int | None = None
) -> OfficeCoverage:
    """Some of the rows, and of their years those from `first` to `last`, with the shares over them."""
    since, until = max(found.first, first or found.first), min(found.last, last or found.last)
    kept = [
        row._replace(cells=tuple(cell for cell in row.cells if since <= cell.year <= until)) for row in rows
    ]
    posts = dict.fromkeys((row.post, row.label) for row in kept)
    return OfficeCoverage(since, until, tuple(kept) if since <= until else (), tuple(_shares(kept, posts)))


def gaps_of(row: OfficeRow) -> list[tuple[int, int]]:
    """First and last year of each run of years in which nothing is known, or only the last known holder."""
    gaps: list[tuple[int, int]] = []
    for cell in row.cells:
        if cell.known in (NOTHING, LAST_KNOWN):
            follows = bool(gaps) and gaps[-1][1] == cell.year - 1
            gaps = [*gaps[:-1], (gaps[-1][0], cell.year)] if follows else [*gaps, (cell.year, cell.year)]
    return gaps


def _by_year(terms: Sequence[_CoveredTerm], first: int, last: int) -> dict[int, list[_CoveredTerm]]:
    """The terms that certainly touch each year, of the years from `first` to `last`."""
    shown: dict[int, list[_CoveredTerm]] = {}
    for term in terms:
        # Only the years that it may touch are looked at: a term is short beside the years of a view.
        until = max(term.until, term.when.end_latest) if not term.when.interval else term.until
        for year in range(max(first, int(term.when.start_earliest[:4])), min(last, int(until[:4])) + 1):
            if _shows(term.when, term.until, *_ends(year)):
                shown.setdefault(year, []).append(term)
    return shown


def _cell(
    year: int, shown: Sequence[_CoveredTerm], terms: Sequence[_CoveredTerm], checked: str
) -> OfficeYear:
    """A year with the terms that certainly touch it, of all `terms` of the office."""
    first, last = _ends(year)
    if shown:
        # The year of the edition is not over: it counts as whole if it is known up to the day of checking.
        whole = _fills(shown, first, min(last, checked))
        return OfficeYear(year, WHOLE if whole else PART, tuple(term.statement for term in shown))
    # An open term beyond its last confirmation: somebody was in office when last heard of, which is not
    # nothing.
    open_ = [term for term in terms if term.when.open and term.when.start_latest <= last]
    return OfficeYear(year, LAST_KNOWN if open_ else NOTHING, tuple(term.statement for term in open_))


def _start(term: _CoveredTerm) -> str:
    return term.when.start_latest


def _shows(when: dates.When, until: str, first: str, last: str) -> bool:
    """Whether a term certainly touches a year; a single date does so if it lies within the year."""
    if when.doubtful:
        return False
    if when.interval:
        # The end is exclusive: a term that ends on 1 January has no day in that year.
        over = when.end_earliest == when.end_latest == first
        return when.start_latest <= last and until >= first and not over
    return first <= when.start_earliest and when.end_latest <= last


def _fills(terms: Iterable[_CoveredTerm], first: str, last: str) -> bool:
    """Whether on every day somebody certainly held the office. The end of a term is exclusive."""
    day = first
    for term in terms:
        # Terms come sorted by start, thus one pass from the first day on finds every gap.
        if term.when.interval and term.when.start_latest <= day:
            day = max(day, term.until)
    # `day` is the first day without a known holder.
    return day > last


def _years_of_members(store: Store, checked: str) -> dict[str, set[int]]:
    """The years in which each state was certainly a member of what the pack is about on some day."""
    years_of: dict[str, set[int]] = {}
    for subject, edtf, _ in store.states_like("membership", store.pack["subject"]):
        when = dates.parse(edtf)
        # Bounded by the day of checking: an open membership would otherwise last to the year 9999.
        years = range(int(when.start_latest[:4]), int(min(when.end_earliest, checked)[:4]) + 1)
        shown = {year for year in years if _shows(when, when.end_earliest, *_ends(year))}
        if shown:
            years_of.setdefault(subject, set()).update(shown)
    return years_of


def _ends(year: int) -> tuple[str, str]:
    """The first and the last day of a year."""
    return f"{year:04}-01-01", f"{year:04}-12-31"


def _names(store: Store, states: Iterable[str]) -> list[tuple[str, str]]:
    """The states with their names, by name."""
    named = store.named(states)
    return sorted(((id, record.name) for id, record in named.items()), key=lambda pair: pair[1])


def _offices(store: Store) -> dict[tuple[str, str], tuple[str, ...]]:
    """The offices that are each post of each state."""
    by_post: dict[tuple[str, str], tuple[str, ...]] = {}
    for id, body, post in store.database.execute(
        "SELECT id, body, post FROM office WHERE post != '' ORDER BY id"
    ):
        by_post[body, post] = (*by_post.get((body, post), ()), id)
    return by_post


def _terms(store: Store) -> dict[str, list[_CoveredTerm]]:
    """The dated terms of every office, each with its statement."""
    by_office: dict[str, list[_CoveredTerm]] = {}
    for id, office, edtf, confirmed in store.database.execute(
        "SELECT id, value, edtf, confirmed FROM statement WHERE field = 'office' AND edtf IS NOT NULL "
        "AND NOT negated AND rank != 'deprecated' ORDER BY start_earliest, number"
    ):
        when = dates.parse(edtf)
        # Without a confirmation an open term is certain on its first day only.
        heard = max(confirmed or "", when.start_latest)
        until = heard if when.open else max(when.end_earliest, confirmed or "")
        by_office.setdefault(office, []).append(_CoveredTerm(id, when, until))
    return by_office


def _shares(rows: Sequence[OfficeRow], posts: Iterable[tuple[str, str]]) -> tuple[Share, ...]:
    shares = []
    for post, label in posts:
        known = [
            cell.known for row in rows if row.post == post for cell in row.cells if cell.known != OUTSIDE
        ]
        shares.append(Share(post, label, sum(state in (WHOLE, PART) for state in known), len(known)))
    return tuple(shares)
