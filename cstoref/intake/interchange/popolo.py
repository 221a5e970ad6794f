"""Reads people, organizations and memberships in Popolo JSON, as EveryPolitician published them.

Taken are persons with their names and dates of birth and death, organizations, areas, legislative periods and
elections, posts and memberships. Everything else that a data set has is counted and said.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from cstoref.errors import PackError
from cstoref.paths import shown

from .content import Content
from .membership_table import note_skipped
from .people import LEGISLATURES, DataSetThing, Membership, People
from .table_columns import SCHEMES

TAKEN = {
    "persons": {
        *(
            "id",
            "name",
            "other_names",
            "identifiers",
            "birth_date",
            "death_date",
            "given_name",
            "family_name",
        ),
        "sort_name",
    },
    "organizations": {"id", "name", "classification", "other_names", "identifiers"},
    "areas": {"id", "name", "other_names", "identifiers"},
    "events": {"id", "name", "classification", "start_date", "end_date"},
    "posts": {"id", "label", "role", "organization_id"},
    "memberships": {
        *("id", "person_id", "organization_id", "role", "post_id", "start_date", "end_date"),
        *("legislative_period_id", "on_behalf_of_id", "area_id"),
    },
    "meta": set[str](),
}
"""The lists of a data set, with the keys of their entries that are read."""
EVENTS = {"legislative period": "session", "general election": "election", "election": "election"}
"""Classifications of events, and the types here."""


class ListEntry(NamedTuple):
    """One entry of a list, and its place."""

    place: str
    values: dict[str, Any]

    def text(self, key: str) -> str:
        """A key that holds a text or a number; empty where there is none."""
        value = self.values.get(key)
        return "" if value is None or isinstance(value, list | dict | bool) else str(value).strip()

    @property
    def known_as(self) -> dict[str, str]:
        """The first identifier of each scheme that any pack has."""
        found: dict[str, str] = {}
        for identifier in self.identifiers:
            scheme, value = str(identifier.get("scheme")), str(identifier.get("identifier") or "")
            if scheme in SCHEMES and value:
                found.setdefault(scheme, value)
        return found

    @property
    def identifiers(self) -> list[dict[str, Any]]:
        """All identifiers."""
        given = self.values.get("identifiers")
        return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def read(name: str, raw: bytes) -> Content:
    """The people and memberships of a file. Raises PackError with everything that is wrong."""
    content = Content()
    data = _parsed(name, raw)
    for key in data:
        if key not in TAKEN:
            content.notes.append(f"not taken: {key}")
    people, skipped = People(content), Counter[str]()
    posts: dict[str, ListEntry] = {}
    lists: tuple[tuple[str, Callable[[ListEntry], None]], ...] = (
        ("persons", lambda one: people.add("leader", one.text("id"), _person(one))),
        ("organizations", lambda one: people.add("institution", one.text("id"), _organization(one))),
        ("areas", lambda one: people.add("place", one.text("id"), _thing(one, "region"))),
        ("events", lambda one: _event(one, people)),
        ("posts", lambda one: posts.update({one.text("id"): one})),
        ("memberships", lambda one: _membership(one, people, posts)),
    )  # fmt: skip
    for key, take in lists:
        for one in _entries(name, key, data, content):
            skipped.update(
                f"{key}: {other}" for other, of in one.values.items() if of and other not in TAKEN[key]
            )
            others = (other.get("scheme") for other in one.identifiers)
            skipped.update(
                f"{key}: identifiers of the scheme {other}" for other in others if other not in SCHEMES
            )
            take(one)
    content.notes += [f"not taken: {what} ({number:,})" for what, number in sorted(skipped.items())]
    note_skipped(people, content)
    content.raise_if_wrong()
    return content


def _parsed(name: str, raw: bytes) -> dict[str, Any]:
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PackError([f"{shown(name)}:{line}: not UTF-8; save it as UTF-8"]) from None
    except json.JSONDecodeError as error:
        raise PackError([f"{shown(name)}:{error.lineno}: not JSON: {error.msg}"]) from None
    except (ValueError, RecursionError):
        raise PackError([f"{shown(name)}: not JSON that can be read"]) from None
    if not isinstance(data, dict) or not isinstance(data.get("persons"), list):
        raise PackError([f'{shown(name)}: no list "persons"; it is not Popolo JSON'])
    return data


def _entries(name: str, key: str, data: dict[str, Any], content: Content) -> Iterator[ListEntry]:
    given = data.get(key) or []
    if not isinstance(given, list):
        content.wrong(shown(name), key, "must be a list")
        return
    for number, values in enumerate(given):
        place = f"{shown(name)}: {key}.{number}"
        if isinstance(values, dict) and (key == "memberships" or isinstance(values.get("id"), str | int)):
            yield ListEntry(place, values)
        else:
            content.wrong(place, "must be an object with an id")


def _thing(entry: ListEntry, type: str, start: str = "start_date", end: str = "end_date") -> DataSetThing:
    others = entry.values.get("other_names")
    names = [_name(other) for other in others if isinstance(other, dict)] if isinstance(others, list) else []
    extra = [{"text": entry.text("sort_name")}] if entry.text("sort_name") else []
    return DataSetThing(
        entry.place,
        entry.text("name"),
        type,
        tuple(name for name in (*names, *extra) if name["text"]),
        entry.known_as,
        entry.text(start),
        entry.text(end),
    )


def _name(other: dict[str, Any]) -> dict[str, Any]:
    code = str(other.get("lang") or "").partition("-")[0].lower()
    lang = code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else None
    return {"text": str(other.get("name") or "").strip(), "lang": lang}


def _person(entry: ListEntry) -> DataSetThing:
    return _thing(entry, "person", "birth_date", "death_date")


def _organization(entry: ListEntry) -> DataSetThing:
    return _thing(entry, _class_of(entry))


def _class_of(entry: ListEntry) -> str:
    classification = entry.text("classification").lower()
    if any(word in classification for word in LEGISLATURES):
        return "body"
    return "government" if classification in ("executive", "government", "cabinet") else "organization"


def _event(one: ListEntry, people: People) -> None:
    type = EVENTS.get(one.text("classification").lower())
    if type is None:
        people.skipped[f"events of the class “{one.text('classification')}”"] += 1
    else:
        people.add("event", one.text("id"), _thing(one, type))


def _membership(entry: ListEntry, people: People, posts: dict[str, ListEntry]) -> None:
    post = posts.get(entry.text("post_id"))
    people.join(
        Membership(
            entry.place,
            entry.text("person_id"),
            entry.text("organization_id") or (post.text("organization_id") if post else ""),
            entry.text("role") or (post.text("role") if post else ""),
            post.text("label") if post else "",
            entry.text("start_date"),
            entry.text("end_date"),
            entry.text("legislative_period_id"),
            entry.text("on_behalf_of_id"),
            entry.text("area_id"),
        )
    )
