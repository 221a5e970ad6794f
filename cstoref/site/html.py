"""The one door from text to HTML: whatever is not `Html` yet is escaped, and what an eye could not see or
would misread is shown."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from cstoref import sanitize
from cstoref.render.text import is_address

VOID = frozenset({"meta", "link", "input"})
DRAWN = frozenset({"line", "rect"})
"""Elements of a drawing without content, which, unlike those of HTML, have to be closed."""


class Html(str):
    """Markup of ours, with every text in it escaped."""

    __slots__ = ()


Part = str | None
"""A text, which is escaped, or `Html`; None is nothing."""


def escaped(text: Part) -> Html:
    """A text as HTML, also within an attribute: controls and marks of direction show, and right-to-left text
    moves nothing beside it."""
    if text is None:
        return Html("")
    if isinstance(text, Html):
        return text
    safe = escape(sanitize.isolated(sanitize.block(text)), quote=True)
    if safe.isascii():
        return Html(safe)
    # As references, so that the file has no character that a terminal or an editor would obey.
    return Html(safe.replace(sanitize.ISOLATE, "&#x2068;").replace(sanitize.POP, "&#x2069;"))


def joined(parts: Iterable[Part], between: str = "") -> Html:
    """Parts one after the other; empty ones are left out."""
    return Html(escaped(between).join(piece for part in parts if (piece := escaped(part))))


def tag(name: str, *parts: Part, **attributes: str | int | bool | None) -> Html:
    """An element. `class_` is `class`, other underscores are hyphens; None and False leave an attribute out,
    True gives it no value."""
    head = f"{name}{_attributes(attributes)}"
    if name in VOID:
        return Html(f"<{head}>")
    return Html(f"<{head}/>" if name in DRAWN else f"<{head}>{joined(parts)}</{name}>")


def _attributes(attributes: dict[str, str | int | bool | None]) -> str:
    written = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        name = name.rstrip("_").replace("_", "-")
        written.append(f" {name}" if value is True else f' {name}="{escaped(str(value))}"')
    return "".join(written)


def link(href: str, *parts: Part, **attributes: str | int | bool | None) -> Html:
    """A link within the site."""
    return tag("a", *parts, href=href, **attributes)


def outside(address: str) -> Html:
    """An address outside the site: a link if it is one that a browser may open, else the text."""
    if not is_address(address):
        return tag("span", address, class_="address")
    return tag("a", address, href=address, rel="external noopener noreferrer", class_="address")


def hidden_words(words: str) -> Html:
    """Words for a screen reader, where a mark stands for the eye."""
    return tag("span", words, class_="aloud")


def in_language(text: Part, language: str | None, name: str = "span", class_: str | None = None) -> Html:
    """A text in the language that it is written in."""
    return tag(name, text, lang=language, dir="auto" if language else None, class_=class_)
