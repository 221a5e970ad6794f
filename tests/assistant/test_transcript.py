"""The page that shows what an assistant is answered is of these answers."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from cstoref.assistant.tools import call
from cstoref.store.queries import Store

DOCS = Path(__file__).parents[2] / "docs"
sys.path.insert(0, str(DOCS))


def test_the_page_is_what_the_server_answers(builtin: Store) -> None:
    from assistants import PAGE, page  # type: ignore[import-not-found]  # beside the documents

    assert PAGE.read_text(encoding="utf-8") == page(lambda tool, given: call(builtin, tool, given))


def test_one_question_of_three_is_not_answered_and_another_is_quoted() -> None:
    text = (DOCS / "assistants.md").read_text(encoding="utf-8")
    answers = [json.loads(part.split("```")[0]) for part in text.split("```json\n")[1:]]
    found = [one for one in answers if "read_as" in one]
    assert [one["answered"] for one in found] == [True, True, False]
    assert found[0]["answers"][0]["statements"][0]["grounding"] == "quoted"
    assert found[2]["message"]
    assert not found[2]["answers"]
