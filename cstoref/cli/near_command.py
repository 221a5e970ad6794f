"""The command that a mistyped first word may be meant for."""

from __future__ import annotations

from cstoref import fold
from cstoref.store.search.fuzzy import allowed, distance, is_known

from .commands import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


def nearest_command(store: Store, text: str) -> str:
    """The command line that was meant, where the first word is a misspelt command; else empty."""
    first, *rest = text.split() or [""]
    word = fold.key(first)
    most = allowed(len(word))
    if not most or is_known(store, word):
        return ""
    near = [command for command in COMMANDS if distance(word, command, most) <= most]
    return " ".join((near[0], *rest)) if len(near) == 1 else ""
