"""What is copied is harmless where it is pasted: a line is one line, and controls are visible."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstoref.session.copies import LINES, copies_of
from cstoref.session.target import Target
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from tests.mini_pack import FILES, write_pack

EVIL = "Anna\x1b[201~\trm -rf ~\u2028\u202e met"
TEXT = f"{EVIL} Boris.\n\nBoris did not come back. He sent 12 men in his stead.\n"


@pytest.fixture
def hostile(tmp_path: Path) -> Store:
    """A store of a pack that tries to get something into a shell."""
    quote = "Anna\\u001b[201~\\trm -rf ~\\u2028\\u202e met"
    events = FILES["events.toml"].replace("Anna met Boris in Xanadu", quote)
    return open_store(str(write_pack(tmp_path / "pack", text=TEXT, events=events)))


def copied(store: Store) -> dict[str, str]:
    """Everything that can be copied of a statement, by name."""
    copies = copies_of(store, Target("statement", "meeting/attended/anna"), "meeting", None)
    return {name: make() for name, make in copies.items()}


def test_a_line_that_is_copied_is_one_line_without_controls(hostile: Store) -> None:
    lines = {name: text for name, text in copied(hostile).items() if name in LINES}
    assert {"statement", "quote", "citation", "link"} <= set(lines)
    for name, text in lines.items():
        assert text.isprintable(), name
    assert "␛[201~" in lines["quote"]
    assert "<U+2028>" in lines["quote"]


def test_what_has_several_lines_has_no_other_controls(hostile: Store) -> None:
    blocks = {name: text for name, text in copied(hostile).items() if name not in LINES}
    assert {"BibTeX", "JSON", "whole card"} <= set(blocks)
    for name, text in blocks.items():
        assert text.replace("\n", "").isprintable(), name
