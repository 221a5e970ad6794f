"""What a check of a pack comes to: how much was checked, or every problem; and what to look at."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cstoref import dates
from cstoref.model import Pack

from .findings import Finding
from .lint import review
from .load import load_with_origins
from .problems import LocatedPackError, Problem, Spot, located


class LocatedFinding(NamedTuple):
    """A finding, and where what it is about is written."""

    finding: Finding
    spot: Spot


class Report(NamedTuple):
    """The outcome of one check."""

    counts: dict[str, int]
    """How much of each class was checked; empty where there are problems."""
    problems: list[Problem]
    findings: list[LocatedFinding]

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to mend and nothing to look at."""
        return not self.problems and not self.findings


def check(root: Path, *, lint: bool = True) -> Report:
    """Check the pack in the folder `root`; with `lint` also list what to look at."""
    try:
        pack, origins = load_with_origins(root)
    except LocatedPackError as error:
        return Report({}, error.located, [])
    findings = review(pack) if lint else []
    spots = located(root, [origins.get(finding.about, Spot("data/pack.toml")) for finding in findings])
    return Report(counted(pack), [], list(map(LocatedFinding, findings, spots)))


def counted(pack: Pack) -> dict[str, int]:
    """How much of each class was checked. Loading has checked it; the quotes are checked once more."""
    texts = dict(pack.texts)
    quotes = 0
    cited = [c for s in pack.statements for c in s.citations]
    cited += [c for conflict in pack.conflicts for c in conflict.citations]
    cited += [silence.citation for silence in pack.silences]
    for citation in cited:
        if citation.quote is not None:
            assert texts[citation.source][citation.start : citation.end] == citation.quote
            quotes += 1
    references = sum(len(s.about) + len(s.citations) + len(s.rests_on) for s in pack.statements)
    times = [t for s in pack.statements for t in (s.when, s.said_on) if t]
    times += [record.when for record in pack.records if record.when]
    for time in times:
        dates.parse(time)
    return {
        "texts": len(texts),
        "sources": len(pack.sources),
        "records": len(pack.records),
        "statements": len(pack.statements),
        "quotes": quotes,
        "references": references,
        "dates": len(times),
        "conflicts": len(pack.conflicts),
    }
