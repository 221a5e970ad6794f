"""People, organizations and memberships as records and statements, each of which cites its data set.

A membership is an office of the organization. Dates are taken as they are given: where there is no end, the
end is not known; a membership without dates in a period that has some is at that period, which says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from cstoref import dates
from cstoref.authoring import limits

from ..source_entry import slug
from .content import Content, ImportedItem

BORN = {
    "id": "born",
    "group": "Life",
    "label": "born",
    "inverse": "birth",
    "value": "",
    "nature": "occurrence",
    "on": ["leader"],
}
"""A field that only data sets of people have."""
LEGISLATURES = ("legislature", "parliament", "chamber", "council", "committee")


class DataSetThing(NamedTuple):
    """A person, organization, area or period of a data set."""

    place: str
    name: str
    type: str
    names: tuple[dict[str, Any], ...] = ()
    identifiers: Mapping[str, str] = MappingProxyType({})
    """Schemes that any pack has, and the identifiers there."""
    start: str = ""
    end: str = ""
    """Of a person, the day of death; `start` is that of birth."""


class Membership(NamedTuple):
    """What somebody was in an organization. Ids are those of the data set; empty where it says nothing."""

    place: str
    person: str
    organization: str
    role: str = ""
    post: str = ""
    start: str = ""
    end: str = ""
    period: str = ""
    party: str = ""
    area: str = ""
    note: str = ""


class People:
    """Turns what a data set has into objects of an export."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._things: dict[tuple[str, str], tuple[str, DataSetThing]] = {}
        """Kind and id in the data set to the id here."""
        self._ids: set[str] = set()
        self._offices: dict[tuple[str, str], str] = {}
        self._stated: Counter[str] = Counter()
        self.skipped: Counter[str] = Counter()
        """What was not taken, in words, and how often."""

    def add(self, kind: str, id: str, thing: DataSetThing) -> None:
        """Add a thing of a kind (leader, institution, place, event)."""
        if not thing.name.strip():
            self._content.wrong(thing.place, id, "name", "is missing")
            return
        if (kind, id) in self._things:
            self._content.wrong(thing.place, id, "a second one of this id; keep one")
            return
        own = self._free(slug(thing.name) or kind, id)
        self._things[kind, id] = own, thing
        names = {name["text"]: name for name in thing.names if name["text"] != thing.name}
        line = {
            "id": own,
            "kind": kind,
            "name": thing.name[: limits.NAME.most],
            "subtype": thing.type,
            "names": list(names.values()),
            "when": self.when(thing.start, thing.end) if kind == "event" else None,
            "identifiers": dict(thing.identifiers),
        }
        self._content.add("record", ImportedItem(thing.place, line))
        if kind == "leader":
            self._life(own, thing)

    def join(self, membership: Membership) -> None:
        """State a membership. One that is not of a person in an organization is only counted."""
        if not membership.person or not membership.organization:
            self.skipped["memberships that are not of a person in an organization"] += 1
            return
        person, body = (
            self._of("leader", membership.person, membership),
            self._of("institution", membership.organization, membership),
        )
        if person is None or body is None:
            return
        office, title = self._office(membership, *body)
        period = self._of("event", membership.period, membership) if membership.period else None
        party = self._of("institution", membership.party, membership) if membership.party else None
        area = self._of("place", membership.area, membership) if membership.area else None
        when = self.when(membership.start, membership.end)
        basis = None
        if when is None and period and (when := self.when(period[1].start, period[1].end)):
            basis = f"The dates of “{period[1].name}”; the data set gives none of the membership."
        words = f"{person[1].name} was {title}{f' for {party[1].name}' if party else ''}"
        words += f" ({period[1].name})" if period else ""
        roles = {"for": party, "place": area, "at": period}
        self._state(
            membership.place,
            person[0],
            "office",
            f"{words}.",
            key=f"{office}-{period[0]}" if period else "",
            value=office,
            value_kind="record",
            when=when,
            when_basis=basis,
            roles={role: [of[0]] for role, of in roles.items() if of},
            note=membership.note or None,
        )

    def when(self, start: str, end: str) -> str | None:
        """The time between two dates of the data set, as EDTF; None where there is none that can be read."""
        start, end = self._date(start), self._date(end)
        if not start and not end:
            return None
        try:
            return dates.parse(f"{start}/{end}").edtf
        except ValueError:
            self.skipped["times that end before they begin"] += 1
            return None

    def _date(self, text: str) -> str:
        try:
            return (
                (dates.parse(text).edtf if len(text) in (4, 7, 10) else self._no_date(text)) if text else ""
            )
        except ValueError:
            return self._no_date(text)

    def _no_date(self, text: str) -> str:
        self.skipped["dates that cannot be read"] += 1
        return ""

    def _life(self, id: str, thing: DataSetThing) -> None:
        for field, date, words in (("born", thing.start, "was born"), ("died", thing.end, "died")):
            if day := self._date(date):
                if field == BORN["id"] and BORN not in self._content.fields:
                    self._content.fields.append(BORN)
                self._state(thing.place, id, field, f"{thing.name} {words}.", when=day)

    def _office(self, membership: Membership, body: str, of: DataSetThing) -> tuple[str, str]:
        """The office of a membership, and what somebody was by it: “a member of the Assembly”."""
        role = membership.role.strip() or "member"
        name = membership.post.strip() or f"{role[:1].upper()}{role[1:]} of {of.name}"
        title = f"a member of {of.name}" if not membership.post and role.lower() == "member" else name
        office = self._offices.get((body, name))
        if office is None:
            office = self._offices[body, name] = self._free(slug(name)[:40].strip("-") or "office", name)
            line = {
                "id": office,
                "kind": "institution",
                "name": name[: limits.NAME.most],
                "subtype": "office",
            }
            self._content.add(
                "record", ImportedItem(membership.place, {**line, "names": [], "identifiers": {}})
            )
            self._state(
                membership.place, office, "office_of", f"{name} is an office of {of.name}.",
                value=body, value_kind="record", trivial=True,
            )  # fmt: skip
        return office, title

    def _of(self, kind: str, id: str, membership: Membership) -> tuple[str, DataSetThing] | None:
        found = self._things.get((kind, id))
        if found is None:
            self._content.wrong(
                membership.place, id or kind, _KINDS[kind], "there is none of this id in the data set"
            )
        return found

    def _state(self, place: str, subject: str, field: str, text: str, key: str = "", **parts: Any) -> None:
        value = parts.get("value") if parts.get("value_kind") == "record" else ""
        tail = key[: limits.ID.most].strip("-") or value
        id = "/".join(part for part in (subject, field, tail) if part)
        self._stated[id] += 1
        if self._stated[id] > 1:
            id = f"{id}-{self._stated[id]}" if tail else f"{id}/{self._stated[id]}"
        line = {"id": id, "subject": subject, "field": field, "text": text, "citations": [{"source": ""}]}
        self._content.add("statement", ImportedItem(place, line | parts))

    def _free(self, id: str, of: str) -> str:
        """An id that is not taken: with what the data set tells it by, where two have one name."""
        number, free = 1, id
        if free in self._ids:
            free = f"{id}-{slug(of)[:8].strip('-') or 'x'}"
        while free in self._ids:
            number += 1
            free = f"{id}-{number}"
        self._ids.add(free)
        return free


_KINDS = {"leader": "person", "institution": "organization", "event": "period", "place": "area"}
