"""What every command is: a class with its keys, and what it does.

Its docstring is its help. Help, palette, key list, key map and the guide's key table come from these classes
alone; `footing` says which of them the footer shows.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from cstoref.tui import keyboard

if TYPE_CHECKING:
    from cstoref.tui.screens.explorer import Explorer

PANES = ("index", "record", "source")


class Command:
    """Base of all commands."""

    keys: ClassVar[str] = ""
    """Keys that run it, separated by commas, as Textual names them; the first is shown."""
    panes: ClassVar[tuple[str, ...]] = PANES
    """The panes in which it does something."""
    group: ClassVar[str] = "Moving"

    @classmethod
    def id(cls) -> str:
        """The name under which it can be bound to other keys: `OpenLinked` is `open-linked`."""
        name = cls.__name__
        return "".join(f"-{c.lower()}" if c.isupper() and at else c.lower() for at, c in enumerate(name))

    @classmethod
    def help(cls) -> str:
        """What it does, in one line."""
        return " ".join((cls.__doc__ or _docstring(cls)).split())

    @classmethod
    def shown(cls, keys: str = "") -> str:
        """Its first two keys as they are written in footer and help; `keys` instead of its own, if given."""
        return " ".join(keyboard.written(key) for key in (keys or cls.keys).split(",")[:2])

    @classmethod
    def binding(cls) -> Binding:
        """Its keys, also those of other layouts."""
        keys = keyboard.with_other_layouts(cls.keys)
        return Binding(keys, f"run('{cls.id()}')", cls.help(), show=False, id=cls.id())

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        """Do it."""
        raise NotImplementedError


def _docstring(command: type[Command]) -> str:
    """The docstring of a command where Python has dropped it (PYTHONOPTIMIZE=2): from the source."""
    import ast
    import inspect

    try:
        tree = ast.parse(inspect.getsource(sys.modules[command.__module__]))
    except (OSError, SyntaxError):
        return command.id()
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == command.__name__)
    return next((ast.get_docstring(node) or "" for node in classes), "")
