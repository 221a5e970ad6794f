"""The first screen as short lists: back to the last page, what the pack is about, its members and who is in
office, the last and the next meeting, what was opened, and examples of questions.

The answers are those of the as-of date, or of the edition. A record stands in one list only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cstoref import dates
from cstoref.namedtuples import NamedTuple
from cstoref.store.kind_words import named_in_words
from cstoref.store.queries import Store
from cstoref.store.start_answers import StartAnswer, in_office, meetings, members, questions
from cstoref.user.user_data import UserData

MOST = 6
"""Rows of what was opened, of bookmarks, and of the most documented records."""
BACK = "back:"
"""The key of the row that leads back to the last page."""
QUERY = "query:"
"""What the key of an example begins with; the words to search for follow."""
VIEW = "view:"
"""What the key of a view begins with; its id follows."""
ABOUT, MEMBERS, ANSWERS, SECTIONS = "about", "members", "answers", "sections"
"""The ids of lists that are drawn in their own way: a title and how far it can be trusted, three columns, a
label and its answer, and the place of the sections with their counts."""


class StartRow(NamedTuple):
    """One row: what it opens (None: nothing), its name, what it is, and what stands at its end."""

    key: str | None
    name: str
    what: str = ""
    right: str = ""


class StartList(NamedTuple):
    """Rows that belong together, under a title where they need one."""

    id: str
    title: str
    rows: Sequence[StartRow]


def start_lists(
    store: Store, user: UserData, opened: Sequence[str], as_of: str | None, back: str
) -> list[StartList]:
    """The lists in the order of the screen. `back` names the last page; empty: there is none."""
    subject = store.pack["subject"]
    shown = {subject}
    now = _answers(members(store, as_of), shown)
    recent = _records(store, [*reversed(opened), *user.recent], shown)
    bookmarks = _bookmarked(store, [bookmark.id for bookmark in user.bookmarks], shown)
    return [
        StartList("back", "", [StartRow(BACK, back)] if back else []),
        StartList(ABOUT, "", [StartRow(subject or None, store.edition.title, trust(store))]),
        StartList(MEMBERS, "", now),
        StartList(ANSWERS, "", _answers([*in_office(store, as_of), *meetings(store, as_of)], shown)),
        StartList(SECTIONS, "", []),
        StartList("recent", "Recently opened", recent),
        StartList("bookmarks", "Bookmarks", bookmarks),
        # Where a pack has no members, something else must show what it holds.
        StartList("documented", "Most documented", [] if now else _records(store, _heaviest(store), shown)),
        StartList("examples", "Questions such as", [StartRow(f"{QUERY}{q}", q) for q in questions(store)]),
    ]


def trust(store: Store) -> str:
    """How far all of it can be trusted today, in one line."""
    return " · ".join(filter(None, (checked(store), store.age)))


def checked(store: Store) -> str:
    """The edition, its newest source and how many quotes were verified: the same on every day."""
    newest = f"newest source {dates.spoken(store.newest_source)}" if store.newest_source else ""
    quotes = f"{store.count('quotes'):,} quotes verified"
    return " · ".join(filter(None, (edition(store), newest, quotes)))


def edition(store: Store) -> str:
    """The edition of the pack, and the packs above it: `edition 2026.12 + my-notes`."""
    lowest, *above = store.layers or (store.edition,)
    return " + ".join((f"edition {lowest.edition}", *(layer.id for layer in above)))


def _answers(answers: Iterable[StartAnswer], shown: set[str]) -> list[StartRow]:
    rows = []
    for answer in answers:
        fresh = answer.key is not None and answer.key not in shown
        rows.append(StartRow(answer.key if fresh else None, answer.name, answer.what, answer.right))
        shown.add(answer.key or "")
    return rows


def _records(store: Store, ids: Iterable[str], shown: set[str]) -> list[StartRow]:
    fresh = [id for id in dict.fromkeys(ids) if id not in shown]
    named = named_in_words(store, fresh[: 4 * MOST])
    rows = [StartRow(id, named[id].name, right=named[id].kind) for id in fresh if id in named][:MOST]
    shown.update(row.key or "" for row in rows)
    return rows


def _bookmarked(store: Store, ids: Sequence[str], shown: set[str]) -> list[StartRow]:
    rows: list[StartRow] = []
    for id in ids:
        if len(rows) == MOST:
            break
        if id in shown:
            continue
        listed = store.statement(id)
        if listed is not None:
            rows.append(StartRow(id, listed.statement.text))
        elif named := named_in_words(store, [id]):
            rows.append(StartRow(id, named[id].name, right=named[id].kind))
    shown.update(row.key or "" for row in rows)
    return rows


def _heaviest(store: Store) -> Iterator[str]:
    """The records of each kind with the most weight."""
    for place, kind in enumerate(list(store.kinds)[:5]):
        yield from store.heaviest(kind, 2 if place < 3 else 1)
