"""Lists: the records of a kind and the sources, under the headings of the explorer's index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from cstoref.session.sections import sections
from cstoref.session.state import SOURCES
from cstoref.store.section_rows import SectionRow, section_rows

from .address import LinkBase, record_page, source_page
from .contents import Contents
from .frame import SitePage
from .html import Html, hidden_words, in_language, joined, link, tag


def kind_site_page(contents: Contents, here: LinkBase, kind: str) -> SitePage:
    """Every record of a kind."""
    held = contents.held_of_records(kind)
    rows = section_rows(contents.store, kind, None)
    title = next(section.label for section in sections(contents.store) if section.id == kind)
    look = "dim of-edition" if contents.store.kinds[kind].standing else "dim"
    return _page(here, title, rows, lambda row: _record(here, row, held[row.key], look))


def sources_site_page(contents: Contents, here: LinkBase) -> SitePage:
    """Every source."""
    rows = section_rows(contents.store, SOURCES, None)
    return _page(here, "Sources", rows, lambda row: _source(contents, here, row))


def _page(
    here: LinkBase, title: str, rows: Iterable[SectionRow], item: Callable[[SectionRow], Html]
) -> SitePage:
    parts: list[Html] = [tag("h1", title)]
    for group, of_group in groupby(rows, key=lambda row: row.group):
        items = [item(row) for row in of_group]
        count = tag("span", f"{len(items):,}", class_="count")
        heading = tag("h2", group[:1].upper() + group[1:], " ", count) if group else None
        parts.append(tag("section", heading, tag("ul", *items, class_="rows")))
    return SitePage(here.page, title, joined(parts))


def _record(here: LinkBase, row: SectionRow, held: str, look: str) -> Html:
    """A record; `look` of what it is tells the script whether that is so on the day of the edition only."""
    facts = tag("span", " · ".join(row.facts), class_=look) if row.facts else None
    return tag("li", link(here.to(record_page(row.key)), row.name), facts, _count(row), data_held=held)


def _source(contents: Contents, here: LinkBase, row: SectionRow) -> Html:
    source = contents.sources[row.key]
    title = in_language(source.title, source.language, class_="dim")
    return tag("li", link(here.to(source_page(row.key)), row.name), title, _count(row))


def _count(row: SectionRow) -> Html:
    return tag("span", f"{row.statements:,}", hidden_words(" statements"), class_="count", title="statements")
