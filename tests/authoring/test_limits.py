"""Every limit is documented, and what is beyond one is refused by its name."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring import limits
from cstoref.authoring.limits import Limit
from cstoref.authoring.load import load
from cstoref.errors import PackError
from tests.conftest import without_lines
from tests.mini_pack import FILES, TEXT

EVERY = [value for value in vars(limits).values() if isinstance(value, Limit)]
OF_PACKS = [limit for limit in EVERY if limit not in limits.OF_DOCUMENTS]
"""Those of documents that are brought in are tried in tests/intake."""
DOCUMENT = Path(__file__).parents[2] / "docs" / "data.md"
EVENTS = FILES["events.toml"]
ATTENDED = '[[event.statement]]\nfield = "attended"\nwho = "anna"\n'
CITE = 'cite = { source = "news", quote = "Anna" }\n'
CIRCUMFLEX = "\\u0302"
LARGE = {
    "data": (100, {}, "data/pack.toml"),
    "corpus": (10, {}, 'data/sources.toml: "news": sha256'),
    "text": (10, {}, 'data/sources.toml: "news": sha256'),
    "keys": (10, {}, "data/"),
    "records": (1, {}, "data/leaders.toml"),
    "statements": (2, {}, 'data/events.toml: "meeting": statement 2 (contributed boris)'),
    "parts": (3, {}, 'data/events.toml: "meeting": statement 1'),
    "sentences": (2, {}, 'data/sources.toml: "news"'),
    "sought": (len(TEXT), {}, 'data/events.toml: "meeting": statement 1 (attended'),
    "concerned": (
        2,
        {
            "conflicts": '[[conflict]]\nid = "c"\nnature = "disagreement"\ntopic = "T"\nexplanation = "E"\n'
            'cite = { source = "news", quote = "Anna" }\n'
        },
        'data/conflicts.toml: "c"',
    ),
    "line": (500, {"events": f"# {'-' * 500}\n{EVENTS}"}, "data/events.toml"),
    "paragraph": (len(TEXT) // 3, {}, 'data/sources.toml: "news"'),
    "nesting": (6, {"places": "[[place]]\nid = [[[[[[[]]]]]]]\n"}, 'data/places.toml: "no. 1": id.1.1'),
    "id": (80, {"places": f'[[place]]\nid = "{"a" * 81}"\nname = "A"\ntype = "city"\n'}, "data/places.toml"),
    "field": (
        10_000,
        {"events": EVENTS + ATTENDED + f'text = "{"a" * 10_001}"\n' + CITE},
        "data/events.toml",
    ),
    "name": (
        300,
        {"places": f'[[place]]\nid = "a"\nname = "{"a" * 301}"\ntype = "city"\n'},
        "data/places.toml",
    ),
    "says": (
        200,
        {"events": EVENTS + ATTENDED + 'text = "T"\n' + CITE.replace(" }", f', says = "{"a" * 201}" }}')},
        "data/events.toml",
    ),
    "folded": (
        500,
        {"places": f'[[place]]\nid = "a"\nname = "{"﷽" * 40}"\ntype = "city"\n'},
        'data/places.toml: "a": names',
    ),
    "list": (
        1_000,
        {"events": EVENTS + f'[[event]]\nid = "e"\nname = "E"\ntype = "visit"\nnames = {["a"] * 1_001}\n'},
        'data/events.toml: "e": names',
    ),
    "stacked": (
        8,
        {"places": f'[[place]]\nid = "a"\nname = "a{CIRCUMFLEX * 9}"\ntype = "city"\n'},
        'data/places.toml: "a": name',
    ),
    "problems": (1_000, {"places": "[[place]]\n" * 1_000}, "data/places.toml"),
}
"""For each limit a number, files that pass it, and where the problem must say that it is."""


def beyond(make_pack: Callable[..., Path], name: str, patch: pytest.MonkeyPatch) -> list[str]:
    """The problems of the pack that passes a limit."""
    (limit,) = [one for one in EVERY if one.name == name]
    most, files, _ = LARGE[name]
    if limit.most != most:
        patch.setattr(limits, limit.name.upper(), limit._replace(most=most))
    with pytest.raises(PackError) as caught:
        load(make_pack(**files))
    return without_lines(caught.value.problems)


@pytest.mark.parametrize("name", [limit.name for limit in OF_PACKS])
def test_what_is_beyond_a_limit_is_refused_by_its_name(
    make_pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    most, _, where = LARGE[name]
    problems = beyond(make_pack, name, monkeypatch)
    named = [problem for problem in problems if f"more than {most:,} " in problem]
    assert named
    assert all(f"(the limit “{name}”)" in problem for problem in named)
    assert named[0].startswith(where)


def test_too_many_problems_are_the_last_that_is_said(
    make_pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(beyond(make_pack, "problems", monkeypatch)) == limits.PROBLEMS.most + 1


def test_the_limits_stand_in_the_document() -> None:
    section = DOCUMENT.read_text(encoding="utf-8").split("## Limits")[1].split("\n## ")[0]
    rows = [row for row in section.splitlines() if row.startswith("| `")]
    assert rows == [f"| `{limit.name}` | {limit.most:,} | {limit.of} | {limit.purpose} |" for limit in EVERY]


def test_a_pack_may_be_sixteen_times_as_large_where_that_is_meant() -> None:
    code = "from cstoref.authoring import limits; print(limits.STATEMENTS.most, limits.FIELD.most)"
    run = subprocess.run(
        [sys.executable, "-c", code], env={"CSTOREF_LARGE": "1"}, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == [str(limits.STATEMENTS.most * limits.LARGER), str(limits.FIELD.most)]


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("event.toml", 'no file of this name is read; did you mean "events.toml"?'),
        ("Events.toml", 'no file of this name is read; did you mean "events.toml"?'),
        ("events.TOML", "no file of this name is read"),
    ],
)
def test_a_data_file_that_nothing_reads_is_reported(
    make_pack: Callable[..., Path], name: str, complaint: str
) -> None:
    folder = make_pack()
    (folder / "data" / name).write_text("")
    with pytest.raises(PackError) as caught:
        load(folder)
    assert [problem for problem in caught.value.problems if complaint in problem]


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"\xef\xbb\xbf" + EVENTS.encode(), "begins with a byte order mark"),
        (
            EVENTS.replace("The meeting", "Cafe\u0301").encode(),
            "data/events.toml:3: the line is not in Unicode form NFC",
        ),
    ],
)
def test_a_data_file_that_would_not_match_its_texts_is_reported(
    make_pack: Callable[..., Path], raw: bytes, complaint: str
) -> None:
    folder = make_pack()
    (folder / "data" / "events.toml").write_bytes(raw)
    with pytest.raises(PackError) as caught:
        load(folder)
    assert [problem for problem in caught.value.problems if complaint in problem]
