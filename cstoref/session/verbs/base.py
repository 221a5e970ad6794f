"""What a verb is: one thing that can be done, with its help, its default keys and its words.

A verb is a function with `@verb` above it. Its docstring is its help; help, palette, key list, key map, the
words of plain mode and the guide's tables derive from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from cstoref.namedtuples import NamedTuple
from cstoref.session.outcomes import Outcome
from cstoref.session.state import PANES

if TYPE_CHECKING:
    from cstoref.session.session import Session

Run = Callable[["Session", str], Outcome]
"""Takes the session and what was typed after the verb's word: mostly a reference, empty for what the cursor
is on. Raises UserError with what is wrong."""

EXPLORER, PLAIN = "explorer", "plain"
FRONT_ENDS = (EXPLORER, PLAIN)


class Verb(NamedTuple):
    """One thing that can be done."""

    id: str
    """The name by which it can be bound to other keys: `open-linked`."""
    help: str
    """What it does, in one line."""
    run: Run
    group: str
    """Under which heading help lists it."""
    keys: str = ""
    """Its default keys in the explorer, separated by commas, as Textual names them; the first is shown."""
    words: tuple[str, ...] = ()
    """Its word in plain mode, then short forms."""
    former: tuple[str, ...] = ()
    """Words of earlier versions, which are still understood."""
    takes: str = ""
    """What may be typed after the word, as help shows it."""
    panes: tuple[str, ...] = PANES
    """The panes in which it does something."""
    drawn: bool = False
    """Whether it is about what is drawn, not about the state: then each front end does it itself."""
    without: Mapping[str, str] = MappingProxyType({})
    """Front ends that cannot offer it, each with the reason."""

    @property
    def name(self) -> str:
        """Its id as a name: `Open linked`."""
        return self.id.replace("-", " ").capitalize()

    def offered_in(self, front_end: str) -> bool:
        """Whether a front end offers it."""
        return front_end not in self.without


def verb(
    group: str,
    keys: str = "",
    words: tuple[str, ...] = (),
    takes: str = "",
    panes: tuple[str, ...] = PANES,
    former: tuple[str, ...] = (),
    drawn: bool = False,
    without: Mapping[str, str] | None = None,
) -> Callable[[Run], Verb]:
    """Make a verb of a function: its id is the function's name, its help the docstring."""

    def made(run: Run) -> Verb:
        id = run.__name__.rstrip("_").replace("_", "-")
        help = " ".join((run.__doc__ or _docstring(run)).split())
        return Verb(id, help, run, group, keys, words, former, takes, panes, drawn, without or {})

    return made


def _docstring(run: Run) -> str:
    """The docstring of a function where Python has dropped it (PYTHONOPTIMIZE=2): from the source."""
    import ast
    import inspect
    from textwrap import dedent

    try:
        (function,) = ast.parse(dedent(inspect.getsource(run))).body
    except (OSError, SyntaxError, ValueError):
        return run.__name__
    return (ast.get_docstring(function) if isinstance(function, ast.FunctionDef) else None) or run.__name__
