"""Words that narrow and sort a page, and choose the day for which everything answers."""

from __future__ import annotations

from difflib import get_close_matches

from cstoref import dates

from .conversation import Conversation, Unclear
from .page import facets


def only(talk: Conversation, rest: str) -> list[str]:
    """Only lines with some words."""
    return _changed(talk, only=rest)


def narrow(talk: Conversation, rest: str) -> list[str]:
    """Only lines of one facet; without one, which there are."""
    found = facets(talk.page)
    if not found:
        raise Unclear("There is nothing to narrow here; only and words lets lines with these words through.")
    if not rest:
        return [line for facet, count in found.items() for line in talk.say(f"{facet}, {count:,}")]
    meant = [facet for facet in found if rest.lower() in (facet.lower(), facet.partition(": ")[2].lower())]
    if len(meant) != 1:
        near = ", ".join(meant or get_close_matches(rest, found, n=3, cutoff=0.3)) or "narrow alone tells all"
        raise Unclear(f"“{rest}” is not one of those there are; near it: {near}.")
    return _changed(talk, facet=meant[0])


def widen(talk: Conversation, rest: str) -> list[str]:
    """All lines again."""
    talk.quoted_only = False
    return _changed(talk, only="", facet="")


def sort(talk: Conversation, rest: str) -> list[str]:
    """In another order, or the next one."""
    orders = talk.page.orders
    if len(orders) < 2:
        raise Unclear("There is one order only.")
    now = talk.place.order or orders[0]
    wanted = rest.lower() if rest else orders[(orders.index(now) + 1) % len(orders)]
    if wanted not in orders:
        raise Unclear(f"“{rest}” is no order here; there are: {', '.join(orders)}.")
    return _changed(talk, order="" if wanted == orders[0] else wanted)


def quoted(talk: Conversation, rest: str) -> list[str]:
    """Only quoted statements, or all again."""
    talk.quoted_only = not talk.quoted_only
    said = [] if talk.quoted_only else talk.say("All statements again.")
    return [*said, *_changed(talk)]


def as_of(talk: Conversation, rest: str) -> list[str]:
    """Answer for a day, or for all time."""
    try:
        talk.as_of = dates.day(rest) if rest else None
    except ValueError as error:
        raise Unclear(f"{error}.") from None
    said = [] if rest else talk.say("Everything answers for all time.")
    return [*said, *_changed(talk)]


def earlier(talk: Conversation, rest: str) -> list[str]:
    """The last day before at which something changes."""
    return _step(talk, -1)


def later(talk: Conversation, rest: str) -> list[str]:
    """The next day at which something changes."""
    return _step(talk, 1)


def _step(talk: Conversation, step: int) -> list[str]:
    """To the next or last day on which something changes for the record, or for anybody."""
    days = talk.store.days(talk.place.of if talk.place.what == "record" else None)
    now = talk.as_of
    if now is None:
        beyond = days[:1] if step > 0 else days[-1:]
    else:
        beyond = (
            [day for day in days if day > now][:1] if step > 0 else [day for day in days if day < now][-1:]
        )
    if not beyond:
        raise Unclear("Nothing changes beyond this day.")
    talk.as_of = beyond[0]
    return _changed(talk)


def _changed(talk: Conversation, **parts: str) -> list[str]:
    """The page from its beginning, otherwise narrowed."""
    talk.trail.change(line=None, **parts)
    return talk.read()
