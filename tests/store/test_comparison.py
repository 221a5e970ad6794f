"""A comparison begins with the facts side by side, those that differ before those that are alike."""

from __future__ import annotations

from cstoref.export.views import comparison_json
from cstoref.render.comparison import FOLDED, comparison_rows, together
from cstoref.render.text import Style
from cstoref.store.comparison import compare
from cstoref.store.queries import Store


def test_facts_stand_side_by_side_and_differences_first(builtin: Store) -> None:
    found = compare(builtin, "102nd-military-base", "201st-military-base")
    assert found is not None
    pairs = {pair.label: pair for pair in found.facts}
    assert list(pairs)[:3] == ["Founded", "Seat", "Strength"]
    strength = pairs["Strength"]
    assert strength.left is not None and strength.right is not None
    assert "3,083" in strength.left.text and "7,000" in strength.right.text
    alike = [pair.differs for pair in found.facts]
    assert alike == sorted(alike, reverse=True)


def test_what_both_say_alike_comes_after_all_that_differs(builtin: Store) -> None:
    found = compare(builtin, "csto-summit-2010-12", "csto-summit-2010-12")
    assert found is not None and found.facts
    assert not any(pair.differs for pair in found.facts)


def test_the_view_shows_facts_before_all_else_and_shared_events_last(builtin: Store) -> None:
    found = compare(builtin, "belarus", "uzbekistan")
    assert found is not None
    rows = ["".join(part.text for part in row.parts) for row in comparison_rows(found, Style(80))]
    places = [
        next(n for n, line in enumerate(rows) if line.startswith(head))
        for head in ("Leader", "Only Belarus", "Only Uzbekistan", "Both have", "Both took")
    ]
    assert places == sorted(places)


def test_json_has_the_facts_of_both_at_its_end(builtin: Store) -> None:
    found = compare(builtin, "belarus", "uzbekistan")
    assert found is not None
    value = comparison_json(found)
    assert list(value)[-1] == "facts"
    leader = next(pair for pair in value["facts"] if pair["label"] == "Leader")
    assert leader["differs"] and leader["left"]["statements"] and leader["right"]["known"]


def test_what_is_the_same_stands_once_and_after_what_differs(builtin: Store) -> None:
    found = compare(builtin, "102nd-military-base", "102nd-military-base")
    assert found is not None and found.facts
    rows = [row.text for row in comparison_rows(found, Style(80))]
    assert any(line.startswith("Both: ") for line in rows)
    same = next(n for n, line in enumerate(rows) if line.startswith("The same"))
    for pair in found.facts:
        lines = [n for n, line in enumerate(rows) if line.startswith(f" {pair.label}: ")]
        assert len(lines) == 1 and lines[0] > same


def test_what_both_did_alike_is_folded_and_the_rest_is_newest_first(builtin: Store) -> None:
    found = compare(builtin, "belarus", "kazakhstan")
    assert found is not None
    rows = list(comparison_rows(found, Style(80)))
    events = {shared.record.id for shared in found.shared}
    keys = [row.key for row in rows if row.key in events]
    groups = together(found.shared)
    folded = {shared.record.id for _, of in groups for shared in of}
    alone = [shared.record.id for shared in found.shared if shared.record.id not in folded]
    assert keys == [*alone[::-1], *(of[-1].record.id for _, of in groups)]
    assert all(len(of) >= FOLDED for _, of in groups) and len(keys) < len(found.shared) / 2
    everything = [row.key for row in comparison_rows(found, Style(80), everything=True) if row.key in events]
    assert everything == [shared.record.id for shared in found.shared][::-1]
