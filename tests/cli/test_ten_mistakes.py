"""A pack with ten different mistakes: all ten are told in one run, each with file, record and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result, without_lines
from tests.mini_pack import FILES


def statement(field: str, *lines: str, source: str = "news", quote: str | None = "Anna met Boris") -> str:
    """A statement on the meeting, right but for what it is given."""
    cite = f'cite = {{ source = "{source}", quote = "{quote}" }}' if quote else ""
    told = ('who = "anna"', 'text = "Anna was there."')
    return "\n".join(("", "[[event.statement]]", f'field = "{field}"', *told, *lines, cite, ""))


MISTAKES = (
    (
        statement("took_part", 'key = "a"', 'saidby = "boris"'),
        'statement 3 (took_part anna).saidby: unknown key "saidby"; did you mean "said_by"?',
    ),
    (
        statement("atended"),
        'statement 4 (atended anna).field: no field "atended"; did you mean "attended"?',
    ),
    (
        statement("took_part", 'key = "b"', 'to = "bors"'),
        'statement 5 (took_part anna).to: no record "bors"; did you mean "boris"?',
    ),
    (
        statement("took_part", 'key = "c"', 'when = "2001-02-30"'),
        "statement 6 (took_part anna).when: '2001-02-30' is not a day of the calendar",
    ),
    (
        statement("took_part", 'key = "d"', quote="Anna saw Boris"),
        'statement 7 (took_part anna).cite.quote: "Anna saw Boris": quote not found; the nearest passage is '
        '"Anna met Boris"',
    ),
    (
        statement("took_part", 'key = "e"', quote="Boris"),
        'statement 8 (took_part anna).cite.quote: "Boris": quote found 2 times, at "',
    ),
    (
        statement("took_part", 'key = "f"', source="nwes"),
        'statement 9 (took_part anna).cite.source: no source "nwes"; did you mean "news"?',
    ),
    (
        statement("took_part", 'key = "g"', quote=None),
        "statement 10 (took_part anna): nothing it rests on; add `cite`, or `from` and `rule`",
    ),
    (
        statement("attended"),
        'statement 11 (attended anna): a second statement "meeting/attended/anna"; add `key = "…"`',
    ),
)
"""What is written below an event that has two statements, and what is said of it."""


@pytest.mark.parametrize("command", ["verify", "anna", "export", "search anna"])
def test_all_ten_are_told_in_one_run(
    make_pack: Callable[..., Path], run: Callable[..., Result], command: str
) -> None:
    events = FILES["events.toml"] + "".join(text for text, _ in MISTAKES)
    spoilt = make_pack(events=events, places='[[place]]\nid = "hill"\ntype = "site"\n')
    result = run(*command.split(), "--pack", str(spoilt))
    assert (result.code, result.out) == (4, "")
    lines = without_lines(result.err.removeprefix("cstoref: ").splitlines())
    assert len(lines) == 10
    assert 'data/places.toml: "hill": name: is missing' in lines
    for _, said in MISTAKES:
        assert [line for line in lines if line.startswith(f'data/events.toml: "meeting": {said}')]
