"""A sheet of people and what they were in organizations: one row a membership."""

from __future__ import annotations

from collections.abc import Iterable

from .content import Content
from .people import DataSetThing, Membership, People
from .table_columns import Cells

_KINDS = (("leader", "person"), ("institution", "organization"), ("institution", "party"), ("place", "area"))


def add(rows: Iterable[Cells], content: Content) -> None:
    """Add what the rows state. People and organizations of one id, or one name without ids, are the same."""
    people = People(content)
    seen: set[tuple[str, str]] = set()
    joined = []
    for row in rows:
        cells = {key: str(value or "") for key, value in row.values.items()}
        ids = {}
        for kind, column in _KINDS:
            name = cells.get(column, "")
            id = ids[column] = cells.get(f"{column}_id") or name
            if id and (kind, id) not in seen:
                seen.add((kind, id))
                wikidata = cells.get("wikidata", "") if column == "person" else ""
                people.add(
                    kind,
                    id,
                    DataSetThing(
                        row.place,
                        name or id,
                        _type(column, cells),
                        identifiers={"wikidata": wikidata} if wikidata else {},
                    ),
                )
        said = {key: cells.get(key, "") for key in ("role", "start", "end", "note")}
        joined.append(
            Membership(
                row.place, ids["person"], ids["organization"], **said, party=ids["party"], area=ids["area"]
            )
        )
    for one in joined:
        people.join(one)
    note_skipped(people, content)


def note_skipped(people: People, content: Content) -> None:
    """Say what was not taken."""
    for what, number in people.skipped.items():
        content.notes.append(f"not taken: {number:,} {what}")


def _type(column: str, cells: dict[str, str]) -> str:
    if column == "person":
        return "person"
    if column == "area":
        return "region"
    return cells.get("organization_type") or "organization" if column == "organization" else "organization"
