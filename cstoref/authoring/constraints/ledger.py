"""The statements of a pack as the constraints read them: who held which office of what, and when.

Only what is stated as a fact counts: a plan, a promise, a denial, an opinion or a statement that was shown to
be wrong contradicts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from cstoref import dates, fold
from cstoref.dates import When
from cstoref.model import Field, Pack, Post, Record, Statement
from cstoref.office_names import endings, state_named

from .spans import Runs, SpanOfDays, sure_span

FACTUAL = ("asserted", "reported")
"""The stances of what is stated as having been so."""
COMPARED = 50
"""Others with which one of a group is compared: enough for any office, and a bound for a hostile pack."""
T = TypeVar("T")


class LedgerTerm(NamedTuple):
    """One dated statement that somebody held an office."""

    statement: str
    holder: str
    office: str
    when: When
    sure: SpanOfDays | None
    """The days on which the office was certainly held."""


class Ledger:
    """A pack with its terms of office, its bodies and its memberships at hand."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.records = {record.id: record for record in pack.records}
        self.facts = [statement for statement in pack.statements if is_fact(statement)]
        self._by_field: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.facts:
            self._by_field[statement.field].append(statement)

    def of_field(self, field: str) -> Sequence[Statement]:
        """The facts of one field, in the order in which they were written."""
        return self._by_field.get(field, ())

    def name(self, id: str) -> str:
        """What a record is called."""
        record = self.records.get(id)
        return record.name if record else id

    @cached_property
    def terms(self) -> list[LedgerTerm]:
        """Every dated statement of an office, by its first possible day."""
        dated = [(s, dates.parse(s.when)) for s in self.of_field("office") if s.when]
        terms = [LedgerTerm(s.id, s.subject, value_of(s), when, sure_span(when)) for s, when in dated]
        return sorted(terms, key=lambda term: (term.when.start_earliest, term.when.start_latest))

    @cached_property
    def terms_by_office(self) -> dict[str, list[LedgerTerm]]:
        """The terms of each office, by their first possible day."""
        return grouped((term.office, term) for term in self.terms)

    @cached_property
    def terms_by_holder(self) -> dict[str, list[LedgerTerm]]:
        """The terms of each person, by their first possible day."""
        return grouped((term.holder, term) for term in self.terms)

    @cached_property
    def bodies(self) -> dict[str, list[str]]:
        """The states and bodies that an office is of, by the office."""
        pairs = ((statement.subject, value_of(statement)) for statement in self.of_field("office_of"))
        return {office: list(dict.fromkeys(bodies)) for office, bodies in grouped(pairs).items()}

    def _by_name(self, office: str) -> tuple[str, ...]:
        """The state that the name of an office says, where nothing else states whose it is."""
        state = state_named(self.name(office), self._states)
        return (state,) if state else ()

    @cached_property
    def _states(self) -> dict[str, str]:
        return endings((one.id, one.name) for one in self.records.values() if one.kind == "member")

    def abolished(self, office: str, body: str) -> str:
        """The last day on which an office of a body may have existed, as far as that is stated."""
        return self._abolished.get((office, body), dates.LAST_DAY)

    @cached_property
    def _abolished(self) -> dict[tuple[str, str], str]:
        """The last stated end of each office of a body; the last day of all for one that is open."""
        ends: dict[tuple[str, str], str] = {}
        for statement in self.of_field("office_of"):
            when = dates.parse(statement.when) if statement.when else None
            end = when.end_latest if when and when.interval else dates.LAST_DAY
            key = (statement.subject, value_of(statement))
            ends[key] = max(ends.get(key, ""), end)
        return ends

    @cached_property
    def service(self) -> dict[str, dict[str, Runs]]:
        """For whom each person held an office, and when: by person, then by state or body."""
        served: dict[str, dict[str, list[tuple[When, str]]]] = defaultdict(lambda: defaultdict(list))
        for term in self.terms:
            for body in self.bodies.get(term.office) or self._by_name(term.office):
                served[term.holder][body].append((term.when, term.statement))
        return {
            person: {body: Runs(dated) for body, dated in bodies.items()} for person, bodies in served.items()
        }

    def post(self, office: str) -> Post | None:
        """The declared post that an office is, by how its name begins."""
        name = fold.words(self.name(office))
        return next((post for post in self.pack.vocabulary.posts if name.startswith(post.titles)), None)

    def is_shared(self, office: str) -> bool:
        """Whether several people hold an office at once, by how its name begins."""
        return fold.words(self.name(office)).startswith(self._phrases("shared"))

    @cached_property
    def orders(self) -> dict[str, str]:
        """What may be stated as the order in which an office goes round: phrase to language of the names."""
        return {
            phrase: language
            for name, language, phrases in self.pack.vocabulary.words
            if name == "order"
            for phrase in phrases
        }

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The declared fields by id."""
        return {field.id: field for field in self.pack.vocabulary.fields}

    def _phrases(self, wanted: str) -> tuple[str, ...]:
        """Every phrase of a list of words, folded."""
        lists = (phrases for name, _, phrases in self.pack.vocabulary.words if name == wanted)
        return tuple(fold.words(phrase) for phrases in lists for phrase in phrases)

    @cached_property
    def memberships(self) -> dict[str, list[SpanOfDays]]:
        """The days on which each state was certainly a member of the pack's organization."""
        subject = self.pack.edition.subject
        spans = (
            (statement.subject, sure_span(dates.parse(statement.when)))
            for statement in self.of_field("membership")
            if statement.when and value_of(statement) == subject
        )
        return grouped((state, span) for state, span in spans if span)

    @cached_property
    def deaths(self) -> dict[str, Statement]:
        """The statement of a death that gives the latest day, by the person."""
        dated = [statement for statement in self.of_field("died") if statement.when]
        # The dict below keeps the last of each person: the latest day that any source allows.
        dated.sort(key=lambda statement: dates.parse(statement.when or "").end_latest)
        return {statement.subject: statement for statement in dated}

    @cached_property
    def members(self) -> list[Record]:
        """The states that are or were members of the pack's organization."""
        return [record for id, record in self.records.items() if id in self.memberships]


def is_fact(statement: Statement) -> bool:
    """Whether something is stated as having been so, and still thought right."""
    return statement.stance in FACTUAL and not statement.negated and statement.rank != "deprecated"


def value_of(statement: Statement) -> str:
    """The record or the words that a statement has as its value, or nothing."""
    return (statement.value.text if statement.value else None) or ""


def near_pairs(group: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Every two of a group, in a large one only those that are not far apart."""
    for index, item in enumerate(group):
        for other in group[index + 1 : index + 1 + COMPARED]:
            yield item, other


def grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    """Values by their key, in their order."""
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
