"""Paragraphs as they stand in a document → paragraphs of a text of the corpus.

The words stay; what nobody reads goes: soft hyphens, marks without a width, controls, runs of blanks.
Ligatures of fonts become the letters that they are made of, so that words can be searched and quoted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_REMOVED = (
    ("soft hyphen", re.compile("\u00ad"), ""),
    ("invisible mark", _UNSEEN, ""),
    ("control character", _CONTROLS, " "),
)
MOST_MARKS = 8
_PILED = re.compile(f"([\u0300-\u036f]{{{MOST_MARKS}}})[\u0300-\u036f]+")


class Tidied(NamedTuple):
    """Paragraphs that can stand in a text, and what was done to them."""

    paragraphs: tuple[str, ...]
    remarks: tuple[str, ...]


def tidied(paragraphs: Iterable[str]) -> Tidied:
    """The paragraphs without what nobody reads; empty ones are left out."""
    done: Counter[str] = Counter()
    clean = [paragraph for raw in paragraphs if (paragraph := _clean(raw, done))]
    removed = [_counted(done[what], what) for what, _, _ in _REMOVED if done[what]]
    remarks = [f"removed {' and '.join(removed)}"] if removed else []
    if done["ligature"]:
        remarks.append(f"wrote {_counted(done['ligature'], 'ligature')} as letters")
    return Tidied(tuple(clean), tuple(remarks))


def one_line(text: str) -> str:
    """A title or name as one tidy line."""
    return _clean(text, Counter())


def _clean(text: str, done: Counter[str]) -> str:
    for what, pattern, instead in _REMOVED:
        text, times = pattern.subn(instead, text)
        done[what] += times
    text, times = _LIGATURE.subn(lambda match: _LIGATURES[match.group()], text)
    done["ligature"] += times
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    return _PILED.sub(r"\1", text)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
