"""Names of a list, cut so that no two of them look alike."""

from __future__ import annotations

from .text import clip, clip_middle, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

HEADS = (1, 0, 2, 3, 4, 5)
"""Words that may stay at the beginning, where names cut in their middle look alike: the end says more."""


def cut_apart(names: Sequence[tuple[str, int]], more: str = "…") -> list[str]:
    """Each name on one line of so many cells: cut in its middle, or elsewhere where two would look alike."""
    cut = [clip_middle(name, cells, more) for name, cells in names]
    alike: dict[str, list[int]] = {}
    for at, shown in enumerate(cut):
        alike.setdefault(shown, []).append(at)
    for group in alike.values():
        if len({names[at][0] for at in group}) > 1:
            for at, shown in zip(group, _apart([names[at] for at in group], more), strict=True):
                cut[at] = shown
    return cut


def _apart(names: Sequence[tuple[str, int]], more: str) -> list[str]:
    """Names cut where each of them looks another way; else at the first word that differs."""
    different = len({name for name, _ in names})
    for head in HEADS:
        cut = [_cut_after(name, head, cells, more) for name, cells in names]
        if len(set(cut)) == different:
            return cut
    words = [name.split() for name, _ in names]
    same = next((n for n, column in enumerate(zip(*words, strict=False)) if len(set(column)) > 1), 0)
    return [
        clip(f"{more} {' '.join(own[same:])}", cells) for own, (_, cells) in zip(words, names, strict=True)
    ]


def _cut_after(name: str, head: int, cells: int, more: str) -> str:
    """A name of which some words stay at the beginning, and as many at the end as fit."""
    words = name.split()
    for tail in range(len(words) - head, 0, -1):
        shown = " ".join((*words[:head], *([more] if head + tail < len(words) else []), *words[-tail:]))
        if width(shown) <= cells:
            return shown
    return clip(name, cells, more)
