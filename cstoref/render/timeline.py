"""A timeline as rows: tenures as bars, then events on a spine, by decade, year or month."""

from __future__ import annotations

from cstoref import dates

from .rows import BLANK, Row, headed, row, spaced
from .spine import spine
from .tenure_bars import Scale, bar_rows, label_cells, legend

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstoref.store.timeline import Timeline

    from .text import Style

MANY = 60
"""With more points than this a timeline begins with decades."""


def timeline_rows(timeline: Timeline, by: str | None, style: Style) -> Iterator[Row]:
    """The whole view. `by` is decade, year or month; None chooses by how much there is."""
    yield from head_rows(timeline, style)
    yield from tenure_rows(timeline, style)
    yield from spine(timeline, by or zoom(timeline), style)


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
    cells = max(10, style.width - label_cells(timeline.tenures))
    scale = Scale(int(timeline.since[:4]), int(timeline.until[:4]), cells)
    bars = list(bar_rows(timeline.tenures, scale, timeline.day, timeline.summits, style))
    yield from bars
    yield from spaced(legend("".join(bar.text for bar in bars), style), style.width)
    yield BLANK
