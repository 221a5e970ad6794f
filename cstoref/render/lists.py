"""Lists of records, sources and statements as aligned lines."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import of_layer

from . import statements as said
from .text import Style, clip, pad, spread, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cstoref.store.conflict_detail import ConflictDetail, Side
    from cstoref.store.list_rows import RecordRow
    from cstoref.store.statement_reader import StatementRow


IN_DOUBT = {dates.POSSIBLY: "possibly", dates.END_UNKNOWN: "end not known", "undated": "no date is known"}
"""What stands over records that count on a day in another way than certainly or as last known."""
HEADS = {
    "leader": ("in office", "formerly in office", "others", "unnamed"),
    "member": ("members", "former members", "other states", ""),
}
OTHER_HEADS = ("", "no longer there", "", "")
"""What stands over the bands of a list (`store.lists.BANDS`), by kind."""
LONGEST_TIME = 24
_WIDEST_PLACE = 24
"""Cells for the place and the number of statements of an event, of which no more is said: its name and day
are what a reader looks for."""
BANDS = ("now", "past", "other", "unnamed")


def record_lines(rows: Sequence[RecordRow], as_of: str | None, style: Style, kind: str = "") -> Iterator[str]:
    """A line a record: name, time, what it is; what counts on the day first, under a heading for each
    band."""
    if as_of is not None:
        yield style.dim(f"as of {dates.spoken(as_of)}")
    times = max(width(_time(row)) for row in rows)
    is_event = kind == "event"
    # At most so wide that one long name does not push out what the others are.
    room = style.width - times - _WIDEST_PLACE if is_event else style.width * 2 // 5
    names = min(max(width(_name(row)) for row in rows), max(20, room))
    groups = _groups(rows, kind)
    for head, band in groups:
        if kind == "member" and band is not groups[0][1]:
            yield ""
        if len(groups) > 1 and head:
            yield style.dim(f"{style.marks.rule * 2} {head} {style.marks.dot} {len(band)}")
        if kind == "member" and any(row.leader for row in band):
            yield from _led(band, names, style)
            continue
        # A column of dates that is empty for the whole band would only take room.
        dated = any(row.when for row in band)
        for row in band:
            name = pad(clip(_name(row), names, style.marks.more), names)
            when = f"{pad(_time(row), times)}  " if dated else ""
            what = row.place if is_event else _what(row)
            yield spread(f"{name}  {when}{what}", f"{row.statements:>4}", style.width)


def _groups(rows: Sequence[RecordRow], kind: str) -> list[tuple[str, list[RecordRow]]]:
    """The bands of a list, and within the first what counts in another way than surely apart."""
    groups: list[tuple[str, list[RecordRow]]] = []
    for band, head in zip(BANDS, HEADS.get(kind, OTHER_HEADS), strict=True):
        of_band = [row for row in rows if row.band == band]
        sure = [row for row in of_band if row.held not in IN_DOUBT]
        if sure:
            groups.append((head, sure))
        for held, words in IN_DOUBT.items():
            doubtful = [row for row in of_band if row.held == held]
            if doubtful:
                groups.append((words, doubtful))
    return groups


def _led(band: Sequence[RecordRow], names: int, style: Style) -> Iterator[str]:
    """States with what they are and who leads them, in columns."""
    names = min(names, max(width(_name(row)) for row in band))
    whats = min(max(width(row.headline) for row in band), style.width - names - 24)
    for row in band:
        name = pad(clip(_name(row), names, style.marks.more), names)
        what = pad(clip(row.headline, whats, style.marks.more), whats)
        yield clip(f"{name}  {what}  {row.leader}", style.width, style.marks.more)


def _name(row: RecordRow) -> str:
    return of_layer(row.record.name, row.record.layer)


def _what(row: RecordRow) -> str:
    """What a record is, after the place where it was."""
    return f"{row.place}{': ' if row.headline else ''}{row.headline}" if row.place else row.headline


def _time(row: RecordRow) -> str:
    """When it was, in words; shortened to years where the words would take the room of what it is."""
    words = dates.spoken(row.when)
    return words if width(words) <= LONGEST_TIME else dates.years(row.when or "")


def statement_lines(
    items: Sequence[StatementRow],
    names: Mapping[str, str],
    shorts: Mapping[str, str],
    style: Style,
) -> Iterator[str]:
    """Each statement: its subject and id, its sentence, and every passage it rests on."""
    for item in items:
        statement = item.statement
        marks = style.marks.of(statement.grounding) + (f" {style.marks.conflict}" if item.conflicts else "")
        yield spread(
            style.marks.dot + " " + names.get(statement.subject, statement.subject),
            marks,
            style.width,
        )
        for line in wrap(said.sentence(statement, names), style.width - 2):
            yield "  " + line
        for citation in statement.citations:
            mark = style.marks.quoted if citation.quote else style.marks.referenced
            note = said.footnote(
                citation, mark, shorts[citation.source], style._replace(width=style.width - 4)
            )
            yield style.dim("    " + note)
        yield style.dim(clip("    " + statement.id, style.width))


def conflict_lines(details: Iterable[ConflictDetail], style: Style) -> Iterator[str]:
    """Each conflict: nature and topic, the explanation, what each side says, the statements that collide."""
    for detail in details:
        conflict = detail.conflict
        nature = conflict.nature.replace("-", " ")
        right = of_layer(nature, conflict.layer)
        yield spread(f"{style.marks.conflict} {conflict.topic}", right, style.width)
        for line in wrap(conflict.explanation, style.width - 2):
            yield "  " + line
        for side in detail.sides:
            yield from _side_lines(side, detail.names, style)
        if conflict.records:
            listed = ", ".join(detail.names.get(id, id) for id in conflict.records)
            for line in wrap(f"concerns {listed}", style.width - 4):
                yield style.dim("    " + line)
        for id in conflict.statements:
            yield style.dim(clip("    " + id, style.width))
        yield ""


def _side_lines(side: Side, names: Mapping[str, str], style: Style) -> Iterator[str]:
    """A side in one line, and below it what it says: its note and the statements that rest on it."""
    citation = side.citation
    if citation is not None:
        mark = style.marks.quoted if citation.quote else style.marks.referenced
        yield "    " + said.footnote(citation, mark, side.title, style._replace(width=style.width - 4))
    elif side.record is not None:
        yield from ("    " + line for line in wrap(f"{side.title}: {side.passage}", style.width - 4))
    for words in (citation.says, citation.note) if citation is not None else ():
        yield from ("      " + line for line in wrap(words or "", style.width - 6) if words)
    for statement in side.shown:
        words = f"{style.marks.of(statement.grounding)} {said.sentence(statement, names)}"
        yield from ("      " + line for line in wrap(words, style.width - 6))
