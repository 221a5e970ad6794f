"""What a list or page can be filtered by, as lines: each facet with its count."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.render.text import clip, pad, width
from cstoref.tui.line import Line, Piece, blank

ALL = ""
"""The key of the line that clears the facet."""


def facet_lines(facets: Sequence[tuple[str, int]], now: str, cells: int) -> list[Line]:
    """Facets, written `name: value`, as items of a list under the names that they share."""
    lines: list[Line] = []
    if now:
        lines.append(Line((Piece(" clear the filter", "accent"),), ALL))
    name = ""
    for facet, count in facets:
        head, _, value = facet.partition(": ")
        if head != name:
            name = head
            lines += [*([blank()] if lines else []), Line((Piece(head.capitalize(), "heading"),))]
        right = f"{count:,} "
        room = max(4, cells - width(right) - 3)
        lines.append(Line((Piece("   " + pad(clip(value, room), room)), Piece(right, "dim")), facet))
    return lines
