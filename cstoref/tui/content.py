"""The door for text to Textual's own widgets: never markup, and no control is sent.

Panes draw `Line`s instead; see `line.py`. Only this module and `LineView` make what Textual draws.
"""

from __future__ import annotations

from textual.content import Content

from .line import drawn


def content(*parts: str | tuple[str, str]) -> Content:
    """Text for a widget; each part is text, or text and its style."""
    return Content.assemble(
        *(drawn(part) if isinstance(part, str) else (drawn(part[0]), part[1]) for part in parts)
    )
