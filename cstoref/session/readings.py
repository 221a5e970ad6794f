"""What a session has read last, so that going back to it costs nothing."""

from __future__ import annotations

from functools import lru_cache

from cstoref.model import Statement
from cstoref.store.page_folds import folded, without_trivial
from cstoref.store.pages import Page, page
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData

from .arrangement import ORDERS
from .grounds import Disputes, Grounds, disputes_of, grounds_of
from .renewal import Fresh
from .source_text import Search, SourceText, SourceView, read_text, search_text, with_fresh, with_names
from .state import State
from .views import view_class
from .views.base import View

FEW = 2
"""Where one came from, and where one went: more would cost memory where pages are long."""


class Readings:
    """Pages, texts and views by what they were read for."""

    def __init__(self, store: Store, user: UserData) -> None:
        self.store = store
        self._user = user
        self.apart: str | None = None
        """The statement that was last shown by itself, though its page folds it."""
        # Made for each session, since a cache on the method of the class would keep every store open.
        self._shown = lru_cache(maxsize=FEW)(self._fold)
        self._page = lru_cache(maxsize=FEW)(lambda record, as_of: page(store, record, as_of))
        self._fresh: tuple[Fresh, ...] = ()
        self._text = lru_cache(maxsize=FEW)(self._read_text)
        self._grounds = lru_cache(maxsize=FEW)(lambda passage, of: grounds_of(store, passage, of))
        self._disputes = lru_cache(maxsize=FEW)(lambda record: disputes_of(store, record))
        self._search = lru_cache(maxsize=FEW)(self._searched)
        self._view = lru_cache(maxsize=FEW)(lambda view: view_class(view)(store, user))

    def show_fresh(self, fresh: tuple[Fresh, ...]) -> None:
        """Have passages lit in their texts on which a statement rests that is not compiled yet."""
        self._fresh = fresh
        self._text.cache_clear()

    def _read_text(self, source: str) -> SourceText | None:
        text = with_fresh(read_text(self.store, source), self._fresh)
        return with_names(text, self.store, {one.name for one in self._fresh})

    def page(self, state: State) -> Page | None:
        """The page of the state's record: by group each thing once, else each statement by itself.

        A statement that the cursor is sent to is by itself, though the page would fold it or leave it out.
        None where the pack has no such record.
        """
        whole: Page | None = self._page(state.record, state.as_of)
        if whole is None:
            return None
        # A filter must find each statement by itself, also one that is part of another's line.
        folds = state.record_sort not in ORDERS[1:] and not state.record_filter and not state.record_facet
        shown: Page = self._shown(state.record, state.as_of, folds, self.apart)
        sent = state.statement if not state.at else None  # on a fact the page stays as it is
        if sent and not _has(shown, sent) and _has(whole, sent):
            self.apart = sent
            shown = self._shown(state.record, state.as_of, folds, self.apart)
        return shown

    def _fold(self, record: str, as_of: str | None, folds: bool, apart: str | None) -> Page:
        whole = self._page(record, as_of)
        assert whole is not None
        return folded(whole, self.store, apart) if folds else without_trivial(whole, apart)

    def text(self, source: str) -> SourceText | None:
        """The text of a source; None where the pack has none."""
        read: SourceText | None = self._text(source)
        return read

    def grounds(self, passage: SourceView, statement: Statement | None) -> Grounds | None:
        """What a passage without a text rests on."""
        grounds: Grounds | None = self._grounds(passage, statement)
        return grounds

    def disputes(self, record: str) -> Disputes:
        """The conflicts that concern a record."""
        disputes: Disputes = self._disputes(record)
        return disputes

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


def _has(page: Page, statement: str) -> bool:
    """Whether a page shows a statement."""
    return statement in [entry.statement.id for entry in page.entries]
