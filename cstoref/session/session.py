"""The session: from one state to the next. Every change of state passes here, whoever asks for it.

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
from cstoref.store.record_statements import days_of
from cstoref.store.source_reader import Sentence
from cstoref.user.user_data import UserData

from . import cursors
from .authorship import Authorship
from .destination import NOTHING, fields_of, glance_fields, page_fields
from .grounds import ADDRESS, Disputes
from .here import Here
from .index import Index
from .readings import Readings
from .source_text import unknown_names
from .start_lists import BACK
from .state import FACETS, FILTERS, LASTING, SORTS, Pane, State
from .target import SECTION, STATED, Target, target_of
from .trail import Trail
from .views import VIEWS
from .views.base import View


class Session:
    """Where somebody is in a pack, and where they were."""

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
            self._index.renew(self.name_of_last)
        self._show_cursor(None)
        if begins:
            self._look_at(self.state.index_at)
        self._count_as_opened()

    # Where it is

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
    def name_of_last(self) -> str:
        """What the page that was read last is called, with its day where that comes back with it; or
        empty."""
        last = self._trail.return_to(self.state)
        if last is None:
            return ""
        name = self._looked_up(last).name
        day = f", as of {dates.spoken(last.as_of)}" if last.as_of and last.as_of != self.state.as_of else ""
        return f"{name}{day}" if name else ""

    def _of_page(self) -> Target:
        """The page that is read; where it is about something that has an id, that."""
        page = self.state.page
        if page.what in STATED or not page.of or page.what == "results":
            return page
        return target_of(self.store, page.of) or page

    # From state to state

    def go(self, **changes: Any) -> None:
        """To a state with some fields changed. A new place can be gone back from."""
        changes.setdefault("selected", None)  # a selection lasts while it is made
        if "statement" in changes and not self.state.view:
            changes.setdefault("at", None)  # on a statement by itself, no more on the fact that it is behind
        self._go(self.state._replace(**changes))

    def open(self, target: Target) -> None:
        """To the place of a target. Raises UserError where the pack does not have it."""
        fields = fields_of(self.store, self.state, target, self.paged)
        if fields is None:
            raise UserError(f"nothing is found for “{target.of}”")
        if self.paged:  # a page begins anew but for what lasts
            lasting = {name: getattr(self.state, name) for name in LASTING}
            self._go(State(**{**lasting, **fields}))
        else:
            self.go(**fields)

    def open_view(self, view: str, of: str = "") -> None:
        """Open a view of the whole pack, of a record or of a conflict; close it where it is open."""
        if not self.paged and (self.state.view, self.state.view_of) == (view, of):
            self.go(view="", at=None, source=None)
            return
        if not self.paged and self.state.pane == "index":
            # What a row of a list shows was not opened: it is not what lies behind the view.
            self.go(**NOTHING)
        self.open(Target(view, of))

    def open_section(self, section: str, words: str = "") -> None:
        """Open the list of a kind in the index, filtered by words; or close the open one."""
        if self.paged:
            self.open(Target(SECTION, section))
            self.filter(words)
            return
        # A filter belongs to the list that it was typed for; opening the same list again keeps it.
        changed = {} if section == self.state.section else {"index_filter": words, "index_facet": ""}
        self.go(section=section, query="", finding=False, pane="index", **changed)

    def home(self) -> None:
        """To the first screen."""
        if self.paged:
            self.open(Target("home"))
            return
        self.go(pane="index", section="", query="", finding=True)
        self._begin()

    def travel(self, step: int) -> None:
        """Back or forward in the history. Raises UserError where there is nothing there."""
        # Before the state is replaced: only the front end knows how far its panes are scrolled.
        state = self._trail.travel(self.on_leave(self.state), step)
        if state is None:
            raise UserError("there is no earlier page" if step < 0 else "this is the latest page")
        self._to(state)

    def go_pane(self, pane: Pane) -> None:
        """To a pane. Raises UserError where there is no source to go to."""
        if pane == "source" and self.state.at_home:
            raise UserError("no source is shown yet")
        self.go(pane=pane)

    def next_pane(self, step: int) -> None:
        """To the pane to the right, or left if negative; around at the ends."""
        panes: tuple[Pane, ...] = ("index", "record") if self.state.at_home else ("index", "record", "source")
        self.go_pane(panes[(panes.index(self.state.pane) + step) % len(panes)])

    def leave(self) -> None:
        """Up one level: from the passage to the page, to the list it was chosen from, to the first screen;
        there nothing happens. Never clears the day."""
        state = self.state
        if state.selected:
            self.go(selected=None)
        elif state.searching:
            self._leave_search()
        elif state.pane != "source" and (state.filter or state.facet):
            self.clear_filter()
        elif state.pane == "source" and state.text_find:
            self.go(text_find="")
        elif state.zoomed:
            self.go(zoomed=False)
        elif state.pane == "index":
            self.home()
        elif state.pane == "source":
            self.go(pane="index" if state.source else "record")
        elif state.view and state.record:
            self.go(view="", at=None)
        else:
            self.go(pane="index")

    def _leave_search(self) -> None:
        """From an untouched search box back to where it was opened, else to the first screen."""
        asked_from = self._trail.asked_from
        if asked_from is not None:
            self._trail.leave_list()
            self._to(asked_from._replace(as_of=self.state.as_of))
        elif self.state.zoomed:
            self.go(zoomed=False)
        elif self.state.query:
            self.home()

    # The cursor

    def move(self, pane: Pane, key: str | int | None) -> None:
        """Put the cursor of a pane on an item. In the index, what it opens is shown at once."""
        # Passage and source follow the statement: what was chosen for the one before no longer applies.
        if pane == "record" and isinstance(key, str):
            self.go(**cursors.chosen(self.here, key), citation=0, sentence=None, source=None)
        elif pane == "source" and isinstance(key, int):
            self.go(sentence=key)
        elif pane == "source":
            self.go(source_at=key)
        elif pane == "index":
            self._look_at(key)

    def enter_ground(self) -> None:
        """Go where the item under the cursor of the source pane leads, where it shows no text: to another
        source of the statement, or to a statement."""
        item = self.here.source_item
        if item is not None and item.startswith(ADDRESS):
            self.go(citation=int(item.removeprefix(ADDRESS)))
        elif item is not None and isinstance(self.here.grounds, Disputes):
            self.open_view("conflict", item)
        elif item is not None:
            self.open(Target("statement", item))

    def enter_row(self) -> None:
        """Go where the row of the index under the cursor leads; a section's row opens or closes the section.

        The list stays as it is: going back, or up, leads to it.
        """
        key = self.state.index_at
        target = self.index.target(self.state, key)
        if key == BACK:
            self._return_to_last()
        elif target is not None and target.what == SECTION:
            closes = target.of == self.state.section and not self.state.starting
            self.home() if closes else self.open_section(target.of)
        elif target is not None and target.what == "results":
            self.search(target.of)
        elif target is not None and target.what in VIEWS:
            self.open_view(target.what)
        elif target is not None:
            self._look_at(key)
            self.go(pane="record" if self.state.source is None else "source")

    def _return_to_last(self) -> None:
        last = self._trail.return_to(self.state)
        if last is not None:
            self._trail.leave_list()
            self._to(last)

    # Search and filters

    def find(self) -> None:
        """Into the search box; the last page is one key away."""
        state = self.on_leave(self.state)
        self.go(pane="index", finding=True)
        self._trail.asked_from = None if state.searching else state
        if self.state.starting:
            self._begin()

    def search(self, words: str) -> None:
        """Show what is found for some words, the best in its pane too; without words, where to start."""
        if self.paged:
            self.open(Target("results", words))
            return
        if words == self.state.query and self.state.searching:
            return
        self._trail.asked_from = None
        if not words:
            self.home()
            return
        self.go(pane="index", query=words, finding=True)
        self._look_at(self.state.index_at)

    def filter(self, words: str) -> None:
        """Show only what has some words, in the pane with the cursor."""
        self.go(**{FILTERS[self.state.pane]: words}, part=None)

    def set_facet(self, facet: str) -> None:
        """Show only what has a facet, in the pane with the cursor; an empty one clears it."""
        self.go(**{FACETS[self.state.pane]: facet}, part=None)

    def clear_filter(self) -> None:
        """Show everything in the pane with the cursor."""
        self.go(**{FILTERS[self.state.pane]: "", FACETS[self.state.pane]: ""}, part=None)

    def sort(self, order: str, orders: tuple[str, ...]) -> None:
        """Sort the pane with the cursor in an order, or in the next one. Raises UserError."""
        if len(orders) < 2 or self.state.pane not in SORTS:
            raise UserError("only one sort order here")
        now = self.state.sort if self.state.sort in orders else orders[0]
        wanted = order or orders[(orders.index(now) + 1) % len(orders)]
        if wanted not in orders:
            raise UserError(f"there is no order “{order}” here; there are {', '.join(orders)}")
        view = self.here.view if self.state.pane == "record" else None
        at = {"at": view.turned(self.state)} if view is not None else {}
        self.go(**{SORTS[self.state.pane]: wanted}, part=None, **at)

    # The day

    def step_day(self, step: int) -> None:
        """To the next or previous day on which something changes for the record, or for any. Raises
        UserError where there is none."""
        state = self.state
        days = days_of(self.store, state.record if not state.view and not state.source else None)
        # Days are ISO text: comparing as text is comparing by time.
        now, ahead = state.as_of, days if step > 0 else days[::-1]
        beyond = [day for day in ahead if now is None or (day > now if step > 0 else day < now)]
        if not beyond:
            raise UserError(f"nothing changes {'after' if step > 0 else 'before'} this day")
        self.go(as_of=beyond[0], part=None)

    # Within

    def refresh(self) -> None:
        """Look everything up again: something that the state does not say has changed."""
        self._here = self._looked_up(self.state)

    def undo(self) -> str:
        """Take back what was written last into the topmost pack; a sentence. Raises UserError."""
        done = self.authorship.undo(self.store)
        self.show_written()
        return done

    def unknown_names(self, source: str, sentence: Sentence) -> list[str]:
        """The names in a sentence that no record has, each once."""
        text = self._readings.text(source)
        return unknown_names(text, self.store, sentence.start, sentence.end) if text else []

    def select(self, span: tuple[int, int]) -> None:
        """Select a passage of the text that is shown, with the cursor on the sentence in which it begins."""
        text = self.here.text
        sentence = text.sentence_from(span[0]) if text else None
        if sentence is not None:
            self.go(selected=span, sentence=sentence.number)

    def show_written(self) -> None:
        """Show what was written into the pack, as far as it can be shown before it is compiled."""
        self._readings.show_fresh(self.authorship.fresh)
        if self.state.selected:
            self.go(selected=None)
        self.refresh()

    def renew(self, wait: bool = False) -> bool:
        """Go on with the store that has what was written, once there is one; whether there is. Raises
        UserError where the pack does not verify any more."""
        store = self.authorship.renewed(wait)
        if store is None:
            return False
        self.store = store
        self._readings = Readings(store, self.user)
        self._index = Index(store, self.user, self.opened)
        self._index.renew(self.name_of_last)
        self.refresh()
        self._show_cursor(None)
        return True

    def _begin(self) -> None:
        """Make the first screen anew, with the cursor at its beginning."""
        self._index.renew(self.name_of_last)
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
        last = self._trail.return_to(self.state) if key == BACK else None
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
