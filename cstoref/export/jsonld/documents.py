"""Sources as works of schema.org, without their texts."""

from __future__ import annotations

from cstoref.export import iris, plain_dates
from cstoref.model import Author, Source

from .nodes import Node, known, named

_CLASSES = {
    "agency": "NewsArticle",
    "press": "NewsArticle",
    "dataset": "Dataset",
    "wiki": "WebPage",
}
"""Classes of sources to classes of schema.org; the others are works of no special sort."""


def node(source: Source) -> Node:
    """One document."""
    return known(
        {
            "@id": named(iris.DOCUMENT, source.id),
            "@type": _CLASSES.get(source.type, "CreativeWork"),
            "name": source.title,
            "author": [_author(author) for author in source.authors],
            "publisher": {"@type": "Organization", "name": source.publisher},
            "datePublished": plain_dates.single(source.issued),
            "issued": source.issued,
            "issuedBasis": source.issued_basis,
            "url": address(source.url),
            "inLanguage": source.language,
            "isPartOf": _periodical(source),
            "sourceType": source.type,
            "copyOf": source.copy_of,
            "read": source.read,
            "grounding": source.grounding,
            "sha256": source.sha256,
            "lengthInCodePoints": source.length,
            "note": source.note,
            "layer": source.layer,
        }
    )


def address(url: str | None) -> str | None:
    """An address as the name of a page: what an address cannot hold is escaped."""
    return url and "".join(one if one.isprintable() and one not in _NEVER else iris.part(one) for one in url)


_NEVER = ' <>"{}|\\^`'


def _author(author: Author) -> Node:
    return {"@type": "Organization" if author.body else "Person", "name": author.name}


def _periodical(source: Source) -> Node | None:
    if not source.container:
        return None
    return known(
        {
            "@type": "Periodical",
            "name": source.container,
            "volumeNumber": source.volume,
            "issueNumber": source.issue,
        }
    )
