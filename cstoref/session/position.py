"""Where somebody is in a pack: from one state to the next. Every change of state passes here.

It keeps the history, and the way back from a list to the page before it. A front end that draws gets each
change as the old state and the new one (`on_change`); it may add how far its panes are scrolled to a state
that is left (`on_leave`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cstoref import dates
from cstoref.errors import UserError
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData

from . import cursors
from .authorship import Authorship
from .destination import glance_fields, page_fields
from .grounds import ADDRESS, Disputes
from .here import Here
from .index import Index
from .readings import Readings
from .start_lists import BACK
from .state import State
from .target import STATED, Target, target_of
from .trail import Trail
from .views import VIEWS
from .views.base import View


class Position:
    """The state of a session, and what it points at."""

    def __init__(
        self,
        store: Store,
        user: UserData,
        state: State | None = None,
        *,
        paged: bool = False,
        left: State | None = None,
    ) -> None:
        """`paged` is for who reads one page at a time: no cursor, and each page can be gone back to. `left`
        is the page on which an earlier run was left."""
        self.store = store
        self.title = store.short_title()
        """What the pack is about, in a word or two."""
        self.user = user
        self.paged = paged
        self.opened: list[str] = []
        """The records that were opened, the last one last."""
        self.authorship = Authorship()
        """What is written into a pack of the person's own."""
        self.ended = False
        self.on_change: Callable[[State, State], None] = lambda old, new: None
        """Called with the old state and the new one."""
        self.on_leave: Callable[[State], State] = lambda state: state
        """Called with a state that is about to be left; gives it back with what should be restored."""
        self._readings = Readings(store, user)
        self._index = Index(store, user, self.opened)
        self._trail = Trail(left, paged)
        self._here = self._looked_up(state or State())
        begins = self.state.searching and self.state.at_home and not paged
        if begins:
            self._renew_first_screen()
        self._show_cursor(None)
        if begins:
            self._look_at(self.state.index_at)
        self._count_as_opened()

    @property
    def state(self) -> State:
        """The state."""
        return self._here.state

    @property
    def here(self) -> Here:
        """What the state points at."""
        return self._here

    @property
    def index(self) -> Index:
        """What the index lists."""
        return self._index

    @property
    def apart(self) -> str | None:
        """The statement that the record's page shows by itself, though it would fold it."""
        return self._readings.apart

    @property
    def saved(self) -> tuple[object, ...]:
        """What the person has saved that is shown: another value whenever any of it changes."""
        notes = tuple(self.user.notes.items())
        return self.user.bookmarks, notes, self.user.pins, self.authorship.version

    def view(self, state: State) -> View | None:
        """The view that a state is in."""
        return self._readings.view(state.view) if state.view in VIEWS else None

    def target(self, reference: str = "") -> Target | None:
        """What a reference names; without one, what the cursor is on, or the page that is read."""
        if reference:
            return target_of(self.store, reference)
        if self.paged:
            return self._of_page()
        if self.state.pane == "index":
            row = self.index.target(self.state, self.state.index_at)
            return row if row and row.what in STATED else None
        item = self.here.source_item if self.state.pane == "source" else None
        if item and not item.startswith(ADDRESS):
            return Target("conflict" if isinstance(self.here.grounds, Disputes) else "statement", item)
        return self.here.target

    @property
    def last_page(self) -> State | None:
        """The page that is read, or was read last; None where none was."""
        return self._trail.return_to(self.state) if self.state.pane == "index" else self.state

    @property
    def name_of_offered(self) -> str:
        """What the page is called to which the first screen leads back, with its day where that comes back
        with it; or empty."""
        last = self._trail.offered(self.state)
        if last is None:
            return ""
        name = self._looked_up(last).name
        day = f", as of {dates.spoken(last.as_of)}" if last.as_of and last.as_of != self.state.as_of else ""
        return f"{name}{day}" if name else ""

    def go(self, **changes: Any) -> None:
        """To a state with some fields changed. A new place can be gone back from."""
        changes.setdefault("selected", None)  # a selection lasts while it is made
        if "statement" in changes and not self.state.view:
            changes.setdefault("at", None)  # on a statement by itself, no more on the fact that it is behind
        self._go(self.state._replace(**changes))

    def travel(self, step: int) -> None:
        """Back or forward in the history. Raises UserError where there is nothing there."""
        # Before the state is replaced: only the front end knows how far its panes are scrolled.
        state = self._trail.travel(self.on_leave(self.state), step)
        if state is None:
            raise UserError("there is no earlier page" if step < 0 else "this is the latest page")
        self._to(state)

    def refresh(self) -> None:
        """Look everything up again: something that the state does not say has changed."""
        self._here = self._looked_up(self.state)

    def renew(self, wait: bool = False) -> bool:
        """Go on with the store that has what was written, once there is one; whether there is. Raises
        UserError where the pack does not verify any more."""
        store = self.authorship.renewed(wait)
        if store is None:
            return False
        self.store = store
        self._readings = Readings(store, self.user)
        self._index = Index(store, self.user, self.opened)
        self._renew_first_screen()
        self.refresh()
        self._show_cursor(None)
        return True

    def _of_page(self) -> Target:
        """The page that is read; where it is about something that has an id, that."""
        page = self.state.page
        if page.what in STATED or not page.of or page.what == "results":
            return page
        return target_of(self.store, page.of) or page

    def _renew_first_screen(self) -> None:
        """Make it anew when it is next shown; what its first row then names is where it leads."""
        self._trail.offer()
        self._index.renew(self.name_of_offered)

    def _begin(self) -> None:
        """Make the first screen anew, with the cursor at its beginning."""
        self._renew_first_screen()
        self._look_at(self._index.cursor(self.state))

    def _look_at(self, key: str | int | None) -> None:
        """Put the cursor of the index on a row and show what it opens, without going there: what was there
        before stays what one goes back to."""
        new = self.state._replace(index_at=key, **self._shown_by(key))
        # A first screen that was made anew has to be announced although the state is the same.
        if new != self.state or key == BACK:
            self._to(new)

    def _shown_by(self, key: str | int | None) -> dict[str, Any]:
        """The fields of the page that a row of the index shows, which leaves the cursor in the index."""
        last = self._trail.offered(self.state) if key == BACK else None
        if last is not None:
            return page_fields(last)
        return glance_fields(self.store, self.state, self.index.target(self.state, key))

    def _go(self, new: State) -> None:
        if new != self.state:
            self._trail.advance(self.state, new, self.on_leave)
            self._to(new)

    def _to(self, new: State) -> None:
        old = self.state
        # Where another passage is shown its list begins at its top, but for a place that is gone back to.
        if new.source_at == old.source_at and new.spot != old.spot:
            new = new._replace(source_at=None)
        self._here = self._looked_up(new)
        self._show_cursor(old)
        self._count_as_opened()
        self.on_change(old, self.state)

    def _looked_up(self, state: State) -> Here:
        return Here(state, self._readings, self._index)

    def _count_as_opened(self) -> None:
        """A record is opened once the cursor is in it, not while it is looked at from the index."""
        state = self.state
        record = state.record
        read = state.page.what == "record" if self.paged else state.pane != "index"
        # Only the last one is compared: coming back to a record later opens it again.
        if record and read and record not in self.opened[-1:]:
            self.opened.append(record)

    def _show_cursor(self, old: State | None) -> None:
        """Have every cursor on something that is listed. Who reads one page at a time has none."""
        changes = {} if self.paged else cursors.moved(self.here, self.index, old)
        if changes:
            self._here = self.here.with_cursor(self.state._replace(**changes))
