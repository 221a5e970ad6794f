"""What a check of a pack comes to: how much was checked, or every problem; and what to look at."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from cstoref import dates
from cstoref.model import Pack

from .findings import Finding
from .lint import review
from .load import Loaded, load, load_stack
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
    layers: Mapping[str, Mapping[str, int]] = MappingProxyType({})
    """How much of each class each pack of a stack has, by its id; empty for a pack without layers."""

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to mend and nothing to look at."""
        return not self.problems and not self.findings


def check(root: Path, *above: Path, lint: bool = True) -> Report:
    """Check the pack in the folder `root`, with what it extends and the layers `above` it; with `lint` also
    list what to look at. Of a stack that is what comes to what the lowest pack has for itself."""
    try:
        loaded = load_stack([root, *above])
    except LocatedPackError as error:
        return Report({}, error.located, [])
    findings = review(loaded.pack) if lint else []
    if findings and len(loaded.parts) > 1:
        known = set(review(load(loaded.parts[0][0])))
        findings = [finding for finding in findings if finding not in known]
    placed = [LocatedFinding(finding, _spot(loaded, finding)) for finding in findings]
    return Report(counted(loaded.pack), [], placed, _layers(loaded.pack))


def _spot(loaded: Loaded, finding: Finding) -> Spot:
    """Where what a finding is about is written: in the topmost pack that has it."""
    for folder, origins in reversed(loaded.parts):
        if finding.about in origins:
            (spot,) = located(folder, [origins[finding.about]])
            return spot if folder == loaded.parts[-1][0] else spot._replace(file=f"{folder}/{spot.file}")
    return Spot("data/pack.toml")


def _layers(pack: Pack) -> dict[str, dict[str, int]]:
    ids = [edition.id for edition in pack.layers]
    counts = {}
    for id in ids:
        layer = None if id == ids[0] else id
        counts[id] = {
            "sources": sum(source.layer == layer for source in pack.sources),
            "records": sum(record.layer == layer for record in pack.records),
            "statements": sum(statement.layer == layer for statement in pack.statements),
            "conflicts": sum(conflict.layer == layer for conflict in pack.conflicts),
        }
    return counts


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
