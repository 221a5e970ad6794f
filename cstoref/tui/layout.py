"""Where each part of the explorer stands: cells, by the size of the screen and by what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

from cstoref.namedtuples import NamedTuple
from cstoref.session.state import Pane

# Textual's own layout (grid, docks, styles by size) takes 249 ms to the first paint; placing the parts by
# this function takes 201 ms.
SMALLEST = Size(40, 10)
SINGLE, DOUBLE, WIDE = 60, 100, 140
"""Columns of the screen from which on one pane has a strip below it, two panes are seen, and all three."""
SHORT, TALL = 12, 20
"""Lines of the screen from which on the line of keys is shown, and there is room for a strip."""
INDEX, INDEX_WIDE = 42, 34
"""Cells of the index where it has no list of names; beside two panes."""
START = 84
"""Cells of the first screen, at most, where a page is beside it."""
INDEX_LEAST, AROUND_NAME = 30, 15
"""Cells that the index has at least, and that a row of it takes beside its name."""
RECORD_LEAST = 72
"""Cells that a record keeps beside a wide index: below them its sentences would be narrow columns."""
SLIM = 46
"""Cells of the source pane beside a page on which nothing is quoted: enough for what a document is, while the
statements get the room of the text that is not there."""
STRIP = 5
RECORD_TO_SOURCE = 6, 5
PARTS = frozenset(
    ("top", "index-rule", "find", "index", "record", "strip", "source-rule", "source", "keys", "too-small")
)


class ShownParts(NamedTuple):
    """What of a state the plan depends on."""

    pane: Pane
    """The one that has the cursor."""
    zoomed: bool = False
    home: bool = False
    """Whether the first screen has the cursor."""
    source: bool = False
    """Whether a source is shown for itself."""
    view: bool = False
    wide: bool = False
    """Whether the view needs the width of the source pane too."""
    passages: bool = False
    """Whether the view shows the passages itself."""
    alone: bool = False
    """Whether the source that is shown belongs to no page."""
    slim: bool = False
    """Whether nothing on the page is quoted, or the source that is shown has no text."""
    longest: int = 0
    """Cells of the long names in the index; 0 where it lists something else."""
    said: int = 0
    """Lines of what is said in the place of the keys."""


def plan(size: Size, shown: ShownParts) -> dict[str, Region]:
    """The parts that are seen, by id. Between the columns stand rules."""
    width, height = size
    if width < SMALLEST.width or height < SMALLEST.height:
        return {"too-small": Region(0, 0, width, min(height, 1))}
    parts = {"top": Region(0, 0, width, 1)}
    if height >= SHORT:
        parts["keys"] = Region(0, height - 1, width, 1)
    column = Region(0, 1, 0, height - len(parts))
    # Rules and strips are cut out of the columns below: the cells here are those of whole panes.
    columns = _columns(width, shown)
    for pane, cells in columns.items():
        column = Region(column.right, column.y, cells, column.height)
        if pane == "index":
            parts |= _index(column, alone=len(columns) == 1)
        elif pane == "record":
            parts |= _record(column, strip=height >= TALL and _needs_strip(width, shown))
        else:
            parts |= _source(column, ruled="record" in columns)
    if shown.said:
        # What is said may cover the ends of the panes: they keep their places, and come back with the next
        # key.
        parts["keys"] = Region(0, height - shown.said, width, shown.said)
    return parts


def _columns(width: int, shown: ShownParts) -> dict[Pane, int]:
    """The panes that are seen from left to right, with their cells; the last has what the others leave."""
    *seen, last = _seen(width, shown)
    cells: dict[Pane, int] = {}
    for pane in seen:
        if pane == "index":
            cells[pane] = _index_cells(width, shown)
        else:
            room = width - sum(cells.values())
            ours, theirs = RECORD_TO_SOURCE
            cells[pane] = max(room * ours // (ours + theirs), room - SLIM if shown.slim else 0)
    return {**cells, last: width - sum(cells.values())}


def _index_cells(width: int, shown: ShownParts) -> int:
    """As wide as its names need, up to a third of the screen, while a record can be read beside it."""
    if shown.home:
        return min(START, width * 3 // 5)
    if not shown.longest:
        return INDEX_WIDE if width >= WIDE else INDEX
    most = min(width // 3, width - RECORD_LEAST - SLIM) if width >= WIDE else INDEX
    return max(INDEX_LEAST, min(shown.longest + AROUND_NAME, most))


def _seen(width: int, shown: ShownParts) -> list[Pane]:
    if shown.zoomed or width < DOUBLE:
        return [shown.pane]
    indexed = shown.pane == "index"
    # Two panes fit: the one with the cursor and the one that changes with it.
    beside_list = shown.source and shown.alone and shown.pane != "record"
    if shown.home or beside_list or (width < WIDE and indexed):
        return ["index", "source" if shown.source and (indexed or beside_list) else "record"]
    seen: list[Pane] = ["index"] if width >= WIDE and (indexed or not shown.view) else []
    sourced = not shown.wide or shown.pane == "source"
    return [*seen, "record", "source"] if sourced else [*seen, "record"]


def _needs_strip(width: int, shown: ShownParts) -> bool:
    """Whether no pane shows the passage."""
    unseen = shown.wide or SINGLE <= width < DOUBLE
    return unseen and not shown.passages and shown.pane != "source"


def _index(column: Region, alone: bool) -> dict[str, Region]:
    parts = {}
    if not alone:
        column, parts["index-rule"] = column.split_vertical(-1)
    parts["find"], parts["index"] = column.split_horizontal(1)
    return parts


def _record(column: Region, strip: bool) -> dict[str, Region]:
    if not strip:
        return {"record": column}
    record, below = column.split_horizontal(-STRIP)
    return {"record": record, "strip": below}


def _source(column: Region, ruled: bool) -> dict[str, Region]:
    if not ruled:
        return {"source": column}
    rule, source = column.split_vertical(1)
    return {"source-rule": rule, "source": source}


class Planned(Layout):
    """Puts each widget where a plan has it. What no plan knows is Textual's own, and is put as ever."""

    name = "planned"

    def __init__(self, plan: Callable[[Size], Mapping[str, Region]]) -> None:
        self._plan = plan
        self._others = VerticalLayout()

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """The children that are seen, with their places."""
        parts = self._plan(size)
        placed = [
            WidgetPlacement(parts[child.id], NULL_OFFSET, NULL_SPACING, child, int(child.id == "keys"))
            for child in children
            if child.id and child.id in parts
        ]
        # Tooltips and toasts of Textual have no place in the plan.
        others = [child for child in children if child.id not in PARTS]
        return placed + (self._others.arrange(parent, others, size, greedy) if others else [])
