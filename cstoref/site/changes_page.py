"""What changed since another edition: what was added, changed, moved and withdrawn, each with a link."""

from __future__ import annotations

from collections.abc import Iterable

from cstoref.export.difference import ChangedItem, Difference, DifferingPart, Line
from cstoref.render.difference import SHOWN, counts_of, differing, in_words

from .address import LinkBase, conflict_page, record_page, source_page
from .contents import Contents
from .frame import SitePage
from .html import Html, joined, link, tag


def changes_site_page(contents: Contents, here: LinkBase, found: Difference) -> SitePage:
    """What differs between two editions."""
    before, after = (f"{edition.id} {edition.edition}" for edition in (found.before, found.after))
    parts: list[Html] = [tag("h1", "Changes"), tag("p", f"{before} → {after}", class_="dim")]
    if all(part.is_empty for part in found.parts.values()):
        parts.append(tag("p", "No differences.", class_="dim"))
    for name, part in found.parts.items():
        if not part.is_empty:
            parts.append(_part(contents, here, name, part))
    return SitePage(here.page, "Changes", joined(parts))


def _part(contents: Contents, here: LinkBase, name: str, part: DifferingPart) -> Html:
    lists = (
        ("Added", [_added(contents, here, line) for line in part.added]),
        ("Changed", [_changed(contents, here, change) for change in part.changed]),
        (
            "Passages elsewhere in their texts",
            [_linked(contents, here, id, _named(contents, id)) for id in part.moved],
        ),
        ("Withdrawn", [_withdrawn(contents, here, id, now) for id, now in part.withdrawn]),
    )
    sections = (_list(title, rows) for title, rows in lists if rows)
    return tag("section", tag("h2", name.capitalize()), tag("p", counts_of(part), class_="dim"), *sections)


def _list(title: str, rows: Iterable[Html]) -> Html:
    return joined((tag("h3", title), tag("ul", *(tag("li", row) for row in rows), class_="rows")))


def _added(contents: Contents, here: LinkBase, line: Line) -> Html:
    words = next((line[key] for key in SHOWN if line.get(key)), line["id"])
    return _linked(contents, here, line["id"], words)


def _changed(contents: Contents, here: LinkBase, change: ChangedItem) -> Html:
    pairs = []
    for key, values in change.keys.items():
        was, now = map(in_words, differing(*values))
        pairs.append(tag("div", tag("dt", key), tag("dd", tag("del", was), " ", tag("ins", now))))
    name = _linked(contents, here, change.id, _named(contents, change.id))
    return joined((name, tag("dl", *pairs, class_="facts")))


def _named(contents: Contents, id: str) -> str:
    """What something is called, or the sentence of a statement."""
    if id in contents.statements:
        return contents.statements[id].text
    if id in contents.sources:
        return contents.sources[id].short
    return contents.conflicts[id].topic if id in contents.conflicts else contents.names.get(id, id)


def _withdrawn(contents: Contents, here: LinkBase, id: str, now: str | None) -> Html:
    successor = joined((", now ", _linked(contents, here, now, _named(contents, now)))) if now else None
    return joined((tag("span", id), successor))


def _linked(contents: Contents, here: LinkBase, id: str, words: str) -> Html:
    """A link to something by its id; of a statement to it on the page of its record."""
    if id in contents.records:
        return link(here.to(record_page(id)), words)
    if id in contents.statements:
        return link(here.to(record_page(contents.statements[id].subject), id), words)
    if id in contents.sources:
        return link(here.to(source_page(id)), words)
    return link(here.to(conflict_page(id)), words) if id in contents.conflicts else tag("span", words)
