"""Walks over XML from anybody: no entities but those of XML itself, nothing loaded, nor too deep or much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from cstoref.authoring import limits

from .document import UnreadableDocument

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


def walk(xml: bytes, start: Start, end: End, words: Words) -> None:
    """Call for each element and its text; names have their prefix as it is written. Raises Unreadable."""
    counted = _Counted(start, end)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = counted.opened
    parser.EndElementHandler = counted.closed
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _declared
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise UnreadableDocument(f"is broken and cannot be read ({error}); save it anew") from None


def _declared(*_: object) -> None:
    raise UnreadableDocument("declares entities, which no document of its format does; save it anew")


class _Counted:
    """Hands elements on, counted, and how deep they are one in another."""

    def __init__(self, start: Start, end: End) -> None:
        self._start, self._end = start, end
        self._depth = self._elements = 0

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins. Raises Unreadable beyond a limit."""
        self._depth, self._elements = self._depth + 1, self._elements + 1
        if self._depth > limits.DEPTH.most:
            raise UnreadableDocument(f"has {limits.DEPTH}")
        if self._elements > limits.ELEMENTS.most:
            raise UnreadableDocument(f"has {limits.ELEMENTS}")
        self._start(name, attributes)

    def closed(self, name: str) -> None:
        """An element ends."""
        self._depth -= 1
        self._end(name)
