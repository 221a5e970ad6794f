"""Faults that people make in packs: each is reported once, by its cause, with what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring import limits
from cstoref.authoring.file_names import DEVICES
from cstoref.authoring.load import load
from cstoref.errors import PackError
from cstoref.model import Pack
from cstoref.store.cache import open_store
from tests.mini_pack import FILES, PACK, TEXT

EVENTS = FILES["events.toml"]
CITE = 'cite = { source = "news", quote = "Anna met Boris" }\n'
STATEMENT = '\n[[event.statement]]\nfield = "outcome"\nkey = "k"\n'
BOOK = '[[source]]\nid = "book"\ntitle = "A book"\ntype = "research"\npublisher = "P"\nabbr = "P"\n'


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load(folder)
    return caught.value.problems


def change_sources(folder: Path, old: str, new: str) -> None:
    path = folder / "data" / "sources.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def hash_line(raw: bytes) -> str:
    return f'sha256 = "{hashlib.sha256(raw).hexdigest()}"\n'


def test_a_text_without_a_hash_is_reported_and_its_quotes_are_checked(make_pack: Callable[..., Path]) -> None:
    folder = make_pack(events=EVENTS.replace("He sent 12 men", "He sent 12 cats"))
    change_sources(folder, hash_line(TEXT.encode()), "")
    missing, quote = problems_of(folder)
    assert missing.startswith(
        'data/sources.toml:1: "news": sha256: corpus/news.txt has no hash; `cstoref verify'
    )
    assert "quote not found" in quote


def test_a_text_without_a_hash_that_nothing_quotes_is_reported(make_pack: Callable[..., Path]) -> None:
    folder = make_pack(sources=BOOK)
    (folder / "corpus" / "book.txt").write_text("Words.\n", encoding="utf-8")
    (only,) = problems_of(folder)
    assert only.startswith('data/sources.toml:10: "book": sha256: corpus/book.txt has no hash')


@pytest.mark.parametrize(("name", "hint"), [("newss.txt", '; did you mean "news"?'), ("Other.TXT", "")])
def test_a_text_that_no_source_names_is_reported(
    make_pack: Callable[..., Path], name: str, hint: str
) -> None:
    folder = make_pack()
    (folder / "corpus" / name).write_text("Words.\n", encoding="utf-8")
    (folder / "corpus" / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    (only,) = problems_of(folder)
    assert only.startswith(f"corpus/{name}: no source names this text; write a [[source]]")
    assert only.endswith(f"remove the file{hint}")


@pytest.mark.parametrize(
    ("checked", "day"), [("2020", "2020-12-31"), ("2020-02", "2020-02-29"), ("2020-02-03", "2020-02-03")]
)
def test_a_pack_checked_until_a_year_or_month_is_checked_until_its_last_day(
    make_pack: Callable[..., Path], checked: str, day: str
) -> None:
    store = open_store(str(make_pack(pack=PACK.replace("2020-12-31", checked))))
    assert store.default_day == day


@pytest.mark.parametrize("checked", ["2019/2020", "2020/..", "2020~"])
def test_a_pack_is_not_checked_until_a_time_without_an_end(
    problems: Callable[..., list[str]], checked: str
) -> None:
    (only,) = problems(pack=PACK.replace("2020-12-31", checked))
    assert only.startswith("data/pack.toml: checked_until: write the day, month or year")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('text = "{who} was late."', "text: {who} stands for each record in `who`, and none is given"),
        (
            'text = "{whom} was late."\nwho = "anna"',
            "text: {whom} is not filled in; only {who} is, in `text`",
        ),
        ('text = "T"\nwho = "anna"\nnote = "{who}?"', "note: {who} is filled in only in `text`"),
        ('text = "T"\ncondition = "if {who} agrees"', "condition: {who} is filled in only in `text`"),
    ],
)
def test_a_placeholder_that_is_left_is_reported(
    problems: Callable[..., list[str]], line: str, problem: str
) -> None:
    (only,) = problems(events=EVENTS + STATEMENT + f"{line}\n{CITE}")
    assert problem in only


def test_what_is_wrong_with_several_statements_of_one_text_is_reported_once(
    problems: Callable[..., list[str]],
) -> None:
    (only,) = problems(events=EVENTS.replace("Anna met Boris in Xanadu", "Anna met Clara in Xanadu"))
    assert "quote not found" in only


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("outcome", '"outcome" takes words as value, not a number; write value = "…"'),
        ("attended", '"attended" takes no value; leave it out'),
    ],
)
def test_a_number_in_a_field_for_words_is_reported(
    problems: Callable[..., list[str]], field: str, message: str
) -> None:
    statement = STATEMENT.replace("outcome", field) + 'text = "T"\nvalue = { number = 5 }\n' + CITE
    (only,) = problems(events=EVENTS + statement)
    assert f"value: {message}" in only


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"<!DOCTYPE html>\n<html><body>Anna</body></html>", "is an HTML page"),
        (b"\n<!-- saved -->\n<HTML lang='en'>Anna</HTML>", "is an HTML page"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF document"),
        (b"PK\x03\x04word/document.xml", "is a ZIP archive, such as DOCX"),
        (b"{\\rtf1 Anna}", "is an RTF document"),
    ],
)
@pytest.mark.parametrize("hashed", [True, False])
def test_a_document_saved_as_a_text_is_named(
    make_pack: Callable[..., Path], raw: bytes, kind: str, hashed: bool
) -> None:
    folder = make_pack()
    (folder / "corpus" / "news.txt").write_bytes(raw)
    change_sources(folder, hash_line(TEXT.encode()), hash_line(raw) if hashed else "")
    (only,) = problems_of(folder)
    assert f"corpus/news.txt {kind}" in only
    assert "save its words as plain text" in only


def test_a_text_that_speaks_of_html_is_a_text(make_pack: Callable[..., Path]) -> None:
    text = TEXT + "The page began with <html> and %PDF-.\n"
    assert load(make_pack(text=text)).texts == (("news", text),)


def test_a_text_with_another_ending_is_pointed_at(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    (folder / "corpus" / "news.txt").rename(folder / "corpus" / "news.html")
    (only,) = problems_of(folder)
    assert only.endswith("is missing; corpus/news.html is not read: save its words as plain text")


def test_line_endings_that_were_rewritten_are_named_as_the_cause(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    (folder / "corpus" / "news.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (only,) = problems_of(folder)
    assert "has the line endings of Windows" in only
    assert "write `corpus/* -text` into .gitattributes" in only.replace("Write", "write")
    assert "`cstoref verify --accept-texts`" in only


@pytest.mark.parametrize("id", ["con", "nul", "com1", "lpt9"])
def test_the_name_of_a_device_names_no_file(problems: Callable[..., list[str]], id: str) -> None:
    assert id in DEVICES
    (source,) = problems(sources=BOOK.replace('"book"', f'"{id}"'))
    assert f'id: "{id}" is the name of a device on Windows' in source
    (pack,) = problems(pack=PACK.replace('"mini"', f'"{id}"'))
    assert pack.startswith(f'data/pack.toml: id: "{id}" is the name of a device')


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({"leaders": FILES["leaders.toml"].replace('type = "person"', "", 1)}, "data/leaders.toml"),
        ({"leaders": FILES["leaders.toml"] + "[[leader]\n"}, "data/leaders.toml"),
        ({"leaders": FILES["leaders.toml"].replace("[[leader]]", "[[leder]]")}, "data/leaders.toml"),
        (
            {"events": EVENTS + STATEMENT + 'from = ["meeting/attended/anna"]\nrule = "R"\n'},
            "data/events.toml",
        ),
        (
            {
                "events": EVENTS.replace('text = "Boris sent 12 men."\n', ""),
                "conflicts": '[[conflict]]\nid = "c"\nnature = "disagreement"\ntopic = "T"\n'
                'explanation = "E"\nstatements = ["meeting/contributed/boris"]\n',
            },
            "data/events.toml",
        ),
    ],
    ids=["a record", "a file", "a table", "a statement", "what a conflict names"],
)
def test_what_refers_to_a_mistake_is_no_further_mistake(
    problems: Callable[..., list[str]], files: dict[str, str], where: str
) -> None:
    (only,) = problems(**files)
    assert only.startswith(where)


def test_a_source_that_is_wrong_is_reported_once(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    change_sources(folder, 'abbr = "News"\n', "")
    (only,) = problems_of(folder)
    assert only.startswith('data/sources.toml:1: "news": abbr: is missing')


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("5", 'write words in quotes, or a number as { number = 12, unit = "men" }'),
        ("[1]", 'write words in quotes, or a number as { number = 12, unit = "men" }'),
        ('{ number = "many" }', "write a number between"),
        ("{ number = 5, units = 3 }", 'unknown key "units"; did you mean "unit"?'),
    ],
)
def test_a_value_of_a_wrong_form_is_one_mistake(
    problems: Callable[..., list[str]], value: str, message: str
) -> None:
    (only,) = problems(events=EVENTS + STATEMENT + f'text = "T"\nvalue = {value}\n{CITE}')
    assert message in only


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("when = 2009-06-14", "when: write text in quotes"),
        ('negated = "yes"', "negated: write true or false, without quotes"),
        ('stance = "asserte"', 'stance: write one of asserted, denied, planned, promised, proposed, '
         'predicted, opinion, reported; did you mean "asserted"?'),
        ("via = 3", "via: write a list: […]"),
        ("confirmed = 3", "confirmed: write a table: { … }"),
        ('whose = "anna"', "whose: unknown key"),
    ],
)  # fmt: skip
def test_no_message_names_what_the_program_is_made_of(
    problems: Callable[..., list[str]], line: str, message: str
) -> None:
    (only,) = problems(events=EVENTS + STATEMENT + f'text = "T"\n{line}\n{CITE}')
    assert message in only
    assert not any(word in only for word in ("pydantic", "Authored", "function-", "Input", "pattern"))


def test_an_exceeded_limit_is_one_line(
    make_pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SOUGHT", limits.SOUGHT._replace(most=10))
    (only,) = problems_of(make_pack())
    assert "more than 10 letters to look through for quotes (the limit “sought”)" in only
    assert "so that a pack can be checked in reasonable time" in only
    assert "with CSTOREF_LARGE=1 in the environment 160 are allowed" in only


def test_a_pack_that_is_too_large_is_refused_in_one_line(
    make_pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("STATEMENTS", "PARTS", "SENTENCES", "KEYS", "CORPUS"):
        monkeypatch.setattr(limits, name, getattr(limits, name)._replace(most=1))
    (only,) = problems_of(make_pack())
    assert "more than 1 keys, tables and lists in the files of data/ together (the limit “keys”)" in only
    assert only.endswith("with CSTOREF_LARGE=1 in the environment 16 are allowed")


def test_a_limit_that_many_records_exceed_is_one_line(problems: Callable[..., list[str]]) -> None:
    places = "".join(f'[[place]]\nid = "p{n}"\nname = "{"a" * 301}"\ntype = "city"\n' for n in range(50))
    (only,) = problems(places=places)
    assert only.startswith('data/places.toml: "p0": name: has more than 300 letters in a name')
    assert only.endswith("write less there (and in 49 more places)")


LEFT = """\
[[agreement]]
id = "pact"
name = "Pact"
type = "treaty"
"""


def acts(*fields: tuple[str, str]) -> str:
    """The agreement with what Xanadu did, in the order of years."""
    return LEFT + "".join(
        f'\n[[agreement.statement]]\nfield = "{field}"\nwho = "xanadu"\nwhen = "{when}"\ntext = "T"\n{CITE}'
        for field, when in fields
    )


@pytest.mark.parametrize(
    ("done", "state"),
    [
        ([("signed", "1990"), ("left", "1999")], "signed, later left"),
        ([("left", "1999"), ("joined", "1990")], "signed, later left"),
        ([("left", "1999")], "signed, later left"),
        ([("joined", "1990"), ("left", "1999"), ("signed", "2001")], "signed"),
        ([("refused", "1990")], "refused or did not sign"),
        ([("signed", "1990"), ("refused", "1999")], "refused or did not sign"),
    ],
)
def test_who_joined_and_left_did_not_refuse(
    make_pack: Callable[..., Path], done: list[tuple[str, str]], state: str
) -> None:
    from cstoref.store.matrix import MatrixQuery, cells, matrix

    store = open_store(str(make_pack(agreements=acts(*done))))
    found = matrix(store, MatrixQuery(mode="signature", members=("xanadu",)))
    ((cell,),) = cells(store, found, found.columns)
    assert cell.state == state


OFFICE = """\
[[institution]]
id = "queen"
name = "Queen of Xanadu"
type = "office"
"""
TERM = (
    '\n[[leader.statement]]\nfield = "office"\nvalue = "queen"\nwhen = "{}"\ntext = "Anna reigned."\n' + CITE
)
CAME = (
    '[[event]]\nid = "summit"\nname = "Summit"\ntype = "summit"\nwhen = "2001-05-03"\n\n'
    '[[event.statement]]\nfield = "attended"\nwho = "anna"\ntext = "Anna came."\n' + CITE
)


@pytest.mark.parametrize(
    ("term", "state"),
    [("1999/2005", ["came"]), ("2001-05-03", ["came"]), ("1990/1995", None), ("2002/..", None)],
)
def test_a_leader_who_came_counts_for_the_state(
    make_pack: Callable[..., Path], term: str, state: list[str] | None
) -> None:
    from cstoref.store.matrix import MatrixQuery, cells, matrix

    leaders = FILES["leaders.toml"].replace(
        'names = ["Анна"]\n', 'names = ["Анна"]\n' + TERM.replace("{}", term)
    )
    store = open_store(str(make_pack(leaders=leaders, institutions=OFFICE, events=CAME)))
    found = matrix(store, MatrixQuery(members=("xanadu",)))
    states = [cell.state for row in cells(store, found, found.columns) for cell in row]
    assert states == (state or [])


def test_a_leader_who_came_and_held_no_office_is_pointed_at(loaded: Callable[..., Pack]) -> None:
    from cstoref.authoring.lint import review

    leaders = FILES["leaders.toml"].replace(
        'names = ["Анна"]\n', 'names = ["Анна"]\n' + TERM.replace("{}", "1990/1995")
    )
    findings = review(loaded(leaders=leaders, institutions=OFFICE, events=CAME))
    assert any("held no office of a state or body then; state the office" in f.message for f in findings)


def test_an_office_is_of_the_state_that_its_name_says(loaded: Callable[..., Pack]) -> None:
    from cstoref.authoring.lint import review

    leaders = FILES["leaders.toml"].replace(
        'names = ["Анна"]\n', 'names = ["Анна"]\n' + TERM.replace("{}", "1990/2005")
    )
    assert "office_of" not in OFFICE and "Queen of Xanadu" in OFFICE
    findings = review(loaded(leaders=leaders, institutions=OFFICE, events=CAME))
    assert not any("held no office" in finding.message for finding in findings)
