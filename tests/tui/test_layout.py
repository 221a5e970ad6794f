"""Where each part of the explorer stands: every cell of the screen belongs to one part, whatever is shown."""

from __future__ import annotations

from itertools import product

import pytest
from textual.geometry import Region, Size

from cstoref.session.state import Pane
from cstoref.store.queries import Store
from cstoref.tui.layout import PARTS, SLIM, ShownParts, plan

from .helpers import Driver, explore, explorer

PANES: tuple[Pane, ...] = ("index", "record", "source")
RECORD = ShownParts("record")
VIEW = ShownParts("record", view=True)
WHOLE = ShownParts("record", view=True, wide=True)


@pytest.mark.parametrize("width", [40, 59, 60, 80, 99, 100, 101, 120, 139, 140, 141, 160, 300])
@pytest.mark.parametrize("height", [10, 11, 12, 19, 20, 36, 100])
def test_every_cell_belongs_to_one_part(width: int, height: int) -> None:
    for pane, others in product(PANES, product((False, True), repeat=7)):
        parts = plan(Size(width, height), ShownParts(pane, *others))
        assert parts.keys() <= PARTS
        assert pane in parts or (pane == "source" and parts.keys() >= {"record"})
        cells = [cell for region in parts.values() for cell in _cells(region)]
        assert len(cells) == len(set(cells)) == width * height


def _cells(region: Region) -> list[tuple[int, int]]:
    return [(x, y) for x in region.column_range for y in region.line_range]


@pytest.mark.parametrize("size", [(1, 1), (39, 24), (80, 9), (300, 1)])
def test_too_small_to_be_of_use_one_line_says_so(size: tuple[int, int]) -> None:
    assert plan(Size(*size), RECORD) == {"too-small": Region(0, 0, size[0], 1)}


@pytest.mark.parametrize(
    ("size", "shown", "seen"),
    [
        ((50, 24), RECORD, "record"),
        ((80, 24), RECORD, "record strip"),
        ((80, 19), RECORD, "record"),
        ((80, 24), ShownParts("source"), "source"),
        ((80, 24), ShownParts("index"), "index"),
        ((80, 24), VIEW, "record strip"),
        ((80, 24), VIEW._replace(passages=True), "record"),
        ((120, 36), ShownParts("index", home=True), "index record"),
        ((120, 36), RECORD, "record source"),
        ((120, 36), ShownParts("index"), "index record"),
        ((120, 36), ShownParts("index", source=True), "index source"),
        ((120, 36), ShownParts("record", zoomed=True), "record"),
        ((120, 36), WHOLE, "record strip"),
        ((120, 36), WHOLE._replace(pane="source"), "record source"),
        ((120, 15), WHOLE, "record"),
        ((160, 50), ShownParts("index", home=True), "index record"),
        ((160, 50), RECORD, "index record source"),
        ((160, 50), VIEW, "record source"),
        ((160, 50), VIEW._replace(pane="index"), "index record source"),
        ((160, 50), WHOLE, "record strip"),
        ((160, 50), ShownParts("source", zoomed=True), "source"),
    ],
)
def test_what_is_seen_depends_on_size_and_state(size: tuple[int, int], shown: ShownParts, seen: str) -> None:
    parts = plan(Size(*size), shown)
    assert [part for part in ("index", "record", "strip", "source") if part in parts] == seen.split()


def test_a_column_that_stands_alone_has_no_rule() -> None:
    assert "source-rule" not in plan(Size(80, 24), ShownParts("source"))
    assert "index-rule" not in plan(Size(80, 24), ShownParts("index"))
    assert {"index-rule", "source-rule"} <= plan(Size(160, 50), RECORD).keys()


@pytest.mark.parametrize(
    ("size", "longest", "index"),
    [
        ((160, 50), 10, 30),
        ((160, 50), 25, 40),
        ((160, 50), 90, 42),
        ((240, 50), 90, 80),
        ((140, 36), 90, 30),
        ((120, 36), 90, 42),
        ((160, 50), 0, 34),
    ],
)
def test_the_index_is_as_wide_as_its_names_up_to_a_third(
    size: tuple[int, int], longest: int, index: int
) -> None:
    shown = ShownParts("index")._replace(longest=longest)
    parts = plan(Size(*size), shown)
    assert parts["index"].width + parts["index-rule"].width == index


@pytest.mark.parametrize("width", [100, 120, 140, 160, 240])
def test_the_source_pane_gives_up_its_width_where_nothing_is_quoted(width: int) -> None:
    text, slim = plan(Size(width, 36), RECORD), plan(Size(width, 36), RECORD._replace(slim=True))
    assert slim["source"].width <= text["source"].width
    assert slim["source"].width <= SLIM
    assert slim["record"].width >= text["record"].width


@pytest.mark.parametrize("width", [100, 120, 160])
def test_a_source_by_itself_has_its_list_beside_it(width: int) -> None:
    shown = ShownParts("source", source=True, alone=True)
    assert parts_of(width, shown) >= {"index", "source"}
    assert "record" not in parts_of(width, shown)
    assert "record" in parts_of(width, shown._replace(alone=False))
    assert "record" in parts_of(width, shown._replace(pane="record"))


def parts_of(width: int, shown: ShownParts) -> set[str]:
    """The parts that are seen on a screen of 36 lines."""
    return set(plan(Size(width, 36), shown))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_nothing_is_kept_free_for_passages_where_nothing_is_pinned(
    small: Store, size: tuple[int, int]
) -> None:
    async def scenario(pilot: Driver) -> None:
        widgets = explorer(pilot).widgets
        for view in ("pins", "bookmarks"):
            await show(pilot, view)
            assert widgets.record.region.width == pilot.app.size.width
            assert not widgets.strip.is_on_screen
        explorer(pilot).session.user.pin("pact/signed/anna")
        await show(pilot, "pins")
        seen_passage = widgets.strip.is_on_screen or widgets.source.is_on_screen
        assert seen_passage

    explore(small, scenario, size)


async def show(pilot: Driver, view: str) -> None:
    """Open a view."""
    explorer(pilot).session.go(view=view, pane="record")
    await pilot.pause()
