"""What the editors of a pack say beside its statements: conflicts, silences, exceptions, ids out of use."""

from __future__ import annotations

from cstoref.model import SERIOUS, Citation, Conflict, Retired, RuleException, Silence

from .declarations import BATCH, Declarations
from .statement_reader import CITATION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Editorial(Declarations):
    """What the editors of a pack say."""

    def conflicts(self, record: str | None = None, statement: str | None = None) -> list[Conflict]:
        """Every conflict, or those that concern a record or one of its statements, or one statement."""
        if statement is not None:
            condition = "number IN (SELECT conflict FROM conflict_statement WHERE statement = :id)"
        elif record is not None:
            condition = (
                "number IN (SELECT conflict FROM conflict_record WHERE record = :id "
                # Only statements that the conflict names (`named`): one that merely shares a passage with it
                # does not make the conflict a matter of its subject.
                "UNION SELECT conflict FROM conflict_statement c JOIN statement s ON s.id = c.statement "
                "WHERE c.named AND s.subject = :id)"
            )
        else:
            condition = "1"
        conflict_rows = self.database.execute(
            f"SELECT number, id, nature, topic, explanation, layer FROM conflict WHERE {condition} "
            "ORDER BY number",
            {"id": statement or record},
        ).fetchall()
        return [self._conflict(*row) for row in conflict_rows]

    def conflict(self, id: str) -> Conflict | None:
        """One conflict by its id, or None."""
        row = self.database.execute(
            "SELECT number, id, nature, topic, explanation, layer FROM conflict WHERE id = ?", (id,)
        ).fetchone()
        return self._conflict(*row) if row else None

    def conflicts_naming(self, statements: Sequence[str]) -> dict[str, list[str]]:
        """The ids of the conflicts of any nature that name each statement, for those that any names."""
        naming: dict[str, list[str]] = {}
        for first in range(0, len(statements), BATCH):
            part = statements[first : first + BATCH]
            for statement, conflict in self.database.execute(
                "SELECT n.statement, c.id FROM conflict_statement n JOIN conflict c ON c.number = n.conflict "
                f"WHERE n.named AND n.statement IN ({', '.join('?' * len(part))}) ORDER BY c.number",
                part,
            ):
                naming.setdefault(statement, []).append(conflict)
        return naming

    def count_conflicts(self, record: str) -> int:
        """On how many matters that concern a record the sources disagree or cannot be checked."""
        return sum(conflict.nature in SERIOUS for conflict in self.conflicts(record=record))

    def _conflict(
        self, number: int, id: str, nature: str, topic: str, explanation: str, layer: str | None
    ) -> Conflict:
        query = self.database.execute
        records = query("SELECT record FROM conflict_record WHERE conflict = ? ORDER BY position", (number,))
        statements = query(
            "SELECT statement FROM conflict_statement WHERE conflict = ? AND named ORDER BY position",
            (number,),
        )
        citations = query(
            f"SELECT {CITATION} FROM conflict_citation WHERE conflict = ? ORDER BY position",
            (number,),
        )
        return Conflict(
            id,
            nature,
            topic,
            explanation,
            tuple(row[0] for row in records),
            tuple(row[0] for row in statements),
            tuple(Citation(*row) for row in citations),
            layer,
        )

    def silences(self) -> list[Silence]:
        """Every passage that is marked as stating nothing, in the order of the files."""
        silence_rows = self.database.execute(f"SELECT reason, {CITATION} FROM silence ORDER BY position")
        return [Silence(Citation(*row), reason) for reason, *row in silence_rows]

    def exceptions(self) -> list[RuleException]:
        """Statements that do not meet a constraint together, with the reason, in the order of the files."""
        sql = "SELECT rule, statements, reason FROM rule_exception ORDER BY position"
        return [
            RuleException(rule, tuple(of.split()), reason) for rule, of, reason in self.database.execute(sql)
        ]

    def retired(self) -> list[Retired]:
        """Every id that is no longer used."""
        retired_rows = self.database.execute("SELECT id, successor, reason FROM retired ORDER BY id")
        return [Retired(*row) for row in retired_rows]

    def retired_ids(self) -> dict[str, str]:
        """Every id that is no longer used, with what is meant by it now."""
        return {one.id: one.successor for one in self.retired()}
