"""The files of the page: its own, and the terminal of textual-serve. Each has a name and a place; there is no
folder of which anything could be asked for."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from cstoref.errors import UserError
from cstoref.extras import remedy

MISSING = (
    "the explorer in a browser needs textual-serve, which is not installed: {remedy}; `cstoref site` writes "
    "pages for a browser without it"
)
OWN = Path(__file__).with_name("static")
FONTS = "fonts/RobotoMono-VariableFont_wght.ttf", "fonts/RobotoMono-Italic-VariableFont_wght.ttf"
THEME = "{theme}"
"""Stands in the page for the theme that was asked for."""


class File(NamedTuple):
    """A file as it is sent."""

    body: bytes
    type: str


def files(theme: str) -> dict[str, File]:
    """Every file by its name in the address, the page itself by the empty name. Raises UserError."""
    theirs = _terminal()
    html, css, js, ttf = "text/html", "text/css", "text/javascript", "font/ttf"
    page = (OWN / "page.html").read_text(encoding="utf-8").replace(THEME, theme)
    try:
        return {
            "": File(page.encode(), html),
            "page.css": File((OWN / "page.css").read_bytes(), css),
            "page.js": File((OWN / "page.js").read_bytes(), js),
            "xterm.css": File((theirs / "css" / "xterm.css").read_bytes(), css),
            "textual.js": File((theirs / "js" / "textual.js").read_bytes(), js),
            "font.ttf": File((theirs / FONTS[0]).read_bytes(), ttf),
            "font-italic.ttf": File((theirs / FONTS[1]).read_bytes(), ttf),
        }
    except FileNotFoundError as error:
        raise UserError(f"this textual-serve has no {error.filename}: another version is needed") from None


def _terminal() -> Path:
    """The folder of textual-serve's files. Raises UserError where it is missing."""
    found = find_spec("textual_serve")
    if found is None or not found.origin or find_spec("aiohttp") is None:
        raise UserError(MISSING.format(remedy=remedy("textual-serve")))
    return Path(found.origin).with_name("static")
