"""What the explorer does itself: verbs about what is drawn, and those that it asks or answers live."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cstoref.errors import UserError
from cstoref.session.state import FILTERS

from .themes import THEMES

if TYPE_CHECKING:
    from .host import Host
    from .line import Key

FAR = 1_000_000


def _move(step: int) -> Callable[[Host], None]:
    return lambda host: host.pane.move(step)


def _page(step: int) -> Callable[[Host], None]:
    return lambda host: host.pane.page(step)


def _aside(step: int) -> Callable[[Host], None]:
    """To the next cell of a table, else to the next pane."""

    def run(host: Host) -> None:
        session, view = host.session, host.session.here.view
        if view is None or session.state.pane != "record":
            session.next_pane(step)
            return
        items = host.pane.items
        cell = items.beside(session.state.at, step) or view.beside(session.state, step)
        if cell is not None:
            session.move("record", cell)
        elif not items.has_cells:
            session.next_pane(step)

    return run


def find(host: Host) -> None:
    """Into the search box, whatever pane is visible; what was typed before, also on a page by mistake, can be
    typed over."""
    host.session.find()
    if typed := host.typed_on_page():
        host.session.search(typed)
    host.widgets.find.fill(host.session.state.query, offered=True)


def find_here(host: Host) -> None:
    """Filter, or search in the text, while words are typed."""
    from .screens.live_filter import LiveFilter

    session, pane = host.session, host.session.state.pane
    if session.state.searching:
        find(host)
        return
    start = session.here.sentence.number if session.here.sentence else 0

    def apply(words: str) -> str:
        session.filter(words)
        if pane == "source" and session.here.text:
            hits = session.here.search.sentences(session.here.text)
            if hits:
                session.move("source", next((number for number in hits if number >= start), hits[0]))
        return session.here.matching

    title = "Find in this text:" if pane == "source" else "Filter:"
    host.screen.app.push_screen(LiveFilter(title, getattr(session.state, FILTERS[pane]), apply))


def as_of(host: Host) -> None:
    """Ask for the day."""
    from .screens.day_prompt import DayPrompt

    session = host.session

    def answered(day: str | None) -> None:
        if day is not None:
            session.go(as_of=day or None)

    host.screen.app.push_screen(DayPrompt(session), answered)


def help(host: Host) -> None:
    """Open help; the line that is chosen is run."""
    from .screens.help import HelpScreen

    def chosen(key: Key) -> None:
        if isinstance(key, str):
            host.run(key)

    host.screen.app.push_screen(HelpScreen(host.session.state.pane, host.keys), chosen)


def palette(host: Host) -> None:
    """Open the palette."""
    host.screen.app.action_command_palette()


def theme(host: Host) -> None:
    """The next theme."""
    names = [theme.name for theme in THEMES]
    host.screen.app.theme = names[(names.index(host.screen.app.theme) + 1) % len(names)]


def mouse(host: Host) -> None:
    """Take the mouse, or leave it to the terminal."""
    host.say(host.mouse.toggle())


def show_copied(host: Host) -> None:
    """Show the last copied text."""
    if host.copied is None:
        raise UserError("nothing has been copied yet")
    host.show_text(host.copied)


def suspend(host: Host) -> None:
    """Into the background, until the shell's fg."""
    if host.screen.app.is_web:
        raise UserError("a browser has no shell to go back to")
    host.screen.app.action_suspend_process()


ACTIONS: dict[str, Callable[[Host], None]] = {
    "up": _move(-1),
    "down": _move(1),
    "top": _move(-FAR),
    "bottom": _move(FAR),
    "page-up": _page(-1),
    "page-down": _page(1),
    "left": _aside(-1),
    "right": _aside(1),
    "find": find,
    "find-here": find_here,
    "as-of": as_of,
    "help": help,
    "palette": palette,
    "theme": theme,
    "suspend": suspend,
    "mouse": mouse,
    "show-copied": show_copied,
}
"""By the id of the verb. Every other verb is the session's."""
