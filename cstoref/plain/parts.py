"""A page read part by part: which of its items pass the filter, their numbers, and how many fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cstoref.namedtuples import NamedTuple
from cstoref.render.text import wrap
from cstoref.session.filters import Filter
from cstoref.session.page_items import ItemPage, PageItem

PART = 18
"""Lines of a part: with its title and its end it fits on the smallest common screen."""
HANG = "   "


class Numbered(NamedTuple):
    """An item and its number; 0 is none."""

    number: int
    item: PageItem


def numbered(page: ItemPage, filter: Filter) -> list[Numbered]:
    """The items that pass the filter, numbered where they lead somewhere; headings only above something."""
    items = [
        item
        for item in page.items
        if item.heading or filter.lets_through(item.text, item.facets, item.day, item.grounding, item.last)
    ]
    if len(items) < len(page.items):
        items = list(_without_empty_headings(items))
    # Numbered after filtering, so that the numbers which are read out have no gaps.
    numbers = iter(range(1, len(items) + 1))
    return [Numbered(next(numbers) if item.target else 0, item) for item in items]


def _without_empty_headings(items: Sequence[PageItem]) -> Iterator[PageItem]:
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        if not item.heading or (following and not following.heading):
            yield item


def part_from(items: Sequence[Numbered], first: int, width: int) -> int:
    """The item after a part that begins with `first`."""
    at, used = first, 0
    while at < len(items):
        used += len(item_lines(items[at], width))
        # `at > first`: an item longer than a whole part is still read, or the reader would never get past it.
        if used > PART and at > first:
            break
        at += 1
    # A heading at the end of a part goes to the next one, where its items are.
    while at < len(items) and at - 1 > first and items[at - 1].item.heading:
        at -= 1
    return at


def part_before(items: Sequence[Numbered], end: int, width: int) -> int:
    """The item with which a part begins that ends before `end`."""
    at, used = end, 0
    while at > 0:
        used += len(item_lines(items[at - 1], width))
        if used > PART and at < end:
            break
        at -= 1
    return at


def item_lines(numbered: Numbered, width: int) -> list[str]:
    """An item as lines: its number first; what does not fit is below it, further in."""
    number, item = numbered
    first = f"{number}. " if number else ("" if item.heading else HANG)
    words = wrap(item.text, width - max(len(first), len(HANG)))
    return [f"{first if at == 0 else HANG}{line}" for at, line in enumerate(words)]


def part_lines(items: Sequence[Numbered], first: int, end: int, width: int) -> Iterator[str]:
    """A part; where it begins within a group, under the heading of that."""
    if first and not items[first].item.heading:
        above = next((line.item.text for line in reversed(items[:first]) if line.item.heading), "")
        if above:
            yield from wrap(f"{above}, continued", width)
    for line in items[first:end]:
        yield from item_lines(line, width)


def range_of(items: Iterable[Numbered]) -> str:
    """The numbers of a part in words: `Numbers 1 to 12`; empty where it has none."""
    numbers = [line.number for line in items if line.number]
    if not numbers:
        return ""
    return f"Number {numbers[0]}" if len(numbers) == 1 else f"Numbers {numbers[0]} to {numbers[-1]}"
