"""A number with its unit in words, and as few letters as a cell of a table has room for."""

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


_SIZES = ((10**3, "k"), (10**6, "M"), (10**9, "G"))


def short(figure: float) -> str:
    """A number in few letters, to one decimal: `86`, `6.5k`, `1.2M`."""
    text, sign = f"{figure:.1f}".removesuffix(".0"), ""
    for size, letter in _SIZES:
        # 999,950 is 1M and not 1000k: what rounding gives decides.
        if abs(figure) < 1000 or abs(float(text)) < 1000:
            break
        text, sign = f"{figure / size:.1f}".removesuffix(".0"), letter
    return text + sign


def short_range(least: float, most: float, dash: str) -> str:
    """A range, the sign of its size once: `7–8k`."""
    first, last = short(least), short(most)
    return f"{first[:-1] if first[-1] == last[-1] and not last[-1].isdigit() else first}{dash}{last}"
