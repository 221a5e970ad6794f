"""The commonest answers, for the first screen: the members and who leads them, who is in office, and the last
and the next meeting. Each is for a day, and opens what it rests on."""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .list_rows import NOW
from .lists import listing
from .planned import only_planned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cstoref.model import Fact

    from .queries import Store

MOST = 16
"""Members that are listed; a pack with more has a section for them."""
OFFICE = "office"
"""The field that says who is in office."""


class StartAnswer(NamedTuple):
    """One line: what it opens, or None; a name or a label; the answer; what stands at its end."""

    key: str | None
    name: str
    what: str
    right: str = ""


def members(store: Store, as_of: str | None) -> Iterator[StartAnswer]:
    """The states that are members on the day: as what since when, and who leads them."""
    for kind in store.kinds.values():
        if kind.standing == "membership":
            rows = [row for row in listing(store, kind.id, as_of=as_of) if row.band == NOW]
            for row in rows[:MOST]:
                yield StartAnswer(row.record.id, row.record.name, row.headline, row.leader)


def in_office(store: Store, as_of: str | None) -> Iterator[StartAnswer]:
    """Who holds which office of what the pack is about, each with the statement it rests on."""
    subject = store.record(store.pack["subject"]) if store.pack["subject"] else None
    if subject is None:
        return
    rules = {rule.id: rule for rule in store.fact_rules(subject.type)}
    for fact in _facts(store, subject.id, as_of or store.default_day):
        if fact.statements and fact.id in rules and OFFICE in rules[fact.id].fields:
            yield StartAnswer(fact.statements[0], fact.label, fact.text)


def _facts(store: Store, record: str, day: str) -> tuple[Fact, ...]:
    if day == store.default_day:
        return tuple(store.stored_facts(record))
    from .facts.facts import facts

    of = store.record(record)
    return facts(store, of, day) if of else ()


def meetings(store: Store, as_of: str | None) -> Iterator[StartAnswer]:
    """The last and the next meeting of the type whose attendance the facts count."""
    day = as_of or store.default_day
    type = _counted_type(store)
    unheld = only_planned(store)
    last = _event(store, "earliest <= ?2 ORDER BY earliest DESC, number", type, day, unheld)
    if last is None:
        return
    yield _meeting(store, f"Last {type}", last)
    following = _event(store, "earliest > ?2 ORDER BY earliest, number", type, day)
    if following is not None:
        yield _meeting(store, f"Next {type}", following)
    elif planned := _planned(store, type, last):
        answer = _meeting(store, f"Next {type}", planned)
        yield answer._replace(what=f"planned for {answer.what}")
    else:
        yield StartAnswer(None, f"Next {type}", f"none is dated after {dates.spoken(day)}")


def _planned(store: Store, type: str, last: str) -> str | None:
    """The first event after the last one that is like it by the everyday words of the pack, and of which the
    sources have a plan only."""
    rows = store.database.execute("SELECT key FROM phrase WHERE list = 'type'")
    alike = {type}.union(*(key.split() for (key,) in rows if type in key.split()))
    rows = store.database.execute(
        f"SELECT id FROM record WHERE kind = 'event' AND type IN ({', '.join('?' * len(alike))}) "
        "AND earliest > (SELECT earliest FROM record WHERE id = ?) ORDER BY earliest",
        (*sorted(alike), last),
    )
    plans = only_planned(store)
    return next((id for (id,) in rows if id in plans), None)


def questions(store: Store) -> list[str]:
    """Questions in everyday words that the pack has an answer to."""
    states = [kind.id for kind in store.kinds.values() if kind.standing == "membership"]
    # Only of a state whose leader is known: an example must have an answer.
    led = [id for kind in states for id in store.heaviest(kind, MOST) if _is_led(store, id)]
    names = [record.name.lower() for record in store.named(led[:1]).values()]
    type = _counted_type(store)
    refused = store.database.execute("SELECT 1 FROM statement WHERE field = 'refused' LIMIT 1").fetchone()
    return [
        *(f"who leads {name}" for name in names),
        *([f"last {type}"] if type else []),
        *(["who refused to sign"] if refused else []),
    ]


def _is_led(store: Store, record: str) -> bool:
    rows = store.database.execute("SELECT 1 FROM fact WHERE record = ? AND id = 'leader' LIMIT 1", (record,))
    return rows.fetchone() is not None


def _counted_type(store: Store) -> str:
    """The type of event of which facts say who attended, such as `summit`; empty where there is none."""
    sql = "SELECT type FROM fact_rule WHERE type != '' AND form = 'attendance' ORDER BY position LIMIT 1"
    row = store.database.execute(sql).fetchone()
    return row[0] if row else ""


def _event(store: Store, condition: str, type: str, day: str, skipped: Collection[str] = ()) -> str | None:
    """The id of the first event of a type that meets a condition on the day, and is not to be skipped."""
    # The first day of the calendar stands for "no beginning known".
    dated = "SELECT id FROM record WHERE kind = 'event' AND type = ?1 AND earliest > '0001-01-01'"
    rows = store.database.execute(f"{dated} AND {condition}", (type, day))
    return next((id for (id,) in rows if id not in skipped), None)


def _meeting(store: Store, label: str, id: str) -> StartAnswer:
    record = store.record(id)
    assert record is not None
    place = store.named([record.place])[record.place].name if record.place else record.name
    return StartAnswer(id, label, f"{dates.spoken(record.when)}, {place}")
