"""`cstoref verify`: its forms for people, editors and programs, and what it can put right."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.load import load
from tests.conftest import Result
from tests.mini_pack import FILES, TEXT

EVENTS = FILES["events.toml"]
WRONG = EVENTS.replace('who = "boris"', 'who = "doris"')


def test_a_problem_names_its_line(make_pack: Callable[..., Path], run: Callable[..., Result]) -> None:
    folder = make_pack(events=WRONG)
    result = run("verify", str(folder))
    place = 'cstoref: data/events.toml:15: "meeting": statement 2 (contributed doris).who: no record "doris"'
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith(place)
    line = (folder / "data" / "events.toml").read_text().split("\n")[14]
    assert line == 'who = "doris"'


def test_the_short_form_is_what_editors_read(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    result = run("verify", str(make_pack(events=WRONG)), "--format", "short")
    assert result.code == 4
    (only,) = result.out.splitlines()
    assert re.fullmatch(r'data/events\.toml:15: who: no record "doris"; did you mean "boris"\?', only)


def test_the_short_form_has_findings_too(make_pack: Callable[..., Path], run: Callable[..., Result]) -> None:
    result = run("verify", str(make_pack()), "--format", "short")
    assert result.code == 4
    assert all(re.match(r"data/events\.toml:\d+: meeting/", line) for line in result.out.splitlines())
    assert result.out


def test_json_has_the_place_of_each_problem(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    result = run("verify", str(make_pack(events=WRONG)), "--json")
    assert result.code == 4
    answer = json.loads(result.out)
    assert answer["verified"] is None
    (problem,) = answer["problems"]
    assert (problem["file"], problem["line"], problem["record"]) == ("data/events.toml", 15, "meeting")
    assert problem["field"] == "statement 2 (contributed doris).who"


def test_json_has_the_place_of_each_finding(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    answer = json.loads(run("verify", str(make_pack()), "--json").out)
    assert answer["problems"] == []
    for finding in answer["findings"]:
        assert finding["file"] == "data/events.toml"
        assert finding["line"] in (7, 13)
        assert finding["record"] == "meeting"


@pytest.mark.parametrize("comment", ["", "# the last line\n", "\n\n"])
def test_missing_hashes_are_added_and_nothing_else_is_changed(
    make_pack: Callable[..., Path], run: Callable[..., Result], comment: str
) -> None:
    second = (
        '[[source]]   # a comment\nid = "book"\ntitle = "A book"\ntype = "press"\npublisher = "P"\n'
        'abbr = "P"\n'
    )
    folder = make_pack(sources=f'{second}\n[[source.authors]]\nname = "Ann Lee"\n{comment}')
    (folder / "corpus" / "book.txt").write_text("Words.\n", encoding="utf-8")
    sources = folder / "data" / "sources.toml"
    first = f'sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"\n'
    before = sources.read_text(encoding="utf-8").replace(first, "")
    sources.write_text(before, encoding="utf-8")
    result = run("verify", str(folder), "--accept-texts", "--no-review")
    assert result.code == 0, result.err
    assert "the hash of corpus/news.txt was added" in result.err
    after = sources.read_text(encoding="utf-8")
    added = re.compile(r'^sha256 = "[0-9a-f]{64}"\n', re.MULTILINE)
    assert len(added.findall(after)) == 2
    assert added.sub("", after) == before
    assert len(load(folder).texts) == 2


def test_line_endings_are_restored(make_pack: Callable[..., Path], run: Callable[..., Result]) -> None:
    folder = make_pack()
    (folder / "corpus" / "news.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    before = (folder / "data" / "sources.toml").read_bytes()
    assert run("verify", str(folder), "--accept-texts", "--no-review").code == 0
    assert (folder / "corpus" / "news.txt").read_bytes() == TEXT.encode()
    assert (folder / "data" / "sources.toml").read_bytes() == before


def test_a_text_whose_words_were_changed_is_not_accepted(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    folder = make_pack()
    (folder / "corpus" / "news.txt").write_text(TEXT + "More.\n", encoding="utf-8")
    before = (folder / "data" / "sources.toml").read_bytes()
    result = run("verify", str(folder), "--accept-texts")
    assert result.code == 4
    assert "was changed, or its hash was" in result.err
    assert (folder / "data" / "sources.toml").read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_a_pack_is_watched_until_it_is_interrupted(make_pack: Callable[..., Path]) -> None:
    folder = make_pack(events=WRONG)
    command = [sys.executable, "-c", "from cstoref.cli.main import command; command()", "verify", str(folder)]
    with subprocess.Popen(
        [*command, "--watch", "--no-review"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as watching:
        assert watching.stdout is not None
        try:
            assert 'no record "doris"' in watching.stdout.readline()
            assert "1 problem; waiting for changes" in watching.stdout.readline()
            (folder / "data" / "events.toml").write_text(EVENTS, encoding="utf-8")
            shown = iter(watching.stdout.readline, "")
            assert any("the pack verifies, 0 findings" in line for line in shown)
            watching.send_signal(signal.SIGINT)
            assert watching.wait() == 130
        finally:
            watching.kill()
