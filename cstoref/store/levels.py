"""The packs of a stack as levels: 0 is the lowest, and what a level holds depends on none above it."""

from __future__ import annotations

from cstoref.model import Pack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeVar

    from cstoref.model import Record, Source, Statement

    Part = TypeVar("Part", Record, Source, Statement)


def levels(pack: Pack) -> dict[str | None, int]:
    """Layer, as records and statements name it, to level; None is the lowest pack."""
    return {None: 0} | {edition.id: level for level, edition in enumerate(pack.layers) if level}


def up_to(pack: Pack, level: int) -> Pack:
    """The pack with only those records, sources and statements that stand at most at this level."""
    if level >= len(pack.layers) - 1:
        return pack
    kept = {layer for layer, at in levels(pack).items() if at <= level}

    def below(parts: Iterable[Part]) -> tuple[Part, ...]:
        return tuple(part for part in parts if part.layer in kept)

    return pack._replace(
        records=below(pack.records), sources=below(pack.sources), statements=below(pack.statements)
    )
