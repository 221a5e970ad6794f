"""A timeline as rows: tenures as bars, then events on a spine, by decade, year or month."""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .rows import BLANK, Part, Row, headed, row, spaced, wrapped
from .tenure_bars import LABEL, Scale, bar_rows, legend
from .text import Style, clip, pad, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cstoref.store.timeline import Point, Timeline

DATE = 15
"""Cells of the column of dates; the spine stands two further on."""
TYPE = 12
"""Cells of the column of types."""
MANY = 60
"""With more points than this a timeline begins with decades."""


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
    yield from spine_rows(timeline, by or zoom(timeline), style)


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


def spine_rows(timeline: Timeline, by: str, style: Style) -> Iterator[Row]:
    """The points on their spine, and the legend of the marks that are used."""
    signs = signs_of(style)
    makers = {"decade": _decade, "year": _year, "month": _month}
    # Letters of an ISO day: `200`, `2009`, `2009-06`.
    size = {"decade": 3, "year": 4, "month": 7}[by]
    # One scale for all decades, so that their bars can be compared.
    most = max([count for _, count in _years(timeline.points)], default=0)
    for group, points in _grouped(timeline.points, size):
        yield from makers[by](group, points, most, style)
    if timeline.undated:
        yield _group("no date", _count(timeline.undated), style)
    for point in timeline.undated:
        yield _line("", signs.undated, point, style)
    if not timeline.points and not timeline.undated:
        yield row("Nothing here is dated within these years.")
    if timeline.points and by != "decade":
        used = {point.sureness for point in timeline.points}
        yield BLANK
        yield from spaced(
            (f"{getattr(signs, n)} {words}" for n, words in MEANINGS.items() if n in used), style.width
        )


def signs_of(style: Style) -> TimelineSigns:
    """The signs that the terminal has."""
    return ASCII if style.marks.dot == "-" else UNICODE


def _grouped(points: Sequence[Point], size: int) -> Iterator[tuple[str, list[Point]]]:
    """Points whose days begin with the same `size` letters, together."""
    groups: dict[str, list[Point]] = {}
    for point in points:
        groups.setdefault(point.day[:size], []).append(point)
    yield from sorted(groups.items())


def _years(points: Iterable[Point]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for point in points:
        counts[point.day[:4]] = counts.get(point.day[:4], 0) + 1
    return sorted(counts.items())


def _group(name: str, right: str, style: Style) -> Row:
    signs = signs_of(style)
    left = f"{name:>{DATE}} "
    room = style.width - DATE - 3
    return Row((Part(left, "heading"), Part(signs.head, "dim"), Part(f" {right:<{room}}", "dim")))


def _decade(decade: str, points: list[Point], most: int, style: Style) -> Iterator[Row]:
    """One line for each year: the number of events, and the most documented one."""
    signs = signs_of(style)
    yield _group(f"{decade}0s", _count(points), style)
    bar = max(4, style.width // 6)
    for year, of_year in _grouped(points, 4):
        best = max(of_year, key=lambda point: point.weight)
        length = max(1, round(len(of_year) * bar / most))
        more = f"  {clip(best.name, style.width - DATE - bar - 9, style.marks.more)}"
        yield Row(
            (
                Part(f"{year:>{DATE}} "),
                Part(signs.spine, "dim"),
                Part(f" {pad(signs.share * length, bar)}", "mark"),
                Part(f"{len(of_year):>4}", "dim"),
                Part(more),
            ),
            best.id,
        )


def _year(year: str, points: list[Point], most: int, style: Style) -> Iterator[Row]:
    """A line an event."""
    yield _group(year, _count(points), style)
    for point in points:
        yield _line(_within(point, year), getattr(signs_of(style), point.sureness), point, style)


def _month(month: str, points: list[Point], most: int, style: Style) -> Iterator[Row]:
    """An event with where it was and what it was."""
    year, number = month.split("-")
    yield _group(f"{dates.MONTHS[int(number) - 1]} {year}", _count(points), style)
    signs = signs_of(style)
    for point in points:
        yield _line(_within(point, month), getattr(signs, point.sureness), point, style)
        parts = [part for part in (point.place, point.blurb) if part]
        for line in wrapped(f" {style.marks.dot} ".join(parts), style.width - DATE - 4):
            yield Row(
                (Part(" " * (DATE + 1)), Part(f"{signs.spine}  ", "dim"), Part(line.text, "dim")), point.id
            )


def _line(date: str, sign: str, point: Point, style: Style) -> Row:
    right = f"{clip(point.type, TYPE):>{TYPE}}{point.statements:>5}"
    room = style.width - DATE - 4 - width(right) - 1
    name = pad(clip(point.name, room, style.marks.more), room)
    when = f"{clip(date, DATE, style.marks.more):>{DATE}} "
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
    return f"{len(points)} event" + ("s" if len(points) > 1 else "")
