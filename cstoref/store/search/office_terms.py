"""Offices that words name, and who held them when."""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .roles import offices_with_terms, terms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store


class Titled(NamedTuple):
    """An office, whose it is, and which post of the vocabulary (empty where none is known)."""

    id: str
    name: str
    body: str
    post: str
    label: str
    """Of the post."""


class OfficeTerm(NamedTuple):
    """A term of office, or a day on which somebody is attested in one. Days as ISO text."""

    number: int
    """Of the statement."""
    holder: str
    name: str
    office: str
    title: str
    edtf: str
    start: str
    end: str
    """The last day on which it may have been held; the last of all days where it is open."""
    acting: bool
    interval: bool
    open: bool
    end_unknown: bool

    def ended(self, day: str) -> bool:
        """Whether it was over on a day."""
        return self.end <= day

    def touches(self, first: str, last: str) -> bool:
        """Whether it may have been held on one of these days."""
        return self.start <= last and self.end > first if self.interval else first <= self.start <= last


def named_offices(store: Store, titles: Sequence[str], body: str | None) -> list[Titled]:
    """The offices that the words name, of a body if one is given, else of the organization that the pack is
    about where it has one; the weightiest first."""
    bodies = {"body": body} if body else {}
    wanted = terms((*titles, *bodies), bodies)
    offices = offices_with_terms(store, wanted)
    if body:
        offices = [office for office in offices if _is_of(store, office[0], body)]
    elif len(offices) > 1:
        offices = [office for office in offices if _is_of(store, office[0], store.pack["subject"])] or offices
    return offices_by_id(store, [id for id, _ in offices])


def offices_by_id(store: Store, ids: Sequence[str]) -> list[Titled]:
    """Offices by their ids, in the same order."""
    rows = {
        row[0]: Titled(row[0], row[1], row[2] or "", row[3] or "", row[4] or "")
        for row in store.database.execute(
            "SELECT r.id, r.name, o.body, o.post, p.label FROM record r LEFT JOIN office o ON o.id = r.id "
            f"LEFT JOIN post p ON p.id = o.post WHERE r.id IN ({', '.join('?' * len(ids))})",
            ids,
        )
    }
    return [rows[id] for id in ids]


def _is_of(store: Store, office: str, body: str) -> bool:
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM office_term WHERE office = ?1 AND term = '@' || ?2) "
        "OR EXISTS (SELECT 1 FROM office WHERE id = ?1 AND body = ?2)",
        (office, body),
    ).fetchone()
    return bool(row[0])


def terms_of_offices(store: Store, offices: Sequence[str]) -> list[OfficeTerm]:
    """Every dated term of these offices, by its beginning."""
    rows = store.database.execute(
        "SELECT s.number, s.subject, p.name, s.value, o.name, instr(s.text, ' acting '), s.edtf FROM "
        "statement s "
        "JOIN record p ON p.id = s.subject JOIN record o ON o.id = s.value "
        "WHERE s.field = 'office' AND s.edtf != '' AND NOT s.negated AND s.rank != 'deprecated' "
        f"AND s.value IN ({', '.join('?' * len(offices))}) ORDER BY s.start_earliest, s.weight DESC",
        offices,
    )
    return [_office_term(*row) for row in rows]


def _office_term(
    number: int, holder: str, name: str, office: str, title: str, acting: int, edtf: str
) -> OfficeTerm:
    when = dates.parse(edtf)
    known = when.start_earliest > dates.FIRST_DAY
    start = when.start_earliest if known else f"{when.end_latest[:4]}-01-01"
    open_ = when.interval and edtf.endswith("/..")
    unknown = when.interval and edtf.endswith("/")
    end = when.end_latest
    return OfficeTerm(
        number, holder, name, office, title, edtf, start, end, bool(acting), when.interval, open_, unknown
    )
