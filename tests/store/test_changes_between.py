"""What changed between two days: states that began or ended, acts and events; the newest first."""

from __future__ import annotations

import pytest

from cstoref.errors import UserError
from cstoref.store.changes_between import (
    BEGAN,
    ENDED,
    HAPPENED,
    AskedSpan,
    changes_between,
    read_changes,
    stretch_of,
)
from cstoref.store.queries import Store
from cstoref.store.search.lookup import look_up


def told(store: Store, record: str | None, since: str, until: str) -> list[tuple[str, str, str]]:
    found = read_changes(store, AskedSpan(record, since, until))
    return [(turn.day, turn.what, found.statements[turn.number].id) for turn in found.turns]


def test_a_term_begins_and_ends(builtin: Store) -> None:
    found = told(builtin, "belarus", "2014-12-01", "2014-12-31")
    assert ("2014-12-27", BEGAN, "kobyakov/office/prime-minister-2014") in found
    assert [what for day, what, _ in found if day == "2014-12-27"].count(ENDED) == 1
    assert ("2014-12-23", HAPPENED) in {(day, what) for day, what, _ in found}
    # A state that held all the time has not changed.
    assert not any("lukashenko/office" in id for _, _, id in found)


def test_the_newest_change_comes_first_and_all_are_within_the_days(builtin: Store) -> None:
    turns = changes_between(builtin, AskedSpan("kyrgyzstan", "2005-03-01", "2010-12-31"))
    days = [turn.day for turn in turns]
    assert len(days) > 20
    assert days == sorted(days, reverse=True)
    assert all("2005-03-01" <= day <= "2010-12-31" for day in days)


def test_each_day_is_inclusive(builtin: Store) -> None:
    day = "2014-12-27"
    assert {what for _, what, _ in told(builtin, "belarus", day, day)} == {BEGAN, ENDED}
    assert not told(builtin, "belarus", "2014-12-28", "2014-12-28")


def test_what_is_only_attested_for_a_day_is_no_change(builtin: Store) -> None:
    attested = [s.id for s in builtin.all_statements() if s.id == "lukashenko/office/2005-06-24"]
    assert attested
    assert attested[0] not in {id for _, _, id in told(builtin, "lukashenko", "2005-01-01", "2005-12-31")}


def test_of_all_records_each_event_is_told_once(builtin: Store) -> None:
    found = told(builtin, None, "2009-06-01", "2009-06-30")
    subjects = [id.split("/")[0] for _, what, id in found if what == HAPPENED]
    assert len(subjects) == len(set(subjects))
    assert "csto-summit-2009-06" in subjects


@pytest.mark.parametrize(
    ("typed", "record", "since", "until"),
    [
        ("belarus 2010 2015-06-30", "belarus", "2010-01-01", "2015-06-30"),
        ("belarus between 2010 and 2015", "belarus", "2010-01-01", "2015-12-31"),
        ("kyrgyzstan in 2010", "kyrgyzstan", "2010-01-01", "2010-12-31"),
        ("2010 2015", None, "2010-01-01", "2015-12-31"),
        ("all june 2009 to october 2009", None, "2009-06-01", "2009-10-31"),
    ],
)
def test_a_stretch_is_read_from_words(
    builtin: Store, typed: str, record: str | None, since: str, until: str
) -> None:
    assert stretch_of(builtin, typed) == AskedSpan(record, since, until)


def test_what_names_no_time_or_no_record_is_refused(builtin: Store) -> None:
    assert stretch_of(builtin, "belarus") is None
    with pytest.raises(UserError, match="no record “xyzzy”"):
        stretch_of(builtin, "xyzzy 2010 2012")
    with pytest.raises(UserError, match="not a day of the calendar"):
        stretch_of(builtin, "belarus 2010-02-30 2012")


@pytest.mark.parametrize(
    ("question", "read_as"),
    [
        (
            "what changed in belarus between 2010 and 2015",
            "what changed for Belarus, 2010–2015, newest first",
        ),
        (
            "what has changed in kyrgyzstan since 2024",
            "what changed for Kyrgyzstan, since 2024, newest first",
        ),
        ("what changed in june 2009", "what changed, Jun 2009, newest first"),
        ("which changes were there for armenia in 2021", "what changed for Armenia, 2021, newest first"),
    ],
)
def test_a_question_is_answered_by_the_same_changes(builtin: Store, question: str, read_as: str) -> None:
    outcome = look_up(builtin, question, "2026-11-30")
    assert outcome.read_as == read_as
    assert outcome.answer is not None
    assert outcome.unknown == ()
    assert len(outcome.answer.items) > 1


def test_a_change_that_is_asked_of_something_else_is_no_list(builtin: Store) -> None:
    outcome = look_up(builtin, "how many members changed in 2010", "2026-11-30")
    assert not outcome.read_as.startswith("what changed")
