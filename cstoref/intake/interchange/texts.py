"""The texts of imported sources: those that came with them, those of a pack that has them, or passages.

A text is known by its hash. Where no text with the hash of a source is at hand, one is made of the passages
that are cited, each in its place and paragraph, with blots between: quotes stand where they stood.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cstoref.authoring import limits
from cstoref.authoring.pack_tree import Unreadable, tree_of

from ..archive import BLOT
from .content import Content, ImportedItem

Passage = tuple[int, int, str, int | None]
"""Start, end, words and paragraph."""


class ImportedText(NamedTuple):
    """The text that an imported source has."""

    text: str
    whole_sha256: str | None = None
    """The hash of the whole text, where this has only its passages."""

    @property
    def sha256(self) -> str:
        """The hash of the text."""
        return hash_of(self.text)


def hash_of(text: str) -> str:
    """The hash of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def texts_in(packs: Iterable[Path]) -> dict[str, str]:
    """The texts of some packs by their hashes. What cannot be read is left out."""
    found: dict[str, str] = {}
    for pack in packs:
        tree = tree_of(pack)
        for name in tree.names("corpus"):
            try:
                raw = tree.read(f"corpus/{name}", lambda size: size <= limits.TEXT.most)
                if raw is not None:
                    found[hashlib.sha256(raw).hexdigest()] = raw.decode("utf-8")
            except (Unreadable, FileNotFoundError, UnicodeDecodeError):
                continue
    return found


def texts_of(content: Content, by_hash: Mapping[str, str]) -> dict[str, ImportedText]:
    """The text of each source that has one, by its id. Notes problems, and which have only passages."""
    found: dict[str, ImportedText] = {}
    passages = _passages(content)
    partial = []
    for item in content.of("source"):
        sha256, id = item.line.get("sha256"), item.id
        text = content.texts.get(id) or by_hash.get(sha256 or "")
        if text is not None:
            if sha256 and hash_of(text) != sha256:
                content.wrong(
                    item.place, id, "content", f"is not the text of the hash {sha256}; export it again"
                )
            found[id] = ImportedText(text)
        elif sha256 or item.line.get("grounding") == "text":
            made = _of_passages(item, passages.get(id, []), content)
            found[id] = ImportedText(made, sha256)
            partial.append(id)
    if partial:
        content.notes.append(
            f"of {_counted(len(partial), 'text')} only the passages are here: {', '.join(partial[:5])}"
            f"{' …' if len(partial) > 5 else ''}; --texts PACK takes the texts from a pack that has them"
        )
    return found


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"


def _passages(content: Content) -> dict[str, list[Passage]]:
    """Every passage that is cited, by source."""
    found: dict[str, list[Passage]] = {}
    cites = [cite for sort in ("statement", "conflict") for item in content.of(sort) for cite in _cites(item)]
    for cite in (*cites, *(item.line for item in content.of("silence"))):
        start, end, quote = cite.get("start"), cite.get("end"), cite.get("quote")
        if start is not None and end is not None and quote:
            found.setdefault(cite["source"], []).append((start, end, quote, cite.get("paragraph")))
    return found


def _cites(item: ImportedItem) -> list[dict[str, Any]]:
    return item.line.get("citations") or []


def _of_passages(item: ImportedItem, passages: list[Passage], content: Content) -> str:
    """A text of the length of the source, with its passages in their places."""
    length = item.line.get("length") or max((end for _, end, *_ in passages), default=0)
    if not 0 <= length <= limits.TEXT.most:
        content.wrong(item.place, item.id, "length", f"must be from 0 to {limits.TEXT.most:,}")
        return ""
    letters: list[str | None] = [None] * length
    for start, end, quote, _ in passages:
        there = letters[start:end]
        fits = 0 <= start <= end <= length and len(quote) == end - start
        if not fits or any(old not in (None, new) for old, new in zip(there, quote, strict=True)):
            message = f'"{quote[:60]}" cannot stand from {start} to {end}; export it again'
            content.wrong(item.place, item.id, message)
            return ""
        letters[start:end] = quote
    _with_line_ends(letters, passages)
    return "".join(letter or BLOT for letter in letters)


def _with_line_ends(letters: list[str | None], passages: list[Passage]) -> None:
    """Put line ends between the passages, so that each stands in its paragraph, as far as there is room."""
    numbered = sorted({(start, number) for start, _, _, number in passages if number})
    before, paragraph = 0, 1
    for start, number in numbered:
        missing = number - paragraph - _line_ends(letters[before:start])
        at = start - 1
        while missing > 0 and at > before:
            if letters[at] is None and letters[at - 1] != "\n":
                letters[at], missing = "\n", missing - 1
                at -= 1  # what the line end ends is not empty
            at -= 1
        before, paragraph = start, number


def _line_ends(letters: list[str | None]) -> int:
    """How many lines that are not empty end in a part of a text."""
    lines = "".join(letter or BLOT for letter in letters).split("\n")[:-1]
    return sum(bool(line.strip()) for line in lines)
