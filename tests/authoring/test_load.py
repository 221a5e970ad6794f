"""A pack loads whole, or every problem of it is reported in one run with file, record and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.load import load
from cstoref.model import Author, Name, Pack
from tests.conftest import Result, without_lines
from tests.mini_pack import FILES, PACK

EVENTS = FILES["events.toml"]
CITE = 'cite = { source = "news", quote = "Anna met Boris" }\n'


def event(*lines: str) -> str:
    """The small pack's events with one more statement on the meeting."""
    return EVENTS + "\n[[event.statement]]\n" + "\n".join(lines) + "\n"


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


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (['field = "atended"', 'text = "T"', CITE], 'field: no field "atended"; did you mean "attended"?'),
        (
            ['field = "office"', 'value = "xanadu"', 'text = "T"', CITE],
            'field: "office" is stated on leader, not on event',
        ),
        (['field = "represented"', 'text = "T"', CITE], 'who: "represented" needs `who`'),
        (['field = "attended"', CITE], "text: is missing"),
        (
            ['field = "attended"', 'text = "T"', 'whom = "anna"', CITE],
            'whom: unknown key "whom"; did you mean "who"',
        ),
        (
            ['field = "attended"', 'text = "T"', 'who = "ana"', CITE],
            'who: no record "ana"; did you mean "anna"?',
        ),
        (['field = "attended"', 'text = "{who}"', 'who = "ana"', CITE], 'who: no record "ana"'),
        (
            ['field = "attended"', 'text = "T"', "who = []", CITE],
            "who: is an empty list; give at least one entry",
        ),
        (['field = "attended"', 'text = "T"'], "nothing it rests on; add `cite`, or `from` and `rule`"),
        (
            ['field = "attended"', 'text = "T"', 'from = ["meeting/attended/anna"]'],
            "rule: an inferred statement needs the rule",
        ),
        (
            ['field = "attended"', 'text = "T"', 'stance = "certain"', CITE],
            "stance: write one of asserted, denied",
        ),
        (
            ['field = "attended"', 'text = "T"', 'rank = "deprecated"', CITE],
            "rank_reason: say why the statement is deprecated",
        ),
        (['field = "attended"', 'text = "T"', 'when = "last May"', CITE], "when: 'last May' is not a date"),
        (['field = "attended"', 'text = "T"', 'said_on = "May"', CITE], "said_on: 'May' is not a date"),
        (['field = "attended"', 'text = "T"', 'said_by = "ana"', CITE], 'said_by: no record "ana"'),
        (
            ['field = "attended"', 'text = "T"', 'via = [{ by = "ana" }]', CITE],
            'via.by: no record "ana"; did you mean "anna"?',
        ),
        (
            ['field = "attended"', 'text = "T"', 'via = [{ on = "2001" }]', CITE],
            "via: say who carried it: `by` or `by_text`",
        ),
        (['field = "attended"', 'text = "T"', 'value = "x"', CITE], 'value: "attended" takes no value'),
        (['field = "contributed"', 'text = "T"', 'value = "x"', CITE], "value: write { number = "),
        (
            ['field = "contributed"', 'text = "T"', 'value = { unit = "men" }', CITE],
            "value: give `number`, `min` or `max`",
        ),
        (
            ['field = "part_of"', 'text = "T"', CITE],
            'value: "part_of" needs a record as value',
        ),
        (
            ['field = "part_of"', 'text = "T"', "value = { number = 3 }", CITE],
            'value: "part_of" needs a record as value',
        ),
        (
            ['field = "part_of"', 'text = "T"', 'value = "meetin"', CITE],
            'value: no record "meetin"; did you mean',
        ),
        (
            ['field = "attended"', 'text = "T"', 'cite = { source = "new", quote = "Anna" }'],
            'cite.source: no source "new"; did you mean "news"?',
        ),
        (
            ['field = "attended"', 'text = "T"', 'cite = { source = "news" }'],
            'cite.quote: quote the passage of "news"',
        ),
        (
            ['field = "attended"', 'text = "T"', 'cite = { source = "news", quote = "Anna meets" }'],
            'cite.quote: "Anna meets": quote not found; the nearest passage is "Anna met"',
        ),
        (
            ['field = "attended"', 'text = "T"', f"cite = [{CITE[7:].strip()}, {CITE[7:].strip()}]"],
            'cite: "news" is cited twice for the same; keep one',
        ),
        (
            ['field = "attended"', 'text = "T"', 'cite = { source = "news", quote = "Boris" }'],
            'cite.quote: "Boris": quote found 2 times',
        ),
    ],
)
def test_each_problem_of_a_statement_is_reported_with_its_number_and_field(
    problems: Callable[..., list[str]], lines: list[str], problem: str
) -> None:
    (only,) = problems(events=event(*lines))
    assert only.startswith('data/events.toml: "meeting": statement 3 (')
    assert only.split("): ", 1)[-1].split(")", 1)[-1].removeprefix(".").startswith(problem)


@pytest.mark.parametrize(
    "number", ["nan", "inf", "-inf", "99999999999999999999", "1_000_000_000_000_000_000"]
)
def test_a_number_that_could_not_be_kept_exactly_is_refused(
    problems: Callable[..., list[str]], number: str
) -> None:
    found = problems(
        events=event('field = "contributed"', 'text = "T"', f"value = {{ number = {number} }}", CITE)
    )
    assert all(".value." in problem for problem in found)


def test_a_quote_that_is_not_in_its_source_is_reported_with_its_file(
    problems: Callable[..., list[str]],
) -> None:
    (only,) = problems(events=EVENTS.replace("He sent 12 men", "He sent 13 men"))
    assert only.startswith(
        'data/events.toml: "meeting": statement 2 (contributed boris).cite.quote: "He sent 13 men": '
    )


def test_a_source_without_a_text_cannot_be_quoted(problems: Callable[..., list[str]]) -> None:
    (only,) = problems(
        sources='[[source]]\nid = "book"\ntitle = "A book"\ntype = "research"\npublisher = "P"\nabbr = "P"\n',
        events=event('field = "attended"', 'text = "T"', 'cite = { source = "book", quote = "x" }'),
    )
    assert 'cite.quote: "book" has no text to quote from; put it into corpus/book.txt, or leave' in only


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('from = ["meeting/attended/anne"]', 'no statement "meeting/attended/anne"; did you mean'),
        ('from = ["meeting/founded"]', 'no statement "meeting/founded"'),
        ('from = ["meeting/precedent"]', "rests on itself"),
    ],
)
def test_what_an_inferred_statement_rests_on_must_be_there_and_not_itself(
    problems: Callable[..., list[str]], line: str, problem: str
) -> None:
    (only,) = problems(events=event('field = "precedent"', 'text = "T"', line, 'rule = "R"'))
    assert only.startswith(f'data/events.toml: "meeting": meeting/precedent.from: {problem}')


def test_statements_that_rest_on_each_other_are_reported(problems: Callable[..., list[str]]) -> None:
    found = problems(
        events=event(
            'field = "precedent"',
            'text = "T"',
            'from = ["meeting/outcome"]',
            'rule = "R"',
            "[[event.statement]]",
            'field = "outcome"',
            'text = "T"',
            'from = ["meeting/precedent"]',
            'rule = "R"',
        )
    )
    assert [problem.rpartition(": ")[2] for problem in found] == ["rests on itself", "rests on itself"]


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


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x.example/", "javascript:alert(1)", "x.example", "https://x.example/a b", "file:///etc/passwd",
        "https://x.example/\\nrm -rf", "https://x.example/\\u001b]0;x\\u0007", "https://x.example/\\u202e",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_refused(problems: Callable[..., list[str]], url: str) -> None:
    source = (
        f'[[source]]\nid = "book"\ntitle = "B"\ntype = "press"\npublisher = "P"\nabbr = "B"\nurl = "{url}"\n'
    )
    said = 'data/sources.toml: "book": url: '
    assert [problem.startswith(said) for problem in problems(sources=source)].count(True) == 1


def test_loading_twice_gives_the_same_pack(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    assert load(folder) == load(folder)


BOOK = '[[source]]\nid = "book"\ntitle = "A book"\ntype = "research"\npublisher = "P"\nabbr = "P"\n'


def test_a_copy_is_labelled_with_its_original(loaded: Callable[..., Pack]) -> None:
    copied = BOOK.replace('"research"', '"copy"') + 'copy_of = "RT"\nissued = "2025-03"\n'
    assert loaded(sources=copied).sources[1].short == "RT, copied by P, Mar 2025"


def test_labels_that_several_sources_share_are_numbered(loaded: Callable[..., Pack]) -> None:
    sources = "\n".join([BOOK, BOOK.replace('"book"', '"book-b"'), BOOK.replace('"book"', '"book-c"')])
    assert [source.short for source in loaded(sources=sources).sources[1:]] == ["P", "P (2)", "P (3)"]


def test_authors_are_people_and_bodies(loaded: Callable[..., Pack]) -> None:
    sources = BOOK + 'authors = ["Ann Lee", { name = "Some Institute", body = true }]\nread = "2026-11-30"\n'
    book = loaded(sources=sources).sources[1]
    assert book.authors == (Author("Ann Lee"), Author("Some Institute", True))
    assert (book.author, book.read) == ("Ann Lee; Some Institute", "2026-11-30")


def test_a_single_author_may_be_written_as_one(loaded: Callable[..., Pack]) -> None:
    assert loaded(sources=BOOK + 'author = "Ann Lee"\n').sources[1].authors == (Author("Ann Lee"),)


@pytest.mark.parametrize(
    ("sources", "problem"),
    [
        (
            BOOK.replace('"research"', '"reference"'),
            '"book": type: no type "reference" of sources; write one of',
        ),
        (
            BOOK.replace('"research"', '"pres"'),
            '"book": type: no type "pres" of sources; did you mean "press"?',
        ),
        (BOOK.replace('"research"', '"copy"'), '"book": copy_of: say who published the original'),
        (BOOK + 'author = "A"\nauthors = ["A"]\n', '"book": author: write either `author` or `authors`'),
        (BOOK + 'url = "example.org"\n', '"book": url: is not an address of the web'),
        (BOOK + 'read = "yesterday"\n', "\"book\": read: 'yesterday' is not a date"),
        (BOOK + 'issued = "2001-13"\n', '"book": issued: '),
    ],
)
def test_a_source_that_is_wrong_says_what_to_do(
    problems: Callable[..., list[str]], sources: str, problem: str
) -> None:
    (only,) = problems(sources=sources)
    assert only.startswith(f"data/sources.toml: {problem}")


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (('when = "2001"', f'confirmed = {{ on = "2004", {CITE.strip()} }}'),
         "confirmed: only an open state is confirmed; write `when` as START/.."),
        (('when = "2001/.."', f'confirmed = {{ on = "2004/..", {CITE.strip()} }}'),
         "confirmed.on: give the one day"),
        (('when = "2001/.."', 'confirmed = { on = "2004" }'), "confirmed.cite: is missing"),
        (('when = "2001/.."', 'confirmed = { on = "2004", cite = { source = "new" } }'),
         'confirmed.cite.source: no source "new"; did you mean "news"?'),
    ],
)  # fmt: skip
def test_a_confirmation_that_is_wrong_says_what_to_do(
    problems: Callable[..., list[str]], lines: tuple[str, ...], problem: str
) -> None:
    (only,) = problems(events=event('field = "attended"', 'text = "T"', CITE.strip(), *lines))
    assert problem in only


def test_what_a_citation_says_is_short(problems: Callable[..., list[str]]) -> None:
    says = 'quote = "Anna met Boris", says = "' + "x" * 201 + '"'
    cite = CITE.replace('quote = "Anna met Boris"', says)
    (only,) = problems(events=event('field = "attended"', 'text = "T"', cite.strip()))
    assert "cite.1.says: has more than 200 letters" in only
