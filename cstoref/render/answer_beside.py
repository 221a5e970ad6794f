"""The facts of two records of an answer beside each other, each with its footnote; a label for both."""

from __future__ import annotations

from .text import Style, clip, pad, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cstoref.fact_pairs import FactPair
    from cstoref.model import Fact

    Marks = Callable[[Fact], str]

LABEL = 12
BETWEEN = 2
NOT_STATED = "–"


def pair_lines(names: Sequence[str], heads: Sequence[str], style: Style) -> list[str]:
    """Both names beside each other, with the line that stands under each."""
    cells = column(style)
    named = [clip(name, cells - BETWEEN) for name in names]
    title = pad("", LABEL) + "".join(pad(name, cells) for name in named).rstrip()
    return [style.bold(title) if style.colour else title, *_beside("", heads, cells, style)]


def fact_lines(pair: FactPair, marks: Marks, style: Style) -> list[str]:
    """One fact of both; a dash where one has none."""
    texts = [
        f"{fact.text} {marks(fact)}".rstrip() if fact else NOT_STATED for fact in (pair.left, pair.right)
    ]
    return _beside(pair.label, texts, column(style), style)


def column(style: Style) -> int:
    """The cells of one side."""
    return max(10, (style.width - LABEL) // 2)


def _beside(label: str, texts: Sequence[str], cells: int, style: Style) -> list[str]:
    left, right = (wrap(text, cells - BETWEEN) for text in texts)
    lines = []
    for at in range(max(len(left), len(right))):
        one, other = (side[at] if at < len(side) else "" for side in (left, right))
        name = pad(clip(label, LABEL - 1) if at == 0 else "", LABEL)
        lines.append((style.dim(name) + pad(one, cells) + other).rstrip())
    return lines
