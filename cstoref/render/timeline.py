"""A timeline as rows: tenures as bars, then events on a spine, by decade, year or month."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .rows import BLANK, Part, Row, headed, row, spaced
from .tenure_bars import LABEL, Scale, bar_rows, legend
from .text import Style, clip, pad, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cstoref.store.timeline import Point, Timeline

    Entry = tuple[str | None, Callable[[], Row]]

DATE = 15
"""Cells of the column of dates; the spine stands two further on."""
TYPE, TYPED = 16, 100
"""Cells of the column of types, and from which width on there is one."""
COUNT = 5
"""Cells of the number of statements."""
MANY = 60
"""With more points than this a timeline begins with decades."""
WRAPPED = 1000
"""Up to so many points what they were is wrapped; of more a line, since wrapping would take longer than a key
may."""
NONE = "Nothing here is dated within these years."


class TimelineSigns(NamedTuple):
    """What stands on the spine, by how surely a date is known."""

    exact: str = "●"
    rough: str = "○"
    about: str = "~"
    found: str = "≈"
    undated: str = "·"
    spine: str = "│"
    head: str = "┬"
    share: str = "▪"


UNICODE = TimelineSigns()
ASCII = TimelineSigns("*", "o", "?", "~", "-", "|", "+", "#")
MEANINGS = {
    "exact": "to the day",
    "rough": "to the month or year",
    "about": "give or take, or in doubt",
    "found": "found by us, by a rule",
}


def timeline_rows(timeline: Timeline, by: str | None, style: Style) -> Iterator[Row]:
    """The whole view. `by` is decade, year or month; None chooses by how much there is."""
    yield from head_rows(timeline, style)
    yield from tenure_rows(timeline, style)
    for _, make in spine_entries(timeline, by or zoom(timeline), style):
        yield make()


def zoom(timeline: Timeline) -> str:
    """The zoom to begin with."""
    return "decade" if len(timeline.points) > MANY else "year"


def head_rows(timeline: Timeline, style: Style) -> Iterator[Row]:
    """What it is the timeline of, its years, and its day."""
    title = f"Timeline {style.marks.dot} {timeline.record.name}" if timeline.record else "Timeline"
    years = (
        f"{timeline.since[:4]}–{timeline.until[:4]}"
        if timeline.since[:4] != timeline.until[:4]
        else timeline.since[:4]
    )
    day = f"as of {dates.spoken(timeline.day)}"
    yield headed(title, f"{years} {style.marks.dot} {day}", style.width, "title")
    yield row(style.marks.rule * style.width, "dim")


def tenure_rows(timeline: Timeline, style: Style) -> Iterator[Row]:
    """The bars of those who led, with their legend."""
    if not timeline.tenures:
        return
    scale = Scale(int(timeline.since[:4]), int(timeline.until[:4]), max(10, style.width - LABEL))
    bars = list(bar_rows(timeline.tenures, scale, timeline.day, timeline.summits, style))
    yield from bars
    yield from spaced(legend("".join(bar.text for bar in bars), style), style.width)
    yield BLANK


def spine_entries(timeline: Timeline, by: str, style: Style, none: str = NONE) -> list[Entry]:
    """The points on their spine, and the legend of the marks that are used; `none` where there is no point.

    Each row as its key and what makes it: a timeline may have ten thousand.
    """
    entries: list[Entry] = []
    # Letters of an ISO day: `200`, `2009`, `2009-06`.
    size = {"decade": 3, "year": 4, "month": 7}[by]
    if by == "decade":
        entries += _decades(timeline.points, style)
    else:
        long = len(timeline.points) > WRAPPED
        for group, points in _grouped(timeline.points, size):
            entries.append(_group(_name(group), _count(points), style))
            for point in points:
                entries.append((point.id, partial(_line, group, point, style)))
                entries += _blurb(point, long, style) if by == "month" else []
    if timeline.undated:
        entries.append(_group("no date", _count(timeline.undated), style))
    entries += [(point.id, partial(_line, "", point, style)) for point in timeline.undated]
    entries += _there(row(none)) if not timeline.points and not timeline.undated else []
    return entries + [entry for line in _legend(timeline, by, style) for entry in _there(line)]


def _legend(timeline: Timeline, by: str, style: Style) -> Iterator[Row]:
    """What the marks mean that stand on the spine, and the numbers."""
    signs = signs_of(style)
    used = {point.sureness for point in timeline.points} if by != "decade" else set()
    listed = [f"{getattr(signs, name)} {words}" for name, words in MEANINGS.items() if name in used]
    counted = "number of statements" if used or timeline.undated else ""
    if listed or counted:
        yield BLANK
        yield from spaced([*listed, f"at the right: {counted}"], style.width)


def _there(line: Row) -> list[Entry]:
    return [(line.key, lambda: line)]


def signs_of(style: Style) -> TimelineSigns:
    """The signs that the terminal has."""
    return ASCII if style.marks.dot == "-" else UNICODE


def _grouped(points: Sequence[Point], size: int) -> list[tuple[str, list[Point]]]:
    """Points whose days begin with the same `size` letters, together; they come in the order of time."""
    return [(group, list(of)) for group, of in groupby(points, key=lambda point: point.day[:size])]


def _name(group: str) -> str:
    """A year, or a month of a year in words."""
    return group if len(group) == len("2009") else f"{dates.MONTHS[int(group[5:]) - 1]} {group[:4]}"


def _group(name: str, right: str, style: Style) -> Entry:
    left = f"{name:>{DATE}} "
    room = style.width - DATE - 3
    parts = Part(left, "heading"), Part(signs_of(style).head, "dim"), Part(f" {right:<{room}}", "dim")
    return None, lambda: Row(parts)


def _decades(points: Sequence[Point], style: Style) -> Iterator[Entry]:
    """One line for each year: the number of events, and the most documented one."""
    years = _grouped(points, 4)
    # One scale for all decades, so that their bars can be compared.
    most = max((len(of_year) for _, of_year in years), default=0)
    for decade, of_decade in groupby(years, key=lambda year: year[0][:3]):
        in_decade = list(of_decade)
        count = sum(len(of_year) for _, of_year in in_decade)
        yield _group(f"{decade}0s", _counted(count), style)
        for year, of_year in in_decade:
            best = max(of_year, key=lambda point: point.weight)
            yield best.id, partial(_year, year, len(of_year), most, best, style)


def _year(year: str, count: int, most: int, best: Point, style: Style) -> Row:
    signs = signs_of(style)
    bar = max(4, style.width // 6)
    length = max(1, round(count * bar / most))
    return Row(
        (
            Part(f"{year:>{DATE}} "),
            Part(signs.spine, "dim"),
            Part(f" {pad(signs.share * length, bar)}", "mark"),
            Part(f"{count:>4}", "dim"),
            Part(f"  {clip(best.name, style.width - DATE - bar - 9, style.marks.more)}"),
        ),
        best.id,
    )


def _blurb(point: Point, long: bool, style: Style) -> Iterator[Entry]:
    """Where a point was and what it was, on the spine below it."""
    room = style.width - DATE - 4
    text = f" {style.marks.dot} ".join(part for part in (point.place, point.blurb) if part)
    for line in [text] if long and text else wrap(text, room):
        yield point.id, partial(_below, line, room, point.id, style)


def _below(text: str, room: int, id: str, style: Style) -> Row:
    line = clip(text, room, style.marks.more)
    return Row((Part(" " * (DATE + 1)), Part(f"{signs_of(style).spine}  ", "dim"), Part(line, "dim")), id)


def _line(group: str, point: Point, style: Style) -> Row:
    """A point with its date, as far as its group does not say it; without a group undated."""
    type = f"{clip(point.type, TYPE, style.marks.more):>{TYPE}}" if style.width >= TYPED else ""
    right = f"{type}{point.statements:>{COUNT}}"
    room = style.width - DATE - 4 - width(right) - 1
    name = pad(clip(point.name, room, style.marks.more), room)
    date = _within(point, group) if group else ""
    when = f"{clip(date, DATE, style.marks.more):>{DATE}} "
    sign = getattr(signs_of(style), point.sureness if group else "undated")
    return Row((Part(when, "dim"), Part(sign, "mark"), Part(f"  {name} "), Part(right, "dim")), point.id)


def _within(point: Point, group: str) -> str:
    """The date in words, without the year, or the month too, that stands above it."""
    first, _, last = (point.when or "").partition("/")
    if first in ("", ".."):
        return f"until {_end(last, group)}"
    if last == "..":
        return f"since {_end(first, group)}".removesuffix(" ")
    # Both ends in one month and known to the day: `2–16`.
    if last and last[:7] == first[:7] and len(last) == len(first) == len("2009-06-14"):
        return f"{int(first[8:])}–{_end(last, group)}"
    ends = [_end(end, group if at == 0 else group[:4]) for at, end in enumerate((first, last)) if end]
    return " – ".join(end for end in ends if end)


def _end(date: str, group: str) -> str:
    """One end of a span: within the year of the group without the year, outside it only the year."""
    earliest = date.strip("[]").partition("..")[0]
    # An end in another year: there the year is enough.
    if earliest[:4] != group[:4]:
        return earliest[:4]
    words = dates.spoken(earliest).removesuffix(group[:4]).strip()
    if len(group) > len("2009") and earliest[:7] == group:
        words = words.removesuffix(dates.MONTHS[int(group[5:]) - 1]).strip()
    return words


def _count(points: Sequence[Point]) -> str:
    return _counted(len(points))


def _counted(number: int) -> str:
    return f"{number:,} event{'s' if number > 1 else ''}"
