"""The other names of a record and its identifiers, each under what it is: a language in words, a scheme."""

from __future__ import annotations

from collections.abc import Mapping

from cstoref.model import Record, Scheme, of_layer
from cstoref.store import world
from cstoref.store.search.exact import LANGUAGES

ALSO = "also called"


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


def identifiers(record: Record, schemes: Mapping[str, Scheme]) -> list[tuple[str, str]]:
    """Each identifier under the name of its scheme."""
    return [(schemes[scheme].label, value) for scheme, value in record.identifiers]


def _language(tag: str) -> str:
    """The English name of a language; a tag that nobody knows as it is."""
    code = tag.partition("-")[0].lower()
    return LANGUAGES.get(code) or world.language(code) or tag
