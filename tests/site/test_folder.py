"""A site is written whole, over an earlier one, and over nothing else."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from cstoref.errors import UsageError, UserError
from cstoref.site.folder import LIST, write_site

FILES = [("index.html", "one"), ("record/a.html", "a"), ("record/b.html", "b")]


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("there", [False, True], ids=["new", "empty"])
def test_a_new_or_empty_folder_is_filled(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "site"
    if there:
        folder.mkdir()
    assert write_site(str(folder), FILES) == len("oneab")
    assert names(folder) == {"index.html", "record/a.html", "record/b.html", LIST}
    first = (folder / LIST).read_text().splitlines()[0]
    assert first == f"{hashlib.sha256(b'one').hexdigest()}  index.html"


def test_a_later_site_replaces_an_earlier_one_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_site(str(folder), FILES)
    (folder / "CNAME").write_text("example.org")
    (folder / "record" / "mine.html").write_text("mine")
    write_site(str(folder), [("index.html", "two"), ("record/a.html", "a")])
    assert names(folder) == {"index.html", "record/a.html", "record/mine.html", "CNAME", LIST}
    assert (folder / "index.html").read_text() == "two"
    assert (folder / "record" / "mine.html").read_text() == "mine"


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(UsageError, match="is not empty and holds no site"):
        write_site(str(tmp_path), FILES)
    assert names(tmp_path) == {"thesis.txt", "index.html"}
    write_site(str(tmp_path), FILES, force=True)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"
    assert (tmp_path / "index.html").read_text() == "one"


def test_what_somebody_changed_is_replaced_only_on_request(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_site(str(folder), FILES)
    (folder / "record" / "b.html").write_text("improved")
    with pytest.raises(UsageError, match=r"record/b\.html was changed"):
        write_site(str(folder), FILES)
    assert (folder / "record" / "b.html").read_text() == "improved"
    write_site(str(folder), FILES[:1], force=True)
    assert (
        folder / "record" / "b.html"
    ).read_text() == "improved"  # no longer of the site, and not as it was made
    assert not (folder / "record" / "a.html").exists()


@pytest.mark.parametrize("name", ["../thesis.txt", "/etc/hosts", "a/../../thesis.txt", "record//a.html"])
def test_a_list_that_names_files_elsewhere_makes_no_site(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "thesis.txt").write_text("x")
    digest = hashlib.sha256(b"x").hexdigest()
    (folder / LIST).write_text(f"{digest}  {name}\n")
    with pytest.raises(UsageError, match="holds no site"):
        write_site(str(folder), FILES)
    write_site(str(folder), FILES, force=True)
    assert (tmp_path / "thesis.txt").read_text() == "x"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "record").symlink_to(elsewhere)
    with pytest.raises(UserError, match="is a link"):
        write_site(str(folder), FILES, force=True)
    assert names(elsewhere) == set()


def test_a_page_that_cannot_be_made_leaves_everything_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_site(str(folder), FILES)

    def failing() -> object:
        yield "index.html", "two"
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="No space left"):
        write_site(str(folder), failing())  # type: ignore[arg-type]
    assert (folder / "index.html").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_of_that_name_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "site"
    file.write_text("mine")
    with pytest.raises(UsageError, match="is a file"):
        write_site(str(file), FILES, force=True)
    assert file.read_text() == "mine"
