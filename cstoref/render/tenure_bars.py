"""Terms of office as bars over the years, with a line through the day that is looked at."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import groupby

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .rows import Part, Row
from .text import Style, clip, pad, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.store.terms_of_office import Tenure, Term

LEAST_LABEL, MOST_LABEL = 12, 24
"""Cells of what stands before the bars."""
LETTERS, CUT = 3, 5
"""Letters of a name that must fit on a bar, fewer name nobody; and those from which on a cut is shown."""
UNKNOWN = 3
"""Cells in doubt where nothing is known of the beginning or the end."""
ROOMY = 24
"""Cells of a year from which on the axis names its quarters."""
STEPS = (1, 2, 5, 10, 20, 50, 100)
"""Years from one figure of the axis to the next."""


class BarSigns(NamedTuple):
    """The characters that bars are made of."""

    full: str = "█"
    end: str = "▌"
    """The last cell of a term that another follows."""
    vague: str = "▒"
    """Where it is not known whether the term had begun, or was over."""
    line: str = "│"
    tick: str = "╷"
    more: str = "…"
    """Where a name is cut."""


UNICODE = BarSigns()
ASCII = BarSigns("=", ">", "-", "|", "'", ".")


class Scale(NamedTuple):
    """Which cell a day falls into; the first year begins at the first cell, the last ends at the last."""

    first: int
    """A year."""
    last: int
    cells: int

    def at(self, day: str) -> int:
        """The cell of a day, from 0; one before the beginning is -1, one after the end is `cells`."""
        year, share = _share(day)
        if year < self.first:
            return -1
        if year > self.last:
            return self.cells
        return int((year - self.first + share) * self.cells / (self.last - self.first + 1))


# A redrawn timeline asks for the same days: reading ISO text is most of what drawing its bars takes.
@lru_cache(maxsize=4096)
def _share(day: str) -> tuple[int, float]:
    """The year of a day, and how much of it is over by then."""
    # 366 in every year: a day of a common year is off by less than a cell, and 31 December never falls into
    # the next year.
    return int(day[:4]), min(date.fromisoformat(day).timetuple().tm_yday / 366, 0.9999)


def bar_rows(
    tenures: Sequence[Tenure], scale: Scale, day: str, summits: Sequence[str], style: Style
) -> Iterator[Row]:
    """The axis, the summits as ticks, and a row of bars for each tenure."""
    signs, cells = signs_of(style), label_cells(tenures)
    yield Row((Part(" " * cells + _axis(scale), "dim"),))
    ticks = _ticks(summits, scale, signs)
    if ticks.strip():
        yield Row((Part(pad(" summits", cells) + ticks, "dim"),))
    for tenure, (name, below) in zip(tenures, row_labels(tenures), strict=True):
        label = pad(clip(f"{'   ' if below else ' '}{name}", cells - 1, style.marks.more), cells)
        bars = _bars(tenure.terms, scale, signs)
        key = tenure.terms[-1].office if below else tenure.of
        yield Row((Part(label, "text", key), *_crossed(bars, scale.at(day), signs)))


def label_cells(tenures: Sequence[Tenure]) -> int:
    """Cells of what stands before the bars of some tenures, with a blank behind the longest."""
    longest = max((width(name) + 2 * below for name, below in row_labels(tenures)), default=0)
    return max(LEAST_LABEL, min(MOST_LABEL, longest + 2))


def row_labels(tenures: Sequence[Tenure]) -> list[tuple[str, bool]]:
    """What stands before each row, and whether it belongs below the row before it: another office of the same
    state or body, whose name is not repeated."""
    labels: list[tuple[str, bool]] = []
    for at, tenure in enumerate(tenures):
        before = tenures[at - 1] if at else None
        below = before is not None and before.of == tenure.of and tenure.label.endswith(before.label)
        labels.append((_office(tenure.label, before.label if before and below else ""), below))
    return labels


def _office(label: str, state: str = "") -> str:
    """The title of an office without the state or body that it is of, which the rows around it name."""
    return label.removesuffix(f" of {state}") if state else label.partition(" of ")[0]


def signs_of(style: Style) -> BarSigns:
    """The signs that the terminal has."""
    return ASCII if style.marks.in_ascii else UNICODE


def legend(bars: str, style: Style) -> list[str]:
    """What the signs mean that stand in some bars."""
    signs = signs_of(style)
    meanings = {
        signs.full: "in office",
        signs.end: "until the next",
        signs.vague: "beginning or end in doubt",
        signs.tick: "summit",
        signs.line: "as of",
    }
    return [f"{sign} {meaning}" for sign, meaning in meanings.items() if sign in bars]


def _axis(scale: Scale) -> str:
    years = scale.last - scale.first + 1
    # Six cells for each figure: four digits and two blanks.
    step = next((step for step in STEPS if step * scale.cells >= 6 * years), STEPS[-1])
    # Four more than needed: the last figure may begin in the last cell, and is cut below.
    axis = [" "] * (scale.cells + 4)
    # The modulus of a negative number rounds up: the first multiple of `step` that is not before the first
    # year.
    for year in range(scale.first - scale.first % -step, scale.last + 1, step):
        at = scale.at(f"{year}-01-01")
        axis[at : at + 4] = f"{year:04}"
    if scale.cells >= ROOMY * years:
        for year in range(scale.first, scale.last + 1):
            for month in (4, 7, 10):
                at = scale.at(f"{year}-{month:02}-01")
                axis[at : at + 3] = dates.MONTHS[month - 1]
    return "".join(axis[: scale.cells]).rstrip()


def _ticks(days: Sequence[str], scale: Scale, signs: BarSigns) -> str:
    ticks = [" "] * scale.cells
    for day in days:
        if 0 <= (at := scale.at(day)) < scale.cells:
            ticks[at] = signs.tick
    return "".join(ticks).rstrip()


class Stretch(NamedTuple):
    """The cells of one holder's terms that follow on each other: those in which it certainly was in office,
    and how many before and after are in doubt."""

    name: str
    statement: str
    first: int
    last: int
    """The cell after."""
    before: int
    after: int
    ends: bool


class _Dot(NamedTuple):
    """One cell of a row of bars; its key is the statement that gives the term."""

    char: str
    look: str
    key: str | None


def _bars(terms: Sequence[Term], scale: Scale, signs: BarSigns) -> list[_Dot]:
    """The row, cell by cell."""
    row = [_Dot(" ", "text", None)] * scale.cells
    for stretch in stretches(terms, scale):
        first, last = max(0, stretch.first), min(scale.cells, stretch.last)
        # Doubt first, certainty over it, then the end and the name: each layer overwrites the one before.
        for at in range(max(0, first - stretch.before), min(scale.cells, last + stretch.after)):
            row[at] = _Dot(signs.vague, "mark", stretch.statement)
        for at in range(first, last):
            row[at] = _Dot(signs.full, "mark", stretch.statement)
        # A half cell at the end shows two terms that follow on each other as two.
        if stretch.ends and first < last < scale.cells and not stretch.after:
            row[last - 1] = _Dot(signs.end, "mark", stretch.statement)
        for at, char in enumerate(_name_in(stretch, last - first, signs.more), first):
            if char:
                row[at] = _Dot(char, "on-bar", stretch.statement)
    return row


def stretches(terms: Sequence[Term], scale: Scale) -> Iterator[Stretch]:
    """The bars of a row: terms of one holder that follow on each other are one."""
    at = 0
    while at < len(terms):
        upto = at + 1
        while upto < len(terms) and _follows(terms[upto], terms[upto - 1]):
            upto += 1
        yield _stretch(terms[at], terms[upto - 1], scale)
        at = upto


def _follows(term: Term, before: Term) -> bool:
    return term.holder == before.holder and term.start_earliest <= before.end_latest


def _stretch(begin: Term, end: Term, scale: Scale) -> Stretch:
    unknown_start = begin.start_earliest == dates.FIRST_DAY
    unknown_end = end.end_earliest <= end.start_latest and end.end_latest == dates.LAST_DAY
    first = scale.at(begin.start_latest)
    # At least one cell: a term of some weeks must not vanish.
    last = max(scale.at(begin.start_latest if unknown_end else end.end_earliest), first + 1)
    if unknown_start:
        first = last = scale.at(end.end_earliest)
    before = UNKNOWN if unknown_start else first - scale.at(begin.start_earliest)
    after = UNKNOWN if unknown_end else scale.at(end.end_latest) - scale.at(end.end_earliest)
    ends = end.end_earliest < dates.LAST_DAY
    return Stretch(begin.name.split()[-1], end.statements[0], first, last, before, after, ends)


def _name_in(stretch: Stretch, room: int, more: str) -> list[str]:
    """The name for the middle of a stretch by cells: empty where the bar shows, cut where it is tight."""
    name, width_of = stretch.name, width(stretch.name)
    # The last cell shows where a term ends. Letters are put cell by cell, which holds only where each takes
    # one cell.
    room -= 1
    if width_of != len(name) or room < min(LETTERS, width_of):
        return []
    if width_of < room:
        return [""] * ((room + 1 - width_of) // 2) + [*name]
    cut = name[: room - len(more)] + more if room >= CUT else name[:room]
    return [*(name if width_of == room else cut)]


def _crossed(row: list[_Dot], at: int, signs: BarSigns) -> Iterator[Part]:
    """The row as parts, with the line through the cell `at` where no letter stands."""
    # A line through a letter would make the name unreadable; it shows in the rows around.
    if 0 <= at < len(row) and row[at].look != "on-bar":
        row[at] = _Dot(signs.line, "accent", row[at].key)
    for (look, key), dots in groupby(row, lambda dot: (dot.look, dot.key)):
        yield Part("".join(dot.char for dot in dots), look, key)
