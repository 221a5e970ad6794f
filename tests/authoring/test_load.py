"""A pack loads whole, or every problem of it is reported in one run with file, record and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.load import load
from cstoref.model import Name, Pack
from tests.conftest import Result, without_lines
from tests.mini_pack import PACK

CITE = 'cite = { source = "news", quote = "Anna met Boris" }\n'


def test_a_pack_loads_whole(loaded: Callable[..., Pack]) -> None:
    pack = loaded()
    assert [record.id for record in pack.records] == ["xanadu", "anna", "boris", "meeting"]
    assert [source.id for source in pack.sources] == ["news"]
    assert [statement.id for statement in pack.statements] == [
        "meeting/attended/anna",
        "meeting/attended/boris",
        "meeting/contributed/boris",
    ]
    assert pack.edition.title == "A small pack"


def test_a_record_keeps_its_names_and_codes(loaded: Callable[..., Pack]) -> None:
    xanadu, anna, *_ = loaded(
        leaders='[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n'
        'names = [{ text = "Анна", lang = "ru", note = "as she writes it" }]\n',
        events="",
    ).records
    assert xanadu.identifiers == (("iso3166", "XA"),)
    assert anna.names == (Name("Анна", "ru", "as she writes it"),)


def test_a_source_without_a_text_is_only_referred_to(loaded: Callable[..., Pack]) -> None:
    pack = loaded(
        sources='[[source]]\nid = "book"\ntitle = "A book"\ntype = "research"\npublisher = "P"\nabbr = "P"\n'
    )
    book = pack.sources[1]
    assert (book.grounding, book.path, book.length, book.short) == ("reference", None, None, "P")
    assert pack.sources[0].short == "News, 4 May 2001"


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("pack", PACK.replace('title = "A small pack"\n', ""), "data/pack.toml: title: is missing"),
        (
            "pack",
            PACK + 'langauge = "en"\n',
            'data/pack.toml: langauge: unknown key "langauge"; did you mean "language"?',
        ),
        (
            "pack",
            PACK.replace("2020-12-31", "2020-12-32"),
            "data/pack.toml: checked_until: '2020-12-32' is not a day of the calendar",
        ),
        ("members", '[[membre]]\nid = "a"\n', 'data/members.toml: write [[member]], not "membre"'),
        ("members", '[member]\nid = "a"\n', "data/members.toml: write [[member]] with two brackets"),
        (
            "members",
            "member = [1]\n",
            'data/members.toml: "no. 1": write a table: [[member]], with its keys below',
        ),
        (
            "places",
            '[[place]]\nid = "Minsk"\nname = "Minsk"\ntype = "city"\n',
            'data/places.toml: "Minsk": id: write small letters a-z, digits and single hyphens',
        ),
        (
            "places",
            '[[place]]\nid = "minsk"\nname = " "\ntype = "city"\n',
            'data/places.toml: "minsk": name: is empty; write something',
        ),
        (
            "places",
            '[[place]]\nid = "minsk"\nname = "\\u001f"\ntype = "city"\n',
            'data/places.toml: "minsk": name: is empty; write something',
        ),
        (
            "places",
            '[[place]]\nid = "minsk"\nname = "Minsk"\n',
            'data/places.toml: "minsk": type: is missing',
        ),
        (
            "places",
            '[[place]]\nname = "Minsk"\ntype = "city"\n',
            'data/places.toml: "no. 1": id: is missing',
        ),
        (
            "places",
            '[[place]]\nid = "minsk"\nname = "Minsk"\ntype = "citty"\n',
            'data/places.toml: "minsk": type: no type "citty" of Place; did you mean "city"?',
        ),
        (
            "places",
            '[[place]]\nid = "minsk"\nname = "Minsk"\ntype = "city"\nblurp = "x"\n',
            'data/places.toml: "minsk": blurp: unknown key "blurp"; did you mean "blurb"?',
        ),
        (
            "places",
            '[[place]]\nid = "minsk"\nname = "Minsk"\ntype = "city"\nidentifiers = { iso = "x" }\n',
            'data/places.toml: "minsk": identifiers.iso: no scheme "iso"; did you mean "iso3166"? '
            'Declare one of your own in data/vocabulary.toml: [[scheme]] with id = "iso" and a label',
        ),
        (
            "places",
            '[[place]]\nid = "anna"\nname = "Anna"\ntype = "city"\n',
            'data/places.toml: "anna": id: "anna" is taken already; choose another id',
        ),
        (
            "places",
            '[[place]]\nid = "news"\nname = "News"\ntype = "city"\n',
            'data/places.toml: "news": id: "news" is taken already',
        ),
        (
            "places",
            '[[place]]\nid = "minsk"\nname = "Minsk"\ntype = "city"\nplace = "xandu"\n',
            'data/places.toml: "minsk": place: no record "xandu"; did you mean "xanadu"?',
        ),
        (
            "places",
            '[[place]]\nid = "minsk"\nname = "Minsk"\ntype = "city"\nwhen = "May 2001"\n',
            "data/places.toml: \"minsk\": when: 'May 2001' is not a date",
        ),
        (
            "places",
            '[[place]]\nid = "minsk"\nname = "Minsk"\ntype = "city"\nstatement = 3\n',
            'data/places.toml: "minsk": statement: write a list: […]',
        ),
        (
            "conflicts",
            '[[conflict]]\nid = "c"\nnature = "quarrel"\ntopic = "T"\nexplanation = "E"\n'
            'records = ["anna"]\n',
            'data/conflicts.toml: "c": nature: write one of disagreement, tension-in-one-source',
        ),
        (
            "conflicts",
            '[[conflict]]\nid = "c"\nnature = "disagreement"\ntopic = "T"\nexplanation = "E"\n',
            'data/conflicts.toml: "c": names nothing; add `records`, `statements` or `cite`',
        ),
        (
            "conflicts",
            '[[conflict]]\nid = "c"\nnature = "disagreement"\ntopic = "T"\nexplanation = "E"\n'
            'records = ["ana"]\n',
            'data/conflicts.toml: "c": records: no record "ana"; did you mean "anna"?',
        ),
        (
            "conflicts",
            '[[conflict]]\nid = "c"\nnature = "disagreement"\ntopic = "T"\nexplanation = "E"\n'
            'statements = ["meeting/attended/ana"]\n',
            'data/conflicts.toml: "c": statements: no statement "meeting/attended/ana"; did you mean',
        ),
        (
            "silences",
            '[[silence]]\nreason = "R"\ncite = { source = "news", quote = "Nobody" }\n',
            'data/silences.toml: "no. 1": cite.quote: "Nobody": quote not found',
        ),
    ],
)
def test_each_kind_of_problem_is_reported_with_its_place(
    problems: Callable[..., list[str]], file: str, content: str, problem: str
) -> None:
    (only,) = problems(**{file: content})
    assert only.startswith(problem)


MISTAKES = {
    "pack": PACK.replace("2020-12-31", "2020-13-01"),
    "members": '[[member]]\nid = "xanadu"\nname = "Xanadu"\ntype = "stat"\n',
    "leaders": '[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\nnmes = ["Ann"]\n\n'
    '[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n\n'
    '[[leader]]\nid = "clara"\nname = "Clara"\ntype = "person"\n\n'
    '[[leader]]\nid = "clara"\nname = "Clara"\ntype = "person"\n',
    "events": '[[event]]\nid = "meeting"\nname = "The meeting"\ntype = "meeting"\nwhen = "2001-02-30"\n\n'
    '[[event.statement]]\nfield = "atended"\nwho = "boris"\ntext = "T"\n' + CITE + "\n"
    '[[event.statement]]\nfield = "attended"\nwho = "doris"\ntext = "T"\n' + CITE + "\n"
    '[[event.statement]]\nfield = "attended"\nwho = "boris"\ntext = "T"\n'
    'cite = { source = "news", quote = "Boris met Anna" }\n\n'
    '[[event.statement]]\nfield = "absent"\nwho = "clara"\ntext = "T"\n',
    "conflicts": '[[conflict]]\nid = "c"\nnature = "disagreement"\ntopic = "T"\nexplanation = "E"\n'
    'statements = ["meeting/absent/anna"]\n',
}
EXPECTED = [
    "data/pack.toml: checked_until: ",
    'data/members.toml: "xanadu": type: ',
    'data/leaders.toml: "anna": nmes: ',
    'data/leaders.toml: "clara": id: ',
    'data/events.toml: "meeting": when: ',
    'data/events.toml: "meeting": statement 1 (atended boris).field: ',
    'data/events.toml: "meeting": statement 2 (attended doris).who: ',
    'data/events.toml: "meeting": statement 3 (attended boris).cite.quote: ',
    'data/events.toml: "meeting": statement 4 (absent clara): ',
    'data/conflicts.toml: "c": statements: ',
]


def test_a_pack_with_ten_different_mistakes_reports_all_ten(problems: Callable[..., list[str]]) -> None:
    found = problems(**MISTAKES)
    assert len(found) == 10
    for expected in EXPECTED:
        assert sum(problem.startswith(expected) for problem in found) == 1, expected


@pytest.mark.parametrize("words", [("verify",), ("belarus",), ("export",), ("coverage",)])
def test_a_pack_with_mistakes_exits_with_4_and_prints_them_all(
    make_pack: Callable[..., Path], run: Callable[..., Result], words: tuple[str, ...]
) -> None:
    result = run(*words, "--pack", str(make_pack(**MISTAKES)))
    assert result.code == 4
    assert result.out == ""
    shown = without_lines(result.err.removeprefix("cstoref: ").splitlines())
    assert len(shown) == 10
    assert all(any(line.startswith(expected) for line in shown) for expected in EXPECTED)


def test_a_problem_never_sends_escape_sequences(problems: Callable[..., list[str]]) -> None:
    (only,) = problems(places='[[place]]\nid = "\\u001b]0;x\\u0007"\nname = "Minsk"\ntype = "city"\n')
    assert only.isprintable()
    assert "␛]0;x␇" in only


def test_a_folder_without_anything_is_no_pack(tmp_path: Path, run: Callable[..., Result]) -> None:
    result = run("verify", str(tmp_path))
    assert result.code == 4
    assert result.err == f"cstoref: {tmp_path} is not a pack: it has no data folder\n"


def test_loading_twice_gives_the_same_pack(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    assert load(folder) == load(folder)
