"""Entities and statements opened with FollowTheMoney itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model
from followthemoney.statement import read_path_statements

from cstoref.export.pack_index import is_plain
from cstoref.store.queries import Store

Entities = dict[str, Any]


@pytest.fixture(scope="module")
def entities(folder: Path) -> Entities:
    """Every entity, as a proxy of the model, by its id."""
    read: Entities = {}
    with open(folder / "entities.ftm.json", encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            assert data["id"] not in read
            read[data["id"]] = model.get_proxy(data, cleaned=True)
    return read


@pytest.mark.reads("ftm", "followthemoney")
def test_every_value_is_one_that_the_model_takes(folder: Path) -> None:
    """Nothing is refused, and nothing would be cleaned away but white space and quotes around names."""
    with open(folder / "entities.ftm.json", encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            proxy = model.get_proxy(data, cleaned=True)
            proxy.schema.validate(data)
            cleaned: Any = model.get_proxy(data, cleaned=False)
            for name in data["properties"]:
                assert len(proxy.get(name)) == len(cleaned.get(name)) > 0, (data["id"], name)


@pytest.mark.reads("ftm", "followthemoney")
def test_every_link_leads_to_an_entity_of_the_right_schema(entities: Entities, folder: Path) -> None:
    wrong = [
        (entity.id, prop.name, id)
        for entity in entities.values()
        for prop in entity.iterprops()
        if prop.type.name == "entity"
        for id in entity.get(prop)
        if id not in entities or not entities[id].schema.is_a(prop.range)
    ]
    assert wrong == []


@pytest.mark.reads("ftm", "followthemoney")
def test_every_statement_and_citation_is_an_entity(entities: Entities, builtin: Store, folder: Path) -> None:
    schemata = [entity.schema.name for entity in entities.values()]
    statements = list(builtin.all_statements())
    cited = [len(one.citations) for one in statements] + [len(one.citations) for one in builtin.conflicts()]
    assert schemata.count("Documentation") == sum(cited)
    offices = [one for one in statements if one.field == "office" and is_plain(one)]
    assert schemata.count("Occupancy") == len(offices)
    for one in statements:
        entity = entities[f"csto.statement.{one.id.replace('/', '.').replace('_', '--')}"]
        told = entity.get("notes", quiet=True) + entity.get("description", quiet=True)
        assert f"stance: {one.stance}" in told
        assert not one.hedge or f"hedge: {one.hedge}" in told
        assert not one.when or f"when: {one.when}" in told


@pytest.mark.reads("ftm-statements", "followthemoney")
def test_the_statement_form_has_the_same_values(entities: Entities, folder: Path) -> None:
    values = {
        (entity.id, entity.schema.name, prop.name, value)
        for entity in entities.values()
        for prop, value in entity.itervalues()
    }
    read = list(read_path_statements(folder / "statements.json", "json"))
    assert {(one.entity_id, one.schema, one.prop, one.value) for one in read} == values
    assert len(read) == len(values)
    assert {one.dataset for one in read} == {"csto"}
    assert all(one.origin for one in read if ".pack" not in one.entity_id)
