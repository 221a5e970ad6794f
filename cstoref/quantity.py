"""A number with its unit in words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
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
