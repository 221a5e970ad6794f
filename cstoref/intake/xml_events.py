"""Walks over XML from anybody: no entities but those of XML itself, nothing loaded, nor too deep or much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from cstoref.authoring import limits

from .document import Unreadable

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


def walk(xml: bytes, start: Start, end: End, words: Words) -> None:
    """Call for each element and its text; names have their prefix as it is written. Raises Unreadable."""
    parser = expat.ParserCreate()
    depth = elements = 0

    def opened(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > limits.DEPTH.most:
            raise Unreadable(f"has {limits.DEPTH}")
        if elements > limits.ELEMENTS.most:
            raise Unreadable(f"has {limits.ELEMENTS}")
        start(name, attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    def declared(*_: object) -> None:
        raise Unreadable("declares entities, which no document of its format does; save it anew")

    parser.buffer_text = True
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = declared
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise Unreadable(f"is broken and cannot be read ({error}); save it anew") from None
