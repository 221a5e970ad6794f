"""`cstoref pack add`, `attach`, `undo`: all or nothing, nothing else touched, and back to the same bytes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from cstoref import output_file
from cstoref.errors import UserError
from tests.conftest import Result

from .conftest import PAGE

Run = Callable[..., Result]
BytesOf = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


@pytest.fixture
def note(tmp_path: Path) -> str:
    path = tmp_path / "Field notes.txt"
    path.write_text("Anna was seen in Xanadu.\n", encoding="utf-8")
    return str(path)


def sources(pack: Path) -> list[dict[str, object]]:
    tables: list[dict[str, object]] = tomli.loads((pack / "data" / "sources.toml").read_text())["source"]
    return tables


@pytest.mark.slow
def test_a_page_becomes_a_text_and_a_source(run: Run, own_pack: Path, page: str) -> None:
    result = run("pack", "add", page, "--type", "press", "--pack", str(own_pack))
    assert (result.code, result.err) == (0, "")
    assert "read by trafilatura" in result.out
    added = sources(own_pack)[-1]
    assert {key: added[key] for key in ("id", "title", "type", "publisher", "issued", "authors", "url")} == {
        "id": "the-herald-2014-11-08",
        "title": "Four presidents meet in Corhaven",
        "type": "press",
        "publisher": "The Herald",
        "issued": "2014-11-08",
        "authors": ["Ann Lee"],
        "url": "https://herald.example/2014/11/08/corhaven",
    }
    text = (own_pack / "corpus" / "the-herald-2014-11-08.txt").read_text(encoding="utf-8")
    assert text.startswith("Four presidents meet in Corhaven\n\nThe presidents of all four states")
    assert "cookies" not in text and "taken over" not in text
    assert run("verify", "--no-review", str(own_pack)).code == 0


def test_what_is_not_stated_is_left_to_fill_in_and_said(run: Run, own_pack: Path, note: str) -> None:
    result = run("pack", "add", note, "--pack", str(own_pack))
    assert result.code == 0
    assert "still to fill in, in data/sources.toml: title, publisher, date, url" in result.out
    assert "its class is not stated: “other” is assumed" in result.out
    assert sources(own_pack)[-1]["id"] == "field-notes"
    checked = run("verify", str(own_pack))
    assert checked.code == 4
    assert "field-notes: title and publisher still to fill in, instead of [to fill in]" in checked.out


def test_what_a_person_says_comes_first(run: Run, own_pack: Path, note: str) -> None:
    said = ("--title", "Notes", "--publisher", "A. Lee", "--date", "2020-05", "--url", "https://x.example/n")
    more = (
        "--type",
        "research",
        "--author",
        "Ann Lee",
        "--author",
        "Bo Ek",
        "--abbr",
        "Lee",
        "--language",
        "ru",
    )
    result = run("pack", "add", note, *said, *more, "--json", "--pack", str(own_pack))
    (made,) = json.loads(result.out)
    assert made["missing"] == made["remarks"] == []
    assert made["source"]["id"] == "lee-2020-05"
    assert made["source"]["authors"] == ["Ann Lee", "Bo Ek"]
    assert made["source"]["language"] == "ru"
    assert run("verify", "--no-review", str(own_pack)).code == 0


def test_undo_leads_back_to_the_same_bytes(run: Run, own_pack: Path, note: str, bytes_of: BytesOf) -> None:
    before = bytes_of(own_pack)
    run("pack", "add", note, "--pack", str(own_pack))
    assert bytes_of(own_pack) != before
    assert run("pack", "undo", "--pack", str(own_pack)).out == "undone: added the source field-notes\n"
    assert bytes_of(own_pack) == before
    again = run("pack", "undo", "--pack", str(own_pack))
    assert (again.code, again.out) == (1, "")
    assert "nothing to undo" in again.err


def test_undo_leaves_what_a_person_wrote_since(run: Run, own_pack: Path, note: str) -> None:
    file = own_pack / "data" / "sources.toml"
    before = file.read_text()
    run("pack", "add", note, "--pack", str(own_pack))
    file.write_text("# mine\n" + file.read_text() + "# mine too\n")
    assert run("pack", "undo", "--pack", str(own_pack)).code == 0
    assert file.read_text() == "# mine\n" + before + "# mine too\n"


@pytest.mark.parametrize("name", ["corpus/field-notes.txt", "data/sources.toml"])
def test_undo_takes_nothing_back_that_was_changed(
    run: Run, own_pack: Path, note: str, name: str, bytes_of: BytesOf
) -> None:
    run("pack", "add", note, "--pack", str(own_pack))
    file = own_pack / name
    file.write_text(file.read_text().replace("field-notes", "notes").replace("Anna", "Ann"))
    before = bytes_of(own_pack)
    result = run("pack", "undo", "--pack", str(own_pack))
    assert result.code == 1
    assert f"{name} was changed since" in result.err or f"added to {name} was changed since" in result.err
    assert bytes_of(own_pack) == before


def test_of_several_files_all_are_added_or_none(
    run: Run, own_pack: Path, note: str, tmp_path: Path, bytes_of: BytesOf
) -> None:
    other, broken = tmp_path / "other.md", tmp_path / "broken.txt"
    other.write_text("# Other\n\nWords.\n")
    broken.write_bytes(b"\xff\xff")
    before = bytes_of(own_pack)
    result = run("pack", "add", note, str(other), str(broken), "--pack", str(own_pack))
    assert result.code == 1
    assert "broken.txt is not in UTF-8" in result.err
    assert bytes_of(own_pack) == before
    assert run("pack", "add", note, str(other), "--pack", str(own_pack)).code == 0
    assert [table["id"] for table in sources(own_pack)] == ["news", "field-notes", "other"]
    run("pack", "undo", "--pack", str(own_pack))
    assert bytes_of(own_pack) == before


@pytest.mark.parametrize("failing", [1, 2])
def test_a_disk_that_is_full_leaves_the_pack_as_it_was(
    run: Run, own_pack: Path, note: str, bytes_of: BytesOf, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    before, calls, write = bytes_of(own_pack), [0], output_file.write

    def fail(path: str, fill: output_file.Fill, force: bool = False) -> None:
        calls[0] += 1
        if calls[0] == failing:
            raise UserError("no space left")
        write(path, fill, force)

    monkeypatch.setattr("cstoref.intake.change.output_file.write", fail)
    assert run("pack", "add", note, "--pack", str(own_pack)).code == 1
    assert bytes_of(own_pack) == before


def test_the_same_document_is_added_once(run: Run, own_pack: Path, note: str) -> None:
    run("pack", "add", note, "--pack", str(own_pack))
    again = run("pack", "add", note, "--id", "again", "--pack", str(own_pack))
    assert again.code == 1
    assert "was added before, as “field-notes”" in again.err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--id", "news"), "the id “news” is taken"),
        (("--id", "anna"), "the id “anna” is taken"),
        (("--id", "A b"), "the source “A b” would not verify: id: write small letters"),
        (("--id", "con"), "name of a device on Windows"),
        (("--date", "yesterday"), "the source “field-notes” would not verify: issued:"),
        (("--type", "papers"), 'no type "papers" of sources'),
        (("--url", "herald"), "is not an address of the web"),
        (("--as", "doc"), "there is no format “doc”"),
    ],
)
def test_a_source_that_would_not_verify_is_not_written(
    run: Run, own_pack: Path, note: str, words: tuple[str, ...], complaint: str, bytes_of: BytesOf
) -> None:
    before = bytes_of(own_pack)
    result = run("pack", "add", note, *words, "--pack", str(own_pack))
    assert result.code in (1, 2)
    assert complaint in result.err
    assert bytes_of(own_pack) == before


def test_the_pack_must_be_named_and_be_one(run: Run, note: str, tmp_path: Path) -> None:
    assert "no pack of your own is in use" in run("pack", "add", note).err
    assert "is not a pack" in run("pack", "add", note, "--pack", str(tmp_path / "none")).err


def test_an_option_of_another_subcommand_is_refused(run: Run, own_pack: Path) -> None:
    result = run("pack", "undo", "--title", "x", "--pack", str(own_pack))
    assert result.code == 2
    assert "pack undo has no option --title" in result.err


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_nothing_is_written_through_a_link_out_of_the_pack(
    run: Run, own_pack: Path, note: str, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.toml"
    inside = own_pack / "data" / "sources.toml"
    outside.write_bytes(inside.read_bytes())
    inside.unlink()
    inside.symlink_to(outside)
    before = outside.read_bytes()
    result = run("pack", "add", note, "--pack", str(own_pack))
    assert result.code == 4 or "leads out of the pack" in result.err
    assert outside.read_bytes() == before


def test_a_source_gets_its_text_later(run: Run, own_pack: Path, note: str, bytes_of: BytesOf) -> None:
    file = own_pack / "data" / "sources.toml"
    with file.open("a") as out:
        out.write(
            '[[source]]\nid = "seen"\ntitle = "T"\ntype = "press"\npublisher = "P"\nabbr = "P"\n# end\n'
        )
    events = own_pack / "data" / "events.toml"
    with events.open("a") as out:
        out.write(
            '\n[[event.statement]]\nfield = "attended"\nwho = "xanadu"\ntext = "X."\n'
            'cite = { source = "seen" }\n'
        )
    before = bytes_of(own_pack)
    assert run("verify", "--no-review", str(own_pack)).code == 0
    result = run("pack", "attach", "seen", note, "--pack", str(own_pack))
    assert (result.code, result.err) == (0, "")
    assert (own_pack / "corpus" / "seen.txt").read_text() == "Anna was seen in Xanadu.\n"
    assert (
        run("verify", "--no-review", str(own_pack)).code == 0
    )  # what is not anchored yet is work to do, not an error
    assert "has its text already" in run("pack", "attach", "seen", note, "--pack", str(own_pack)).err
    assert "no source “unseen”" in run("pack", "attach", "unseen", note, "--pack", str(own_pack)).err
    run("pack", "undo", "--pack", str(own_pack))
    assert bytes_of(own_pack) == before
