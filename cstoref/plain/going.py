"""Words that lead from page to page, and from part to part."""

from __future__ import annotations

from .conversation import Conversation, Unclear
from .page import part_before as part_that_ends
from .page import part_from
from .place import Place


def follow(talk: Conversation, rest: str) -> list[str]:
    """Where a number leads."""
    return talk.go(talk.number(rest))


def next_part(talk: Conversation, rest: str) -> list[str]:
    """The next part of the page."""
    end = part_from(talk.items, talk.first, talk.width)
    if end >= len(talk.items):
        raise Unclear("This is the end of the page.")
    return _from(talk, end)


def part_before(talk: Conversation, rest: str) -> list[str]:
    """The part before."""
    if talk.first == 0:
        raise Unclear("This is the beginning of the page.")
    return _from(talk, part_that_ends(talk.items, talk.first, talk.width))


def first_part(talk: Conversation, rest: str) -> list[str]:
    """The beginning of the page."""
    return _from(talk, 0)


def last_part(talk: Conversation, rest: str) -> list[str]:
    """The end of the page."""
    return _from(talk, part_that_ends(talk.items, len(talk.items), talk.width))


def whole(talk: Conversation, rest: str) -> list[str]:
    """All lines of the page, however many there are."""
    talk.trail.change(line=0)
    return talk.read(whole=True)


def again(talk: Conversation, rest: str) -> list[str]:
    """The part that was read last."""
    return talk.read()


def back(talk: Conversation, rest: str) -> list[str]:
    """The page before."""
    if not talk.trail.travel(-1):
        raise Unclear("Nothing further back.")
    return talk.read()


def forward(talk: Conversation, rest: str) -> list[str]:
    """The page that was last gone back from."""
    if not talk.trail.travel(1):
        raise Unclear("Nothing further on.")
    return talk.read()


def home(talk: Conversation, rest: str) -> list[str]:
    """The first page."""
    return talk.go(Place("home"))


def find_words(talk: Conversation, rest: str) -> list[str]:
    """What is found for some words."""
    if not rest:
        raise Unclear("Type the words after it: / dairy ban.")
    return talk.go(Place("found", rest))


def open_named(talk: Conversation, rest: str) -> list[str]:
    """What an id, a spot or a name means."""
    if not rest:
        raise Unclear("Type a name, an id or a spot after it: open belarus.")
    return talk.open(rest)


def _from(talk: Conversation, item: int) -> list[str]:
    talk.trail.change(line=item)
    return talk.read()
