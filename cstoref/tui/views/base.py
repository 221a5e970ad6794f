"""What every view is: a page over the whole pack that stands in the record pane. Knows no widget.

A view makes lines from store and state, nothing else. Moving, previewing passages, following, history, as-of,
zoom, filter, bookmarks and notes are the explorer's and work in every view.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from cstoref.tui.line import Line
from cstoref.tui.state import ViewState

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData


class View:
    """Base of all views.

    The keys of its items say where they lead: a statement's id, a record's id, `SOURCE:OFFSET` for a passage.
    What begins otherwise leads nowhere; a view of cells gives its pieces keys, a view of rows its lines.
    `of` may tell that a key of the view's own stands for one of those.
    """

    title: ClassVar[str]
    """Its name in the line above the panes."""
    whole: ClassVar[bool] = False
    """Whether it needs the width of the source pane too, until one goes there."""
    shows_passages: ClassVar[bool] = False
    """Whether it shows the passages itself, so that none is needed below it."""
    keys: ClassVar[Sequence[tuple[str, str]]] = ()
    """What the footer shows beside help, find and Enter: commands by id, each with its word."""

    def __init__(self, store: Store, kept: UserData) -> None:
        self.store = store
        self.kept = kept

    def parts(self, state: ViewState) -> tuple[object, ...]:
        """What its lines depend on; when any of it changes they are made anew."""
        return (
            state.view_of, state.as_of, state.quoted_only, state.record_filter, state.record_facet,
            state.record_sort,
        )  # fmt: skip

    def named(self, state: ViewState) -> str:
        """What it is, in the line above the panes."""
        return self.title

    def head(self, state: ViewState, cells: int) -> Sequence[Line]:
        """Lines that stay above while the others scroll."""
        return ()

    def lines(self, state: ViewState, cells: int) -> Sequence[Line]:
        """The lines, for a width."""
        raise NotImplementedError

    def of(self, key: str) -> str:
        """The statement, record or passage that an item stands for."""
        return key

    def tells(self, key: str) -> tuple[str, str] | None:
        """What stands below the view for an item, a heading and its text, where no statement can tell it."""
        return None

    def behind(self, key: str) -> tuple[str, ...]:
        """The statements that an item stands for, where it may be several."""
        return ()

    def leads(self, key: str) -> tuple[str, str] | None:
        """The view, and what it is of, that Enter opens on an item; mostly None."""
        return None

    def beside(self, state: ViewState, step: int) -> str | None:
        """The item to the right of the cursor, or left if negative, where it is not among the lines yet."""
        return None

    def facets(self, state: ViewState) -> list[tuple[str, int]]:
        """What it can be narrowed to, as `name: value`, with how much each leaves; mostly nothing."""
        return []

    def orders(self) -> tuple[str, ...]:
        """The orders that it can be sorted in, the one without being asked first; mostly none."""
        return ()
