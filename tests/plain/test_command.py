"""`cstoref plain` as a person or a script runs it: a terminal that can do nothing, a pipe that ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE
from tests.small_pack import write_small_pack


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_pack(tmp_path_factory.mktemp("plain") / "pack")


def ran(
    pack: Path, given: bytes, *words: str, options: tuple[str, ...] = (), **env: str
) -> subprocess.CompletedProcess[bytes]:
    """A run in a process of its own, so that nothing is there but what it brings."""
    command = [sys.executable, *options, "-m", "cstoref", "plain", "--pack", str(pack), *words]
    environment = {**os.environ, "TERM": "dumb", "PYTHONUTF8": "1", **env}
    return subprocess.run(
        command, input=given, capture_output=True, env=environment, check=False, timeout=PATIENCE
    )


def test_the_end_of_the_input_ends_it_and_a_prompt_stands_on_its_own_line(pack: Path) -> None:
    done = ran(pack, b"members\n\xff\xfe\n" + "аркадия\n".encode(), "arcadia")
    out = done.stdout.decode()
    assert done.returncode == 0
    assert done.stderr == b""
    assert out.startswith("Arcadia\nFormer member")
    assert out.endswith("\n>\n")
    assert out.split("\n").count(">") == 4
    assert "Find: аркадия\n" in out
    assert "\x1b" not in out


def test_q_ends_it_before_the_input_does(pack: Path) -> None:
    done = ran(pack, b"q\nmembers\n")
    assert done.returncode == 0
    assert b"\nMembers, 2\n" not in done.stdout


def test_it_never_loads_textual_and_starts_lightly(pack: Path) -> None:
    done = ran(pack, b"members\n1\ncite 1\n", options=("-X", "importtime"))
    loaded = {line.rpartition(b"|")[2].strip().split(b".")[0] for line in done.stderr.splitlines()}
    assert b"cstoref" in loaded
    assert loaded & {b"textual", b"rich", b"pydantic"} == set()


def test_it_opens_on_a_day_and_refuses_json(pack: Path) -> None:
    assert b"Showing 1 Jan 2004." in ran(pack, b"", "arcadia", "--as-of", "2004-01-01").stdout
    done = ran(pack, b"", "--json")
    assert done.returncode == 2
    assert done.stderr == b"cstoref: plain has no option --json; see cstoref plain --help\n"


def test_what_was_opened_is_remembered(pack: Path, tmp_path: Path) -> None:
    ran(pack, b"", "arcadia", XDG_DATA_HOME=str(tmp_path))
    out = ran(pack, b"all\n", XDG_DATA_HOME=str(tmp_path)).stdout
    assert b". Arcadia\n" in out


def test_a_home_that_cannot_be_written_is_said_once(pack: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    done = ran(pack, b"mark anna\nmark boris\n", XDG_DATA_HOME=str(blocked))
    out = done.stdout.decode()
    assert " ".join(out.split()).count("Your changes are not saved: ") == 1
    assert " ".join(out.split()).count("Bookmark added. Not saved: it lasts until you leave.") == 2
    assert done.returncode == 1
    assert ran(pack, b"anna\n", XDG_DATA_HOME=str(blocked)).returncode == 0


def test_the_name_of_a_file_is_taken_byte_for_byte_and_a_note_with_its_blanks(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    folder = os.fsencode(tmp_path / "here")
    name = folder + b"/my  m\xe9mo"
    typed = b"pin pact/signed/anna\nnote pact/signed/anna  two  blanks \xe9\nmemo " + name + b"\n\xe9\n"
    done = ran(pack, typed, XDG_DATA_HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert os.listdir(folder) == [b"my  m\xe9mo"]
    with open(name, encoding="utf-8") as file:
        assert "\n> two  blanks \ufffd\n" in file.read()
    again = ran(pack, b"memo " + name + b"\n", XDG_DATA_HOME=str(tmp_path)).stdout.decode()
    assert "exists already; choose another name." in " ".join(again.split())
