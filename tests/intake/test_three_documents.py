"""What an analyst does in one sitting: a page, a report and notes of their own become texts, and sentences of
them statements on records of the pack below, which stays as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.load import load_stack
from cstoref.session.outcomes import Form
from cstoref.session.session import Session
from cstoref.session.target import Target
from cstoref.session.verbs import BY_ID
from cstoref.store.cache import open_store
from cstoref.user.user_data import UserData
from tests.conftest import Result

from .conftest import PAGE
from .documents import docx, pdf

Run = Callable[..., Result]
PACT = Path(__file__).parents[1] / "packs" / "sound-pact"
REPORT = [
    ["Report 14", "", "Lena Berg accused Corland of keeping its guards at home. Dunmere depends on Ald-"],
    ["Report 14", "", "mark for its coast guard."],
    ["Report 14", "", "Brennia praised the pact."],
]
NOTES = ["Notes", "Tove Rask announced in Brenhaven that Brennia will stay in the Sound Pact."]
BY_COMMAND = (
    ("holt", "said", "", "Anders Holt of Aldmark said that the pact “will not be changed”", "It stays."),
    ("berg", "accused", "corland", "Lena Berg accused Corland of keeping its guards", "Corland kept guards."),
    ("brennia", "praised", "", "Brennia praised the pact", "Brennia praised the pact."),
    ("rask", "announced", "", "Tove Rask announced in Brenhaven that Brennia will stay", "It will stay."),
)  # fmt: skip
BY_FORM = (
    ("Emil Sund stayed away", "sund", "conduct", "Emil Sund stayed away from the dinner."),
    ("Dunmere depends", "dunmere", "assessment", "Dunmere needs Aldmark for its coast guard."),
)


@pytest.mark.slow
def test_three_documents_become_statements_on_records_below(
    run: Run, tmp_path: Path, bytes_of: Callable[[Path], dict[str, bytes]], new_user: None
) -> None:
    below, mine = tmp_path / "below", tmp_path / "mine"
    shutil.copytree(PACT, below)
    untouched = bytes_of(below)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "report.pdf").write_bytes(pdf(REPORT, {"Title": "Report"}, "en"))
    (tmp_path / "notes.docx").write_bytes(docx(NOTES, "Notes"))
    assert run("pack", "new", str(mine), "--extends", str(below)).code == 0
    own = ("--pack", str(mine))
    said = ("--publisher", "An Institute", "--type", "research", "--language", "en")
    for name, words in (("page.html", ("--type", "press")), ("report.pdf", said), ("notes.docx", said)):
        added = run("pack", "add", str(tmp_path / name), *words, *own)
        assert added.code == 0, added.err
    for of, field, to, quote, text in BY_COMMAND:
        more = ("--to", to, "--who", of) if to else ("--who", of)
        stated = run(
            "pack", "state", *own, "--of", of, "--field", field, "--quote", quote, "--text", text, *more
        )
        assert (stated.code, stated.err) == (0, "")
        assert "review" not in stated.out
    _state_by_form(mine)
    checked = run("verify", *own)
    assert (checked.code, checked.err) == (0, ""), checked.out
    pack = load_stack([mine]).pack
    written = [one for one in pack.statements if one.layer == "mine"]
    assert len(written) == len(BY_COMMAND) + len(BY_FORM)
    texts = dict(pack.texts)
    for citation in (citation for one in written for citation in one.citations):
        assert citation.quote
        assert texts[citation.source][citation.start : citation.end] == citation.quote
    assert bytes_of(below) == untouched


def _state_by_form(mine: Path) -> None:
    """State what some sentences say as the explorer does, all in one session."""
    session = Session(open_store(str(mine)), UserData("mine", "1", str(mine)))
    texts = {source.id: session.store.text(source.id) for source in session.store.sources() if source.path}
    for words, of, field, sentence in BY_FORM:
        source = next(id for id, text in texts.items() if words in text)
        session.open(Target("source", source, texts[source].index(words)))
        form = BY_ID["state"].run(session, "")
        assert isinstance(form, Form)
        form.form.values.update(of=of, field=field, text=sentence)
        assert form.form.write().startswith(f"Written: {of}/{field}")
        session.show_written()
    assert len(session.authorship.fresh) == len(BY_FORM)
    assert session.renew(wait=True)
    for _, of, field, _ in BY_FORM:
        assert session.store.statement(f"{of}/{field}") is not None
