"""`cstoref NAME…`: the card of the record that the words name, or the hits, or a no that says what it is."""

from __future__ import annotations

from cstoref import fold
from cstoref.errors import AMBIGUOUS, FOUND, NOT_FOUND
from cstoref.render.card import card
from cstoref.store.card_page import card_page
from cstoref.store.pages import only_quoted, page
from cstoref.store.search.exact import NEAR, NEAR_WORD, STATEMENT, exact_hits

from .output import Common, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store

SPOT_MARKS = "/@:"
"""What stands in the ids of statements and in spots, and hardly in a name."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `show`."""
    parser.add_argument("name", nargs="+", help="a name, code, role or phrase")
    parser.add_argument("--all", action="store_true", help="all statements, not only the most important")
    parser.add_argument("--quoted-only", action="store_true", help="only statements with a quoted passage")
    parser.add_argument("--plain", action="store_true", help="sentences to be read aloud, not a card")
    parser.add_argument("-i", "--interactive", action="store_true", help="open the explorer there")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `show`. What was typed after it is a name, however near to a command."""
    return look_up(options.name, common, options.explicit)


def look_up(words: list[str], common: Common, is_name: bool = False) -> int:
    """Print the card of the one record that the words name; else what else they may mean.

    Raises UsageError where the first word is nearly a command, unless `is_name`.
    """
    text = " ".join(words)
    store = common.store()
    if any(mark in text for mark in SPOT_MARKS):
        from .spots import show_spot

        if (code := show_spot(store, text, common)) is not None:
            return code
    exact = exact_hits(store, fold.key(text))
    if exact and all(hit.record == exact[0].record or hit.tier != exact[0].tier for hit in exact):
        assert exact[0].record is not None
        return show(store, exact[0].record, common)
    own = next((kind for kind in store.kinds.values() if kind.plural == words[0]), None)
    if own is not None and not is_name:  # a kind that the pack declares has a list as the others have
        from .lists import print_list

        return print_list(store, own, words[1:], common)
    if not is_name:
        from .arguments import check_command

        check_command(store, words)
    return _search(store, text, common)


def show(store: Store, id: str, common: Common) -> int:
    """Print the card, or the record and its statements as JSON."""
    whole = common.all or common.json or common.quoted_only
    found = page(store, id, common.as_of) if whole else card_page(store, id, common.as_of)
    assert found is not None
    if common.quoted_only:
        found = only_quoted(found)
    if common.json:
        from cstoref.store.page_folds import without_trivial

        from .output import json_value
        from .serialize import page_json

        shown = found if common.all else without_trivial(found)
        named = store.conflicts_naming([entry.statement.id for entry in shown.entries])
        json_value(page_json(shown, named))
    else:
        if common.all:
            from cstoref.store.page_folds import trivial_last

            found = trivial_last(found)
        if common.plain:
            from cstoref.render.aloud import aloud

            lines(aloud(found, common.all))
            return FOUND
        lines(card(found, common.linked_style(store, found.shorts), common.all))
    return FOUND


def _search(store: Store, text: str, common: Common) -> int:
    """No single whole name: print the card of the only record that may be meant, else all that may be."""
    from cstoref.store.search.results import alike

    from .search import find_on_day, print_found
    from .spots import show_spot

    if (code := show_spot(store, text, common)) is not None:
        return code
    found = find_on_day(store, text, common.as_of)
    if found.status == "found" and found.hits[0].record and found.hits[0].tier < STATEMENT:
        hit = found.hits[0]
        assert hit.record is not None
        if hit.tier in (NEAR, NEAR_WORD):
            say(f"{hit.name}: {hit.why}")
        return show(store, hit.record, common)
    if found.status == "ambiguous":
        meant = found if common.json else found._replace(hits=alike(found.hits))
        print_found(store, meant, common)
        if len(meant.hits) < len(found.hits):
            lines([f"Other results for these words: cstoref search {text}"])
        return AMBIGUOUS
    print_found(store, found, common)
    return FOUND if found.hits else NOT_FOUND
