"""The events of a timeline on a spine: by decade, year or month. A row is made when it is looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import partial
from itertools import accumulate, groupby
from operator import attrgetter

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .rows import BLANK, Part, Row, row, spaced
from .text import Style, clip, pad, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cstoref.store.timeline import Point, Timeline

DATE = 15
"""Cells of the column of dates; the spine stands two further on."""
TYPE, TYPED = 16, 100
"""Cells of the column of types, and from which width on there is one."""
COUNT = 5
"""Cells of the number of statements."""
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


class Spine:
    """Rows in runs: of each the keys are known, and the rows are made when they are looked at."""

    def __init__(self) -> None:
        self.keys: list[str | None] = []
        self._starts: list[int] = []
        self._makers: list[Callable[[int], Row]] = []

    def add(self, keys: Iterable[str | None], make: Callable[[int], Row]) -> None:
        """A run at the end; `make` gives its row at a place within it."""
        self._starts.append(len(self.keys))
        self._makers.append(make)
        self.keys += keys

    def row(self, at: int) -> Row:
        """The row at a place."""
        run = bisect_right(self._starts, at) - 1
        return self._makers[run](at - self._starts[run])

    def __iter__(self) -> Iterator[Row]:
        for starts, ends, make in zip(
            self._starts, [*self._starts[1:], len(self.keys)], self._makers, strict=True
        ):
            yield from map(make, range(ends - starts))


def spine(timeline: Timeline, by: str, style: Style, none: str = NONE) -> Spine:
    """The points on their spine, and the legend of the marks that are used; `none` where there are none."""
    rows = Spine()
    # Letters of an ISO day: `200`, `2009`, `2009-06`.
    size = {"decade": 3, "year": 4, "month": 7}[by]
    if by == "decade":
        _add_decades(rows, timeline.points, style)
    else:
        long = len(timeline.points) > WRAPPED
        for group, points in _grouped(timeline.points, size):
            rows.add([None], partial(_group, _name(group), len(points), style))
            if by == "month":
                _add_with_blurbs(rows, group, points, long, style)
            else:
                rows.add([point.id for point in points], partial(_line_at, group, points, style))
    if timeline.undated:
        rows.add([None], partial(_group, "no date", len(timeline.undated), style))
        rows.add([point.id for point in timeline.undated], partial(_line_at, "", timeline.undated, style))
    below = [row(none)] if not timeline.points and not timeline.undated else []
    below += _legend(timeline, by, style)
    rows.add([line.key for line in below], below.__getitem__)
    return rows


def _legend(timeline: Timeline, by: str, style: Style) -> Iterator[Row]:
    """What the marks mean that stand on the spine, and the numbers."""
    signs = signs_of(style)
    used = {point.sureness for point in timeline.points} if by != "decade" else set()
    listed = [f"{getattr(signs, name)} {words}" for name, words in MEANINGS.items() if name in used]
    counted = "number of statements" if used or timeline.undated else ""
    if listed or counted:
        yield BLANK
        yield from spaced([*listed, f"at the right: {counted}"], style.width)


def signs_of(style: Style) -> TimelineSigns:
    """The signs that the terminal has."""
    return ASCII if style.marks.in_ascii else UNICODE


def _grouped(points: Sequence[Point], size: int) -> Iterator[tuple[str, Sequence[Point]]]:
    """Points whose days begin with the same `size` letters, together; they come in the order of time."""
    first = 0
    for group, count in Counter([point.day[:size] for point in points]).items():
        yield group, points[first : first + count]
        first += count


def _name(group: str) -> str:
    """A year, or a month of a year in words."""
    return group if len(group) == len("2009") else f"{dates.MONTHS[int(group[5:]) - 1]} {group[:4]}"


def _group(name: str, count: int, style: Style, at: int) -> Row:
    left = f"{name:>{DATE}} "
    room = style.width - DATE - 3
    right = f" {_counted(count):<{room}}"
    return Row((Part(left, "heading"), Part(signs_of(style).head, "dim"), Part(right, "dim")))


def _add_decades(rows: Spine, points: Sequence[Point], style: Style) -> None:
    """One line for each year: the number of events, and the most documented one."""
    years = list(_grouped(points, 4))
    # One scale for all decades, so that their bars can be compared.
    most = max((len(of_year) for _, of_year in years), default=0)
    for decade, of_decade in groupby(years, key=lambda year: year[0][:3]):
        in_decade = [(*year, max(year[1], key=attrgetter("weight"))) for year in of_decade]
        count = sum(len(of_year) for _, of_year, _ in in_decade)
        rows.add([None], partial(_group, f"{decade}0s", count, style))
        rows.add([best.id for _, _, best in in_decade], partial(_year, in_decade, most, style))


def _year(years: Sequence[tuple[str, Sequence[Point], Point]], most: int, style: Style, at: int) -> Row:
    year, points, best = years[at]
    count = len(points)
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


def _add_with_blurbs(rows: Spine, group: str, points: Sequence[Point], long: bool, style: Style) -> None:
    """Points, and where each was and what it was, on the spine below it."""
    # Of a long timeline what stands below is made with its row: one line, or none.
    blurbs = [] if long else [wrap(_blurb(point, style), style.width - DATE - 4) for point in points]
    sizes = (
        [2 if point.place or point.blurb else 1 for point in points]
        if long
        else [1 + len(lines) for lines in blurbs]
    )
    ends = list(accumulate(sizes))

    def make(at: int) -> Row:
        place = bisect_right(ends, at)
        point, below = points[place], at - ends[place] + sizes[place] - 1
        if below < 0:
            return _line(group, point, style)
        text = _blurb(point, style) if long else blurbs[place][below]
        return _below(text, style.width - DATE - 4, point.id, style)

    rows.add([point.id for point, size in zip(points, sizes, strict=True) for _ in range(size)], make)


def _blurb(point: Point, style: Style) -> str:
    return f" {style.marks.dot} ".join(part for part in (point.place, point.blurb) if part)


def _below(text: str, room: int, id: str, style: Style) -> Row:
    line = clip(text, room, style.marks.more)
    return Row((Part(" " * (DATE + 1)), Part(f"{signs_of(style).spine}  ", "dim"), Part(line, "dim")), id)


def _line_at(group: str, points: Sequence[Point], style: Style, at: int) -> Row:
    return _line(group, points[at], style)


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


def _counted(number: int) -> str:
    return f"{number:,} event{'s' if number > 1 else ''}"
