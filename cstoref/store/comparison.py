"""Two records beside each other: where they meet, what only one has, and what both took part in."""

from __future__ import annotations

from cstoref import dates
from cstoref.fact_pairs import FactPair, paired
from cstoref.model import Record
from cstoref.namedtuples import NamedTuple

from .page_folds import folded
from .pages import Entry, Page, page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import Store

TOGETHER = ("event", "agreement")
"""The kinds of what two records may take part in."""


class FieldPair(NamedTuple):
    """What is stated under one label of the one record and of the other."""

    group: str
    label: str
    left: tuple[Entry, ...]
    right: tuple[Entry, ...]


class Shared(NamedTuple):
    """An event or agreement that both are part of, and what is stated of each there."""

    record: Record
    left: tuple[Entry, ...]
    right: tuple[Entry, ...]


class Comparison(NamedTuple):
    """Two pages, taken apart. Fields in the order of pages, shared records in the order of time."""

    left: Page
    right: Page
    shared: tuple[Shared, ...]
    fields: tuple[FieldPair, ...]
    """Where both have something under one label, apart from what is shared."""
    only_left: tuple[FieldPair, ...]
    only_right: tuple[FieldPair, ...]
    facts: tuple[FactPair, ...] = ()
    """The facts side by side: those that differ before those that are alike."""


def compare(store: Store, left: str, right: str, as_of: str | None = None) -> Comparison | None:
    """Two records compared, on a day if one is given; None if either is not there."""
    left_page, right_page = page(store, left, as_of), page(store, right, as_of)
    if left_page is None or right_page is None:
        return None
    # Folded first: otherwise repeats on one side would count as something that the other lacks.
    left_page, right_page = folded(left_page, store), folded(right_page, store)
    shared = _shared(store, left_page, right_page)
    # What both took part in is shown once, below, and not again under each label.
    taken = {item.record.id for item in shared}
    fields = _fields(_apart(left_page, taken), _apart(right_page, taken))
    return Comparison(
        left_page,
        right_page,
        shared,
        tuple(field for field in fields if field.left and field.right),
        tuple(field for field in fields if not field.right),
        tuple(field for field in fields if not field.left),
        paired(left_page.facts, right_page.facts),
    )


def _shared(store: Store, one: Page, other: Page) -> tuple[Shared, ...]:
    own = {one.record.id, other.record.id}
    left, right = _by_subject(one), _by_subject(other)
    # Without `own`: a statement authored on one of the two about the other is no meeting of both.
    records = [record for id in left if id in right and id not in own and (record := store.record(id))]
    shared = [
        Shared(record, tuple(left[record.id]), tuple(right[record.id]))
        for record in records
        if record.kind in TOGETHER
    ]
    return tuple(sorted(shared, key=lambda item: _day(item.record)))


def _day(record: Record) -> tuple[str, str]:
    """By what records are sorted in time, those without a date last."""
    return dates.parse(record.when).start_earliest if record.when else dates.LAST_DAY, record.id


def _by_subject(of: Page) -> dict[str, list[Entry]]:
    by_subject: dict[str, list[Entry]] = {}
    for entry in of.entries:
        by_subject.setdefault(entry.statement.subject, []).append(entry)
    return by_subject


def _apart(of: Page, taken: set[str]) -> list[Entry]:
    return [entry for entry in of.entries if entry.statement.subject not in taken]


def _fields(left: Iterable[Entry], right: Iterable[Entry]) -> list[FieldPair]:
    """The entries of both by label, in the order in which the pages have them."""
    sides: dict[tuple[str, str], tuple[list[Entry], list[Entry]]] = {}
    for side, entries in enumerate((left, right)):
        for entry in entries:
            sides.setdefault((entry.group, entry.label), ([], []))[side].append(entry)
    # The other page may have put labels of the same group later; the stable sort brings each group together.
    groups = {group: side for side, group in enumerate(dict.fromkeys(group for group, _ in sides))}
    ordered = sorted(sides.items(), key=lambda item: groups[item[0][0]])
    return [FieldPair(group, label, tuple(one), tuple(other)) for (group, label), (one, other) in ordered]
