"""Documents from anybody: read in a process that can do nothing else, within limits, or refused by name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cstoref.authoring import limits
from cstoref.authoring.limits import Limit
from cstoref.errors import UserError
from cstoref.intake import isolation
from cstoref.intake.formats import BY_ID, FORMATS

ROOT = Path(__file__).parents[2]
HOSTILE = {
    "socket": "import socket; socket.socket()",
    "name": "import socket; socket.getaddrinfo('localhost', 9)",
    "program": "import subprocess; subprocess.run(['true'])",
    "shell": "import os; os.system('true')",
    "fork": "import os; os.fork()",
    "write": "open('made', 'w')",
    "append": "open('made', 'ab')",
    "remove": "import os; os.remove('kept')",
    "rename": "import os; os.rename('kept', 'made')",
    "folder": "import os; os.mkdir('made')",
    "library": "import ctypes; ctypes.CDLL('libc.so.6')",
}


def read(raw: bytes, format: str = "txt") -> tuple[str, ...]:
    return isolation.read(raw, BY_ID[format], "paper").paragraphs


def answered(code: str, folder: Path) -> dict[str, str]:
    """What the process answers in which `code` runs, on some words as plain text."""
    order = json.dumps({"format": "txt", "encoding": ""}).encode() + b"\nwords"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=order,
        cwd=folder,
        capture_output=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    answer: dict[str, str] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("what", list(HOSTILE))
def test_the_process_that_reads_can_do_nothing_else(tmp_path: Path, what: str) -> None:
    """What a document that took over its reader could try: the same code runs here in its place."""
    (tmp_path / "kept").write_text("kept")
    code = (
        "import sys; from cstoref.intake import reader_process, plain_text\n"
        f"def read(raw, encoding):\n    {HOSTILE[what]}\n"
        "plain_text.read = read\nreader_process.main()"
    )
    assert answered(code, tmp_path) == {
        "unreadable": "is broken and cannot be read (PermissionError); save it anew"
    }
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("kept", "kept")]


def test_words_come_out_as_they_went_in() -> None:
    assert read("Łukašenka said.\n\nСаммит.".encode()) == ("Łukašenka said.", "Саммит.")


@pytest.mark.parametrize(
    ("raw", "format", "complaint"),
    [
        (b"\xd0\xcf\x11\xe0rest", "txt", "is a document of an older office program, or encrypted"),
        (b"\x89PNG\r\n", "html", "is a picture; save its words as plain text"),
        (b"{\\rtf1 a}", "txt", "is an RTF document"),
        (b"", "txt", "has no words"),
        (b"--- \n ...", "md", "has no words"),
        (b"\xff\xfeab\xd8", "txt", "is not in UTF-16"),
        (b"a" * 100_001, "txt", "more than 100,000 letters in one line of a text (the limit “paragraph”)"),
        (
            (b"abc def " * 14 + b"\n") * 40_000,
            "txt",
            "more than 4,194,304 bytes in one text (the limit “text”)",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(raw: bytes, format: str, complaint: str) -> None:
    with pytest.raises(UserError) as caught:
        read(raw, format)
    assert str(caught.value).startswith("paper ")
    assert complaint in str(caught.value)


@pytest.mark.parametrize("nest", ["<div>", "<article>", "<b>", "<nav>", "<table><tr><td>"])
def test_endless_nesting_ends(nest: str) -> None:
    page = f"<p>Words before.</p>{nest * 50_000}Words within."
    assert read(page.encode(), "html")[0].startswith("Words before.")


@pytest.mark.parametrize("begun", ["<!--", "<p a='"])
def test_what_is_begun_without_an_end_is_given_up(begun: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser looks through the rest of the page for each of them."""
    monkeypatch.setattr(limits, "SECONDS", limits.SECONDS._replace(most=1))
    with pytest.raises(UserError, match=r"the limit “seconds”.*; bring in a part of it"):
        read(f"<p>Words before.</p>{begun * 200_000}".encode(), "html")


def test_a_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", limits.SECONDS._replace(most=0))
    with pytest.raises(
        UserError, match=r"paper needs more than 0 seconds to read a document \(the limit “seconds”\)"
    ):
        read(b"words")


def test_a_document_that_is_too_large_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "DOCUMENT", limits.DOCUMENT._replace(most=3))
    path = tmp_path / "large.txt"
    path.write_text("four")
    with pytest.raises(UserError, match=r"more than 3 bytes in a document \(the limit “document”\)"):
        isolation.contents(path)


@pytest.mark.skipif(sys.platform == "win32", reason="the system cannot hold a process to its memory")
def test_memory_is_limited(tmp_path: Path) -> None:
    code = (
        "from cstoref.intake import reader_process, plain_text\n"
        "plain_text.read = lambda raw, encoding: bytearray(2 ** 31)\nreader_process.main()"
    )
    assert "needs more memory" in answered(code, tmp_path)["unreadable"]


@pytest.mark.parametrize("name", ["a folder", "nothing"])
def test_only_files_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "a folder").mkdir()
    with pytest.raises(UserError, match=r"is not a file|cannot be read"):
        isolation.contents(tmp_path / name)


def test_every_format_has_its_reader() -> None:
    from importlib import import_module

    for format in FORMATS:
        assert callable(import_module(f"cstoref.intake.{format.module}").read)


def test_the_limits_of_documents_are_those_that_are_documented() -> None:
    assert all(isinstance(limit, Limit) and not limit.grows for limit in limits.OF_DOCUMENTS)
