"""The order of a page's statements: what still holds, then the newest first; nothing is left out."""

from __future__ import annotations

from cstoref import dates

from .pages import Entry, Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by the day on which each began or happened, those that go on first, those without a date
    last."""
    return sorted(entries, key=lambda entry: _newness(entry.statement.when), reverse=True)


def _newness(when: str | None) -> tuple[bool, str]:
    """What goes on is newer than whatever is over, however long ago it began."""
    parsed = dates.parse(when) if when else None
    return (parsed.open, parsed.start_earliest) if parsed else (False, "")


def newest_in_groups(page: Page) -> Page:
    """The page with the newest first among the statements of each field; trivial ones last of all."""
    runs: dict[tuple[bool, str, str], list[Entry]] = {}
    for entry in page.entries:
        runs.setdefault((entry.statement.trivial, entry.group, entry.label), []).append(entry)
    # `sorted` is stable: groups and fields keep the order of the page.
    ordered = sorted(runs.items(), key=lambda run: run[0][0])
    return page._replace(entries=tuple(entry for _, run in ordered for entry in newest_first(run)))
