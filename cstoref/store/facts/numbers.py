"""Facts in numbers: what took part, and how strong a force was year by year."""

from __future__ import annotations

from cstoref import dates, quantity
from cstoref.model import Fact, FactRule

from .evidence import Evidence, Item, compose, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

ELSEWHERE = ("place", "at")
"""The roles of what says how strong a part of a force was somewhere, and not how strong the force was."""


def numbers(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Numbers of one time: `Armenia 105, Kyrgyzstan 86 servicemen; 120 tanks`. All that sources give for one
    thing is one number."""
    of_thing: dict[tuple[str, str], list[Item]] = {}
    for item in _measured(evidence.of(rule)):
        unit = (item.statement.value.unit if item.statement.value else None) or ""
        of_thing.setdefault((unit, _who(evidence, item)), []).append(item)
    units = list(dict.fromkeys(unit for unit, _ in of_thing))
    words = [_of_unit(unit, of_thing) for unit in units]
    return compose(
        rule, listed(words, rule.most, "; "), [item for items in of_thing.values() for item in items]
    )


def _of_unit(unit: str, of_thing: dict[tuple[str, str], list[Item]]) -> str:
    """All of one unit, those of somebody first; the unit once, at the end."""
    things = {who: items for (of, who), items in of_thing.items() if of == unit}
    parts = []
    for who, items in sorted(things.items(), key=lambda pair: not pair[0]):
        values = [item.statement.value for item in items if item.statement.value is not None]
        figure = quantity.alternatives(values).removesuffix(f" {unit}").strip()
        total = "in all " if len(things) > 1 else ""
        parts.append(f"{who} {figure}" if who else f"{total}{figure}")
    return f"{', '.join(parts)} {unit}".strip()


def strength(evidence: Evidence, rule: FactRule) -> Fact | None:
    """How strong it was, the newest first: `18,000 servicemen (2022), 20,000 (2013, 2011)`."""
    items = [item for item in _measured(evidence.of(rule)) if not _is_elsewhere(item)]
    items.sort(key=lambda item: item.start, reverse=True)
    of_figure: dict[str, list[Item]] = {}
    for item in items:
        assert item.statement.value is not None
        of_figure.setdefault(quantity.spoken(item.statement.value), []).append(item)
    words: list[str] = []
    before = ""
    for figure, alike in of_figure.items():
        unit = (alike[0].statement.value.unit if alike[0].statement.value else None) or ""
        shown = figure.removesuffix(f" {unit}") if unit == before else figure
        years = [dates.year_span(item.statement.when) for item in alike if item.statement.when]
        words.append(f"{shown} ({', '.join(dict.fromkeys(years))})" if years else shown)
        before = unit
    return compose(rule, listed(words, rule.most), items)


def _measured(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.statement.value and item.statement.value.text is None]


def _is_elsewhere(item: Item) -> bool:
    return any(role.role in ELSEWHERE for role in item.statement.roles)


def _who(evidence: Evidence, item: Item) -> str:
    return " and ".join(evidence.name(r.record) for r in item.statement.roles if r.role == "who" and r.record)
