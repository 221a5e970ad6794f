"""The statements of a page: what still holds, then the newest first."""

from __future__ import annotations

from cstoref import dates
from cstoref.store.page_order import newest_first, newest_in_groups
from cstoref.store.pages import page
from cstoref.store.queries import Store


def test_what_holds_comes_first_then_the_newest_then_what_has_no_date(builtin: Store) -> None:
    whole = page(builtin, "belarus")
    assert whole is not None
    (first, *_), times = whole.entries, ["2001-02-03", None, "1994/..", "2020/2021", "2010/.."]
    entries = [first._replace(statement=first.statement._replace(when=when)) for when in times]
    ordered = [entry.statement.when for entry in newest_first(entries)]
    assert ordered == ["2010/..", "1994/..", "2020/2021", "2001-02-03", None]


def test_groups_stay_together_and_nothing_is_lost(builtin: Store) -> None:
    whole = page(builtin, "armenia")
    assert whole is not None
    ordered = newest_in_groups(whole)
    assert {e.statement.id for e in ordered.entries} == {e.statement.id for e in whole.entries}
    told = [entry for entry in ordered.entries if not entry.statement.trivial]
    runs = [(entry.group, entry.label) for entry in told]
    assert len(list(dict.fromkeys(runs))) == sum(a != b for a, b in zip(runs, [None, *runs], strict=False))
    for run in dict.fromkeys(runs):
        spans = [
            dates.parse(e.statement.when) for e in told if (e.group, e.label) == run and e.statement.when
        ]
        keys = [(span.open, span.start_earliest) for span in spans]
        assert keys == sorted(keys, reverse=True)
