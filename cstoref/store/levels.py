"""The packs of a stack as levels: 0 is the lowest, and what a level holds depends on none above it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.model import Edition


def levels(layers: Sequence[Edition]) -> dict[str | None, int]:
    """Layer, as records and statements name it, to level; None is the lowest pack."""
    return {None: 0} | {edition.id: level for level, edition in enumerate(layers) if level}
