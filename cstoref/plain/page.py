"""A page of the conversation: lines of which some have a number, read part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cstoref import fold
from cstoref.filter_query import narrowed
from cstoref.model import QUOTED
from cstoref.namedtuples import NamedTuple
from cstoref.render.text import wrap

from .place import Place

PART = 18
"""Lines of a part: with its title and its end it fits on the smallest common screen."""
HANG = "   "


class Item(NamedTuple):
    """One thing on a page. With a place it has a number, which leads there."""

    text: str
    place: Place | None = None
    heading: bool = False
    facets: tuple[str, ...] = ()
    day: str = ""
    """Its first day, ISO, where it has one."""
    ground: str = ""
    """Of a statement: quoted, referenced or inferred."""


class Page(NamedTuple):
    """What a maker makes."""

    title: str
    head: tuple[str, ...] = ()
    """What is said before the lines."""
    items: tuple[Item, ...] = ()
    orders: tuple[str, ...] = ()
    """The orders that its lines can stand in, the first without being asked."""
    line: int = 0
    """The item with which it begins to be read."""
    empty: str = "Nothing is here."


class Numbered(NamedTuple):
    """An item and its number; 0 is none."""

    number: int
    item: Item


def chosen(page: Page, place: Place, quoted_only: bool) -> list[Numbered]:
    """The items that the place and the person let through, numbered; headings only above something."""
    items = [item for item in page.items if item.heading or _meets(item, place, quoted_only)]
    if len(items) < len(page.items):
        items = list(_without_empty_headings(items))
    numbers = iter(range(1, len(items) + 1))
    return [Numbered(next(numbers) if item.place else 0, item) for item in items]


def _meets(item: Item, place: Place, quoted_only: bool) -> bool:
    if quoted_only and item.ground not in ("", QUOTED):
        return False
    if place.facet and place.facet not in item.facets:
        return False
    if not place.only:
        return True
    narrow = narrowed(place.only)
    if narrow.since and narrow.until and not narrow.since <= item.day <= narrow.until:
        # A line without a day may still name the year.
        return not item.day and all(word in fold.words(item.text) for word in fold.words(place.only).split())
    return narrow.meets(item.text)


def _without_empty_headings(items: Sequence[Item]) -> Iterator[Item]:
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        if not item.heading or (following and not following.heading):
            yield item


def facets(page: Page) -> dict[str, int]:
    """Every facet of the page's lines with how many have it."""
    counts: dict[str, int] = {}
    for item in page.items:
        for facet in item.facets:
            counts[facet] = counts.get(facet, 0) + 1
    return dict(sorted(counts.items()))


def part_from(items: Sequence[Numbered], first: int, width: int) -> int:
    """The item after a part that begins with `first`."""
    at, used = first, 0
    while at < len(items):
        used += len(item_lines(items[at], width))
        if used > PART and at > first:
            break
        at += 1
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
    """An item as lines: its number first, what does not fit below it, further in."""
    number, item = numbered
    first = f"{number}. " if number else ("" if item.heading else HANG)
    words = wrap(item.text, width - max(len(first), len(HANG)))
    return [f"{first if at == 0 else HANG}{line}" for at, line in enumerate(words)]


def part_lines(items: Sequence[Numbered], first: int, end: int, width: int) -> Iterator[str]:
    """A part; where it begins within a group, under which heading that stands."""
    if first and not items[first].item.heading:
        above = next((one.item.text for one in reversed(items[:first]) if one.item.heading), "")
        if above:
            yield from wrap(f"{above}, continued", width)
    for numbered in items[first:end]:
        yield from item_lines(numbered, width)


def told(items: Iterable[Numbered]) -> str:
    """The numbers of a part in words: `Numbers 1 to 12`."""
    numbers = [one.number for one in items if one.number]
    if not numbers:
        return ""
    return f"Number {numbers[0]}" if len(numbers) == 1 else f"Numbers {numbers[0]} to {numbers[-1]}"
