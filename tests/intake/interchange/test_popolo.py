"""A data set of people and memberships in Popolo JSON: usable as a pack, and nothing in it is invented."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.make_popolo import popolo
from cstoref.authoring.load import load
from cstoref.errors import PackError
from cstoref.intake.interchange.readers import read
from tests.conftest import Result

Run = Callable[..., Result]
PEOPLE = 1000
STRAY = {"person_id": "nobody", "organization_id": "legislature"}
PACT = Path(__file__).parents[2] / "packs" / "sound-pact"
SOURCE = ("--title", "Members of the Assembly", "--publisher", "Open Data", "--date", "2019-07-01")


def written(folder: Path, data: Any) -> str:
    path = folder / "people.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return popolo(PEOPLE)


@pytest.mark.slow
def test_a_data_set_becomes_a_pack_that_lists_timeline_and_search_read(
    data: dict[str, Any], run: Run, tmp_path: Path
) -> None:
    folder = str(tmp_path / "assembly")
    made = run("pack", "import", written(tmp_path, data), "--as", "popolo", "-o", folder, *SOURCE)
    assert made.code == 0, made.err
    assert "not taken: persons: gender (1,000)" in made.out
    pack = load(Path(folder))
    kinds = Counter(record.kind for record in pack.records)
    assert kinds == {"leader": PEOPLE, "institution": 6, "place": 20, "event": 4}
    offices = [one for one in pack.statements if one.field == "office"]
    assert len(offices) == len(data["memberships"])
    (source,) = pack.sources
    assert (source.type, source.publisher, source.issued) == ("dataset", "Open Data", "2019-07-01")
    assert {cite.source for one in pack.statements for cite in one.citations} == {source.id}
    assert all(len(one.citations) == 1 for one in pack.statements)

    given = {part for one in _objects(data) for key, part in one.items() if key.endswith("_date")}
    for one in pack.statements:
        for day in (one.when or "").split("/"):
            assert not day or day in given, one.id
        if one.field == "office" and one.when and not one.when_basis:
            assert one.when.rstrip("/") in {
                "/".join(filter(None, (of.get("start_date"), of.get("end_date"))))
                for of in data["memberships"]
            }

    listed = run("leaders", "--pack", folder, "--json")
    assert len(json.loads(listed.out)) == PEOPLE
    found = json.loads(run("search", "katya kovac", "--pack", folder, "--json").out)
    assert "katya-kovach" in [hit["record"] for hit in found["hits"]]
    card = run("ada adler", "--pack", folder)
    assert "Member of National Assembly" in card.out and "Open Data, 1 Jul 2019" in card.out
    timeline = json.loads(run("timeline", "national-assembly", "--pack", folder, "--json").out)
    assert [point["record"] for point in timeline["points"]] == [
        f"term-{number}-of-the-national-assembly" for number in range(1, 5)
    ]


def _objects(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for part in data.values() if isinstance(part, list) for one in part]


def test_a_membership_without_dates_has_those_of_its_period_and_says_so(tmp_path: Path) -> None:
    small = popolo(1, terms=1)
    membership = {key: of for key, of in small["memberships"][0].items() if not key.endswith("_date")}
    content, _ = read([written(tmp_path, {**small, "memberships": [membership]})], "popolo")
    (office,) = [one.line for one in content.of("statement") if one.line["field"] == "office"]
    assert office["when"] == "1996-03-01/2000-02-28"
    assert office["when_basis"].startswith("The dates of “Term 1 of the National Assembly”")


@pytest.mark.parametrize(
    ("dates", "when", "note"),
    [
        ({"start_date": "circa 1990"}, None, "dates that cannot be read"),
        ({"start_date": "0000-00-00"}, None, "dates that cannot be read"),
        ({"start_date": "2004", "end_date": "2001"}, None, "times that end before they begin"),
        ({"end_date": "2001-05"}, "/2001-05", ""),
        ({"start_date": "2001", "end_date": "2001-05"}, "2001/2001-05", ""),
    ],
)
def test_dates_are_taken_as_they_are_or_not_at_all(
    dates: dict[str, str], when: str | None, note: str, tmp_path: Path
) -> None:
    small = popolo(1, terms=1)
    membership = {"person_id": small["persons"][0]["id"], "organization_id": "legislature", **dates}
    content, _ = read([written(tmp_path, {**small, "memberships": [membership]})], "popolo")
    (office,) = [one.line for one in content.of("statement") if one.line["field"] == "office"]
    assert office["when"] == when
    assert any(note in one for one in content.notes)


def test_the_same_data_set_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    path, layer = written(tmp_path, popolo(12, terms=2)), str(tmp_path / "notes")
    assert run("pack", "new", layer, "--extends", str(PACT)).code == 0
    words = ("pack", "import", path, "--as", "popolo", "--pack", layer, *SOURCE)
    first = run(*words)
    assert (first.code, "imported 1 source" in first.out) == (0, True), first.err
    assert "no differences" in run(*words).out
    assert run("verify", layer).code == 0


def test_identifiers_of_known_schemes_are_taken(tmp_path: Path) -> None:
    given = [("wikidata", "Q1"), ("cow", "371"), ("wikidata", "Q2"), ("viaf", "9"), ("iso3166", "")]
    identifiers = [{"scheme": scheme, "identifier": value} for scheme, value in given]
    small = popolo(1, terms=1)
    person = {**small["persons"][0], "identifiers": identifiers}
    content, _ = read([written(tmp_path, {**small, "persons": [person]})], "popolo")
    (leader,) = [one.line for one in content.of("record") if one.line["kind"] == "leader"]
    assert leader["identifiers"] == {"wikidata": "Q1", "cow": "371"}
    assert "not taken: persons: identifiers of the scheme viaf (1)" in content.notes


def test_memberships_of_others_are_counted(tmp_path: Path) -> None:
    small = popolo(1, terms=1)
    of_party = {"organization_id": "legislature", "member_id": "party/1"}
    content, _ = read([written(tmp_path, {**small, "memberships": [of_party]})], "popolo")
    assert [one.line["field"] for one in content.of("statement")] in ([], ["born"])
    assert any("1 memberships that are not of a person" in note for note in content.notes)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"persons": None}, 'no list "persons"'),
        ({"persons": [{"name": "Ann"}]}, "persons.0: must be an object with an id"),
        ({"persons": [{"id": "1"}]}, "persons.0: 1: name: is missing"),
        ({"organizations": "x"}, "organizations: must be a list"),
        ({"memberships": [STRAY]}, "memberships.0: nobody: person: there is none"),
        ({"persons": [{"id": "1", "name": "A"}, {"id": "1", "name": "B"}]}, "persons.1: 1: a second one"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(change: dict[str, Any], message: str, tmp_path: Path) -> None:
    with pytest.raises(PackError) as raised:
        read([written(tmp_path, popolo(1, terms=1) | change)], "popolo")
    assert any(message in problem for problem in raised.value.problems), raised.value.problems
