"""JSON-LD, Popolo and FollowTheMoney: what is plain stands as such, all else stays with its statement."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from cstoref.attributes import NAMES
from cstoref.authoring.declared import ROLES
from cstoref.export import FORMATS, usage
from cstoref.export.jsonld import context
from cstoref.export.jsonld.documents import address
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from tests.conftest import Result

Run = Callable[..., Result]
MEMBERS = """\
[[member]]
id = "xanadu"
name = "Xanadu"
type = "state"
identifiers = { iso3166 = "XA" }
statement = [
  { field = "membership", key = "held", value = "league", when = "2001/2005?", text = "It was one.", cite = { source = "news", quote = "Anna met Boris" } },
  { field = "membership", key = "attested", value = "league", when = "2003-04", text = "It was one then.", cite = { source = "news", quote = "He sent 12 men" }, stance = "reported", hedge = "perhaps" },
  { field = "membership", key = "not", value = "league", negated = true, text = "It was none.", cite = { source = "news", quote = "in Xanadu" } },
  { field = "membership", key = "denied", value = "league", stance = "denied", text = "It denied that.", cite = { source = "news", quote = "on 3 May 2001" } },
  { field = "membership", key = "wrong", value = "league", rank = "deprecated", rank_reason = "A slip.", text = "It is one.", cite = { source = "news", quote = "in his stead" } },
]
"""  # noqa: E501
INSTITUTIONS = '[[institution]]\nid = "league"\nname = "The League"\ntype = "organization"\n'
PLAIN = {"xanadu/membership/held", "xanadu/membership/attested"}
OTHER = {f"xanadu/membership/{key}" for key in ("not", "denied", "wrong")}
LINKED = ("jsonld", "popolo", "ftm", "ftm-statements")


@pytest.fixture
def league(make_pack: Callable[..., Path]) -> Store:
    """A pack with memberships that are plain and others that are not."""
    return open_store(str(make_pack(members=MEMBERS, institutions=INSTITUTIONS)))


def written(store: Store, format: str) -> str:
    out = StringIO()
    FORMATS[format].write(store, out)
    return out.getvalue()


def read(store: Store, format: str) -> Any:
    return json.loads(written(store, format))


def test_jsonld_has_a_role_for_what_is_plain_and_a_claim_for_all(league: Store) -> None:
    nodes = {node["@id"]: node for node in read(league, "jsonld")["@graph"]}
    roles = {role["subjectOf"]: role for role in nodes["record:xanadu"]["memberOf"]}
    assert set(roles) == {f"statement:{id}" for id in PLAIN}
    held, attested = (roles[f"statement:xanadu/membership/{key}"] for key in ("held", "attested"))
    assert (held["startDate"], held.get("endDate"), held["when"]) == ("2001", None, "2001/2005?")
    assert "startDate" not in attested and attested["when"] == "2003-04"
    for id in PLAIN | OTHER:
        assert nodes[f"statement:{id}"]["@type"] == ["Claim", "rdf:Statement"]
    denied = nodes["statement:xanadu/membership/denied"]
    assert (denied["stance"], denied["claimObject"]) == ("denied", "record:league")
    assert nodes["statement:xanadu/membership/not"]["negated"] is True


def test_popolo_has_a_membership_for_what_is_plain_and_a_statement_for_all(league: Store) -> None:
    popolo = read(league, "popolo")
    memberships = {one["id"]: one for one in popolo["memberships"]}
    assert set(memberships) == PLAIN
    attested = memberships["xanadu/membership/attested"]
    assert attested["member"] == {"@type": "Organization", "id": "xanadu", "name": "Xanadu"}
    assert (attested["start_date"], attested["attested"], attested["edtf"]) == (None, "2003-04", "2003-04")
    assert (attested["stance"], attested["hedge"]) == ("reported", "perhaps")
    assert attested["sources"][0]["quote"] == "He sent 12 men"
    assert {one["id"] for one in popolo["statements"]} >= PLAIN | OTHER


def test_ftm_has_an_edge_for_what_is_plain_and_a_note_for_the_rest(league: Store) -> None:
    entities = [json.loads(line) for line in written(league, "ftm").splitlines()]
    by_id = {entity["id"]: entity for entity in entities}
    of = {"Membership": PLAIN, "Note": OTHER}
    for schema, ids in of.items():
        for id in ids:
            entity = by_id["mini.statement." + id.replace("/", ".")]
            assert entity["schema"] == schema
    wrong = by_id["mini.statement.xanadu.membership.wrong"]["properties"]["notes"]
    assert {"rank: deprecated", "rank_reason: A slip.", "value: league"} <= set(wrong)
    cited = [entity for entity in entities if entity["schema"] == "Documentation"]
    assert {entity["properties"]["recordId"][0] for entity in cited} >= PLAIN | OTHER


@pytest.mark.parametrize("format", LINKED)
def test_every_statement_and_quote_is_there(small: Store, format: str) -> None:
    text = written(small, format)
    for statement in small.all_statements():
        # FollowTheMoney allows no slash in an id; there the id of the pack stands beside it.
        assert f'"{statement.id}' in text or f"statement:{statement.id}" in text, statement.id
        for citation in statement.citations:
            assert not citation.quote or json.dumps(citation.quote) in text


@pytest.mark.parametrize("format", LINKED)
def test_the_same_pack_makes_the_same_bytes_and_says_how_it_may_be_used(small: Store, format: str) -> None:
    text = written(small, format)
    assert text == written(small, format)
    assert usage.terms(small.edition) in text


def test_no_more_than_the_paragraph_stands_around_a_passage(small: Store) -> None:
    for node in read(small, "jsonld")["@graph"]:
        for annotation in node.get("citations", []):
            if isinstance(annotation["target"], str):
                continue
            quote, place = annotation["target"]["selector"]
            text = small.text(annotation["target"]["source"].partition(":")[2])
            around = text[place["start"] - len(quote["prefix"]) : place["end"] + len(quote["suffix"])]
            assert around == quote["prefix"] + quote["exact"] + quote["suffix"]
            assert "\n" not in quote["prefix"] + quote["suffix"]


HOSTILE = """<a href='x'>{"@id": "evil"}[/b]\u202e\x07 \\ end"""


@pytest.mark.parametrize("format", LINKED)
def test_a_hostile_name_stays_a_name(make_pack: Callable[..., Path], format: str) -> None:
    leaders = f'[[leader]]\nid = "anna"\nname = {json.dumps(HOSTILE)}\ntype = "person"\n'
    leaders += '[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n'
    text = written(open_store(str(make_pack(leaders=leaders))), format)
    assert "\u202e" not in text and "\x07" not in text  # nothing that a terminal would obey
    assert json.dumps(HOSTILE) in text


def test_an_address_holds_no_sign_that_breaks_a_name() -> None:
    assert address("https://x.org/a b<c>?q=ы|") == "https://x.org/a%20b%3Cc%3E?q=ы%7C"
    assert address(None) is None


def test_the_context_has_every_attribute_and_role() -> None:
    words = context.context("mini")
    assert {context.role_word(role) for role in ROLES} <= set(words)
    attributes = {context.word_of(name) for name in NAMES if name != context.SPEAKER}
    assert attributes <= set(words)


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC-BY-4.0 for the records; others", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", None),
        ("", None),
    ],
)
def test_a_licence_of_creative_commons_has_an_address(
    small: Store, licence: str, address: str | None
) -> None:
    assert usage.licence_address(small.edition._replace(licence=licence)) == address


def test_parquet_without_its_extra_says_what_to_do(
    run: Run, make_pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    folder = make_pack()
    out = folder.parent / "out"
    result = run("export", "--format", "parquet", "--pack", str(folder), "-o", str(out))
    assert result.code == 1
    assert "pipx inject cstoref pyarrow" in result.err
    assert not out.exists()
