"""`cstoref pin`, `unpin` and `memo`: statements gathered, and written as a note with footnotes."""

from __future__ import annotations

from cstoref.citing.memo import memo
from cstoref.errors import FOUND, NOT_FOUND, CstorefError, UsageError
from cstoref.store.references import resolve
from cstoref.user.keeping import Keeping

from .output import Common, json_value, lines, say
from .spots import print_statements

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store

EMPTY = "nothing is pinned; pin statements with cstoref pin ID, or with Space in the explorer"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `pin`, `unpin` or `memo`."""
    command = parser.prog.split()[-1]
    if command == "memo":
        parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, UTF-8")
        return
    parser.add_argument("id", nargs="*", help="ids of statements; none: list what is pinned")
    if command == "unpin":
        parser.add_argument("--all", action="store_true", help="everything")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run the command that `options.command` names."""
    store = common.store()
    kept = Keeping(store.pack["id"], store.pack["edition"])
    code = _COMMANDS[options.command](store, kept, options, common)
    for sentence in kept.take_news():
        say(sentence)
    return code


def _pin(store: Store, kept: Keeping, options: argparse.Namespace, common: Common) -> int:
    for text in options.id:
        spot = resolve(store, text)
        if spot.sort != "statement":
            raise CstorefError(f"“{text}” is no statement; find its id with cstoref statements, or search")
        kept.pin(spot.id)
    return FOUND if options.id else _list(store, kept, common)


def _unpin(store: Store, kept: Keeping, options: argparse.Namespace, common: Common) -> int:
    if options.all == bool(options.id):
        raise UsageError("name the statements to unpin, or use --all")
    ids = kept.pins if options.all else tuple(resolve(store, id).id for id in options.id)
    missing = [id for id in ids if id not in kept.pins]
    if missing or not ids:
        raise CstorefError(f"not pinned: {', '.join(missing)}" if missing else EMPTY)
    kept.unpin(ids)
    return FOUND


def _list(store: Store, kept: Keeping, common: Common) -> int:
    found = [item for id in _pinned(store, kept) if (item := store.statement(id))]
    if not found:
        say(EMPTY)
    print_statements(store, found, common)
    return FOUND if found else NOT_FOUND


def _memo(store: Store, kept: Keeping, options: argparse.Namespace, common: Common) -> int:
    ids = _pinned(store, kept)
    if not ids:
        say(EMPTY)
        return NOT_FOUND
    text = memo(store, ids, kept.notes)
    if options.output:
        try:
            with open(options.output, "w", encoding="utf-8", newline="\n") as out:
                out.write(f"{text}\n")
        except OSError as error:
            raise CstorefError(f"{options.output}: {error.strerror}") from None
    elif common.json:
        json_value({"pins": ids, "text": text})
    else:
        lines(text.split("\n"))
    return FOUND


def _pinned(store: Store, kept: Keeping) -> list[str]:
    """The pinned statements under their ids of today, in the order of pinning."""
    spots = [resolve(store, id) for id in kept.pins]
    return list(dict.fromkeys(spot.id for spot in spots if spot.sort == "statement"))


_COMMANDS = {"pin": _pin, "unpin": _unpin, "memo": _memo}
