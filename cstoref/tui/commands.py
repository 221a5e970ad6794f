"""One class per command. Its docstring is its help text, and keys, footer, palette, help screen, key list and
the guide's key table all come from here: nothing is bound anywhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

if TYPE_CHECKING:
    from .screens.explorer import Explorer

PANES = ("index", "record", "source")

CYRILLIC = dict(zip("qwertyuiop[]asdfghjklzxcvbnm", "йцукенгшщзхъфывапролдячсмить", strict=False))
"""The letter that the same key gives on a Russian layout."""
BRACKETS = {"left_square_bracket": "[", "right_square_bracket": "]"}


class Command:
    """Base of all commands."""

    keys: ClassVar[str] = ""
    """Keys that run it, separated by commas, as Textual names them."""
    shown: ClassVar[str] = ""
    """How the key is written in footer and help."""
    label: ClassVar[str] = ""
    """Its word in the footer; empty keeps it out of there."""
    panes: ClassVar[tuple[str, ...]] = PANES
    """The panes in whose footer it stands."""
    group: ClassVar[str] = "Moving"

    @classmethod
    def id(cls) -> str:
        """The name under which it can be bound to other keys: `OpenLinked` is `open-linked`."""
        name = cls.__name__
        return "".join(f"-{c.lower()}" if c.isupper() and at else c.lower() for at, c in enumerate(name))

    @classmethod
    def help(cls) -> str:
        """What it does, in one line."""
        return " ".join((cls.__doc__ or "").split())

    @classmethod
    def binding(cls) -> Binding:
        """Its keys, also those of a Cyrillic layout."""
        keys = cls.keys.split(",")
        letters = [BRACKETS.get(key, key) for key in keys]
        keys += [CYRILLIC[letter] for letter in letters if letter in CYRILLIC]
        keys += [CYRILLIC[key.lower()].upper() for key in keys if key.lower() in CYRILLIC and key.isupper()]
        return Binding(",".join(keys), f"run('{cls.id()}')", cls.help(), show=False, id=cls.id())

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        """Do it."""
        raise NotImplementedError


class Help(Command):
    """Show every key, for the pane that has the focus first."""

    keys, shown, label, group = "question_mark,f1", "?", "help", "General"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.show_help()


class Find(Command):
    """Find a record, a statement or a passage, from anywhere."""

    keys, shown, label, group = "slash", "/", "find", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.focus_find()


class Enter(Command):
    """Open what the cursor is on: a record in a list, the passage of a statement, the uses of a sentence."""

    keys, shown, label = "enter", "⏎", "open"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.enter()


class Uses(Command):
    """List every statement drawn from the sentence under the cursor."""

    keys, shown, label, panes = "r", "r", "uses", ("record", "source")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.show_uses()


class OpenLinked(Command):
    """Open another record that the statement under the cursor concerns."""

    keys, shown, panes = "o", "o", ("record",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.open_linked()


class Back(Command):
    """Go back to where you were, with its cursor and filter."""

    keys, shown, label = "left_square_bracket,backspace,alt+left", "[", "back"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.travel(-1)


class Forward(Command):
    """Go forward again."""

    keys, shown = "right_square_bracket,alt+right", "]"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.travel(1)


class AsOf(Command):
    """Answer for one day, or again for all time. Nothing else clears the day."""

    keys, shown, label, group = "a", "a", "as-of", "Time"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.ask_day()


class EarlierDay(Command):
    """Step to the last day before at which something changes."""

    keys, shown, group = "less_than_sign", "<", "Time"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_day(-1)


class LaterDay(Command):
    """Step to the next day at which something changes."""

    keys, shown, group = "greater_than_sign", ">", "Time"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_day(1)


class QuotedOnly(Command):
    """Show only statements whose passage is in the pack, or all again."""

    keys, shown, group = "Q", "Q", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.toggle_quoted()


class FindHere(Command):
    """Find in the text of the source, or filter the list or the statements of the pane."""

    keys, shown, group = "f", "f", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.find_here()


class NextHit(Command):
    """Go to the next place of what is sought in the text."""

    keys, shown, panes, group = "n", "n", ("source",), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.hop_hit(1)


class PreviousHit(Command):
    """Go to the previous place of what is sought in the text."""

    keys, shown, panes, group = "N", "N", ("source",), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.hop_hit(-1)


class Sort(Command):
    """Sort the list or the statements of the pane in the next order: grouped, by name or time, by weight."""

    keys, shown, panes, group = "s", "s", ("index", "record"), "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.sort()


class Up(Command):
    """Move the cursor up."""

    keys, shown = "up,k", "↑ k"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.move(-1)


class Down(Command):
    """Move the cursor down."""

    keys, shown = "down,j", "↓ j"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.move(1)


class PageUp(Command):
    """Move up by a page."""

    keys, shown = "pageup,ctrl+u", "PgUp"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.page(-1)


class PageDown(Command):
    """Move down by a page."""

    keys, shown = "pagedown,ctrl+d", "PgDn"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.page(1)


class Top(Command):
    """Move to the beginning."""

    keys, shown = "home,g", "g"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.move(-1_000_000)


class Bottom(Command):
    """Move to the end."""

    keys, shown = "end,G", "G"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.view.move(1_000_000)


class PreviousCited(Command):
    """Move to the previous sentence that a statement rests on."""

    keys, shown, panes = "left_parenthesis", "(", ("source",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.hop_cited(-1)


class NextCited(Command):
    """Move to the next sentence that a statement rests on."""

    keys, shown, label, panes = "right_parenthesis", ")", "next cited", ("source",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.hop_cited(1)


class PreviousUncited(Command):
    """Move to the previous sentence that nothing rests on."""

    keys, shown, panes = "left_curly_bracket", "{", ("source",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.hop_cited(-1, cited=False)


class NextUncited(Command):
    """Move to the next sentence that nothing rests on."""

    keys, shown, panes = "right_curly_bracket", "}", ("source",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.hop_cited(1, cited=False)


class NextCitation(Command):
    """Show the next passage that the statement rests on, where it has several."""

    keys, shown, panes = "c", "c", ("record",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.next_citation()


class NextPane(Command):
    """Go to the next pane."""

    keys, shown = "tab,l,right", "Tab"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.turn_pane(1)


class PreviousPane(Command):
    """Go to the previous pane."""

    keys, shown = "shift+tab,h,left", "⇧Tab"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.turn_pane(-1)


class SourcePane(Command):
    """Go to the source pane."""

    keys, shown = "0", "0"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.go_pane("source")


class Section(Command):
    """Open a section of the index by its number: members, leaders, institutions, events, agreements, places,
    sources."""

    keys, shown = "1,2,3,4,5,6,7", "1…7"

    @classmethod
    def binding(cls) -> Binding:
        return Binding(cls.keys, "noop", cls.help(), show=False, id=cls.id())

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.go_pane("index")


class Zoom(Command):
    """Give the pane the whole screen, or give it back."""

    keys, shown = "z", "z"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.toggle_zoom()


class Leave(Command):
    """Go up one: out of the find box, out of zoom, from passage to record, from record to index."""

    keys, shown = "escape", "Esc"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.leave()


class Home(Command):
    """Show the first screen."""

    keys, shown = "H", "H"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.go_home()


class Palette(Command):
    """Search all commands and records."""

    keys, shown, group = "ctrl+p,colon", "ctrl+p", "Finding"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.app.action_command_palette()


class Theme(Command):
    """Change between the dark, the light and the high-contrast theme."""

    keys, shown, group = "f9", "F9", "General"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.next_theme()


class Quit(Command):
    """Leave the explorer."""

    keys, shown, label, group = "q,ctrl+q", "q", "quit", "General"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.app.exit()


COMMANDS: tuple[type[Command], ...] = (
    Help, Find, Enter, Uses, NextCited, OpenLinked, Back, AsOf, Quit,
    Forward, EarlierDay, LaterDay, QuotedOnly, NextCitation, PreviousCited,
    PreviousUncited, NextUncited, FindHere, NextHit, PreviousHit, Sort,
    Up, Down, PageUp, PageDown, Top, Bottom, NextPane, PreviousPane, SourcePane, Section,
    Zoom, Leave, Home, Palette, Theme,
)  # fmt: skip
"""Every command; those with a label stand in the footer in this order."""

BY_ID = {command.id(): command for command in COMMANDS}


def footer(pane: str) -> list[type[Command]]:
    """At most seven commands for the footer of a pane, help first."""
    return [command for command in COMMANDS if command.label and pane in command.panes][:7]
