"""Files of a pack: regular ones, below its folder, plain UTF-8; everything else is named and refused."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring import limits
from cstoref.authoring.load import load
from cstoref.errors import PackError
from tests.conftest import without_lines
from tests.mini_pack import TEXT


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load(folder)
    return without_lines(caught.value.problems)


def with_text(folder: Path, raw: bytes) -> Path:
    """The pack with other bytes as its text, and the right hash of them."""
    path = folder / "corpus" / "news.txt"
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(raw)
    sources = folder / "data" / "sources.toml"
    sources.write_text(sources.read_text().replace(old, hashlib.sha256(raw).hexdigest()))
    return folder


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"\xef\xbb\xbf" + TEXT.encode(), "begins with a byte order mark"),
        (TEXT.replace("\n", "\r\n").encode(), "has carriage returns"),
        (TEXT.encode() + b"\0", "has null characters"),
        (TEXT.encode() + b"\xff", f"is not UTF-8 (byte {len(TEXT)})"),
        (TEXT.encode() + "Cafe\u0301".encode(), "is not in Unicode form NFC"),
        (TEXT.encode("utf-16"), "is not UTF-8"),
    ],
    ids=["byte order mark", "carriage returns", "null", "not utf-8", "not nfc", "utf-16"],
)
def test_a_text_that_is_not_plain_is_reported(
    make_pack: Callable[..., Path], raw: bytes, complaint: str
) -> None:
    (only,) = problems_of(with_text(make_pack(), raw))
    assert only.startswith('data/sources.toml: "news":')
    assert "corpus/news.txt" in only
    assert complaint in only


def test_a_text_that_was_changed_no_longer_has_its_hash(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    with open(folder / "corpus" / "news.txt", "ab") as file:
        file.write(b" ")
    (only,) = problems_of(folder)
    assert only.startswith('data/sources.toml: "news": sha256: corpus/news.txt was changed')
    assert hashlib.sha256(TEXT.encode() + b" ").hexdigest() in only


def test_a_missing_text_is_reported_once_and_not_for_every_quote(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    (folder / "corpus" / "news.txt").unlink()
    assert problems_of(folder) == ['data/sources.toml: "news": sha256: corpus/news.txt is missing']


def test_a_text_that_leads_out_of_the_pack_is_not_read(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    outside = folder.parent / "secret.txt"
    (folder / "corpus" / "news.txt").rename(outside)
    (folder / "corpus" / "news.txt").symlink_to(outside)
    (only,) = problems_of(folder)
    assert "corpus/news.txt leads out of the pack" in only


def test_a_data_file_that_leads_out_of_the_pack_is_not_read(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    outside = folder.parent / "events.toml"
    (folder / "data" / "events.toml").rename(outside)
    (folder / "data" / "events.toml").symlink_to(outside)
    (only,) = problems_of(folder)
    assert only.startswith("data/events.toml: data/events.toml leads out of the pack")


def test_a_link_within_the_pack_is_followed(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    (folder / "corpus" / "news.txt").rename(folder / "corpus" / "text")
    (folder / "corpus" / "news.txt").symlink_to("text")
    assert dict(load(folder).texts) == {"news": TEXT}


@pytest.mark.parametrize("target", ["nowhere", "events.toml"])
def test_a_link_that_leads_nowhere_is_reported(make_pack: Callable[..., Path], target: str) -> None:
    folder = make_pack()
    (folder / "data" / "events.toml").unlink()
    (folder / "data" / "events.toml").symlink_to(target)
    (only,) = problems_of(folder)
    assert only.startswith("data/events.toml: ")


@pytest.mark.parametrize("name", ["data/events.toml", "corpus/news.txt"])
def test_a_pipe_is_refused_without_waiting_for_it(make_pack: Callable[..., Path], name: str) -> None:
    folder = make_pack()
    (folder / name).unlink()
    os.mkfifo(folder / name)
    (only,) = problems_of(folder)
    assert f"{name} is not a regular file" in only


def test_a_folder_in_place_of_a_file_is_refused(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    (folder / "data" / "events.toml").unlink()
    (folder / "data" / "events.toml").mkdir()
    (only,) = problems_of(folder)
    assert "data/events.toml is not a regular file" in only


def test_a_file_that_is_too_large_is_refused(
    make_pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "TEXT", limits.TEXT._replace(most=10))
    (only,) = problems_of(make_pack())
    assert "corpus/news.txt has more than 10 bytes in one text (the limit “text”)" in only


@pytest.mark.parametrize("name", ["pack.toml", "sources.toml"])
def test_a_file_that_every_pack_needs_is_reported_when_missing(
    make_pack: Callable[..., Path], name: str
) -> None:
    folder = make_pack()
    (folder / "data" / name).unlink()
    assert f"data/{name}: data/{name} is missing" in problems_of(folder)


def test_a_kind_without_records_needs_no_file(make_pack: Callable[..., Path]) -> None:
    folder = make_pack()
    (folder / "data" / "members.toml").unlink()
    assert "xanadu" not in {record.id for record in load(folder).records}


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"[[event]\n", "not TOML"),
        (b'[[event]]\nid = "a"\nid = "b"\n', "not TOML"),
        (b"x = " + b"[" * 100_000, "not TOML"),
        (b'[[event]]\nid = "\xff"\n', "not UTF-8 (byte 16)"),
        (b"\0", "not TOML"),
    ],
    ids=["brackets", "key twice", "deep", "not utf-8", "null"],
)
def test_a_data_file_that_cannot_be_parsed_is_reported_with_its_name(
    make_pack: Callable[..., Path], raw: bytes, complaint: str
) -> None:
    folder = make_pack()
    (folder / "data" / "events.toml").write_bytes(raw)
    (only,) = problems_of(folder)
    assert only.startswith("data/events.toml: ")
    assert complaint in only or "the limit “nesting”" in only


def test_an_id_cannot_lead_out_of_the_corpus(make_pack: Callable[..., Path]) -> None:
    found = problems_of(
        make_pack(
            sources='[[source]]\nid = "../../etc/passwd"\ntitle = "T"\ntype = "press"\npublisher = "P"\n'
            f'abbr = "A"\nsha256 = "{"0" * 64}"\n'
        )
    )
    assert len(found) == 1
    assert found[0].startswith('data/sources.toml: "../../etc/passwd": id: ')
