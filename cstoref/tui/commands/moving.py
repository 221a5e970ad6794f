"""Commands that move the cursor, change the pane, and go back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from cstoref.tui.state import FACETS, FILTERS, SOURCES, Pane, ViewState

from .base import Command

if TYPE_CHECKING:
    from cstoref.tui.screens.explorer import Explorer

FAR = 1_000_000


class Up(Command):
    """Move the cursor up."""

    keys = "up,k"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.move(-1)


class Down(Command):
    """Move the cursor down."""

    keys = "down,j"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.move(1)


class PageUp(Command):
    """Move up by a page."""

    keys = "pageup,ctrl+u"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.page(-1)


class PageDown(Command):
    """Move down by a page."""

    keys = "pagedown,ctrl+d"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.page(1)


class Top(Command):
    """Move to the beginning."""

    keys = "g,home"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.move(-FAR)


class Bottom(Command):
    """Move to the end."""

    keys = "G,end"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.move(FAR)


class Back(Command):
    """Go back to where you were, with its cursor and filter."""

    keys = "left_square_bracket,backspace,alt+left"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _travel(explorer, -1)


class Forward(Command):
    """Go forward again."""

    keys = "right_square_bracket,alt+right"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _travel(explorer, 1)


class Leave(Command):
    """Go up one: out of the find box, out of zoom, from passage to record, from record to index."""

    keys = "escape"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _up(explorer)


class NextPane(Command):
    """Go to the next pane."""

    keys = "tab"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _turn(explorer, 1)


class PreviousPane(Command):
    """Go to the previous pane."""

    keys = "shift+tab"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _turn(explorer, -1)


class Right(Command):
    """Go to the right: to the next pane, or to the next cell of a view that has cells."""

    keys = "right,l"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _aside(explorer, 1)


class Left(Command):
    """Go to the left: to the previous pane, or to the previous cell of a view that has cells."""

    keys = "left,h"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        _aside(explorer, -1)


class SourcePane(Command):
    """Go to the source pane."""

    keys = "0"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.go_pane("source")


class Zoom(Command):
    """Give the pane the whole screen, or give it back."""

    keys = "z"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.go(zoomed=not explorer.state.zoomed)


class _Section(Command):
    number: ClassVar[int]
    group = "Sections"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        sections = [*explorer.store.kinds, SOURCES]
        if cls.number <= len(sections):
            explorer.open_section(sections[cls.number - 1])


class Members(_Section):
    """List the members, and the other states that the sources speak of."""

    keys, number = "1", 1


class Leaders(_Section):
    """List the leaders: people who hold or held office, or whom the sources quote."""

    keys, number = "2", 2


class Institutions(_Section):
    """List the institutions: bodies, offices, forces and bases."""

    keys, number = "3", 3


class Events(_Section):
    """List the events."""

    keys, number = "4", 4


class Agreements(_Section):
    """List the agreements and proposals."""

    keys, number = "5", 5


class Places(_Section):
    """List the places."""

    keys, number = "6", 6


class Sources(_Section):
    """List the sources."""

    keys, number = "7", 7


def _travel(explorer: Explorer, step: int) -> None:
    if not explorer.travel(step):
        explorer.say("Nothing further back." if step < 0 else "Nothing further on.")


def _up(explorer: Explorer) -> None:
    """Up one step; at the top nothing happens. Never quits, never drops the day."""
    state = explorer.state
    if explorer.find_box.has_focus or (state.pane == "index" and state.finding):
        explorer.leave_find_box()
    elif state.pane in FACETS and _narrowed(state):
        explorer.go(**{FILTERS[state.pane]: "", FACETS[state.pane]: ""})
    elif state.pane == "source" and state.text_find:
        explorer.go(text_find="")
    elif state.zoomed:
        explorer.go(zoomed=False)
    elif state.pane == "source":
        explorer.go(pane="index" if state.source else "record")
    elif state.view and state.pane == "record":
        explorer.go(view="", at=None)
    elif state.pane == "record":
        explorer.go(pane="index")


def _narrowed(state: ViewState) -> bool:
    return bool(getattr(state, FILTERS[state.pane]) or getattr(state, FACETS[state.pane]))


def _aside(explorer: Explorer, step: int) -> None:
    view = explorer.showing.view(explorer.state)
    if view is None or explorer.state.pane != "record":
        _turn(explorer, step)
        return
    cell = explorer.view.items.beside(explorer.state.at, step) or view.beside(explorer.state, step)
    if cell is not None:
        explorer.go(at=cell, citation=0, sentence=None, source=None)
    elif not explorer.view.items.has_cells:
        _turn(explorer, step)


def _turn(explorer: Explorer, step: int) -> None:
    panes: tuple[Pane, ...] = ("index", "record", "source")
    if explorer.state.at_home:
        panes = ("index", "record")
    explorer.go_pane(panes[(panes.index(explorer.state.pane) + step) % len(panes)])
