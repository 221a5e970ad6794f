"""What the editors say beside their statements: conflicts, silences, exceptions, ids out of use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from cstoref.model import Conflict, Retired, RuleException, Silence

from . import limits
from .below import Below
from .constraints import RULES
from .faulty import Faulty
from .pack_tables import PackTables
from .problems import Problems, Spot, did_you_mean
from .resolve import Resolver
from .retired_ids import retired
from .schema import AuthoredConflict, AuthoredException, AuthoredRetired, AuthoredSilence
from .statement_references import StatementReferences
from .taken_ids import TakenIds
from .validation import validated


class Remarks:
    """Reads the remarks of one pack, once all of its statements were gone through."""

    def __init__(
        self,
        tables: PackTables,
        resolver: Resolver,
        references: StatementReferences,
        below: Below,
        faulty: Faulty,
        problems: Problems,
    ) -> None:
        self._tables = tables
        self._resolver = resolver
        self._references = references
        self._below = below
        self._faulty = faulty
        self._problems = problems

    def conflicts(self, taken_ids: TakenIds, own: Counter[str]) -> Iterator[tuple[Conflict, Spot]]:
        """Each conflict that is right, with its place. `own` has how many statements of the pack cite each
        source."""
        taken: dict[str, bool] = {}
        concerned = 0
        below = Counter(c.source for s in self._below.statements.values() for c in s.citations)
        resting = own + below
        for table, spot in self._tables.each("conflicts.toml", "conflict"):
            authored = validated(AuthoredConflict, table, spot, self._problems)
            if authored is None or taken_ids.has(authored.id, taken, spot):
                continue
            taken[authored.id] = True
            for id in authored.records:
                self._resolver.reference(id, spot.at("records"))
            self._references.check(authored.statements, spot.at("statements"))
            citations = self._resolver.citations.of(authored.cite, spot)
            # An upper bound of the rows that `compile` writes for it, found before they are.
            concerned += len(authored.statements) + sum(resting[citation.source] for citation in citations)
            if concerned > limits.CONCERNED.most:
                self._problems.beyond(spot, limits.CONCERNED, "its conflicts have")
                return
            if len(authored.records) + len(authored.statements) + len(citations) == 0:
                self._problems.add(spot, "names nothing; add `records`, `statements` or `cite`")
            yield (
                Conflict(
                    authored.id,
                    authored.nature,
                    authored.topic,
                    authored.explanation,
                    tuple(authored.records),
                    tuple(authored.statements),
                    citations,
                ),
                spot,
            )

    def silences(self) -> Iterator[Silence]:
        """Each passage that is marked as stating nothing."""
        for table, spot in self._tables.each("silences.toml", "silence"):
            authored = validated(AuthoredSilence, table, spot, self._problems)
            if authored is not None:
                for citation in self._resolver.citations.of([authored.cite], spot):
                    yield Silence(citation, authored.reason)

    def exceptions(self) -> Iterator[RuleException]:
        """Statements that do not meet a constraint together, with the reason."""
        for table, spot in self._tables.each("exceptions.toml", "exception"):
            authored = validated(AuthoredException, table, spot, self._problems)
            if authored is None:
                continue
            if authored.rule not in RULES:
                near = did_you_mean(authored.rule, RULES)
                self._problems.add(spot.at("rule"), f'no rule "{authored.rule}"{near}')
            self._references.check(authored.statements, spot.at("statements"))
            yield RuleException(authored.rule, tuple(authored.statements), authored.reason)

    def retired(self, used: Collection[str]) -> Iterator[Retired]:
        """Each id that is no longer used. `used` are the ids that are, of the pack and below it."""
        written = [
            (authored, spot)
            for table, spot in self._tables.each("retired.toml", "retired")
            if (authored := validated(AuthoredRetired, table, spot, self._problems))
        ]
        yield from retired(written, used, self._below.retired, self._faulty, self._problems)
