"""Layers that do not fit what they extend: each is refused with where it is and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.load import load, load_edition, load_stack
from cstoref.errors import PackError
from cstoref.store.cache import open_store
from cstoref.store.pages import page
from tests.conftest import without_lines
from tests.mini_pack import PACK, write_pack

LAYER = PACK.replace('id = "mini"', 'id = "{id}"\nextends = "{extends}"')
SOURCE = (
    '[[source]]\nid = "book"\ntitle = "A book"\ntype = "research"\npublisher = "P"\nabbr = "P"\n'
    'issued = "2002"\n'
)
EXTEND = '[[leader]]\nid = "anna"\nextend = true\n'
SAID = '\n[[leader.statement]]\nfield = "said"\ntext = "Anna said so."\ncite = { source = "book" }\n'
RETIRED = '[[retired]]\nid = "anya"\nsuccessor = "anna"\nreason = "her name"\n'
Problems = Callable[..., list[str]]


def write_layer(folder: Path, extends: str = "../mini", **files: str) -> Path:
    """A layer whose id is the name of its folder, with one source, `book`; `files` are those of `data/`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    pack = LAYER.format(id=folder.name, extends=extends)
    for name, content in {"pack": pack, "sources": SOURCE, **files}.items():
        (folder / "data" / f"{name}.toml").write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def mini_folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "mini", retired=RETIRED)


@pytest.fixture
def wrong(mini_folder: Path, tmp_path: Path) -> Problems:
    """What is wrong with a layer above the small pack."""

    def call(**files: str) -> list[str]:
        with pytest.raises(PackError) as caught:
            load(write_layer(tmp_path / "mine", **files))
        return without_lines(caught.value.problems)

    return call


def refused(*folders: Path) -> str:
    """The one problem of a stack, its folders by their names."""
    with pytest.raises(PackError) as caught:
        load(*folders)
    (only,) = without_lines(caught.value.problems)
    return only.replace(f"{folders[0].parent}/", "")


def test_a_layer_adds_to_what_is_below(mini_folder: Path, tmp_path: Path) -> None:
    names = 'names = ["Anja", { text = "Анна" }]\nidentifiers = { wikidata = "Q1" }\n'
    pack = load(write_layer(tmp_path / "mine", leaders=EXTEND + names + SAID))
    below = load(mini_folder)
    assert pack.statements[:-1] == below.statements
    assert pack.statements[-1].id == "anna/said"
    assert pack.statements[-1].layer == "mine"
    anna = next(record for record in pack.records if record.id == "anna")
    assert [(name.text, name.layer) for name in anna.names] == [("Анна", None), ("Anja", "mine")]
    assert anna.identifiers == (("wikidata", "Q1"),)
    assert [edition.id for edition in pack.layers] == ["mini", "mine"]
    assert (pack.edition.id, pack.edition.title) == ("mini+mine", "A small pack + A small pack")


def test_a_layer_declares_a_scheme_of_identifiers(mini_folder: Path, tmp_path: Path) -> None:
    vocabulary = '[[scheme]]\nid = "imo"\nlabel = "IMO number"\nhead = true\n'
    leaders = EXTEND + 'identifiers = { imo = "73" }\n'
    layer = write_layer(tmp_path / "mine", vocabulary=vocabulary, leaders=leaders)
    store = open_store(str(layer))
    anna = page(store, "anna")
    assert anna is not None and anna.codes == ("73",)
    assert store.schemes["imo"].label == "IMO number"
    # What a layer declares is not there below it, and is there for a layer above it.
    assert "imo" not in open_store(str(mini_folder)).schemes
    above = write_layer(
        tmp_path / "above", "../mine", sources=SOURCE.replace("book", "other-book"),
        leaders='[[leader]]\nid = "boris"\nextend = true\nidentifiers = { imo = "74" }\n',
    )  # fmt: skip
    boris = open_store(str(above)).record("boris")
    assert boris is not None and boris.identifiers == (("imo", "74"),)


def test_what_was_looked_at_last_is_what_the_stack_is_checked_until(
    mini_folder: Path, tmp_path: Path
) -> None:
    layer = write_layer(tmp_path / "mine")
    pack = layer / "data" / "pack.toml"
    pack.write_text(pack.read_text().replace("2020-12-31", "2021"))
    assert load_edition(layer).checked_until == "2021-12-31"
    pack.write_text(pack.read_text().replace('"2021"', '"2019"'))
    assert load_edition(layer).checked_until == "2020-12-31"


def test_layers_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    one, two = write_layer(tmp_path / "one", "../two"), write_layer(tmp_path / "two", "../one")
    problem = 'data/pack.toml: extends: "../one" extends this pack in turn; one of them must extend neither'
    assert refused(one) == problem
    assert "extends this pack in turn" in refused(one, two)


def test_a_layer_that_extends_itself_is_refused(tmp_path: Path) -> None:
    assert '"../one" extends this pack in turn' in refused(write_layer(tmp_path / "one", "../one"))


@pytest.mark.parametrize("extends", ["../nowhere", "mine", "/", "csto2"])
def test_a_base_that_is_missing_is_named(tmp_path: Path, extends: str) -> None:
    problem = refused(write_layer(tmp_path / "mine", extends))
    assert problem.startswith("data/pack.toml: extends: there is no pack in ")
    assert 'write "csto" for the built-in pack, or the folder of another' in problem


def test_what_is_wrong_below_is_named_with_its_folder(mini_folder: Path, tmp_path: Path) -> None:
    (mini_folder / "data" / "places.toml").write_text(
        '[[place]]\nid = "hill"\nname = "Hill"\ntype = "city2"\n'
    )
    problem = refused(write_layer(tmp_path / "mine"))
    assert problem.startswith('mini/data/places.toml:4: "hill": type: no type "city2" of Place')


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (
            {"leaders": '[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n'},
            'data/leaders.toml: "anna": id: "anna" is of "mini", which a layer never changes; write '
            "`extend = true` to add to it, or choose another id",
        ),
        (
            {"sources": SOURCE.replace("book", "news")},
            'data/sources.toml: "news": id: "news" is of "mini", which a layer never changes; choose another '
            "id",
        ),
        (
            {"leaders": EXTEND + 'name = "Ann"\n'},
            'data/leaders.toml: "anna": name: leave it out: the record below has it, and a layer adds names, '
            "identifiers and statements only",
        ),
        (
            {"members": '[[member]]\nid = "xanadu"\nextend = true\nidentifiers = { iso3166 = "XB" }\n'},
            'data/members.toml: "xanadu": identifiers.iso3166: it is "XA" below; a layer adds to it and '
            "never changes it",
        ),
        (
            {"events": EXTEND.replace("leader", "event")},
            'data/events.toml: "anna": "anna" is a leader; write [[leader]] into data/leaders.toml',
        ),
        (
            {"leaders": EXTEND.replace("anna", "ana")},
            'data/leaders.toml: "ana": id: no record "ana" below this layer; did you mean "anna"?',
        ),
        (
            {"leaders": EXTEND + EXTEND},
            'data/leaders.toml: "anna": id: "anna" is extended already; write it all in one place',
        ),
        (
            {
                "events": '[[event]]\nid = "meeting"\nextend = true\n\n[[event.statement]]\n'
                'field = "attended"\nwho = "anna"\ntext = "Anna came."\ncite = { source = "book" }\n'
            },
            'data/events.toml: "meeting": statement 1 (attended anna): "meeting/attended/anna" is of "mini", '
            'which a layer never changes; add `key = "…"` to this one',
        ),
        (
            {"vocabulary": '[[field]]\nid = "said"\ngroup = "Said"\nlabel = "L"\ninverse = "I"\n'},
            'data/vocabulary.toml: "field said": is declared below this layer, which cannot change it; '
            "choose another id",
        ),
        (
            {"vocabulary": '[[scheme]]\nid = "iso3166"\nlabel = "ISO"\n'},
            'data/vocabulary.toml: "scheme iso3166": is declared below this layer, which cannot change it; '
            "choose another id",
        ),
        (
            {"leaders": EXTEND + 'identifiers = { wikidat = "Q1" }\n'},
            'data/leaders.toml: "anna": identifiers.wikidat: no scheme "wikidat"; did you mean "wikidata"? '
            'Declare one of your own in data/vocabulary.toml: [[scheme]] with id = "wikidat" and a label',
        ),
        (
            {"conflicts": '[[conflict]]\nid = "anna"\nnature = "disagreement"\ntopic = "T"\n'
             'explanation = "E"\nrecords = ["boris"]\n'},
            'data/conflicts.toml: "anna": id: "anna" is of "mini", which a layer never changes; choose '
            "another id",
        ),
        (
            {"pack": LAYER.format(id="mine", extends="../mini") + 'subject = "xanadu"\n'},
            "data/pack.toml: subject: leave it out: a layer is about what the pack below is about",
        ),
    ],
)  # fmt: skip
def test_what_is_below_is_never_changed(wrong: Problems, files: dict[str, str], problem: str) -> None:
    assert wrong(**files) == [problem]


def test_ids_that_were_retired_below_are_named_with_what_is_meant_now(wrong: Problems) -> None:
    statement = SAID + 'to = "anya"\n'
    conflict = (
        '[[conflict]]\nid = "c"\nnature = "disagreement"\ntopic = "T"\nexplanation = "E"\n'
        'statements = ["anya/attended"]\n'
    )
    assert wrong(leaders=EXTEND + statement, conflicts=conflict) == [
        'data/leaders.toml: "anna": statement 1 (said).to: no record "anya"; it was retired: write "anna"',
        'data/conflicts.toml: "c": statements: no statement "anya/attended"; it was retired: write '
        '"anna/attended"',
    ]
    assert wrong(leaders=EXTEND.replace("anna", "anya"), conflicts="") == [
        'data/leaders.toml: "anya": id: no record "anya" below this layer; it was retired: write "anna"'
    ]
    assert wrong(leaders='[[leader]]\nid = "anya"\nname = "Anya"\ntype = "person"\n') == [
        'data/leaders.toml: "anya": id: "anya" was used below and retired; it is never used again; choose '
        "another id"
    ]


def test_a_pack_that_extends_nothing_extends_no_record(problems: Problems) -> None:
    assert problems(leaders=EXTEND, events="") == [
        'data/leaders.toml: "anna": extend: this pack extends no other; write `extends = "csto"` into '
        "data/pack.toml, or leave it out"
    ]


def test_two_layers_that_use_one_id_are_not_used_together(mini_folder: Path, tmp_path: Path) -> None:
    carl = '[[leader]]\nid = "carl"\nname = "Carl"\ntype = "person"\n'
    other = SOURCE.replace("book", "other-book")
    one = write_layer(tmp_path / "one", leaders=carl)
    two = write_layer(tmp_path / "two", leaders=carl, sources=other)
    assert load(one).records
    assert load(two).records
    assert refused(one, two) == (
        'two/data/leaders.toml:2: "carl": id: "carl" is of "one", which a layer never changes; write '
        "`extend = true` to add to it, or choose another id"
    )


def test_a_layer_refers_only_to_what_it_extends(mini_folder: Path, tmp_path: Path) -> None:
    carl = '[[leader]]\nid = "carl"\nname = "Carl"\ntype = "person"\n'
    one = write_layer(tmp_path / "one", leaders=carl)
    stated = SAID.replace("book", "other-book") + 'to = "carl"\n'
    files = {"leaders": EXTEND + stated, "sources": SOURCE.replace("book", "other-book")}
    two = write_layer(tmp_path / "two", **files)
    assert refused(one, two).endswith('no record "carl"; "one" has it, but this pack does not extend "one"')
    above = load(write_layer(tmp_path / "two", "../one", **files))
    assert [edition.id for edition in above.layers] == ["mini", "one", "two"]


def test_packs_that_extend_no_common_pack_are_not_used_together(mini_folder: Path, tmp_path: Path) -> None:
    other = write_pack(tmp_path / "other", pack=PACK.replace("mini", "other"))
    layer = write_layer(tmp_path / "mine")
    assert refused(layer, other) == "mini and other extend no common pack, and cannot be used together"


def test_two_packs_with_one_id_are_not_used_together(mini_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    one, two = write_layer(tmp_path / "mine"), write_layer(tmp_path / "elsewhere" / "mine", "../../mini")
    assert refused(one, two).startswith('two packs have the id "mine", ')


def test_everyday_words_of_a_layer_are_added(mini_folder: Path, tmp_path: Path) -> None:
    words = '[words.topic]\nratified = ["rubber-stamped"]\n"said attended" = ["came and spoke"]\n'
    layer = write_layer(tmp_path / "mine", vocabulary=words)
    below, above = load_stack([mini_folder]).declared.words, load_stack([layer]).declared.words
    assert above["topic"]["ratified"] == (*below["topic"]["ratified"], "rubber-stamped")
    assert above["topic"]["said attended"] == ("came and spoke",)
    assert {key: above["topic"][key] for key in below["topic"] if key != "ratified"} == {
        key: phrases for key, phrases in below["topic"].items() if key != "ratified"
    }


def test_a_list_of_words_that_nothing_reads_is_refused(wrong: Problems) -> None:
    (only,) = wrong(vocabulary='[words]\nstopword = ["the"]\n')
    assert 'no list of words "stopword"; there are topic, type, leader' in only


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('[words.cue]\ntroop = ["marines"]', 'no cue "troop"; did you mean "troops"?'),
        ('[words.time]\nnexst = ["ensuing"]', 'no time "nexst"; did you mean "next"?'),
    ],
)
def test_a_cue_that_nothing_reads_is_refused(wrong: Problems, words: str, said: str) -> None:
    (only,) = wrong(vocabulary=f"{words}\n")
    assert said in only
