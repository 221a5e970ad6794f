"""From what an author wrote about a document to a source: its class, authors, address and label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cstoref import dates
from cstoref.model import Author, Source
from cstoref.provenance import COPY, SOURCE_TYPES, published_by

from . import address
from .problems import Problems, Spot, did_you_mean
from .source_schema import AuthoredSource


def check(written: AuthoredSource, spot: Spot, problems: Problems) -> None:
    """Note every problem of a source that the shape of its table does not show."""
    _check_type(written, spot, problems)
    _check_copy(written, spot, problems)
    if written.author and written.authors:
        problems.add(spot.at("author"), "write either `author` or `authors`")
    if written.whole_sha256 and not written.sha256:
        problems.add(spot.at("whole_sha256"), "leave it out: the pack has no text of this source")
    if written.url and (wrong := address.problem(written.url)):
        problems.add(spot.at("url"), wrong)
    for key, day in (("issued", written.issued), ("read", written.read)):
        _check_date(day, spot.at(key), problems)


def _check_type(written: AuthoredSource, spot: Spot, problems: Problems) -> None:
    if written.type not in SOURCE_TYPES:
        hint = did_you_mean(written.type, SOURCE_TYPES) or f"; write one of {', '.join(SOURCE_TYPES)}"
        problems.add(spot.at("type"), f'no type "{written.type}" of sources{hint}')


def _check_copy(written: AuthoredSource, spot: Spot, problems: Problems) -> None:
    if written.type == COPY and not written.copy_of:
        problems.add(spot.at("copy_of"), "say who published the original of this copy")
    if written.copy_of and written.sha256:
        problems.add(spot.at("copy_of"), "a text of the pack is cited by itself; name its original in `note`")


def _check_date(text: str | None, spot: Spot, problems: Problems) -> None:
    try:
        if text is not None:
            dates.parse(text)
    except ValueError as error:
        problems.add(spot, str(error))


def source(written: AuthoredSource, text: str | None, has_text: bool) -> Source:
    """The source, with its text's length in code points if the pack has the text and it is right."""
    names = [Author(author.name, author.body) for author in written.authors]
    if written.author:
        names = [Author(written.author)]
    return Source(
        id=written.id,
        title=written.title,
        publisher=written.publisher,
        container=written.container,
        volume=written.volume,
        issue=written.issue,
        issued=written.issued,
        issued_basis=written.issued_basis,
        url=written.url,
        language=written.language,
        type=written.type,
        short=_label(written),
        note=written.note,
        path=f"corpus/{written.id}.txt" if has_text else None,
        sha256=written.sha256,
        length=None if text is None else len(text),
        copy_of=written.copy_of,
        read=written.read,
        abbr=written.abbr,
        original_file=written.original.file if written.original else None,
        original_sha256=written.original.sha256 if written.original else None,
        whole_sha256=written.whole_sha256,
        authors=tuple(names),
    )


def _label(written: AuthoredSource) -> str:
    """How footnotes name the source: publisher, of a copy with its original, and date."""
    try:
        issued = dates.spoken(written.issued)
    except (ValueError, IndexError):  # `check` reports it
        issued = ""
    name = published_by(written.abbr, written.copy_of)
    return f"{name}, {issued}" if issued else name


def with_distinct_labels(sources: Iterable[Source]) -> list[Source]:
    """The sources, each label that several share numbered from the second on: `TASS, 18 Jun 2004 (2)`."""
    used: set[str] = set()
    numbers: Counter[str] = Counter()
    labelled = []
    for one in sources:
        short = one.short
        # Labels of a pack below have their numbers already: the next one that is free is taken.
        while short in used:
            numbers[one.short] = max(2, numbers[one.short] + 1)
            short = f"{one.short} ({numbers[one.short]})"
        used.add(short)
        labelled.append(one._replace(short=short))
    return labelled
