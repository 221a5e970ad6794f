"""References to statements: of conflicts, of exceptions, and of statements that are inferred from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .below import Below
from .cycles import in_circles
from .faulty import Faulty
from .problems import Problems, Spot, did_you_mean
from .statement_ids import AnyOf, StatementIds


class StatementReferences:
    """Checks references once all statements of a pack were gone through. `ids` are those of its own."""

    def __init__(self, ids: StatementIds, below: Below, faulty: Faulty, problems: Problems) -> None:
        self._ids = ids
        self._below = below
        self._faulty = faulty
        self._problems = problems

    def check(self, ids: Iterable[str], spot: Spot) -> None:
        """Note every id that is of no statement which the pack may refer to."""
        for id in ids:
            below = self._below.statements.get(id)
            if id in self._ids or (below is not None and self._below.sees(below.layer)):
                continue
            if not self._faulty.statement(id):
                near = self._below.absent(id) or did_you_mean(id, AnyOf(self._below.statements, self._ids))
                self._problems.add(spot, f'no statement "{id}"{near}')

    def check_inferred(self, inferred: Mapping[str, tuple[tuple[str, ...], Spot]]) -> None:
        """Note every inferred statement that rests on what is not there, or on itself by way of others.
        `inferred` has what each rests on, with its place."""
        circles = in_circles({id: rests_on for id, (rests_on, _) in inferred.items()})
        for id, (rests_on, at) in inferred.items():
            spot = Spot(at.file, id.partition("/")[0], f"{id}.from", (*at.path, "from"))
            self.check(rests_on, spot)
            if id in circles:
                self._problems.add(spot, "rests on itself")
