"""`cstoref verify`: every hash, every quote, every reference and date."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cstoref import sanitize
from cstoref.authoring.accepted_texts import accept_texts
from cstoref.authoring.load import state_of
from cstoref.authoring.pack_tree import check_pack
from cstoref.authoring.problems import LocatedPackError, Spot
from cstoref.authoring.report import Report, check
from cstoref.errors import DAMAGED, FOUND, PackError, UsageError

from .output import Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

POLL = 0.4
"""Seconds between two looks at the files with --watch."""
FORMATS = ("long", "short")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `verify`."""
    parser.add_argument("dir", nargs="?", help="the pack to verify (the built-in one)")
    parser.add_argument(
        "--no-review",
        action="store_true",
        help="check only what a program can decide; leave out findings to review",
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="long", help="short prints file:line: message, for editors"
    )
    parser.add_argument(
        "--accept-texts",
        action="store_true",
        help="first add missing hashes to data/sources.toml, and save texts with plain line feeds",
    )
    parser.add_argument(
        "--watch", action="store_true", help="verify again whenever a file changes, until ctrl+c"
    )


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `verify`. Raises PackError with every problem; review findings also make it exit with 4."""
    if options.watch and common.json:
        raise UsageError("--watch prints lines as they come; leave out --json")
    folders = _folders(options.dir, common)
    if options.watch:
        return _watch(folders, options)
    if options.accept_texts and any(map(os.path.isfile, folders)):
        raise UsageError("--accept-texts: a pack that is one file is read only; use its folder")
    if options.accept_texts and not _accepted(folders):
        say("every text has its hash and plain line feeds, or was changed")
    report = check(*folders, lint=not options.no_review)
    if common.json:
        json_value(_as_json(report))
        if not report.is_clean:
            say(_summary(report))
        return FOUND if report.is_clean else DAMAGED
    if options.format == "long" and report.problems:
        raise LocatedPackError(report.problems)
    return _print(report, options)


def _print(report: Report, options: argparse.Namespace) -> int:
    """Print a report in the form that was asked for. Returns the exit code."""
    if options.format == "short":
        lines(_short_lines(report))
        if not report.is_clean:
            say(_summary(report))
        return FOUND if report.is_clean else DAMAGED
    lines(str(problem) for problem in report.problems)
    lines(f"{what:<12}{number:>6} verified" for what, number in report.counts.items())
    lines(_layer_lines(report))
    lines(_finding_lines(report))
    if not options.no_review and not report.problems:
        lines([f"{'review':<12}{len(report.findings):>6} findings"])
    if report.findings:
        say(f"{_counted(len(report.findings), 'finding')} to review; --no-review leaves them out")
    return FOUND if report.is_clean else DAMAGED


def _layer_lines(report: Report) -> Iterator[str]:
    """What of it each pack of a stack has, the lowest first."""
    for id, counts in report.layers.items():
        yield f"{id}: {', '.join(f'{number} {what}' for what, number in counts.items())}"


def _watch(folders: list[Path], options: argparse.Namespace) -> int:
    """Print a report, and again after every change of a file, until it is interrupted."""
    import time

    seen = None
    while True:
        state = _state(folders)
        if state != seen:
            if options.accept_texts and _accepted(folders):
                state = _state(folders)
            seen = state
            report = check(*folders, lint=not options.no_review)
            _print(report, options)
            sys.stdout.flush()  # in a pipe the problems would come long after the line below
            say(f"{_summary(report)}; waiting for changes, ctrl+c ends")
        time.sleep(POLL)


def _accepted(folders: list[Path]) -> bool:
    """Add missing hashes and restore line endings, and say for which texts; whether there were any.

    Does nothing where the list of sources cannot be read, which the check reports.
    """
    try:
        accepted = [done for folder in folders for done in accept_texts(folder)]
    except PackError:
        return False
    for done in accepted:
        say(done)
    return bool(accepted)


def _summary(report: Report) -> str:
    if report.problems:
        return _counted(len(report.problems), "problem")
    return f"the pack verifies, {_counted(len(report.findings), 'finding')} to review"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _state(folders: list[Path]) -> list[object]:
    """What tells one state of the files of packs from another."""
    return [state_of(folder) for folder in folders]


def _folders(typed: str | None, common: Common) -> list[Path]:
    """The folders to verify. Raises UsageError, or StoreError for a folder that is no pack."""
    if typed == "" or (typed and common.packs):
        raise UsageError("name one folder to verify")
    folders = [Path(typed)] if typed else common.folders
    for folder in folders:
        check_pack(folder)
    return folders


def _finding_lines(report: Report) -> Iterator[str]:
    for finding, spot in report.findings:
        place = f"{spot.file}:{spot.line}: " if spot.line else ""
        yield sanitize.line(f"review: {place}{finding.about}: {finding.message}")


def _short_lines(report: Report) -> Iterator[str]:
    for spot, message in report.problems:
        key = _key(spot)
        yield sanitize.line(f"{spot.file}:{spot.line or 1}: {f'{key}: ' if key else ''}{message}")
    for finding, spot in report.findings:
        yield sanitize.line(f"{spot.file}:{spot.line or 1}: {finding.about}: {finding.message}")


def _key(spot: Spot) -> str:
    """The key in the file that a problem is about, or nothing where it is about a whole table or file."""
    names = [part for part in spot.path if isinstance(part, str)]
    return names[-1] if len(spot.path) > 1 and spot.path[-1:] == (names[-1],) else ""


def _as_json(report: Report) -> dict[str, object]:
    return {
        "verified": report.counts or None,
        "layers": {id: dict(counts) for id, counts in report.layers.items()} or None,
        "problems": [{**_place(spot), "message": message} for spot, message in report.problems],
        "findings": [{**finding._asdict(), **_place(spot)} for finding, spot in report.findings],
    }


def _place(spot: Spot) -> dict[str, object]:
    return {
        "file": spot.file,
        "line": spot.line or None,
        "record": spot.record or None,
        "field": spot.field or None,
    }
