"""What explains a finding: a conflict that names its statements, or a declared exception with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from cstoref.authoring.findings import Finding
from cstoref.model import Pack


def unexplained(findings: Iterable[Finding], pack: Pack) -> Iterator[Finding]:
    """The findings that nothing explains, then the exceptions that explain nothing."""
    in_conflicts: dict[str, set[str]] = defaultdict(set)
    for conflict in pack.conflicts:
        for id in conflict.statements:
            in_conflicts[id].add(conflict.id)
    in_exceptions: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, exception in enumerate(pack.exceptions):
        for id in exception.statements:
            in_exceptions[exception.rule, id].add(number)
    used: set[int] = set()
    for finding in findings:
        # One and the same exception must name every statement of the finding, else it would excuse new ones
        # too.
        exceptions = set.intersection(*(in_exceptions[finding.rule, id] for id in finding.statements))
        used |= exceptions
        if not exceptions and not _in_one_conflict(finding, in_conflicts):
            yield finding
    for number, exception in enumerate(pack.exceptions):
        if number not in used:
            message = f"the exception to `{exception.rule}` explains nothing any more; take it away"
            yield Finding(exception.statements[0], message, exception.rule, exception.statements)


def _in_one_conflict(finding: Finding, in_conflicts: dict[str, set[str]]) -> bool:
    """Whether a conflict names all the statements, of which there must be several to be one."""
    shared = [in_conflicts[id] for id in finding.statements]
    return len(shared) > 1 and bool(set.intersection(*shared))
