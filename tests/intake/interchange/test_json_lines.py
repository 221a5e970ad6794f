"""An export read back is the same pack, byte for byte; what is no export is refused with its line."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from cstoref.errors import PackError, UsageError
from cstoref.export import json as one_json
from cstoref.export import jsonl
from cstoref.intake.interchange.assembly import make
from cstoref.intake.interchange.readers import read
from cstoref.model import Pack
from cstoref.provenance import ordered
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.stated_dates import dated
from tests.conftest import Result

PACKS = Path(__file__).parents[2] / "packs"
Run = Callable[..., Result]


def exported(store: Store, texts: bool = False) -> str:
    out = StringIO()
    jsonl.write(store, out, texts)
    return out.getvalue()


def written(folder: Path, text: str, name: str = "pack.jsonl") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return str(path)


def again(folder: Path, text: str, name: str = "pack.jsonl") -> Store:
    """The store of the pack that an export was imported as."""
    return open_store(make(str(folder / "new"), read([written(folder, text, name)]).content).folder)


@pytest.mark.parametrize("pack", ["sound-pact", "sound-log"])
@pytest.mark.parametrize("texts", [True, False])
def test_an_export_read_back_is_the_same_pack(pack: str, texts: bool, tmp_path: Path) -> None:
    before = open_store(str(PACKS / pack))
    after = again(tmp_path, exported(before, texts))
    assert exported(after) == exported(before)
    assert list(after.all_statements()) == list(before.all_statements())
    assert after.conflicts() == before.conflicts()
    assert after.silences() == before.silences()
    if texts:
        assert after.sources() == before.sources()
        assert exported(after, texts=True) == exported(before, texts=True)
    else:  # only the passages are there, each in its place
        for one in after.all_statements():
            for cite in one.citations:
                assert cite.quote is None or after.text(cite.source)[cite.start : cite.end] == cite.quote


def test_the_built_in_pack_read_back_is_the_same(builtin: Store, builtin_pack: Pack, tmp_path: Path) -> None:
    found = read([written(tmp_path, exported(builtin))])
    after, before = make(str(tmp_path / "new"), found.content).pack, dated(builtin_pack)
    of = {source.id: source for source in before.sources}
    for one, other in zip(after.statements, before.statements, strict=True):
        assert one == other._replace(citations=tuple(ordered(other.citations, of)))  # as they are exported
    # Compiling it would make the same file: nothing else goes into it.
    for part in (
        "edition",
        "vocabulary",
        "sources",
        "texts",
        "conflicts",
        "silences",
        "exceptions",
        "layers",
    ):
        assert getattr(after, part) == getattr(before, part), part
    assert sorted(after.retired) == sorted(before.retired)
    sets = [[one._replace(identifiers=tuple(sorted(one.identifiers))) for one in of.records]
            for of in (after, before)]  # fmt: skip
    assert sets[0] == sets[1]


def test_one_json_object_is_read_too(small: Store, tmp_path: Path) -> None:
    out = StringIO()
    one_json.write(small, out)
    assert exported(again(tmp_path, out.getvalue(), "pack.json")) == exported(small)


@pytest.fixture(scope="module")
def lines(small: Store) -> list[dict[str, Any]]:
    """The lines of the export of the small pack."""
    return [json.loads(line) for line in exported(small).splitlines()]


def number_of(lines: list[dict[str, Any]], type: str) -> int:
    return next(at for at, line in enumerate(lines, 1) if line["type"] == type)


def problems(folder: Path, lines: list[Any]) -> list[str]:
    """What is said of an export with these lines, which leaves nothing behind."""
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    path = written(folder, text)
    with pytest.raises(PackError) as raised:
        make(str(folder / "new"), read([path]).content)
    assert sorted(one.name for one in folder.iterdir()) == ["pack.jsonl"]
    return [problem.removeprefix(path) for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("type", "changes", "message"),
    [
        ("statement", {"text": None}, "text: is missing"),
        ("statement", {"texts": "x"}, 'texts: no such key; did you mean "text"?'),
        ("statement", {"negated": "no"}, "negated: must be true or false, not no"),
        (
            "statement",
            {"citations": [{"source": "a", "start": "1"}]},
            "citations.0.start: must be whole number",
        ),
        ("statement", {"field": "attend"}, 'field: no field "attend"'),
        ("statement", {"when": "2009-13"}, "when: "),
        ("statement", {"subject": "nobody"}, 'subject: no record "nobody"'),
        ("statement", {"about": ["nobody"]}, "about: ['nobody'] would become "),
        ("statement", {"id": "a/b/c"}, 'statement "a/b/c" would not be in the pack under this id'),
        ("record", {"kind": "thing"}, 'kind: no kind "thing"'),
        ("record", {"subtype": "king"}, 'type: no type "king"'),
        ("source", {"source_type": "blog"}, 'type: no type "blog"'),
        ("pack", {"schema": 1}, "schema: is 1, this program reads 2"),
        ("pack", {"type": "pock"}, "type: must be one of pack, source"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_key(
    type: str, changes: dict[str, Any], message: str, lines: list[dict[str, Any]], tmp_path: Path
) -> None:
    number = number_of(lines, type)
    changed = [{**line, **changes} if at == number else line for at, line in enumerate(lines, 1)]
    found = problems(tmp_path, changed)
    assert any(problem.startswith(f":{number}: ") and message in problem for problem in found), found


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ('{"type": "record", "id": "a", "id": "b"}', 'the key "id" stands twice'),
        ('{"type": "record", "id": NaN}', "NaN is no number of JSON"),
        ('{"type": "record", "id": ' + "9" * 5000 + "}", "not JSON that can be read"),
        ("[" * 100_000, "not JSON that can be read"),
        ("[]", "must be one of"),
    ],
)
def test_what_is_no_object_is_refused(
    line: str, message: str, lines: list[dict[str, Any]], tmp_path: Path
) -> None:
    assert message in problems(tmp_path, [*lines, line])[0]


def test_a_second_object_of_an_id_is_refused(lines: list[dict[str, Any]], tmp_path: Path) -> None:
    first = number_of(lines, "record")
    found = problems(tmp_path, [*lines, lines[first - 1]])
    assert "a second record" in found[0] and f"pack.jsonl:{first}" in found[0]


def test_the_command_makes_a_folder_once(run: Run, tmp_path: Path) -> None:
    store, folder = open_store(str(PACKS / "sound-pact")), str(tmp_path / "new")
    path = written(tmp_path, exported(store, texts=True))
    made = run("pack", "import", path, "-o", folder, "--json")
    assert json.loads(made.out)["records"] == store.count("records")
    assert run("verify", folder).code == 0
    assert run("pack", "import", path, "-o", folder).code == UsageError.exit_code
    assert run("pack", "import", path).code == UsageError.exit_code
