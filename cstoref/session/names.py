"""The other names of a record and its identifiers, each under what it is: a language in words, a scheme."""

from __future__ import annotations

from cstoref.model import Record, of_layer
from cstoref.store import world
from cstoref.store.search.exact import LANGUAGES

ALSO = "also called"
SCHEMES = {
    "cow": "Correlates of War",
    "iso3166": "ISO 3166",
    "iso3166_3": "ISO 3166, three letters",
    "wikidata": "Wikidata",
}
"""What the schemes of identifiers are called; any other as it is."""


def other_names(record: Record) -> list[tuple[str, list[str]]]:
    """Labels, each with the names under it: those of no language first, then each language in the order of
    the file. A note on a name stands behind it."""
    by_label: dict[str, list[str]] = {ALSO: []}
    for name in record.names:
        if name.text != record.name:
            label = _language(name.lang) if name.lang else ALSO
            noted = f"{name.text} ({name.note})" if name.note else name.text
            by_label.setdefault(label, []).append(of_layer(noted, name.layer))
    return [(label, names) for label, names in by_label.items() if names]


def identifiers(record: Record) -> list[tuple[str, str]]:
    """Each identifier under the name of its scheme."""
    return [(SCHEMES.get(scheme, scheme), value) for scheme, value in record.identifiers]


def _language(tag: str) -> str:
    """The English name of a language; a tag that nobody knows as it is."""
    code = tag.partition("-")[0].lower()
    return LANGUAGES.get(code) or world.language(code) or tag
