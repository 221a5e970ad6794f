"""Lines of printed pages → paragraphs, without what pages repeat, with the words whole that a line cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

FEWEST = 3
"""Pages from which a line that stands at the edge of most of them is a header or footer."""
EDGE = 2
"""Lines at the top and the bottom of a page that may be one."""
SHORT, NEARLY_FULL = 0.6, 0.88
"""Shares of the width of the text under which a line is a heading, or the last of a paragraph."""
_NUMBERED = re.compile(r"\d+|\b[ivxlc]+\b")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_BEGINS = re.compile(r"[\"'“‘«(\[]*[A-ZÀ-ÞА-ЯЁԱ-Ֆ0-9]")
_ENTRY = re.compile(r"[•–—▪*-]\s")
_CUT = re.compile(r"(\w+)[-‐]$")
_WORD = re.compile(r"\w+(?:[-‐]\w+)*")


class Printed(NamedTuple):
    """Paragraphs of printed pages, and what was done to their lines."""

    paragraphs: tuple[str, ...]
    remarks: tuple[str, ...]


def printed(pages: Sequence[Sequence[str]]) -> Printed:
    """The paragraphs of the lines of some pages."""
    repeated = _repeated(pages)
    lines = [line.strip() for page in pages for line in _without(page, repeated)]
    joined, cut = _joined(lines)
    remarks = []
    if repeated:
        remarks.append(f"left out what stands at the edge of most pages: {'; '.join(sorted(repeated))}")
    if cut:
        shown = ", ".join(cut[:8])
        remarks.append(f"joined {len(cut):,} words that a line end had cut: {shown}{' …' if cut[8:] else ''}")
    return Printed(tuple(joined), tuple(remarks))


def _edges(page: Sequence[str]) -> list[int]:
    """The places of the lines at the edges of a page."""
    filled = [at for at, line in enumerate(page) if line.strip()]
    return sorted({*filled[:EDGE], *filled[-EDGE:]})


def _pattern(line: str) -> str:
    """A line with its numbers, which differ from page to page, as one sign."""
    return _NUMBERED.sub("#", " ".join(line.split()).casefold())


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """What stands at the edge of most pages, if there are enough of them."""
    if len(pages) < FEWEST:
        return set()
    counts = Counter(pattern for page in pages for pattern in {_pattern(page[at]) for at in _edges(page)})
    return {pattern for pattern, number in counts.items() if number > len(pages) / 2}


def _without(page: Sequence[str], repeated: set[str]) -> list[str]:
    edges = set(_edges(page))
    return [line for at, line in enumerate(page) if at not in edges or _pattern(line) not in repeated]


def _joined(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines as paragraphs, and the words that were made whole."""
    filled = sorted(len(line) for line in lines if line)
    width = filled[len(filled) * 9 // 10] if filled else 0
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line))
    paragraphs: list[str] = []
    cut: list[str] = []
    begins = True
    for at, line in enumerate(lines):
        if not line:
            begins = True
            continue
        if begins or not paragraphs:
            paragraphs.append(line)
        else:
            paragraphs[-1] = _with_line(paragraphs[-1], line, words, cut)
        following = next((other for other in lines[at + 1 :] if other), "")
        begins = _ends_paragraph(line, following, width)
    return paragraphs, cut


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    """Whether the next line begins another paragraph: as an entry of a list, or as this one is short and the
    next begins like one."""
    if _ENTRY.match(following):
        return True
    if not _BEGINS.match(following) or _CUT.search(line):
        return False
    full = len(line) / max(1, width)
    return full < SHORT or (full < NEARLY_FULL and bool(_ENDS.search(line)))


def _with_line(paragraph: str, line: str, words: Counter[str], cut: list[str]) -> str:
    """A paragraph with its next line. A word that a hyphen at the line end has cut is made whole, unless the
    text has it with a hyphen elsewhere."""
    match, rest = _CUT.search(paragraph), _WORD.match(line)
    if match is None or rest is None or not line[0].islower():
        return f"{paragraph} {line}"
    whole, hyphenated = match[1] + rest.group(), f"{match[1]}-{rest.group()}"
    if words[hyphenated.casefold()] > words[whole.casefold()]:
        return paragraph + line
    cut.append(whole)
    return paragraph[: match.end(1)] + line
