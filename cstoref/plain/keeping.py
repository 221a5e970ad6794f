"""Words that take something along, and words for what a person keeps."""

from __future__ import annotations

import os
from collections.abc import Iterable

from cstoref import output_file, sanitize
from cstoref.citing import STYLES
from cstoref.citing.citable import spot as spot_of
from cstoref.citing.memo import memo as memo_of
from cstoref.citing.reader import of_id
from cstoref.errors import CstorefError
from cstoref.export import lines as export_lines
from cstoref.store.references import resolve

from .conversation import Conversation, Unclear, id_of
from .place import Place
from .reading import view


def cite(talk: Conversation, rest: str) -> list[str]:
    """A citation, in a style."""
    words = rest.split()
    style = words.pop() if words and words[-1] in STYLES else "plain"
    id = _id(talk, " ".join(words))
    items = of_id(talk.store, resolve(talk.store, id).id)
    if not items:
        raise Unclear(f"A conflict is cited by its statements; the styles are {', '.join(STYLES)}.")
    return STYLES[style].write(items).split("\n")


def link(talk: Conversation, rest: str) -> list[str]:
    """The command that opens the spot again."""
    return [f"cstoref open {spot_of(_id(talk, rest), talk.store.pack['edition'])}"]


def json(talk: Conversation, rest: str) -> list[str]:
    """The line of the export, laid out."""
    from json import dumps

    spot = resolve(talk.store, _id(talk, rest))
    store, id = talk.store, spot.id
    listed, record = store.statement(id), store.record(id)
    source, conflict = store.source(id), store.conflict(id)
    line: object = None
    if listed is not None:
        line = export_lines.statement(listed.statement)
    elif record is not None:
        line = export_lines.record(record)
    elif source is not None:
        line = export_lines.source(source)
    elif conflict is not None:
        line = export_lines.conflict(conflict)
    return sanitize.json(dumps(line, ensure_ascii=False, indent=1)).split("\n")


def pin(talk: Conversation, rest: str) -> list[str]:
    """Pin a statement."""
    place = _something(talk, rest)
    if place.what != "statement":
        raise Unclear("Only statements are pinned; say the number of one.")
    talk.kept.pin(place.of)
    return _saved(talk, f"Pinned as number {talk.kept.pins.index(place.of) + 1}.")


def unpin(talk: Conversation, rest: str) -> list[str]:
    """A statement is pinned no longer."""
    id = _kept_id(talk, _something(talk, rest).of, talk.kept.pins)
    if id not in talk.kept.pins:
        raise Unclear("It is not pinned.")
    talk.kept.unpin([id])
    return _saved(talk, f"No longer pinned; {len(talk.kept.pins)} left.")


def memo(talk: Conversation, rest: str) -> list[str]:
    """Write the pinned statements into a new file."""
    ids = list(dict.fromkeys(resolve(talk.store, id).id for id in talk.kept.pins))
    if not ids:
        raise Unclear("Nothing is pinned; pin and a number pins a statement.")
    if not rest:
        raise Unclear("Name a new file: memo notes.md.")
    text = memo_of(talk.store, ids, talk.kept.notes)
    try:
        output_file.write(rest, lambda out: out.write(f"{text}\n"))
    except CstorefError as error:
        raise Unclear(f"{error}.") from None
    return talk.say(f"{len(ids)} pinned, written to {os.path.abspath(rest)}.")


def mark(talk: Conversation, rest: str) -> list[str]:
    """Mark a record or statement."""
    id = _keepable(talk, rest)
    if _kept_id(talk, id, _marked(talk)) in _marked(talk):
        raise Unclear("It is marked already; marks lists what is marked.")
    talk.kept.toggle_bookmark(id)
    return _saved(talk, "Marked.")


def unmark(talk: Conversation, rest: str) -> list[str]:
    """A record or statement is marked no longer."""
    id = _marked_id(talk, rest)
    talk.kept.toggle_bookmark(id)
    return _saved(talk, "No longer marked.")


def note(talk: Conversation, rest: str) -> list[str]:
    """Begin a note, or add a line to it; without words, read the one there is."""
    which, _, words = rest.partition(" ")
    id = _keepable(talk, which)
    now = talk.kept.notes.get(id)
    if words:
        talk.kept.add_to_note(id, words)
        return _saved(talk, "Added to your note." if now else "Noted.")
    if now is None:
        return talk.say("There is no note on it; type the words after the number.")
    return [line for part in f"Your note: {now}".split("\n") for line in talk.say(part) or [""]]


def unnote(talk: Conversation, rest: str) -> list[str]:
    """Remove a note."""
    id = _kept_id(talk, _something(talk, rest).of, talk.kept.notes)
    if id not in talk.kept.notes:
        raise Unclear("There is no note on it.")
    talk.kept.put_note(id, "")
    return _saved(talk, "The note is removed.")


def up(talk: Conversation, rest: str) -> list[str]:
    """Move a mark up."""
    return _move(talk, rest, -1)


def down(talk: Conversation, rest: str) -> list[str]:
    """Move a mark down."""
    return _move(talk, rest, 1)


def _move(talk: Conversation, rest: str, step: int) -> list[str]:
    talk.kept.move_bookmark(_marked_id(talk, rest), step)
    return view("marks")(talk, "")


def _saved(talk: Conversation, done: str) -> list[str]:
    """What was done, and whether it is saved."""
    return talk.say(talk.kept.outcome(done))


def _something(talk: Conversation, rest: str) -> Place:
    """What is meant, which has an id. Raises Unclear if nothing is."""
    place = talk.meant(rest)
    if not id_of(place):
        raise Unclear("Say which: the number of a line that has one.")
    return place


def _id(talk: Conversation, rest: str) -> str:
    """The id of what is meant, with the offset of a passage."""
    place = _something(talk, rest)
    return f"{place.of}:{place.start}" if place.start is not None else place.of


def _keepable(talk: Conversation, rest: str) -> str:
    """The record or statement that is meant. Raises Unclear if it is neither."""
    id = id_of(_something(talk, rest))
    if resolve(talk.store, id).sort not in ("record", "statement"):
        raise Unclear("Only records and statements are marked and noted; say the number of one.")
    return id


def _marked(talk: Conversation) -> list[str]:
    return [bookmark.id for bookmark in talk.kept.bookmarks]


def _marked_id(talk: Conversation, rest: str) -> str:
    id = _kept_id(talk, _something(talk, rest).of, _marked(talk))
    if id not in _marked(talk):
        raise Unclear("It is not marked; marks lists what is.")
    return id


def _kept_id(talk: Conversation, id: str, kept: Iterable[str]) -> str:
    """The id under which something was kept, which may be one that is no longer used."""
    return next((one for one in kept if resolve(talk.store, one).id == id), id)
