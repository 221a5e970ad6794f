"""Words that lead from statements to passages and back, and to the views."""

from __future__ import annotations

from collections.abc import Callable

from cstoref.model import Statement

from .conversation import Conversation, Unclear, id_of
from .pages.source import sentence_at
from .place import Place


def source(talk: Conversation, rest: str) -> list[str]:
    """The first passage of a statement, in its text; of a conflict's side too."""
    place = talk.meant(rest)
    if place.what in ("source", "uses"):
        return talk.go(Place("source", place.of, start=place.start))
    one = _statement(talk, place)
    if not one.citations:
        raise Unclear("It is inferred by us; its page tells from which statements.")
    cite, count = one.citations[0], len(one.citations)
    said = talk.say(f"The first of {count} passages; the statement's page has all.") if count > 1 else []
    return [*said, *talk.go(Place("source", cite.source, start=cite.start))]


def uses(talk: Conversation, rest: str) -> list[str]:
    """What rests on the same sentence as a statement, or on a sentence of a text."""
    place = talk.meant(rest)
    if place.what not in ("source", "uses"):
        cites = [cite for cite in _statement(talk, place).citations if cite.start is not None]
        if not cites:
            raise Unclear("It rests on no sentence of a text in the pack.")
        place = Place("source", cites[0].source, start=cites[0].start)
    sentence = sentence_at(talk.asked, place.of, place.start or 0)
    if sentence is None:
        raise Unclear("The pack holds no text of it.")
    if place.start is None:
        raise Unclear("Say which sentence: uses and a number of the text.")
    return talk.go(Place("uses", place.of, start=sentence.start))


def names(talk: Conversation, rest: str) -> list[str]:
    """The names of a record."""
    return talk.go(Place("names", record(talk, talk.meant(rest))))


def view(what: str) -> Callable[[Conversation, str], list[str]]:
    """The word that opens a view of everything."""
    return lambda talk, rest: talk.go(Place(what))


def timeline(talk: Conversation, rest: str) -> list[str]:
    """The timeline of everything, or of a record."""
    return talk.go(Place("timeline", named(talk, rest) if rest else ""))


def conflicts(talk: Conversation, rest: str) -> list[str]:
    """All conflicts, or those of a record."""
    return talk.go(Place("conflicts", named(talk, rest) if rest else ""))


def conflict(talk: Conversation, rest: str) -> list[str]:
    """The conflict of a statement; where there are several, its page lists them."""
    place = talk.meant(rest)
    if place.what == "conflict":
        return talk.go(place)
    one = _statement(talk, place)
    found = talk.store.conflicts(statement=one.id)
    if not found:
        raise Unclear("No conflict concerns this statement.")
    if len(found) == 1:
        return talk.go(Place("conflict", found[0].id))
    said = talk.say(f"{len(found)} conflicts concern this statement; its page lists them.")
    return [*said, *talk.go(Place("statement", one.id))]


def compare(talk: Conversation, rest: str) -> list[str]:
    """The record of this page with another one, or with the one that was opened before."""
    left = record(talk, talk.place)
    if not rest:
        before = next((id for id in reversed(talk.opened) if id != left), None)
        if before is None:
            raise Unclear("Say with which record: compare and a name.")
    right = named(talk, rest) if rest else before
    assert right is not None
    if right == left:
        raise Unclear("That is the same record; name another.")
    return talk.go(Place("compare", left, right))


def record(talk: Conversation, place: Place) -> str:
    """The record that a place is of, or its statement is stated of. Raises Unclear if there is none."""
    listed = talk.store.statement(place.of) if place.what == "statement" else None
    id = listed.statement.subject if listed else id_of(place)
    if talk.store.record(id) is None:
        raise Unclear("There is no record here; open one first.")
    return id


def named(talk: Conversation, rest: str) -> str:
    """The record of a number, of this page, or of a name. Raises Unclear if there is none."""
    if rest.isdecimal() or rest == "this":
        return record(talk, talk.meant(rest))
    from cstoref.store.search.results import Options, find

    found = find(talk.store, rest, Options(statements=False, limit=1))
    if not found.hits or found.hits[0].record is None:
        near = ", ".join(hit.name for hit in found.suggestions[:3])
        raise Unclear(f"No record is found for “{rest}”{f'; the closest are {near}' if near else ''}.")
    return found.hits[0].record


def _statement(talk: Conversation, place: Place) -> Statement:
    """The statement of a place. Raises Unclear if it is of none."""
    listed = talk.store.statement(place.of) if place.what == "statement" else None
    if listed is None:
        raise Unclear("That is no statement; say the number of one.")
    return listed.statement
