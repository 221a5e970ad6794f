"""What a session has read last, so that going back to it costs nothing."""

from __future__ import annotations

from functools import lru_cache

from cstoref.store.pages import Page, page
from cstoref.store.queries import Store
from cstoref.user.keeping import Keeping

from .source_text import Search, SourceText, read_text, search_text
from .views import view_class
from .views.base import View

FEW = 2
"""Where one came from, and where one went: more would cost memory where pages are long."""


class Readings:
    """Pages, texts and views by what they were read for."""

    def __init__(self, store: Store, user: Keeping) -> None:
        self.store = store
        self._user = user
        self._page = lru_cache(maxsize=FEW)(lambda record, as_of: page(store, record, as_of))
        self._text = lru_cache(maxsize=FEW)(lambda source: read_text(store, source))
        self._search = lru_cache(maxsize=FEW)(self._searched)
        self._view = lru_cache(maxsize=FEW)(lambda view: view_class(view)(store, user))

    def page(self, record: str, as_of: str | None) -> Page | None:
        """The page of a record, on a day or on all dates; None where the pack has no such record."""
        read: Page | None = self._page(record, as_of)
        return read

    def text(self, source: str) -> SourceText | None:
        """The text of a source; None where the pack has none."""
        read: SourceText | None = self._text(source)
        return read

    def search(self, source: str, words: str) -> Search:
        """The places of some words in the text of a source."""
        read: Search = self._search(source, words)
        return read

    def view(self, id: str) -> View:
        """A view of the registry. It keeps what it has read until others are opened."""
        made: View = self._view(id)
        return made

    def _searched(self, source: str, words: str) -> Search:
        text = self.text(source)
        return search_text(text.text, words) if text else Search(words)
