"""`cstoref site`: a folder or a file, over nothing else, with a page of what changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result
from tests.mini_pack import FILES

Run = Callable[..., Result]
Make = Callable[..., Path]


@pytest.fixture
def site(run: Run, make_pack: Make, tmp_path: Path) -> Callable[..., Result]:
    """Call `site` on the small pack; `-o` names something in the test's own folder."""
    folder = make_pack()
    return lambda name, *words: run("site", "-o", str(tmp_path / name), "--pack", str(folder), *words)


def test_a_folder_is_written_and_written_again(site: Callable[..., Result], tmp_path: Path) -> None:
    first = site("site")
    assert first == (0, "", "")
    assert "A small pack" in (tmp_path / "site" / "index.html").read_text()
    assert site("site").code == 0


def test_a_folder_with_other_files_is_refused(site: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "thesis.txt").write_text("years of work")
    refused = site("docs")
    assert refused.code == 2
    assert "is not empty and holds no site; name another folder, or --force" in refused.err
    assert site("docs", "--force").code == 0
    assert (tmp_path / "docs" / "thesis.txt").read_text() == "years of work"


def test_one_file_is_written_once(site: Callable[..., Result], tmp_path: Path) -> None:
    assert site("one.html", "--single").code == 0
    assert (tmp_path / "one.html").read_text().startswith("<!DOCTYPE html>")
    refused = site("one.html", "--single")
    assert (refused.code, "--force replaces it" in refused.err) == (2, True)
    assert site("one.html", "--single", "--force").code == 0


def test_one_file_goes_to_stdout_too(run: Run, make_pack: Make, tmp_path: Path) -> None:
    pack = str(make_pack())
    assert run("site", "--single", "-o", str(tmp_path / "one.html"), "--pack", pack).code == 0
    printed = run("site", "--single", "-o", "-", "--pack", pack)
    assert printed.out == (tmp_path / "one.html").read_text(encoding="utf-8")


def test_what_changed_since_an_edition_has_a_page(run: Run, tmp_path: Path, make_pack: Make) -> None:
    from tests.mini_pack import write_pack

    before = write_pack(tmp_path / "before")
    leaders = FILES["leaders.toml"].replace("Anna Ivanova", "Anna Petrova")
    after = make_pack(leaders=leaders)
    words = ("site", "-o", str(tmp_path / "site"), "--pack", str(after), "--since", str(before))
    assert run(*words).code == 0
    page = (tmp_path / "site" / "changes.html").read_text()
    assert "mini 1 → mini 1" in page
    assert '<a href="record/anna.html">Anna Petrova</a>' in page
    assert "<del>Anna Ivanova</del> <ins>Anna Petrova</ins>" in page
    assert '<a href="changes.html">Changes</a>' in (tmp_path / "site" / "index.html").read_text()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "name a folder with -o"),
        (["-o", ""], 2, "name a folder"),
        (["-o", "x", "--since", "gone"], 4, "gone"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Run,
    make_pack: Make,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    code: int,
    said: str,
) -> None:
    pack = str(make_pack())
    monkeypatch.chdir(tmp_path)
    result = run("site", *words, "--pack", pack)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "x").exists()
