"""What a shell asks while a command is being typed: `cstoref completion -- WORDS…`, the last one unfinished.

Prints a candidate a line, then a blank and what it is; `/` alone where a path is wanted. Names are told apart
here by hand, as they are for a look-up; for options the parser of the command is asked. Must compile nothing:
without a compiled pack there are no names.
"""

from __future__ import annotations

from cstoref import paths
from cstoref.errors import FOUND
from cstoref.store.cache import ready_store
from cstoref.store.search.completion import ids, next_words, types

from .commands import COMMANDS
from .output import lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from cstoref.store.queries import Store

MOST = 60
WIDEST = 60
PATH = "/"
PATHS = ("DIR", "FILE")
SEVERAL = ("name", "spot", "words")
"""Arguments that may be names of several words."""
ONE_NAME = ("NAME", "A", "B")
"""How options and arguments are shown that are names of one word: ids, then."""
SOURCES = ("id", "source")


def complete(words: list[str]) -> int:
    """Print what the last word may become."""
    *before, start = words or [""]
    if start == "=":  # bash takes `--kind=eve` for three words
        start = ""
    # The other two words of an option that bash has taken apart.
    before = [word for word in before if word != "="]
    found = _candidates(before, start)
    lines(f"{word} {told[:WIDEST]}".rstrip() for word, told in found.items())
    return FOUND


def _candidates(before: list[str], start: str) -> Mapping[str, str]:
    if start.startswith("-") or any(word in COMMANDS or word.startswith("-") for word in before):
        return _of_command(before, start)
    commands = (
        {} if before else _matching({name: command.summary for name, command in COMMANDS.items()}, start)
    )
    return {**_names(before, before, start), **commands}


def _of_command(before: list[str], start: str) -> Mapping[str, str]:
    """Options of the command, values of the option before, or what its arguments are."""
    from .options import parser_of

    command = next((word for word in before if word in COMMANDS), "show")
    actions = parser_of(command)._actions
    if start.startswith("-"):
        named = {max(action.option_strings, key=len): action for action in actions if action.option_strings}
        return _matching({name: action.help or "" for name, action in named.items()}, start)
    typed, option = _read(before, actions)
    if command in typed:
        typed.remove(command)
    arguments = [action for action in actions if not action.option_strings]
    # The first argument answers for all: completion does not count how many words it takes.
    for action in [option] if option else arguments:
        return _values(action, before, typed, start)
    return {}


def _read(before: list[str], actions: list[argparse.Action]) -> tuple[list[str], argparse.Action | None]:
    """The words that are neither options nor their values, and the option whose value comes next."""
    options = {name: action for action in actions for name in action.option_strings}
    typed: list[str] = []
    waiting: argparse.Action | None = None
    for word in before:
        if waiting:
            waiting = None
        elif word in options:
            waiting = options[word] if options[word].nargs != 0 else None
        else:
            typed.append(word)
    return typed, waiting


def _values(action: argparse.Action, before: list[str], typed: list[str], start: str) -> Mapping[str, str]:
    if action.choices:
        return _matching(dict.fromkeys(map(str, action.choices), ""), start)
    if action.metavar in PATHS or action.dest == "dir":
        return {PATH: ""}
    store = _store(before)
    if store is None:
        return {}
    if action.dest in SEVERAL:
        texts = ids(store, "source", start, MOST) if action.dest == "spot" and start else ()
        return {**dict.fromkeys(texts, ""), **next_words(store, typed, start, MOST)}
    if action.metavar in ONE_NAME:
        return dict.fromkeys(ids(store, "record", start, MOST), "")
    if action.dest in SOURCES:
        return dict.fromkeys(ids(store, "source", start, MOST), "")
    told = {
        "field": lambda: {field.id: field.label for field in store.fields.values()},
        "kind": lambda: {kind.id: kind.plural for kind in store.kinds.values()},
        "type": lambda: dict.fromkeys(types(store), ""),
    }
    return _matching(told[action.dest](), start) if action.dest in told else {}


def _names(before: list[str], typed: list[str], start: str) -> Mapping[str, str]:
    store = _store(before)
    return next_words(store, typed, start, MOST) if store else {}


def _store(before: list[str]) -> Store | None:
    """The packs that were asked for, or the active ones, if they are compiled."""
    typed = [word for word, option in zip(before[1:], before, strict=False) if option == "--pack"]
    return ready_store(typed or paths.active_packs())


def _matching(told: Mapping[str, str], start: str) -> dict[str, str]:
    return {word: text for word, text in told.items() if word.startswith(start)}
