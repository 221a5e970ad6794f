"""Every page and file of a site, in order, each made when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from cstoref import dates
from cstoref.export.difference import Difference
from cstoref.render import statements as said
from cstoref.session.sections import sections
from cstoref.session.state import SOURCES
from cstoref.store.pages import UNDATED
from cstoref.store.participation import ATTENDANCE, CONTRIBUTION, SIGNATURE
from cstoref.store.queries import Store

from .about_page import about_site_page
from .address import HOME, LinkBase, conflict_page, file_of, kind_page, record_page, source_page
from .changes_page import changes_site_page
from .conflict_pages import conflict_site_page, conflicts_site_page
from .contents import HELD_LETTERS, Contents
from .frame import INDEX, SCRIPT, STYLE, Frame, SitePage
from .home_page import home_site_page
from .list_pages import kind_site_page, sources_site_page
from .matrix_pages import matrix_site_page
from .membership_page import membership_site_page
from .record_pages import record_site_page
from .search_index import search_index
from .source_pages import source_site_page
from .timeline_page import timeline_site_page

STATIC = Path(__file__).parent / "static"
SCRIPTS = ("fold.js", "search.js", "days.js", "passages.js")
MATRICES = {"attendance": ATTENDANCE, "signatures": SIGNATURE, "contributions": CONTRIBUTION}
"""The page of each matrix, and its mode."""


class Site:
    """A pack as a site. `whole_texts`: pages of sources have the whole text; `changes`: what differs from
    another edition."""

    def __init__(self, store: Store, whole_texts: bool = False, changes: Difference | None = None) -> None:
        self._contents = Contents(store, whole_texts)
        self._changes = changes
        self._frame = Frame(self._contents, changes is not None)

    def files(self) -> Iterator[tuple[str, str]]:
        """The files of a folder, each with its name within it and its text."""
        yield STYLE, _style()
        yield SCRIPT, _script()
        yield INDEX, search_index(self._contents, is_single=False)
        for page in self._pages(is_single=False):
            yield file_of(page.id), self._frame.folder_page(page)

    def single_file(self) -> Iterator[str]:
        """The site as one file, in parts."""
        index = search_index(self._contents, is_single=True)
        yield from self._frame.single_file(self._pages(is_single=True), _style(), _script(), index)

    def _pages(self, is_single: bool) -> Iterator[SitePage]:
        contents = self._contents

        def here(page: str) -> LinkBase:
            return LinkBase(page, is_single)

        yield home_site_page(contents, here(HOME), self._changes is not None)
        yield about_site_page(contents, here("about"))
        for section in sections(contents.store):
            if section.id != SOURCES:
                yield kind_site_page(contents, here(kind_page(section.id)), section.id)
        yield sources_site_page(contents, here(SOURCES))
        yield timeline_site_page(contents, here("timeline"))
        for page, mode in MATRICES.items():
            yield matrix_site_page(contents, here(page), mode)
        yield membership_site_page(contents, here("membership"))
        yield conflicts_site_page(contents, here("conflicts"))
        if self._changes is not None:
            yield changes_site_page(contents, here("changes"), self._changes)
        for record in contents.records:
            yield record_site_page(contents, here(record_page(record)), record)
        for source in contents.sources.values():
            yield source_site_page(contents, here(source_page(source.id)), source)
        for conflict in contents.conflicts:
            yield conflict_site_page(contents, here(conflict_page(conflict)), conflict)


def _style() -> str:
    return (STATIC / STYLE).read_text(encoding="utf-8")


def _script() -> str:
    """The scripts in one, after the words that they show."""
    words = {HELD_LETTERS[held]: words for held, words in said.DOUBTS.items()}
    words |= {HELD_LETTERS[dates.LAST_KNOWN]: "last known", HELD_LETTERS[dates.NO]: "not on this day"}
    assert HELD_LETTERS[UNDATED] in words
    given = f"const WORDS = {json.dumps(words)};\nconst MONTHS = {json.dumps(dates.MONTHS)};\n"
    texts = ((STATIC / name).read_text(encoding="utf-8") for name in SCRIPTS)
    return "\n".join((given, *texts))
