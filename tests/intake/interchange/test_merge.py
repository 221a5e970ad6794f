"""Two packs as one: the same once, additions taken, what differs kept from both, with a conflict."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.lint import review
from cstoref.authoring.load import load
from cstoref.errors import UserError
from cstoref.intake.interchange.assembly import make
from cstoref.intake.interchange.merge import merge
from cstoref.intake.interchange.vocabulary_union import united
from cstoref.model import Pack
from tests.conftest import Result

Run = Callable[..., Result]
PACK = Path(__file__).parents[2] / "packs" / "sound-pact"


@pytest.fixture
def other(tmp_path: Path) -> Callable[..., Path]:
    """A copy of the Sound Pact with other words in some files: `other(events=("was", "is"))`."""

    def changed(**words: tuple[str, str]) -> Path:
        shutil.copytree(PACK, tmp_path / "other")
        for name, (was, now) in words.items():
            file = tmp_path / "other" / "data" / f"{name}.toml"
            text = file.read_text(encoding="utf-8")
            assert was in text
            file.write_text(text.replace(was, now, 1), encoding="utf-8", newline="\n")
        return tmp_path / "other"

    return changed


def merged(tmp_path: Path, first: Path, second: Path) -> tuple[Pack, tuple[str, ...]]:
    found = merge(first, second)
    pack = make(str(tmp_path / "merged"), found.content, found.extends).pack
    assert load(tmp_path / "merged") == pack
    return pack, found.drafted


def test_a_pack_and_itself_are_that_pack(tmp_path: Path) -> None:
    pack, drafted = merged(tmp_path, PACK, PACK)
    before = load(PACK)
    assert drafted == ()
    for part in (
        "edition",
        "vocabulary",
        "sources",
        "texts",
        "records",
        "statements",
        "conflicts",
        "silences",
    ):
        assert getattr(pack, part) == getattr(before, part), part


def test_additions_of_both_are_taken(tmp_path: Path, other: Callable[..., Path]) -> None:
    added = '\n[[leader.statement]]\nfield = "died"\ntext = "Holt died."\ncite = { source = "extra" }\n'
    source = (
        '[[source]]\nid = "extra"\ntitle = "E"\ntype = "other"\npublisher = "X"\nabbr = "X"\n\n[[source]]'
    )
    second = other(
        leaders=('[[leader]]\nid = "rask"', f'{added}\n[[leader]]\nid = "rask"'),
        sources=("[[source]]", source),
    )
    for first, then in ((PACK, second), (second, PACK)):
        pack, drafted = merged(tmp_path, first, then)
        assert drafted == ()
        before, after = ({one.id for one in of.statements} for of in (load(PACK), pack))
        assert after - before == {"holt/died"}
        assert "extra" in {one.id for one in pack.sources}
        shutil.rmtree(tmp_path / "merged")


def test_two_texts_of_a_statement_stay_and_a_conflict_is_drafted(
    tmp_path: Path, other: Callable[..., Path]
) -> None:
    second = other(events=('text = "Brennia sent 120 sailors."', 'text = "Brennia sent 130 sailors."'))
    pack, (drafted,) = merged(tmp_path, PACK, second)
    texts = {one.id: one.text for one in pack.statements}
    assert texts["calm-sea-2010/contributed/brennia"] == "Brennia sent 120 sailors."
    assert texts["calm-sea-2010/contributed/brennia-other"] == "Brennia sent 130 sailors."
    (conflict,) = [one for one in pack.conflicts if one.id == drafted]
    assert conflict.statements == (
        "calm-sea-2010/contributed/brennia",
        "calm-sea-2010/contributed/brennia-other",
    )
    assert "Brennia sent 120 sailors." in conflict.explanation and "130 sailors" in conflict.explanation
    (finding,) = review(pack)
    assert (finding.about, "still to fill in" in finding.message) == (drafted, True)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ({"leaders": ('name = "Anders Holt"', 'name = "A. Holt"')}, "A. Holt"),
        ({"leaders": ('name = "Anders Holt"', 'name = "Anders Holt"\nnames = ["Andy"]')}, "Andy"),
        ({"leaders": ('name = "Anders Holt"', 'name = "Anders Holt"\nblurb = "A sailor."')}, "A sailor."),
        (
            {"leaders": ('name = "Anders Holt"', 'name = "Anders Holt"\nidentifiers = { wikidata = "Q1" }')},
            "Q1",
        ),
        ({"sources": ('title = "Treaty of Brenhaven"', 'title = "The Pact"')}, "The Pact"),
        ({"conflicts": ('explanation = "', 'explanation = "Indeed: ')}, "Indeed: "),
        ({"agreements": ('type = "treaty"', 'type = "charter"')}, "charter"),
    ],
)
def test_nothing_of_either_is_lost(
    words: dict[str, tuple[str, str]], kept: str, tmp_path: Path, other: Callable[..., Path]
) -> None:
    second = other(**words)
    merged(tmp_path, PACK, second)
    written = "".join(
        file.read_text(encoding="utf-8") for file in sorted((tmp_path / "merged" / "data").iterdir())
    )
    assert kept in written
    for one in load(PACK).statements:
        assert one.text in written


def test_packs_above_others_do_not_fit(tmp_path: Path, run: Run) -> None:
    layer = str(tmp_path / "layer")
    assert run("pack", "new", layer, "--extends", str(PACK)).code == 0
    with pytest.raises(UserError, match="extend different packs"):
        merge(PACK, Path(layer))


def test_layers_above_one_pack_make_a_layer(tmp_path: Path, run: Run) -> None:
    layers = []
    for name, alias in (("one", "Holtie"), ("two", "Andy Holt")):
        layers.append(tmp_path / name)
        assert run("pack", "new", str(layers[-1]), "--extends", str(PACK)).code == 0
        (layers[-1] / "data" / "leaders.toml").write_text(
            f'[[leader]]\nid = "holt"\nextend = true\nnames = ["{alias}"]\n', encoding="utf-8"
        )
    pack, drafted = merged(tmp_path, *layers)
    (holt,) = [one for one in pack.records if one.id == "holt"]
    assert drafted == ()
    assert [(name.text, name.layer) for name in holt.names][-2:] == [("Holtie", "one"), ("Andy Holt", "one")]


def test_vocabularies_are_united_by_id() -> None:
    one = '# Ours.\n[[field]]\nid = "a"\nlabel = "A"\n'
    other = '[[field]]\nid = "b"\nlabel = "B"\n\n[words.subject]\n"x" = ["y"]\n'
    both = united(one, other)
    assert both is not None and both.startswith(one) and 'id = "b"' in both and "[words.subject]" in both
    assert united(one, None) == united(None, one) == one
    with pytest.raises(UserError, match="declare field “a” differently"):
        united(one, one.replace('"A"', '"B"'))


def test_the_command_says_what_is_to_be_completed(
    tmp_path: Path, run: Run, other: Callable[..., Path]
) -> None:
    second = other(events=('text = "Brennia sent 120 sailors."', 'text = "Brennia sent 130 sailors."'))
    done = run("pack", "merge", str(PACK), str(second), "-o", str(tmp_path / "merged"))
    assert "conflict to complete: merge-calm-sea-2010-contributed-brennia-text" in done.out
    assert run("pack", "merge", str(PACK), str(second)).code == 2
