"""Citations for other people's papers: a source, a statement or a record in the forms that they are read in.

Each carries a spot: an id and the edition in which it was cited, by which `cstoref open` finds it again. A
style is one file with `write(items)`, and a line in `STYLES`. Knows no store.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cstoref.namedtuples import NamedTuple

from . import bibtex, csl, markdown, plain, ris
from .citable import Cited, by_source

__all__ = ["STYLES", "Style"]


class CitationStyle(NamedTuple):
    """One way to write citations."""

    description: str
    write: Callable[[Sequence[Cited]], str]
    bibliography: bool = False
    """Whether it has an entry for each source, and not for each passage."""

    def written(self, items: Sequence[Cited]) -> str:
        """The items in this style; in a bibliography each source once."""
        return self.write(by_source(items) if self.bibliography else items)


STYLES: dict[str, CitationStyle] = {
    "plain": CitationStyle("a sentence for a footnote", plain.write),
    "markdown": CitationStyle("a Markdown footnote", markdown.write),
    "bibtex": CitationStyle("entries for BibTeX and biblatex", bibtex.write, True),
    "ris": CitationStyle("records for reference managers", ris.write, True),
    "csl-json": CitationStyle("items for citation processors", csl.write, True),
}
"""Every style by the name under which it is asked for."""
