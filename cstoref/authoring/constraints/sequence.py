"""An end before a start, across statements and their sources.

Three kinds: one statement gives only an end and the others only later starts; a day on which something is
attested lies outside all the terms that are given for it; two fields that follow on each other stand in the
wrong order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cstoref import dates
from cstoref.authoring.findings import Finding
from cstoref.dates import STATE, When
from cstoref.model import Field, Statement

from .ledger import Ledger, near_pairs, value_of
from .spans import Runs

Key = tuple[str, str, str, frozenset[str]]


class DatedStatement(NamedTuple):
    """When a statement says that something was so."""

    statement: str
    when: When

    @property
    def has_start(self) -> bool:
        """Whether it says anything of the beginning, be it only by when that was."""
        when = self.when
        return when.start_earliest != dates.FIRST_DAY or dates.FIRST_DAY < when.start_latest < when.end_latest


def findings(ledger: Ledger) -> Iterator[Finding]:
    """Everything that ends before it starts."""
    for group in _states(ledger).values():
        yield from _ends_before_starts(group)
        yield from _attested_outside(group)
    for first, then in ledger.pack.vocabulary.sequences:
        yield from _wrong_order(ledger, first, then)


def _states(ledger: Ledger) -> dict[Key, list[DatedStatement]]:
    """The dated statements of one state of things: same record, field, value and participants."""
    groups: dict[Key, list[DatedStatement]] = defaultdict(list)
    for statement in ledger.facts:
        field = ledger.fields[statement.field]
        if statement.when and field.nature == STATE and field.value == "record":
            key = (statement.subject, statement.field, value_of(statement), _participants(statement))
            groups[key].append(DatedStatement(statement.id, dates.parse(statement.when)))
    return groups


def _participants(statement: Statement) -> frozenset[str]:
    return frozenset(role.record for role in statement.roles if role.record and role.role in ("who", "for"))


def _ends_before_starts(group: Sequence[DatedStatement]) -> Iterator[Finding]:
    """Statements that give only an end, which is before every start of a term that the others leave open."""
    started = [d for d in group if d.has_start and (d.when.open or d.when.end_unknown or not d.when.interval)]
    if not started:
        return
    # Only the earliest start counts: an end may belong to a term before the later ones.
    first = min(started, key=lambda dated: dated.when.start_earliest)
    for dated in group:
        if not dated.has_start and dated.when.end_latest < first.when.start_earliest:
            message = f"ended ({dated.when.edtf}) before it began by {first.statement} ({first.when.edtf})"
            yield Finding(dated.statement, message, statements=(dated.statement, first.statement))


def _attested_outside(group: Sequence[DatedStatement]) -> Iterator[Finding]:
    """Attested days on which none of the terms can have run."""
    terms = Runs((dated.when, dated.statement) for dated in group if dated.when.interval)
    for dated in group:
        if dated.when.interval or dated.when.doubtful or not terms or terms.meet(dated.when):
            continue
        nearest = terms.nearest(dated.when)
        message = f"is attested {dated.when.edtf}, outside every term; the nearest is {nearest}"
        yield Finding(dated.statement, message, statements=(dated.statement, nearest))


def _wrong_order(ledger: Ledger, first: str, then: str) -> Iterator[Finding]:
    """Statements of the field `then` that are certainly before one of `first` on the same record."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for statement in (*ledger.of_field(first), *ledger.of_field(then)):
        if statement.when:
            groups[statement.subject].append(statement)
    for group in groups.values():
        for earlier, later in near_pairs(group):
            if (earlier.field, later.field) == (first, then) and _same_participants(earlier, later):
                yield from _reversed(ledger, earlier, later)


def _same_participants(earlier: Statement, later: Statement) -> bool:
    """Whether they share a participant, or one of them names none."""
    names, others = _participants(earlier), _participants(later)
    return not names or not others or bool(names & others)


def _reversed(ledger: Ledger, earlier: Statement, later: Statement) -> Iterator[Finding]:
    begun, ended = (_begins(ledger.fields[item.field], item) for item in (earlier, later))
    if begun and ended and ended[1] < begun[0]:
        message = (
            f"`{later.field}` ({later.when}) stands before `{earlier.field}` of {earlier.id} ({earlier.when})"
        )
        yield Finding(later.id, message, statements=(later.id, earlier.id))


def _begins(field: Field, statement: Statement) -> tuple[str, str] | None:
    """The first and the last day on which it may have begun, if it says so: an attested state does not."""
    when = dates.parse(statement.when or "")
    if field.nature != STATE:
        return when.start_earliest, when.end_latest
    return (
        (when.start_earliest, when.start_latest)
        if DatedStatement(statement.id, when).has_start and when.interval
        else None
    )
