"""`cstoref pin`, `unpin` and `memo`: statements gathered, and written as a note with footnotes."""

from __future__ import annotations

from cstoref.citing.memo import memo
from cstoref.errors import FOUND, NOT_FOUND, UsageError, UserError
from cstoref.session.memo import pinned_ids
from cstoref.store.references import resolve
from cstoref.user.user_data import UserData

from . import output_option
from .output import Common, say
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
        parser.add_argument(
            "--bib", action="store_true", help="keys for pandoc, as in cite --pinned --style bibtex"
        )
        output_option.add_output(parser)
        return
    parser.add_argument("id", nargs="*", help="ids of statements; none: list what is pinned")
    if command == "unpin":
        parser.add_argument("--all", action="store_true", help="everything")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run the command that `options.command` names. Exits with 1 if a change was not saved or something could
    not be read."""
    store = common.store()
    kept = UserData(store.pack["id"], store.pack["edition"], store.folder)
    try:
        code = _COMMANDS[options.command](store, kept, options, common)
    finally:
        for sentence in kept.take_news():
            say(sentence)
    return NOT_FOUND if kept.has_unsaved or kept.has_unread else code


def _pin(store: Store, kept: UserData, options: argparse.Namespace, common: Common) -> int:
    if not options.id:
        return _list(store, kept, common)
    kept.pin(*_statements(store, options.id))
    return FOUND


def _unpin(store: Store, kept: UserData, options: argparse.Namespace, common: Common) -> int:
    if options.all == bool(options.id):
        raise UsageError("name the statements to unpin, or use --all")
    if not kept.pins and not kept.has_unread:
        raise UserError(EMPTY)
    if options.all:
        kept.unpin_all()
    else:
        kept.unpin(_pinned_under(store, kept, options.id))
    return FOUND


def _list(store: Store, kept: UserData, common: Common) -> int:
    found = [item for id in pinned_ids(store, kept) if (item := store.statement(id))]
    if not found and not kept.has_unread:
        say(EMPTY)
    print_statements(store, found, common)
    return FOUND if found else NOT_FOUND


def _memo(store: Store, kept: UserData, options: argparse.Namespace, common: Common) -> int:
    output_option.file_of(options)
    ids = [id for id in pinned_ids(store, kept) if store.statement(id)]
    notes = kept.notes
    if kept.has_unread:
        return NOT_FOUND
    if not ids:
        say(EMPTY)
        return NOT_FOUND
    text = memo(store, ids, notes, keys=options.bib)
    output_option.print_or_write(options, common, text, {"pins": ids, "text": text})
    return FOUND


def _statements(store: Store, texts: list[str]) -> list[str]:
    """The ids of statements, all of them checked. Raises UserError at the first that is none."""
    ids = []
    for text in texts:
        spot = resolve(store, text)
        if spot.sort != "statement":
            hint = "find its id with cstoref statements, or search"
            raise UserError(f"“{text}” is not a statement, so nothing was pinned; {hint}")
        ids.append(spot.id)
    return ids


def _pinned_under(store: Store, kept: UserData, texts: list[str]) -> list[str]:
    """The ids under which statements are pinned, which may be retired ones.

    Raises UserError at the first text that names nothing pinned.
    """
    ids: list[str] = []
    for text in texts:
        meant = {text, resolve(store, text).id}
        under = [id for id in kept.pins if id in meant or resolve(store, id).id in meant]
        if not under:
            raise UserError(f"“{text}” is not pinned, so nothing was unpinned; cstoref pin lists what is")
        ids += under
    return ids


_COMMANDS = {"pin": _pin, "unpin": _unpin, "memo": _memo}
