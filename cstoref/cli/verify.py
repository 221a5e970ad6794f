"""`cstoref verify`: every hash, every quote, every reference and date."""

from __future__ import annotations

import os
from pathlib import Path

from cstoref import dates, paths
from cstoref.authoring.findings import Finding
from cstoref.authoring.lint import review
from cstoref.authoring.load import load
from cstoref.errors import DAMAGED, FOUND, StoreError, UsageError
from cstoref.model import Pack

from .output import Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `verify`."""
    parser.add_argument("dir", nargs="?", help="the pack to verify (the built-in one)")
    parser.add_argument(
        "--no-review",
        action="store_true",
        help="check only what a program can decide; leave out findings to review",
    )


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `verify`. Raises PackError with every problem; review findings also make it exit with 4."""
    pack = load(Path(_folder(options.dir, common.pack)))
    counts = _count(pack)
    findings = [] if options.no_review else review(pack)
    if common.json:
        json_value({"verified": counts, "findings": [finding._asdict() for finding in findings]})
    else:
        lines(f"{what:<12}{number:>6} verified" for what, number in counts.items())
        lines(_finding_lines(findings))
        if not options.no_review:
            lines([f"{'review':<12}{len(findings):>6} findings"])
    if findings:
        say(f"{len(findings)} findings to review; --no-review leaves them out")
    return DAMAGED if findings else FOUND


def _folder(typed: str | None, pack: str | None) -> str:
    """The folder to verify. Raises UsageError, or StoreError for a folder that is no pack."""
    if typed == "" or (typed and pack):
        raise UsageError("name one folder to verify")
    folder = typed or pack or paths.builtin_pack()
    if not os.path.isdir(os.path.join(folder, "data")):
        raise StoreError(f"{folder} is not a pack: it has no data folder")
    return folder


def _count(pack: Pack) -> dict[str, int]:
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


def _finding_lines(findings: list[Finding]) -> list[str]:
    from cstoref import sanitize

    return [sanitize.line(f"review: {f.about}: {f.message}") for f in findings]
