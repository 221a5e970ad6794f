"""What every view is: a page over the whole pack, as rows with a cursor, as items, and as JSON.

A view reads the store for a state and makes values of it, nothing else. Moving, previewing passages, history,
as-of, filters, bookmarks and notes are the session's and work in every view.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from cstoref.render.rows import Row
from cstoref.render.text import Style
from cstoref.session.page_items import ItemPage
from cstoref.session.state import State

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData


class View:
    """Base of all views.

    The keys of its rows, or of parts within a row where it has cells, say where they lead: the id of a
    statement or record, `SOURCE:OFFSET` for a passage. Others lead where `reference` and `opens` say.
    """

    title: ClassVar[str]
    """Its name above the panes."""
    wide: ClassVar[bool] = False
    """Whether it needs the width of the source pane too, until one goes there."""
    shows_passages: ClassVar[bool] = False
    """Whether it shows the passages itself, so that none is needed below it."""
    margin: ClassVar[int] = 0
    """Cells that stay empty to the left of its rows, for a pointer; rows that begin with a blank need 0."""
    footer: ClassVar[Sequence[tuple[str, str]]] = ()
    """What the footer shows beside help, find and Enter: verbs by id, each with its word."""
    orders: ClassVar[tuple[str, ...]] = ()
    """The orders that it can be sorted in, the default first."""

    def __init__(self, store: Store, user: UserData) -> None:
        self.store = store
        self.user = user

    @property
    def is_empty(self) -> bool:
        """Whether a person has put nothing into it yet, so that no passage can be shown for it."""
        return False

    def parts(self, state: State) -> tuple[object, ...]:
        """What its rows depend on; when any of it changes they are made anew."""
        return (
            state.view_of, state.as_of, state.quoted_only, state.record_filter, state.record_facet,
            state.record_sort,
        )  # fmt: skip

    def name(self, state: State) -> str:
        """What it is of, after its title; mostly the name of a record."""
        named = self.store.named([state.view_of]) if state.view_of else {}
        return f"{self.title} · {named[state.view_of].name}" if state.view_of in named else self.title

    def head(self, state: State, style: Style) -> Sequence[Row]:
        """Rows that stay above while the others scroll."""
        return ()

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        """The rows for `style.width` cells. Each view must define it."""
        raise NotImplementedError

    def page(self, state: State) -> ItemPage:
        """The same in words, for who reads one page at a time. The filter of the state is not applied."""
        raise NotImplementedError

    def json(self, state: State) -> object:
        """The same as data."""
        raise NotImplementedError

    def keys(self, state: State) -> Sequence[str]:
        """Its items in the order in which a cursor meets them."""
        rows = self.rows(state, self._any_style)
        ids = (key for row in rows for key in (row.key, *(part.key for part in row.parts)))
        return tuple(dict.fromkeys(id for id in ids if id))

    @cached_property
    def _any_style(self) -> Style:
        return Style()

    def reference(self, key: str) -> str:
        """The statement, record or passage that an item stands for."""
        return key

    def caption(self, key: str) -> tuple[str, str] | None:
        """What is shown below the view for an item, a heading and its text, where its statement is not."""
        return None

    def statements(self, key: str) -> tuple[str, ...]:
        """The statements that an item stands for, where it may be several."""
        return ()

    def opens(self, key: str) -> tuple[str, str] | None:
        """The view, and what it is of, that an item opens; mostly None."""
        return None

    def beside(self, state: State, step: int) -> str | None:
        """The item to the right of the cursor, or left if negative, where no row shows it yet."""
        return None

    def turned(self, state: State) -> str | None:
        """Where the cursor goes when a view in this state is sorted in another order; mostly nowhere."""
        return state.at

    def facets(self, state: State) -> list[tuple[str, int]]:
        """What it can be filtered by, as `name: value`, each with its count; mostly nothing."""
        return []
