"""A memo and its bibliography made into documents by pandoc, which refuses what it has a warning for."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pypandoc
import pytest

from cstoref.store.queries import Store
from tests.conftest import Result

STYLES = {"bibtex": "bib", "csl-json": "json", "ris": "ris"}


class Written(NamedTuple):
    """A memo for pandoc, the same with footnotes, bibliographies, and what was pinned."""

    folder: Path
    sources: dict[str, str]
    """Title by id of every source that is cited."""
    texts: list[str]
    """The sentences."""


@pytest.fixture
def written(run: Callable[..., Result], new_user: None, builtin: Store, tmp_path: Path) -> Written:
    """A memo over statements of every grounding and the first ones with paragraphs."""
    quoted = [one for one in builtin.all_statements() if one.grounding == "quoted"][:12]
    referenced = [one for one in builtin.all_statements() if one.grounding == "referenced"][:12]
    assert run("pin", *(one.id for one in (*quoted, *referenced))).code == 0
    assert run("memo", "--bib", "-o", str(tmp_path / "memo.md")).code == 0
    assert run("memo", "-o", str(tmp_path / "footnotes.md")).code == 0
    for style, suffix in STYLES.items():
        assert run("cite", "--pinned", "--style", style, "-o", str(tmp_path / f"memo.{suffix}")).code == 0
    cited = {cite.source for one in (*quoted, *referenced) for cite in one.citations}
    titles = {source.id: source.title for source in builtin.sources() if source.id in cited}
    return Written(tmp_path, titles, [one.text for one in (*quoted, *referenced)])


def pandoc(folder: Path, *arguments: str) -> str:
    """What pandoc writes; a key without an entry is a warning, and a warning fails."""
    command = [pypandoc.get_pandoc_path(), "--fail-if-warnings", "--wrap=none", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def letters(text: str) -> str:
    """Letters and digits only: styles set quotes, dashes and capitals of their own."""
    return re.sub(r"[\W_]+", "", text).casefold()


@pytest.mark.parametrize("suffix", STYLES.values())
def test_every_key_has_an_entry_and_every_entry_is_listed(written: Written, suffix: str) -> None:
    text = pandoc(written.folder, "memo.md", "--citeproc", f"--bibliography=memo.{suffix}", "-t", "plain")
    document = letters(text)
    assert all(letters(title) in document for title in written.sources.values())
    assert all(letters(sentence) in document for sentence in written.texts)


def test_a_paragraph_is_a_locator(written: Written) -> None:
    text = pandoc(written.folder, "memo.md", "--citeproc", "--bibliography=memo.bib", "-t", "plain")
    keys = (written.folder / "memo.md").read_text(encoding="utf-8")
    places = re.findall(r"¶(\d+)", keys)
    assert places and re.findall(r"para\. (\d+)", text) == places


def test_the_footnotes_of_a_memo_are_footnotes(written: Written) -> None:
    html = pandoc(written.folder, "footnotes.md", "-t", "html")
    noted = set(re.findall(r'id="fn(\d+)"', html))
    assert noted and noted == set(re.findall(r'href="#fn(\d+)"', html))


@pytest.mark.parametrize("form", ["docx", "odt", "epub"])
def test_it_becomes_a_document(written: Written, form: str) -> None:
    pandoc(
        written.folder, "memo.md", "--citeproc", "--bibliography=memo.bib", "-M", "title=Memo",
        "-o", f"memo.{form}",
    )  # fmt: skip
    back = letters(pandoc(written.folder, f"memo.{form}", "-t", "plain"))
    assert all(letters(sentence) in back for sentence in written.texts)
