"""Machines' styles, read by the libraries that read them elsewhere: bibtexparser, rispy and citeproc-py.

What each reader gives back is put into one shape and held against the source, so that a value that a reader
drops, splits or decodes otherwise is seen. Every source is read, and statements of every grounding.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON

from cstoref.citing import STYLES
from cstoref.citing.citable import Cited, of_source
from cstoref.citing.days import issued
from cstoref.citing.reader import of_id
from cstoref.model import INFERRED, Author, Source
from cstoref.provenance import published_by
from cstoref.store.queries import Store

STATEMENTS = 20


class Read(NamedTuple):
    """What a reader gave back of one entry."""

    key: str
    title: str
    author: str
    """Every author, what stands before the surname and the surname; `; ` between them."""
    publisher: str
    date: tuple[int, ...]
    """Year, month and day, as far as they are there."""
    address: str
    spot: str


def read_bibtex(text: str) -> list[Read]:
    """Addresses are verbatim in the format: they are taken as they stand, the rest decoded."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    verbatim = parse_string(text)
    assert library.failed_blocks == []
    return [
        _of_bibtex(
            entry.key, {f.key: f.value for f in entry.fields}, raw.get("url", ""), raw.get("author", "")
        )
        for entry, raw in zip(library.entries, verbatim.entries, strict=True)
    ]


def _of_bibtex(key: str, fields: dict[str, str], address: object, author: object) -> Read:
    """`author`: as written, for decoding takes away the braces of a body whose name has an “and”."""
    is_body = re.fullmatch(r"\{[^{}]*\}", str(getattr(author, "value", author))) is not None
    names = [fields["author"]] if is_body else re.split(r" and (?![^{}]*\})", fields.get("author", ""))
    publisher = fields.get("publisher") or fields.get("institution") or ""
    date = fields.get("date") or fields.get("year", "")
    return Read(
        key,
        fields["title"].strip("{}"),
        "; ".join(name.strip("{}") for name in names),
        publisher,
        tuple(int(part) for part in date.partition("/")[0].split("-") if part),
        str(getattr(address, "value", address)),
        fields["note"].removeprefix("cstoref open "),
    )


def read_ris(text: str) -> list[Read]:
    return [
        Read(
            entry["id"],
            entry["title"],
            "; ".join(" ".join(reversed(name.split(", "))) for name in entry.get("authors", [])),
            entry.get("publisher", ""),
            tuple(int(part) for part in entry.get("date", entry.get("year", "")).split("/") if part),
            next(iter(entry.get("urls", [])), ""),
            entry["accession_number"],
        )
        for entry in rispy.loads(text)
    ]


def read_csl(text: str) -> list[Read]:
    source = CiteProcJSON(json.loads(text))
    return [_of_csl(source[key]) for key in source]


def _of_csl(entry: dict[str, object]) -> Read:
    def one(name: str) -> str:
        found = entry.get(name, "")
        return "".join(map(str, found)) if isinstance(found, list) else str(found)

    names = entry.get("author", [])
    assert isinstance(names, list)
    date = entry.get("issued", {})
    assert isinstance(date, dict)
    date = date.get("begin", date)
    return Read(
        str(entry["key"]),
        one("title"),
        "; ".join(
            " ".join(str(name[part]) for part in ("given", "family", "literal") if part in name)
            for name in names
        ),
        one("publisher"),
        tuple(int(date[part]) for part in ("year", "month", "day") if part in date),
        one("URL"),
        one("archive_location"),
    )


READERS: dict[str, Callable[[str], list[Read]]] = {
    "bibtex": read_bibtex,
    "ris": read_ris,
    "csl-json": read_csl,
}
style = pytest.mark.parametrize("style", READERS)


@pytest.fixture(scope="module")
def statements(builtin: Store) -> list[Cited]:
    """The citations of statements from all over the pack."""
    ids = [one.id for one in builtin.all_statements() if one.grounding != INFERRED]
    chosen = ids[:: len(ids) // STATEMENTS][:STATEMENTS]
    return [item for id in chosen for item in of_id(builtin, id)]


def expected(item: Cited, style: str) -> Read:
    """What a reader must give back of one citation."""
    source = item.source
    assert source is not None
    date = issued(source)
    publisher = published_by(source.publisher, source.copy_of)
    corporate = publisher if style == "bibtex" else ""  # an entry without an author has no name in a list
    return Read(
        item.key,
        source.title,
        source.author or corporate,
        publisher,
        date.first if date else (),
        source.url or "",
        item.spot,
    )


def check(items: Sequence[Cited], style: str) -> None:
    read = READERS[style](STYLES[style].write(items))
    wanted = [expected(item, style) for item in items]
    assert len(read) == len(wanted)
    assert [
        (one, other)
        for one, other in zip(map(_plain, read), map(_plain, wanted), strict=True)
        if one != other
    ] == []


def _plain(one: Read) -> Read:
    """White space within a value is a reader's own affair."""
    return one._replace(title=" ".join(one.title.split()), author=" ".join(one.author.split()))


@pytest.mark.slow
@style
def test_every_source_is_read_back(builtin: Store, style: str) -> None:
    sources = builtin.sources()
    assert len(sources) > 600
    check([item for source in sources for item in of_source(source, builtin.edition)], style)


@style
def test_statements_are_read_back_with_their_spots(statements: list[Cited], style: str) -> None:
    assert len({item.spot for item in statements}) == STATEMENTS
    assert {item.citation.quote is None for item in statements if item.citation} == {True, False}
    check(statements, style)


@style
def test_a_reader_would_complain(style: str) -> None:
    with pytest.raises((AssertionError, ValueError, KeyError)):
        found = READERS[style]("@misc{x, title = {unfinished\n" if style == "bibtex" else "{")
        assert found


@style
def test_signs_of_the_formats_in_a_value_come_back_as_they_were(builtin: Store, style: str) -> None:
    source = builtin.sources()[0]._replace(
        title="100 % of {this} & that #1 _now_ $5 ~ \\ “так”",
        authors=(Author("Zoë O’Neill"), Author("A & B_C", True)),
        publisher="A & B_C",
    )
    (read,) = READERS[style](STYLES[style].write(of_source(source, builtin.edition)))
    assert _bare(read.title) == _bare(source.title)
    assert (_bare(read.author), _bare(read.publisher)) == (
        _bare(source.author or ""),
        _bare(source.publisher),
    )


def _bare(text: str) -> str:
    """Without braces, which readers of BibTeX take for their own."""
    return re.sub(r"[{}]|\s+", "", text)


def test_doubtful_and_unfinished_dates_are_read(builtin: Store) -> None:
    """Years alone, months, ranges and doubt stand among the sources, and each reader has them."""
    forms: dict[str, Source] = {}
    for source in builtin.sources():
        bare = (source.issued or "").translate({ord(c): "0" for c in "123456789"})
        forms.setdefault(bare, source)
    assert {"0000", "0000-00", "0000-00-00"} <= set(forms)
    items = [item for source in forms.values() for item in of_source(source, builtin.edition)]
    for name in READERS:
        check(items, name)
