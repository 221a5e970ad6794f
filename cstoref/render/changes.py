"""What changed between two days, as rows: year by year, the newest first."""

from __future__ import annotations

from cstoref import dates

from .date_column import without_date
from .rows import BLANK, Row, row
from .statements import speaker
from .text import READING, Style, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstoref.model import Statement
    from cstoref.store.changes_between import ChangesFound, Turn

NONE = "Nothing in this reference began, ended or happened between these days."
WHAT = 8
"""Cells of the date and the word before a statement."""


def change_rows(found: ChangesFound, style: Style) -> Iterator[Row]:
    """An item for each change, keyed by its statement; above them the year."""
    year = ""
    room = min(READING, style.width - WHAT - 4)
    for turn in found.turns:
        if turn.day[:4] != year:
            yield from [BLANK] if year else []
            year = turn.day[:4]
            yield row(f" {year}", "heading")
        statement = found.statements[turn.number]
        for at, line in enumerate(wrap(in_words(turn, found), max(10, room))):
            left = day_in_year(turn, statement) if at == 0 else ""
            yield row(f" {left:<{WHAT}} {line}", "text", statement.id)


def day_in_year(turn: Turn, statement: Statement) -> str:
    """The date of a change without its year, as exactly as it is known: `20 Oct`, `Jun`."""
    when = dates.parse(statement.when or "")
    last = when.end_latest if turn.what == "ended" else when.start_latest
    found = dates.FOUND if statement.when_basis else ""
    _, month, day = turn.day.split("-")
    if turn.day == last or (turn.happened and when.interval):
        return f"{found}{int(day)} {dates.MONTHS[int(month) - 1]}"
    return f"{found}{dates.MONTHS[int(month) - 1]}" if turn.day[:7] == last[:7] else ""


def in_words(turn: Turn, found: ChangesFound) -> str:
    """What changed: of a state, that it began or ended, and its statement; who says so."""
    statement = found.statements[turn.number]
    text = without_date(statement.text, statement.when).rstrip(".")
    said = speaker(statement, found.names)
    before = turn.what
    if turn.happened:
        before = found.names.get(statement.subject, "") if not found.wanted.record else ""
    return f"{f'{before}: ' if before else ''}{text}{f' ({said})' if said else ''}"
