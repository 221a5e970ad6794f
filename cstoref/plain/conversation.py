"""The conversation: a typed line comes in, lines of words go out. It owns where it is; words change that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cstoref import dates
from cstoref.render.text import clip, wrap
from cstoref.store.references import Resolved, resolve
from cstoref.store.search.exact import STATEMENT
from cstoref.store.search.results import Options, find

from .asked import Asked
from .page import Numbered, Page, chosen, part_from, part_lines, told
from .pages import maker
from .pages.found import place_of
from .place import Place, Trail

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

PROMPT = ">"
"""Stands on a line of its own whenever something may be typed."""
OF_SPOTS = ("record", "statement", "source", "conflict")


class Unclear(Exception):
    """What was typed cannot be done; the message is one sentence that says what can."""


class Conversation:
    """A conversation over one pack, in lines of a width."""

    def __init__(self, store: Store, kept: UserData, width: int = 80, as_of: str | None = None) -> None:
        self.store = store
        self.kept = kept
        self.width = width
        self.as_of = as_of
        self.quoted_only = False
        self.ended = False
        self.opened: list[str] = []
        """The records that were gone to, the last one last."""
        self.trail = Trail(Place("home"))
        self._made: tuple[object, Page] | None = None

    # What is said

    def begin(self, words: str = "") -> list[str]:
        """The first page, or that of what is named."""
        return self._finished(lambda: self.open(words) if words.strip() else self.read())

    def answer(self, typed: str) -> list[str]:
        """What comes of a typed line."""
        from .words import obey

        return self._finished(lambda: obey(self, typed))

    def _finished(self, answer: Callable[[], list[str]]) -> list[str]:
        """An answer, or why there is none; with what the keeping has to tell."""
        try:
            lines = answer()
        except Unclear as unclear:
            lines = self.say(str(unclear))
        return [*lines, *(line for news in self.kept.take_news() for line in self.say(news))]

    def say(self, sentence: str) -> list[str]:
        """A sentence as lines."""
        return wrap(sentence, self.width)

    def read(self, whole: bool = False) -> list[str]:
        """The part of the page that is to be read, or all of it."""
        page, items, first = self.page, self.items, self.first
        narrowed = self.place.only or self.place.facet
        head = () if narrowed or (first and self.place.line is not None) else page.head
        lines = [line for words in (page.title, *head, *self._states()) for line in self.say(words)]
        if not items:
            return [*lines, *self.say("Nothing is left of it: widen." if page.items else page.empty)]
        end = len(items) if whole else part_from(items, first, self.width)
        lines += part_lines(items, first, end, self.width)
        return [*lines, *self._end(items, first, end)]

    def _states(self) -> list[str]:
        """What the page is narrowed to, and the day."""
        place = self.place
        states = [f"Only with: {place.only}."] if place.only else []
        states += [f"Only {place.facet}."] if place.facet else []
        states += [f"Sorted: {place.order}."] if place.order else []
        states += ["Quoted only."] if self.quoted_only else []
        return states + ([f"Everything answers for {dates.spoken(self.as_of)}."] if self.as_of else [])

    def _end(self, items: list[Numbered], first: int, end: int) -> list[str]:
        """Which numbers there are, and which words lead on."""
        if first == 0 and end == len(items):
            return []
        last = max((one.number for one in items), default=0)
        ways = ["n for the next"] * (end < len(items)) + ["p for the part before"] * (first > 0)
        numbers = told(items[first:end])
        return self.say(f"{f'{numbers} of {last}' if numbers else 'A part'}; {', '.join(ways)}.")

    # Where it is

    @property
    def place(self) -> Place:
        """The page that is read."""
        return self.trail.place

    @property
    def asked(self) -> Asked:
        """What pages are made from."""
        return Asked(self.store, self.kept, self.as_of)

    @property
    def page(self) -> Page:
        """The page, made anew only where something of it changed."""
        kept = self.kept.pins, self.kept.bookmarks, self.kept.notes
        narrowed = bool(self.place.only or self.place.facet)  # then a record's page folds nothing
        asked = self.place[:4], self.place.order, narrowed, self.as_of, kept
        if self._made is None or self._made[0] != asked:
            self._made = asked, maker(self.place.what)(self.asked, self.place)
        return self._made[1]

    @property
    def items(self) -> list[Numbered]:
        """The lines of the page that are let through."""
        return chosen(self.page, self.place, self.quoted_only)

    @property
    def first(self) -> int:
        """The item with which the part begins that is read."""
        if self.place.line is not None:
            return min(self.place.line, max(0, len(self.items) - 1))
        narrowed = self.place.only or self.place.facet or self.quoted_only
        return 0 if narrowed else self.page.line

    # Where it goes

    def go(self, place: Place) -> list[str]:
        """To a page, and read it."""
        self.trail.go(place)
        if place.what == "record" and place.of not in self.opened[-1:]:
            self.opened.append(place.of)
        return self.read()

    def open(self, words: str) -> list[str]:
        """What an id, a spot or a name means; where it may mean several things, all of them."""
        spot = resolve(self.store, words)
        if spot.sort:
            news = [line for one in spot.news for line in self.say(f"{one[:1].upper()}{one[1:]}.")]
            return [*news, *self.go(place_named(spot))]
        found = find(self.store, words, Options(limit=2))
        best = found.hits[0] if found.hits else None
        if best and found.status == "found" and best.tier < STATEMENT and (place := place_of(best)):
            return self.go(place)
        return self.go(Place("found", words))

    def number(self, typed: str) -> Place:
        """The place of a number of this page. Raises Unclear if there is none."""
        last = max((one.number for one in self.items), default=0)
        number = int(typed) if typed.isdecimal() and len(typed) < 10 else 0
        for one in self.items:
            if one.number == number and number and one.item.place:
                return one.item.place
        there = f"they go from 1 to {last}" if last else "this page has none"
        raise Unclear(f"There is no number {clip(typed, 12)} here; {there}.")

    def meant(self, typed: str) -> Place:
        """The place of a number, of an id, or of this page. Raises Unclear if it is none of these."""
        if typed.isdecimal():
            return self.number(typed)
        if typed in ("", "this"):
            return self.place
        spot = resolve(self.store, typed)
        if not spot.sort:
            raise Unclear(f"“{typed}” is no number and no id; type a number of this page, or this.")
        return place_named(spot)


def place_named(spot: Resolved) -> Place:
    """The page of what a spot names."""
    return Place(spot.sort, spot.id, start=spot.start)


def id_of(place: Place) -> str:
    """The id of what a page is of; empty where it is of nothing that has one."""
    if place.what in OF_SPOTS:
        return place.of
    if place.what == "uses":
        return f"{place.of}:{place.start}"
    return place.of if place.what in ("names", "attendance", "signatures", "contributions") else ""
