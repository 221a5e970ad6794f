"""What docs/architecture.md promises of extending: each thing is really added, in as many files as it
says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.plain.pages.record import make_names
from cstoref.session.outcomes import RecordNames
from cstoref.session.state import State
from cstoref.store.cache import open_store
from cstoref.store.pages import page
from cstoref.tui.line import Line
from cstoref.tui.pages.record import record_head
from cstoref.tui.pages.statements import name_lines
from tests.conftest import Result
from tests.mini_pack import FILES
from tests.session.conftest import do, session_over

ROOT = Path(__file__).parent.parent
KIND = """\
[[kind]]
id = "vessel"
label = "Vessel"
plural = "vessels"
letter = "v"
types = ["ship", "boat"]

[[field]]
id = "built_by"
group = "Structure"
label = "built by"
inverse = "built"
value = "record"
on = ["vessel"]

[[fact]]
id = "builder"
label = "Builder"
form = "names"
of = ["ship"]
fields = ["built_by"]
part = "subject"
"""
VESSELS = """\
[[vessel]]
id = "swallow"
name = "Swallow"
type = "ship"
names = ["Ласточка"]

[[vessel.statement]]
field = "built_by"
value = "anna"
when = "2001-05-03"
text = "Anna Ivanova built the Swallow."
cite = { source = "news", quote = "Anna met Boris in Xanadu" }
"""


@pytest.fixture
def harbour(make_pack: Callable[..., Path]) -> Path:
    """The small pack with a kind of its own: one declaration, one file."""
    return make_pack(vocabulary=KIND, vessels=VESSELS)


def test_a_kind_is_one_declaration_and_one_file(harbour: Path, make_pack: Callable[..., Path]) -> None:
    names = {path.name for path in (harbour / "data").iterdir()}
    assert names - {*FILES, "pack.toml", "sources.toml"} == {"vocabulary.toml", "vessels.toml"}
    kind = open_store(str(harbour)).kinds["vessel"]
    assert (kind.label, kind.plural, kind.letter) == ("Vessel", "vessels", "v")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("swallow",), "Builder       Anna Ivanova"),
        (("ласточка",), "Swallow"),
        (("vessels",), "Swallow"),
        (("vessels", "swal"), "Swallow"),
        (("search", "swallow"), "Swallow"),
        (("anna", "--all"), "Anna Ivanova built the Swallow"),
        (("statements", "--field", "built_by"), "Anna Ivanova built the Swallow"),
        (("compare", "swallow", "meeting"), "Swallow"),
        (("cite", "swallow"), "Swallow"),
        (("export", "--format", "jsonl"), '"kind":"vessel"'),
    ],
    ids=" ".join,
)
def test_the_command_line_knows_the_kind(
    harbour: Path, run: Callable[..., Result], words: tuple[str, ...], shown: str
) -> None:
    result = run(*words, "--pack", str(harbour))
    assert result.code == 0, result.err
    assert shown in result.out


def test_entries_of_a_fact_with_one_id_are_tried_in_turn(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    found = KIND[KIND.index("[[fact]]") :]
    named_else = found.replace("Builder", "Maker")
    finds_nothing = named_else.replace("built_by", "opposed")
    for facts, label in (
        ((finds_nothing, found), "Builder"),
        ((found, finds_nothing), "Builder"),
        ((named_else, found), "Maker"),
    ):
        pack = make_pack(vocabulary=KIND.replace(found, "\n".join(facts)), vessels=VESSELS)
        shown = run("swallow", "--pack", str(pack)).out
        assert f"{label:<14}Anna Ivanova" in shown
        assert shown.count("Anna Ivanova") == 1


def test_an_unknown_word_of_the_vocabulary_is_named_with_its_place(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    wrong = KIND.replace('on = ["vessel"]', 'on = ["vesel"]').replace('of = ["ship"]', 'of = ["shipp"]')
    result = run("verify", str(make_pack(vocabulary=wrong, vessels=VESSELS)))
    assert result.code == 4
    assert (
        'data/vocabulary.toml:14: "field built_by: on": no kind "vesel"; did you mean "vessel"?' in result.err
    )
    assert len(result.err.splitlines()) == 2
    assert 'data/vocabulary.toml:20: "fact builder: of": no type "shipp"; did you mean "ship"?' in result.err


SCHEME = """\

[[scheme]]
id = "imo"
label = "IMO number"
head = true
url = "https://example.org/imo/"
"""
NUMBER = "7301685"
WITH_NUMBER = VESSELS.replace('type = "ship"', f'type = "ship"\nidentifiers = {{ imo = "{NUMBER}" }}')


@pytest.fixture
def numbered(make_pack: Callable[..., Path]) -> str:
    """The harbour with a scheme of identifiers of its own: one entry."""
    return str(make_pack(vocabulary=KIND + SCHEME, vessels=WITH_NUMBER))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("swallow",), f"ship · {NUMBER}"),
        ((NUMBER,), "Builder       Anna Ivanova"),
        (("search", NUMBER), "Swallow"),
        (("swallow", "--json"), f'"imo":"{NUMBER}"'),
        (("export", "--format", "jsonl"), f'"imo":"{NUMBER}"'),
        (("export", "--format", "json"), f'"imo":"{NUMBER}"'),
        (("export", "--format", "jsonld"), f'"https://example.org/imo/{NUMBER}"'),
        (("export", "--format", "ftm"), f"imo: {NUMBER}"),
        (("pack", "fields", "imo"), "IMO number"),
    ],
    ids=" ".join,
)
def test_a_scheme_of_identifiers_is_one_entry(
    numbered: str, run: Callable[..., Result], words: tuple[str, ...], shown: str
) -> None:
    result = run(*words, "--pack", numbered)
    assert result.code == 0, result.err
    assert shown in result.out.replace('": "', '":"')


def shown_of(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def test_explorer_and_plain_mode_name_the_scheme(numbered: str, new_user: None) -> None:
    store = open_store(numbered)
    session = session_over(store, State(record="swallow", pane="record"))
    names = do(session, "names")
    assert isinstance(names, RecordNames)
    lines = name_lines(names.record, names.identifiers, 60)
    assert any("IMO number" in shown_of(line) and NUMBER in shown_of(line) for line in lines)
    spoken = make_names(session_over(store, State(view="names", view_of="swallow")))
    assert f"IMO number: {NUMBER}" in [item.text for item in spoken.items]


def test_a_scheme_that_is_a_code_stands_for_a_record(make_pack: Callable[..., Path]) -> None:
    coded = SCHEME.replace("head = true", "code = true")
    found = page(open_store(str(make_pack(vocabulary=KIND + coded, vessels=WITH_NUMBER))), "swallow")
    assert found is not None
    assert (found.code, found.codes) == (NUMBER, (NUMBER,))
    assert NUMBER in "".join(map(shown_of, record_head(found, 80)))


@pytest.mark.parametrize(
    ("scheme", "message"),
    [
        ("imo2", 'no scheme "imo2"; did you mean "imo"? Declare'),
        ("zzz", 'no scheme "zzz"; known are iso3166, iso3166_3, wikidata, cow, imo. Declare'),
    ],
)
def test_an_unknown_scheme_is_named_with_its_place_and_how_to_declare_it(
    make_pack: Callable[..., Path], run: Callable[..., Result], scheme: str, message: str
) -> None:
    vessels = WITH_NUMBER.replace("imo =", f"{scheme} =")
    result = run("verify", str(make_pack(vocabulary=KIND + SCHEME, vessels=vessels)))
    assert result.code == 4
    place = f'data/vessels.toml:5: "swallow": identifiers.{scheme}: '
    how = f' one of your own in data/vocabulary.toml: [[scheme]] with id = "{scheme}" and a label'
    assert result.err.strip().endswith(f"{place}{message}{how}")


def test_what_is_no_address_is_refused(make_pack: Callable[..., Path], run: Callable[..., Result]) -> None:
    wrong = SCHEME.replace("https://example.org/imo/", "javascript:alert(1)//")
    result = run("verify", str(make_pack(vocabulary=KIND + wrong, vessels=WITH_NUMBER)))
    assert result.code == 4
    assert "url: write the beginning of an address" in result.err


ATTRIBUTE = {
    "attributes.py": (
        '    Attribute("rule", "rule"),\n',
        '    Attribute("rule", "rule"),\n    Attribute("mood", "mood"),\n',
    ),
    "model.py": (
        "    rule: str | None\n    confirmed:",
        "    rule: str | None\n    mood: str | None\n    confirmed:",
    ),
    "authoring/schema.py": (
        "    rule: Text | None = None\n",
        "    rule: Text | None = None\n    mood: Text | None = None\n",
    ),
}
"""File of the package to what is replaced there by what, to add an attribute of statements."""


@pytest.mark.slow
def test_an_attribute_is_an_entry_and_two_lines(tmp_path: Path, make_pack: Callable[..., Path]) -> None:
    assert len(ATTRIBUTE) <= 4
    package = tmp_path / "program" / "cstoref"
    shutil.copytree(ROOT / "cstoref", package, ignore=shutil.ignore_patterns("__pycache__", "_pack"))
    for file, (old, new) in ATTRIBUTE.items():
        text = (package / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, file
        (package / file).write_text(text.replace(old, new), encoding="utf-8")
    events = FILES["events.toml"].replace(
        'text = "Boris sent 12 men."', 'text = "Boris sent 12 men."\nmood = "glad"'
    )
    pack = str(make_pack(events=events))
    exported = called(package.parent, "export", "--format", "jsonl", "--pack", pack)
    statements = [line for line in map(json.loads, exported.splitlines()) if line["type"] == "statement"]
    assert [line["mood"] for line in statements] == [None, None, "glad"]


def called(program: Path, *words: str) -> str:
    """What the program in a folder prints."""
    environment = {**os.environ, "PYTHONPATH": str(program), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-c", "from cstoref.cli.main import command; command()", *words],
        capture_output=True, text=True, env=environment, check=True, cwd=program,
    )  # fmt: skip
    return done.stdout
