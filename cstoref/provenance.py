"""Who stands behind a document, and how strong that makes what rests on it.

One place says how a source is named where it is a copy, which of several citations comes first, and how a
statement is graded. A grade is computed from the citations and never authored.
"""

from __future__ import annotations

from . import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Citation, Source, Statement

SOURCE_TYPES = (
    "official",
    "law-database",
    "agency",
    "press",
    "research",
    "dataset",
    "copy",
    "wiki",
    "other",
)
"""The classes of sources, the strongest first: an organ's own site; laws and treaties collected by others;
news agencies; newspapers, magazines and broadcasters; books, encyclopaedias and institutes; data tables;
reposts and mirrors; wikis; forums, blogs and what is not known."""
COPY = "copy"
SEPARATOR = " · "
"""Stands between the parts of a grade: the class of the best source, the publishers, `disputed`."""
DISPUTED = f"{SEPARATOR}disputed"
"""The last part of the grade of what a conflict puts in doubt."""
RANKS = {name: at for at, name in enumerate(SOURCE_TYPES)}
_IN_WORDS = {"law-database": "law database", "dataset": "data table"}


CLASSES = {
    "official": "official (the site of an organ, a law or a treaty)",
    "law-database": "law database (laws and treaties collected by others)",
    "agency": "news agency",
    "press": "press (newspaper, magazine or broadcaster)",
    "research": "research (book, encyclopaedia or institute)",
    "dataset": "data table",
    "copy": "copy (a repost or mirror)",
    "wiki": "wiki",
    "other": "other (forum, blog or unknown)",
}
"""What each class means, in words; the class of a text in the pack is one of these too."""


def class_in_words(source: Source) -> str:
    """The class of a source; of a copy also of what: `copy (a repost or mirror) of TASS`."""
    words = CLASSES.get(source.type, source.type)
    return f"{words} of {source.copy_of}" if source.copy_of and source.type == COPY else words


def class_in_a_word(source: Source) -> str:
    """The class of a source as short as it can be said; a copy of any class says so."""
    word = _IN_WORDS.get(source.type, source.type)
    return f"{word}, a copy" if source.copy_of and source.type != COPY else word


def published_by(publisher: str, copy_of: str | None) -> str:
    """Who published a document; of a copy the original's publisher first: `RT, copied by example.com`."""
    return f"{copy_of}, copied by {publisher}" if copy_of else publisher


def publisher_of(source: Source) -> str:
    """Who published a document; of a copy the original's publisher too."""
    return published_by(source.publisher, source.copy_of)


def origin(source: Source) -> str:
    """The name, folded, by which two sources are compared: they are independent if it differs.

    A copy counts as its original, a table or mirror as the family it is taken from.
    """
    # Folded, so that "RIA Novosti" and "RIA-Novosti" do not count as two independent publishers.
    return fold.key(source.copy_of or source.publisher)


def strength(citation: Citation, source: Source) -> tuple[bool, bool, int, bool]:
    """Sorts the citations of a statement, the strongest first; those that are equal keep their order.

    A passage in the pack comes before any document elsewhere, then the class of the source decides, and an
    original comes before a copy of its class. What only confirms that a state still holds comes last.
    """
    return (
        citation.confirms is not None,
        citation.quote is None,
        # A class that is not listed comes after all that are, instead of raising in the middle of a page.
        RANKS.get(source.type, len(RANKS)),
        source.copy_of is not None,
    )


def ordered(citations: Iterable[Citation], sources: Mapping[str, Source]) -> list[Citation]:
    """Citations with the strongest first. `sources` holds every one of their sources by id."""
    found = list(citations)
    if len(found) > 1:
        found.sort(key=lambda citation: strength(citation, sources[citation.source]))
    return found


def grade(statement: Statement, sources: Mapping[str, Source], disputed: bool = False) -> str:
    """How well a statement is supported: `official · 2 independent publishers · disputed`.

    The class is that of the strongest source, with `quoted from` before it if the passage is in the pack.
    Citations that only confirm that a state still holds do not count. `disputed` says whether a conflict of a
    disputing nature names the statement.
    """
    # A later report that somebody is still in office says nothing of when the office began.
    grounds = ordered((cite for cite in statement.citations if cite.confirms is None), sources)
    words = [_best(grounds[0], sources), _publishers(grounds, sources)] if grounds else ["inferred"]
    return SEPARATOR.join(words) + (DISPUTED if disputed else "")


def _best(citation: Citation, sources: Mapping[str, Source]) -> str:
    type = sources[citation.source].type
    words = _IN_WORDS.get(type, type)
    return f"quoted from {words}" if citation.quote else words


def _publishers(citations: Iterable[Citation], sources: Mapping[str, Source]) -> str:
    cited = {citation.source for citation in citations}
    count = len({origin(sources[source]) for source in cited}) if len(cited) > 1 else 1
    return "1 publisher" if count == 1 else f"{count} independent publishers"
