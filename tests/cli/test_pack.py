"""`cstoref pack`: a new pack verifies as it is made, its vocabulary can be searched, editors get a schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

from cstoref.cli.commands import PACK_SUBCOMMANDS
from cstoref.cli.packs.pack import SUBCOMMANDS
from cstoref.paths import builtin_pack
from tests.conftest import Result


@pytest.mark.parametrize("name", ["herald", "Северный совет", "con", "csto", "2024 reports!", "---"])
def test_a_new_pack_verifies_and_opens(run: Callable[..., Result], tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    made = run("pack", "new", str(folder))
    assert made.code == 0, made.err
    assert f"cstoref verify {folder} --accept-texts --watch" in made.out
    checked = run("verify", str(folder))
    assert (checked.code, checked.err) == (0, "")
    assert "0 findings" in checked.out
    assert run("institutions", "--pack", str(folder)).code == 0
    assert (folder / ".gitattributes").read_text(encoding="utf-8").endswith("corpus/* -text\n")
    assert (folder / "corpus").is_dir()


def test_the_commented_examples_of_a_new_pack_are_right(run: Callable[..., Result], tmp_path: Path) -> None:
    """What a person gets who takes the marks of comments away and puts a text there."""
    folder = tmp_path / "herald"
    run("pack", "new", str(folder))
    sources = folder / "data" / "sources.toml"
    text = sources.read_text(encoding="utf-8")
    example = text[text.index("# [[source]]") : text.index("\n\n[[source]]")]
    sources.write_text(
        text.replace(example, re.sub("^# ", "", example, flags=re.MULTILINE)), encoding="utf-8"
    )
    (folder / "corpus" / "herald-2024-03-05.txt").write_text("Herald has the words of the passage.\n")
    records = folder / "data" / "institutions.toml"
    text = records.read_text(encoding="utf-8")
    text = "\n".join(line for line in text.split("\n") if not line.startswith("cite ="))
    records.write_text(text.replace("# cite =", "cite ="), encoding="utf-8")
    checked = run("verify", str(folder), "--accept-texts", "--no-review")
    assert checked.code == 0, checked.err
    assert "quotes           1 verified" in checked.out


def test_a_folder_with_files_is_left_alone(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    result = run("pack", "new", str(tmp_path))
    assert result.code == 2
    assert "is not empty; name a new folder" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_new_fields_and_schema_are_all_there_is(run: Callable[..., Result]) -> None:
    assert set(SUBCOMMANDS) == set(PACK_SUBCOMMANDS)
    result = run("pack")
    assert result.code == 0
    for line, subcommand in zip(result.out.splitlines(), SUBCOMMANDS.values(), strict=True):
        assert line.split("  ")[0].strip() == f"cstoref pack {subcommand.usage}"


@pytest.mark.parametrize(
    "words", ["pack of wolves", "pack animals", "pack new rules for states", "pack schema x"]
)
def test_words_that_are_no_subcommand_are_a_question(run: Callable[..., Result], words: str) -> None:
    assert run(*words.split()) == run("show", *words.split())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("absent",), "absent"),
        (("stayed", "away"), "absent"),
        (("summit",), "summit"),
        (("law",), "law-database"),
        (("instead of",), "instead_of"),
        (("planned",), "planned"),
        (("disagreement",), "disagreement"),
    ],
)
def test_the_vocabulary_is_searched(run: Callable[..., Result], words: tuple[str, ...], found: str) -> None:
    result = run("pack", "fields", *words)
    assert result.code == 0
    assert any(line.split()[:1] == [found] for line in result.out.splitlines())


def test_a_word_that_the_vocabulary_lacks_is_not_found(run: Callable[..., Result]) -> None:
    result = run("pack", "fields", "xylophone")
    assert (result.code, result.out) == (1, "")
    assert "nothing in the vocabulary has “xylophone”" in result.err


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (value for key, value in part.items() if key == "$ref")
        for value in part.values():
            yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def test_the_schema_knows_every_key_of_the_data(run: Callable[..., Result]) -> None:
    schema = json.loads(run("pack", "schema").out)
    known = schema["$defs"]
    assert all(reference.rpartition("/")[2] in known for reference in references(schema))
    statements = 0
    for file in (Path(builtin_pack()) / "data").glob("*.toml"):
        content = tomli.loads(file.read_text(encoding="utf-8"))
        assert set(content) <= set(schema["properties"]), file.name
        for tables in content.values():
            for table in tables if isinstance(tables, list) else ():
                for statement in table.get("statement", ()):
                    statements += 1
                    assert set(statement) <= set(known["statement"]["properties"])
                    assert statement["field"] in known["statement"]["properties"]["field"]["enum"]
    assert statements > 1_000
