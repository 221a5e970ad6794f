"""The answers of the first screen."""

from __future__ import annotations

from cstoref.store.queries import Store
from cstoref.store.start_answers import meetings


def test_the_next_meeting_is_the_one_that_is_planned(builtin: Store) -> None:
    answers = {answer.name: answer for answer in meetings(builtin, None)}
    assert answers["Last summit"].what == "27 Nov 2025, Bishkek"
    assert answers["Next summit"].what == "planned for 11 Nov 2026, Moscow"
    assert answers["Next summit"].key == "csto-session-2026-11"
    earlier = {answer.name: answer for answer in meetings(builtin, "2025-06-01")}
    assert earlier["Next summit"].what == "27 Nov 2025, Bishkek"
