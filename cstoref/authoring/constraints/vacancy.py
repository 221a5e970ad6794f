"""Nobody in an office that is never vacant.

What is never vacant is declared in the vocabulary. Of a state it is looked at while the state is a member, of
a body from its first known holder on: before that the pack does not claim to know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cstoref import dates
from cstoref.authoring.findings import Finding
from cstoref.model import Post

from .ledger import Ledger, LedgerTerm
from .spans import Runs, SpanOfDays, common, day_after, united


def findings(ledger: Ledger) -> Iterator[Finding]:
    """Every stretch of more than a day without any possible holder."""
    for (post, body), terms in _groups(ledger).items():
        held = Runs((term.when, term.statement) for term in terms)
        for gap in common(_free(terms), _looked_at(ledger, body, terms)):
            # A successor often takes office on the day after: one free day is no finding.
            if day_after(gap.first) < gap.end:
                yield _finding(ledger, post, body, terms, held, gap)


def _groups(ledger: Ledger) -> dict[tuple[Post, str], list[LedgerTerm]]:
    """The terms by what is never vacant and of which state or body, by their first possible day."""
    groups: dict[tuple[Post, str], list[LedgerTerm]] = defaultdict(list)
    for term in ledger.terms:
        post = ledger.post(term.office)
        if post and post.never_vacant:
            for body in ledger.bodies.get(term.office, ()):
                groups[post, body].append(term)
    return groups


def _looked_at(ledger: Ledger, body: str, terms: Sequence[LedgerTerm]) -> list[SpanOfDays]:
    """The days on which somebody must have held the office, until the day when the pack was checked."""
    offices = {term.office for term in terms}
    last = day_after(dates.parse(ledger.pack.edition.checked_until).end_latest)
    last = min(last, max(ledger.abolished(office, body) for office in offices))
    if ledger.records[body].kind == "member":
        return common(ledger.memberships.get(body, ()), [SpanOfDays(dates.FIRST_DAY, last)])
    # A term without a known start cannot say since when the pack knows the holders.
    starts = [term.when.start_latest for term in terms if term.when.start_earliest != dates.FIRST_DAY]
    return [SpanOfDays(min(starts), last)] if starts and min(starts) < last else []


def _free(terms: Sequence[LedgerTerm]) -> list[SpanOfDays]:
    """The days on which nobody can have held the office."""
    free: list[SpanOfDays] = []
    first = dates.FIRST_DAY
    for held in united(_possible(term) for term in terms):
        if first < held.first:
            free.append(SpanOfDays(first, held.first))
        first = held.end
    return [*free, SpanOfDays(first, dates.LAST_DAY)] if first < dates.LAST_DAY else free


def _possible(term: LedgerTerm) -> SpanOfDays:
    """The days on which it may have been held: without the end of a term, with that of a single date."""
    end = term.when.end_latest
    return SpanOfDays(term.when.start_earliest, end if term.when.interval else day_after(end))


def _finding(
    ledger: Ledger, post: Post, body: str, terms: Sequence[LedgerTerm], held: Runs, gap: SpanOfDays
) -> Finding:
    following = next((term.statement for term in terms if term.when.start_earliest >= gap.end), None)
    beside = (held.nearest(dates.parse(gap.first)), following)
    statements = tuple(dict.fromkeys(statement for statement in beside if statement))
    message = (
        f"nobody is known as {post.label} of {ledger.name(body)} from {gap.first} to {gap.end}, between "
        f"{' and '.join(statements)}; it is never vacant"
    )
    return Finding(body, message, statements=statements)
