"""The facts of a record on a day: read from the compiled pack for the day of the edition, else worked out."""

from __future__ import annotations

from cstoref.model import Fact

from .evidence import evidence
from .forms import FORMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstoref.model import Fact, FactRule, Record
    from cstoref.store.queries import Store

    from .evidence import Evidence


def facts(store: Store, record: Record, day: str) -> tuple[Fact, ...]:
    """The facts of a record as of a day, in the order of the vocabulary. Where nothing is known and a reader
    would expect something, a fact that says so and rests on no statement."""
    rules = store.fact_rules(record.type)
    fields = sorted({field for rule in rules for field in rule.fields})
    read = evidence(store, record, fields, day)
    return tuple(_facts(rules, read))


def _facts(rules: list[FactRule], read: Evidence) -> Iterator[Fact]:
    done: set[str] = set()
    for rule in rules:
        # Several rules may share an id: the first that finds something answers, the others are ways to fall
        # back on.
        if rule.id in done:
            continue
        fact = FORMS[rule.form](read, rule)
        if fact is not None:
            done.add(rule.id)
            yield fact
        elif rule.missing:
            yield Fact(rule.id, rule.label, rule.missing, (), missing=True)
