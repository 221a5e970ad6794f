"""Popolo: the shape of every object by jsonschema, and the file in the reader of EveryPolitician."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from popolo_data.importer import Popolo

from cstoref.export.pack_index import is_plain
from cstoref.store.queries import Store

from . import popolo_shapes

FIELDS = ("membership", "observer", "office")


@pytest.fixture(scope="module")
def popolo(folder: Path) -> dict[str, Any]:
    """The file as it is."""
    return dict(json.loads((folder / "popolo.json").read_text(encoding="utf-8")))


@pytest.mark.reads("popolo", "jsonschema")
@pytest.mark.parametrize("name", popolo_shapes.SHAPES)
def test_every_object_has_the_shape_of_its_class(popolo: dict[str, Any], name: str, folder: Path) -> None:
    assert popolo[name]
    assert list(popolo_shapes.faults(name, popolo[name])) == []


@pytest.mark.reads("popolo", "jsonschema")
def test_every_id_that_is_named_is_there(popolo: dict[str, Any], folder: Path) -> None:
    ids = {name: {one["id"] for one in popolo[name]} for name in (*popolo_shapes.SHAPES, "statements")}
    for name, key, of in (
        ("memberships", "person_id", "persons"),
        ("memberships", "organization_id", "organizations"),
        ("memberships", "post_id", "posts"),
        ("organizations", "parent_id", "organizations"),
        ("organizations", "area_id", "areas"),
        ("posts", "organization_id", "organizations"),
        ("events", "parent_id", "events"),
        ("areas", "parent_id", "areas"),
    ):
        named = {one.get(key) for one in popolo[name]} - {None}
        assert named and named <= ids[of], (name, key)
    assert {id for one in popolo["persons"] for id in one["statements"]} <= ids["statements"]


@pytest.mark.reads("popolo", "everypolitician-popolo")
def test_the_reader_of_everypolitician_finds_who_held_what(folder: Path, builtin: Store) -> None:
    read = Popolo.from_filename(str(folder / "popolo.json"))
    plain = [one for one in builtin.all_statements() if one.field in FIELDS and is_plain(one)]
    assert len(read.memberships) == len(plain)
    assert len(read.events) == len(builtin.records("event"))
    [lavrov] = [one for one in read.persons if one.id == "lavrov"]
    held = {one.post.label for one in read.memberships if one.person_id == lavrov.id}
    assert "Foreign Minister of Russia" in held
