"""What is said of a statement or record that was written into a pack."""

from __future__ import annotations

from ..output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def report(common: Common, ids: Sequence[str], done: dict[str, object]) -> None:
    """The ids with the place where they were written, if they were, and what is to be looked at; or all of
    `done` as JSON."""
    if common.json:
        json_value(done)
        return
    findings = done["findings"]
    assert isinstance(findings, list)
    where = f"{done['file']}:{done['line']}: " if "file" in done else "would verify: "
    lines([*(f"{where}{id}" for id in ids), *(f"review: {message}" for message in findings)])
