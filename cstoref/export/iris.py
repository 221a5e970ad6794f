"""Names for what is in a pack that hold in any collection: `urn:cstoref:csto:record:belarus`.

A reference has no place on the web of its own, so that its names are no addresses.
"""

from __future__ import annotations

from urllib.parse import quote

ROOT = "urn:cstoref:"
RECORD, STATEMENT, DOCUMENT, CONFLICT = "record", "statement", "document", "conflict"


def prefix(pack: str, what: str) -> str:
    """What the names of all records, statements, documents or conflicts of a pack begin with."""
    return f"{ROOT}{part(pack)}:{what}:"


def part(id: str) -> str:
    """An id as part of such a name: readers refuse blanks and signs that addresses do not have."""
    return quote(id, safe="/-._~")


def iri(pack: str, what: str, id: str) -> str:
    """The name of one thing."""
    return prefix(pack, what) + part(id)
