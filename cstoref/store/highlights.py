"""Which statements of a record stand below its facts on a card: the newest and the most telling ones.

They are chosen when a pack is compiled, so that a look-up reads these few and no others. A card shows as
many of them as it has room for.
"""

from __future__ import annotations

from cstoref import dates

from .pages import IN_DOUBT, Entry
from .weights import statement_weight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from cstoref.model import Fact, FactRule, Record

    from .queries import Store

    class Told(Protocol):
        """What is told of a record on a day: a page, or as much of it."""

        @property
        def record(self) -> Record: ...

        @property
        def day(self) -> str: ...

        @property
        def entries(self) -> Sequence[Entry]: ...

        @property
        def facts(self) -> Sequence[Fact]: ...


MOST = 6
"""Statements that are stored for a record: more than a card ever shows."""
FEW = 3
"""Statements, those of facts among them, up to which a card also shows what only held once."""
FIRST_YEAR = 1990
ATTENDING = ("member", "leader")
"""Kinds of records of which it tells something that they were somewhere."""
A_YEAR, ACTS, IS_MENTIONED, OF_A_FACT = 2, 16, -20, -24
"""What a statement gains by each year, by what the record itself does in it; and loses where it is only
mentioned, and where a fact sums up its field."""
OVERTAKEN, LONG, A_LINE = -40, 60, 4
"""What it loses where it only says what was to be, by a day that is past; and for each line that it takes."""
LISTED = ("attended", "absent", "represented", "took_part")
"""Fields of which a fact names everyone."""
MERE_PLANS = ("planned", "promised", "proposed", "predicted")
ACTING_ROLES = ("who", "for")


def highlights(page: Told, store: Store) -> list[Entry]:
    """The statements that tell most beside the facts, the best first, at most one of each group."""
    told = {id for fact in page.facts for id in fact.statements}
    rules = _rules(page, store)
    summed_up = _summed_up(page, store, rules)
    fields = frozenset(field for rule in rules for field in rule.fields)
    texts: set[str] = set()
    best: dict[str, Entry] = {}
    entries = [entry for entry in page.entries if _is_worth_a_line(entry)]
    # What held once comes after what holds: only a record of which little else is told needs it.
    entries.sort(key=lambda entry: (entry.held in IN_DOUBT, -_worth(entry, page, store, fields)))
    for entry in entries:
        is_new = entry.statement.id not in told and entry.statement.text not in texts
        is_told = entry.statement.id in summed_up or _is_listed(entry, fields)
        enough = entry.held in IN_DOUBT and len(best) + len(told) >= FEW
        if is_new and not is_told and not enough:
            texts.add(entry.statement.text)
            best.setdefault(entry.group, entry)
    return list(best.values())[:MOST]


def _rules(page: Told, store: Store) -> list[FactRule]:
    """How the facts that a page shows were found."""
    shown = {fact.id for fact in page.facts if not fact.missing}
    return [rule for rule in store.fact_rules(page.record.type) if rule.id in shown]


def _summed_up(page: Told, store: Store, rules: list[FactRule]) -> set[str]:
    """The statements that the line under the name sums up, or the fact that counts the meetings of a state or
    person."""
    counted = [rule for rule in rules if rule.type and page.record.kind in ATTENDING and not rule.part]
    types = store.named([entry.statement.subject for entry in page.entries]) if counted else {}
    return {
        entry.statement.id
        for entry in page.entries
        for rule in rules
        if entry.statement.field in rule.fields
        and (
            (rule.head and entry.part == rule.part)
            or (rule in counted and types[entry.statement.subject].type in rule.type)
        )
    }


def _worth(entry: Entry, page: Told, store: Store, told: frozenset[str]) -> int:
    """How much a statement tells a reader of the record: by its field, its age, and who acts in it."""
    s = entry.statement
    worth = statement_weight(s, store.fields[s.field])
    if s.when:
        worth += A_YEAR * max(0, int(_newest_day(s.when)[:4]) - FIRST_YEAR)
    if s.field in LISTED and page.record.kind not in (*ATTENDING, "event"):
        worth += IS_MENTIONED
    elif entry.part == "subject" or any(
        r.role in ACTING_ROLES and r.record == page.record.id for r in s.roles
    ):
        worth += ACTS
    elif entry.part in ("role", "speaker"):
        worth += IS_MENTIONED
    if s.stance in MERE_PLANS and s.when and dates.parse(s.when).end_latest < page.day and not _is_plan(page):
        worth += OVERTAKEN
    worth -= len(s.text) // LONG * A_LINE
    if s.field in told:
        worth += OF_A_FACT
    return worth


def _is_plan(page: Told) -> bool:
    """Whether a record is itself what was meant to be done."""
    return page.record.kind == "agreement"


def _newest_day(edtf: str) -> str:
    return dates.parse(edtf).start_earliest


def _is_listed(entry: Entry, told: frozenset[str]) -> bool:
    """Whether it only says of one what a fact of the record says of all: that somebody came to a summit."""
    field = entry.statement.field
    return entry.part == "subject" and field in LISTED and field in told


def _is_worth_a_line(entry: Entry) -> bool:
    """Whether it tells something by itself: neither inferred nor shown to be wrong; and on the day it holds,
    or it held once, for as long as nobody tells, and is stated of the record itself."""
    s = entry.statement
    own = entry.held == dates.END_UNKNOWN and entry.part == "subject"
    is_sure = s.rank != "deprecated" and (entry.held not in IN_DOUBT or own)
    return bool(s.citations) and not s.trivial and is_sure and entry.part != "office"
