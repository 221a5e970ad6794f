"""Whether the words after a command can be its arguments, or are part of a name or question; and whether the
first word is a command with a slip of the finger in it.

A command may not take a question away: “open skies” and “leaders in 2005” are looked up. What decides is the
pack: a word is an argument where it names something there.
"""

from __future__ import annotations

import os

from cstoref import fold
from cstoref.errors import UsageError
from cstoref.store.search.fuzzy import distance
from cstoref.store.search.word_forms import STOPWORDS

from .commands import (
    ANY,
    COMMANDS,
    FILTER,
    FOLDER,
    ID_MARKS,
    IDS,
    NAME,
    NAMED_TIME,
    PACK_SUBCOMMANDS,
    SOURCE,
    SUBCOMMAND,
    TWO,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstoref.store.queries import Store

    from .output import Common

ARTICLES = ("a", "an", "the")
"""Common words with which a name may begin."""
SHORT, LONG = 4, 6
"""Lengths of commands. Up to SHORT no letter may be replaced (“opec” is not “open”);
from LONG two may be off."""


def reads_as_question(command: str, words: Sequence[str], common: Common) -> bool:
    """Whether the words after a command cannot be its arguments and everything is a question instead."""
    kind = COMMANDS[command].words
    if kind == ANY or any(mark in word for word in words for mark in ID_MARKS):
        return False
    if kind == FOLDER and os.path.exists(words[0]):
        return False
    if kind == SUBCOMMAND:
        fewest, most = PACK_SUBCOMMANDS.get(words[0], (1, 0))
        return not fewest <= len(words) - 1 <= most
    store = common.store()
    if _can_take(store, command, kind, words):
        return False
    if kind in (NAME, NAMED_TIME, TWO) or _is_phrase(words):
        return True
    from cstoref.store.search.results import find

    return kind != FILTER and bool(find(store, " ".join((command, *words))).hits)


def _can_take(store: Store, command: str, kind: str, words: Sequence[str]) -> bool:
    """Whether the words are what the command takes."""
    if kind == FILTER:
        return not _begins_a_phrase(" ".join(words)) and _lists_any(store, command, words)
    if kind == NAMED_TIME:
        return _is_named_time(store, command, words)
    if kind == NAME:
        return names_something(store, " ".join(words)) or (command == "open" and _is_view(words))
    if kind in (TWO, IDS):
        return all(names_something(store, word) for word in words)
    return kind == SOURCE and len(words) == 1 and (store.source(words[0]) is not None or "-" in words[0])


def _is_named_time(store: Store, command: str, words: Sequence[str]) -> bool:
    """Whether the words are a time, a name, or both; for conflicts also words that some have."""
    from .named_time import named_time

    text = named_time(store, words).text
    if not text or names_something(store, text):
        return True
    if command != "conflicts" or _begins_a_phrase(text):
        return False
    from cstoref.store.conflict_filter import ConflictQuery, select_conflicts

    return bool(select_conflicts(store, ConflictQuery(words=tuple(fold.words(text).split()))))


def names_something(store: Store, text: str) -> bool:
    """Whether a text is an id, a reference, or the whole or the beginning of a name, spelt a little wrong or
    not."""
    from cstoref.store.references import resolve
    from cstoref.store.search.exact import NEAR, exact_hits
    from cstoref.store.search.results import Options, find

    if resolve(store, text).sort or exact_hits(store, fold.key(text)):
        return True
    if _begins_a_phrase(text):
        return False
    hits = find(store, text, Options(statements=False)).hits
    return bool(hits) and hits[0].record is not None and hits[0].tier <= NEAR


def _begins_a_phrase(text: str) -> bool:
    """Whether the first word is one with which no name and no filter begins: “of the CSTO”, “in 2005”."""
    first = next(iter(fold.words(text).split()), "")
    return first in STOPWORDS and first not in ARTICLES


def _lists_any(store: Store, command: str, words: Sequence[str]) -> bool:
    """Whether a list has anything with the words."""
    from .named_time import named_time

    typed = named_time(store, words)
    if command == "statements":
        from cstoref.store.statement_filter import Selection, select

        return bool(select(store, Selection(words=typed.text, since=typed.since, until=typed.until, limit=1)))
    from cstoref.store.lists import listing

    kind = next(kind for kind in store.kinds.values() if kind.plural == command)
    if not fold.words(" ".join(words)).split():
        return False
    return bool(listing(store, kind.id, words=typed.words, since=typed.since, until=typed.until))


def _is_view(words: Sequence[str]) -> bool:
    from cstoref.session.views import VIEWS

    return " ".join(words) in VIEWS


def _is_phrase(words: Sequence[str]) -> bool:
    """Whether there are words that only a sentence has, or a year."""
    folded = fold.words(" ".join(words)).split()
    return any(word in STOPWORDS or (len(word) == 4 and word.isdecimal()) for word in folded)


def near_command(word: str) -> str | None:
    """The command that a word is one or two letters away from."""
    typed = word.casefold()
    if not typed.isascii() or not typed.isalpha() or typed in STOPWORDS:
        return None
    edits = {command: _slips(typed, command) for command in COMMANDS}
    best = min(edits, key=lambda command: edits[command])
    return best if edits[best] <= 2 else None


def _slips(typed: str, command: str) -> int:
    """Letters that are off; more than two where it is no likely slip."""
    far = 3
    # A slip rarely hits the first letter; swapping the first two is the exception.
    if typed[0] != command[0] and sorted(typed[:2]) != sorted(command[:2]):
        return far
    # In a short word one other letter makes another word; the same letters in another order do not.
    if len(command) <= SHORT and len(typed) == len(command) and sorted(typed) != sorted(command):
        return far
    most = 2 if len(command) >= LONG and abs(len(typed) - len(command)) <= 1 else 1
    edits = distance(typed, command, most)
    return edits if edits <= most else far


def check_command(store: Store, words: Sequence[str]) -> None:
    """Raise UsageError where the first word is unknown to the pack and nearly a command."""
    from cstoref.store.search.fuzzy import occurs

    command = near_command(words[0])
    folded = fold.words(words[0]).split()
    if command and not any(occurs(store, word) for word in folded):
        raise UsageError(_did_you_mean(command, words))


def mistyped_option(first: str, arguments: Sequence[str], known_options: Iterable[str]) -> None:
    """Raise UsageError where the first word is nearly a command, and an option is not one of a look-up."""
    known_options = tuple(known_options)
    options = [word.partition("=")[0] for word in arguments if word.startswith("-") and word != "-"]
    command = near_command(first)
    if command and any(option not in known_options for option in options):
        raise UsageError(_did_you_mean(command, [first]))


def _did_you_mean(command: str, words: Sequence[str]) -> str:
    return f"did you mean the command `{command}`? To look it up as a name: cstoref show {' '.join(words)}"
