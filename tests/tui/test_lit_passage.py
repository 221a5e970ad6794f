"""A passage is lit wherever it stands in its text, also where it is a paragraph of one line."""

from __future__ import annotations

import pytest

from cstoref.session.source_text import SourceText
from cstoref.store.queries import Store
from cstoref.tui.pages.source import broken_text, source_lines


@pytest.mark.parametrize("cells", [40, 76, 120])
def test_every_sentence_can_be_lit_whole(builtin: Store, cells: int) -> None:
    source = "edm-2005-06-24"
    text = SourceText(source, builtin.text(source), tuple(builtin.sentences(source)), ())
    broken = broken_text(text, cells)
    for sentence in text.sentences:
        lines = source_lines(broken, text, (sentence.start, sentence.end))
        lit = [piece.text for line in lines for piece in line.pieces if piece.style == "lit"]
        assert " ".join(" ".join(lit).split()) == " ".join(
            text.text[sentence.start : sentence.end].split()
        ), sentence.number
