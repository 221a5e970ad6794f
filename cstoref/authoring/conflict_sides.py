"""Sides of conflicts that show nothing of their own.

A reader who opens a conflict must see what each side says. A passage says it, and so do `says` and `note` of
the citation, and so does a statement that no other side shows as well. The store lays conflicts open by the
same `cited_sides`, so that what is checked here is what is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from cstoref.authoring.findings import Finding
from cstoref.cited_sides import CitedSide, cited_sides
from cstoref.model import Citation, Conflict, Pack, Record, Statement

RULE = "side"
NAMES_MISLEAD = ("same-name-different-things", "different-names-same-thing")
"""Natures in which the records themselves are the sides, if the sources are not."""
ALONE = "undated-or-uncorroborated"
"""The nature in which one source may stand alone."""


def side_findings(pack: Pack) -> Iterator[Finding]:
    """Each side that shows no value of its own, and each conflict that shows fewer than two values."""
    statements = {statement.id: statement for statement in pack.statements}
    records = {record.id: record for record in pack.records}
    for conflict in pack.conflicts:
        concerned = tuple(statements[id] for id in dict.fromkeys(conflict.statements))
        sides = cited_sides(conflict.citations, concerned)
        yield from _silent(conflict, sides)
        yield from _lonely(conflict, sides, concerned, records)


def _silent(conflict: Conflict, sides: list[CitedSide]) -> Iterator[Finding]:
    shown_on = Counter(statement.id for side in sides for statement in side.statements)
    for citation, resting in sides:
        if _speaks(citation) or any(shown_on[statement.id] == 1 for statement in resting):
            continue
        shows = "only what another side shows as well" if resting else "nothing"
        message = (
            f"the side of {citation.source} shows {shows}; say in `says` or a `note` what the source "
            "has, or name a statement that rests on it alone"
        )
        yield Finding(conflict.id, message, RULE, tuple(statement.id for statement in resting))


def _lonely(
    conflict: Conflict,
    sides: list[CitedSide],
    concerned: tuple[Statement, ...],
    records: Mapping[str, Record],
) -> Iterator[Finding]:
    values = len({(c.source, c.start, c.note, c.says) for c, _ in sides if _speaks(c)}) + len(concerned)
    if conflict.nature in NAMES_MISLEAD and len(sides) < 2:
        mute = [id for id in conflict.records if not records[id].blurb]
        values += len(conflict.records) - len(mute)
        if mute:
            message = f"a side is the record {mute[0]}, which has no blurb; say in it what the record is"
            yield Finding(conflict.id, message, RULE)
    if values < 2 and conflict.nature != ALONE:
        message = (
            "shows fewer than two values; cite, with `says` or a `note`, or state what stands against it"
        )
        yield Finding(conflict.id, message, RULE, conflict.statements)


def _speaks(citation: Citation) -> bool:
    """Whether a citation says by itself what its source has."""
    return bool(citation.quote or citation.says or citation.note)
