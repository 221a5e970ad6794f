"""A number with its unit in words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model import Value


def spoken(value: Value) -> str:
    """`about 1,500 servicemen`, `at least 2 observers`."""
    if value.number is not None:
        figure = f"{value.number:,}"
    elif value.min is not None and value.max is not None:
        figure = f"{value.min:,} to {value.max:,}"
    elif value.min is not None:
        figure = f"at least {value.min:,}"
    else:
        figure = f"at most {value.max:,}"
    about = "about " if value.approx else ""
    return f"{about}{figure} {value.unit or ''}".strip()


def alternatives(values: Sequence[Value]) -> str:
    """What several sources give for one thing, the unit once: `150 or 200 servicemen`."""
    words = list(dict.fromkeys(spoken(value) for value in values))
    units = {value.unit for value in values}
    unit = next(iter(units)) if len(units) == 1 else None
    if unit:
        words = [*(word.removesuffix(f" {unit}") for word in words[:-1]), words[-1]]
    return " or ".join(words)
