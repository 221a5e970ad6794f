"""The session: what somebody does in a pack, whichever front end asks for it."""

from __future__ import annotations

from cstoref.errors import UserError
from cstoref.store.record_statements import days_of
from cstoref.store.source_reader import Sentence

from . import cursors
from .destination import NOTHING, fields_of
from .grounds import ADDRESS, Disputes
from .position import Position
from .source_text import unknown_names
from .start_lists import BACK
from .state import FACETS, FILTERS, LASTING, SORTS, Pane, State
from .target import SECTION, Target
from .views import VIEWS


class Session(Position):
    """Where somebody is in a pack, and every step from there."""

    # Pages and panes

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
        """Open a view of the whole pack, of a record or of a conflict; close it where it is read. From a list
        beside it, go into it."""
        if not self.paged and (self.state.view, self.state.view_of) == (view, of):
            listed = self.state.pane == "index"
            self.go(pane="record") if listed else self.go(view="", at=None, source=None)
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
        last = self._trail.offered(self.state)
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

    # What is written into a pack

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
