"""Entries for BibTeX and biblatex, UTF-8. Titles stand in two pairs of braces, so that capitals stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cstoref import sanitize
from cstoref.model import Author
from cstoref.provenance import publisher_of

from . import phrases
from .citable import Cited
from .days import issued
from .people import person

PRESS = ("press", "agency")
"""Classes of sources that are articles, also where no periodical is named beside the publisher."""
_SPECIAL = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "$": "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
}
# One pass over the text: replacing one by one would escape the backslashes of earlier replacements.
_TABLE = str.maketrans(_SPECIAL)
_LONE = str.maketrans({**_SPECIAL, "{": "\\textbraceleft{}", "}": "\\textbraceright{}"})
"""For a text whose braces are not in pairs: readers count `\\{` as a brace too, and would miss its end."""


def write(items: Sequence[Cited]) -> str:
    """An entry for each, with a blank line between."""
    return "\n\n".join(_entry(item) for item in items)


def _entry(item: Cited) -> str:
    fields = [f"  {name} = {{{value}}}" for name, value in _fields(item) if value]
    return f"@{_type(item)}{{{item.key},\n" + ",\n".join(fields) + "\n}"


def _type(item: Cited) -> str:
    if item.source is None:
        return "incollection"
    if item.source.container or item.source.type in PRESS:
        return "article"
    return {"research": "techreport"}.get(item.source.type, "misc")


def _fields(item: Cited) -> Iterator[tuple[str, str]]:
    source = item.source
    yield "title", f"{{{_escaped(item.title)}}}"
    if source is None:
        # A record, or an inference of the editors, is cited as a chapter of the reference itself.
        yield "booktitle", _escaped(item.work.title)
        yield "edition", _escaped(item.work.edition)
        yield "year", item.work.checked_until[:4]
        yield "publisher", "cstoref"
    else:
        yield (
            "author",
            " and ".join(map(_name, source.authors)) or f"{{{_escaped(publisher_of(source))}}}",
        )
        journal = source.container or (publisher_of(source) if _type(item) == "article" else "")
        yield "journal", _escaped(journal)
        yield "volume", _escaped(source.volume or "")
        yield "number", _escaped(source.issue or "")
        institution = _type(item) == "techreport"
        yield "institution" if institution else "publisher", _escaped(publisher_of(source))
        date = issued(source)
        if date and date.first:
            yield "year", f"{date.first[0]}"
            yield "month", f"{date.first[1]}" if len(date.first) > 1 else ""
            yield "date", date.iso
        # An address must not be escaped as text, but an unbalanced brace would end the field.
        yield "url", sanitize.line(source.url or "").translate({ord("{"): "%7B", ord("}"): "%7D"})
        yield "urldate", source.read or ""
        yield "langid", source.language
    yield "annote", _escaped(phrases.annotation(item)) if source else ""
    yield "note", _escaped(phrases.reopen(item))


def _name(author: Author) -> str:
    """A name as BibTeX takes it apart; that of a body in braces, so that it does not, and one with an `and`,
    at which it would become two."""
    name = person(author)
    if name is None or " and " in author.name:
        return f"{{{_escaped(author.name)}}}"
    # BibTeX takes the last word for the family name, unless a comma stands behind it.
    written = f"{name.family}, {name.given}" if name.family_first else author.name
    return _escaped(written)


def _escaped(text: str) -> str:
    shown = sanitize.line(text)
    return shown.translate(_TABLE if _has_pairs(shown) else _LONE)


def _has_pairs(text: str) -> bool:
    """Whether each brace that is opened is closed, and none before it is opened."""
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0
