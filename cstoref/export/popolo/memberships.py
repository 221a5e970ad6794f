"""Memberships of Popolo: who belonged to what, and who held which post, by plain statements."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref.export import plain_dates
from cstoref.export.pack_index import PackIndex
from cstoref.model import Record, Statement

from . import links
from .classes import Object, class_of

_ROLES = {"membership": "member", "observer": "observer", "office": None}
"""The fields that are memberships, with the role that they give; an office gives its own name."""


def memberships(index: PackIndex) -> Iterator[Object]:
    """One object for each plain statement, under the id of the statement."""
    for record in index.records.values():
        for field, role in _ROLES.items():
            for statement in index.related(record.id, field):
                held = index.records.get((statement.value and statement.value.text) or "")
                if held:
                    yield _membership(statement, record, held, role or held.name, index)


def _membership(statement: Statement, holder: Record, held: Record, role: str, index: PackIndex) -> Object:
    dates = plain_dates.of_state(statement.when)
    is_post = class_of(held) == "posts"
    return {
        "id": statement.id,
        "label": statement.text,
        "role": role,
        **_member(holder),
        "organization_id": index.linked(held.id, "office_of") if is_post else held.id,
        "post_id": held.id if is_post else None,
        "start_date": dates.start,
        "end_date": dates.end,
        # A reader may take two empty dates for “always”: this one says that it is known of one time only.
        "attested": dates.attested,
        "edtf": statement.when,
        "confirmed": statement.confirmed,
        "stance": statement.stance,
        "hedge": statement.hedge,
        "grounding": statement.grounding,
        "grade": statement.grade,
        "layer": statement.layer,
        "conflicts": index.conflicts.get(statement.id, []),
        "sources": links.passages(statement.citations, index),
    }


def _member(holder: Record) -> Object:
    """A person by its id; a body as an object, as Popolo has it for members that are no persons."""
    if class_of(holder) == "persons":
        return {"person_id": holder.id}
    return {"member": {"@type": "Organization", "id": holder.id, "name": holder.name}}
