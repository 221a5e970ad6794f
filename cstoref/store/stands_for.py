"""For which member somebody was at an event who is not said to be there for any: by the office then held.

Pure; worked out when a pack is compiled. A president who came stands for the state. Who may have held offices
of several members then, or of none, stands for nobody, and `cstoref verify` says so.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

PRESENCE = ("attended", "represented", "absent", "chaired")
"""Fields by which a person is, or is not, at an event for somebody."""
OFFICE = "office"

Service = dict[str, dict[str, tuple[str, str]]]
"""Person to member to the first and the last day on which an office of it may have been held."""


def stands_for(
    offices: Iterable[Statement],
    presence: Iterable[tuple[int, Statement]],
    bodies: Mapping[str, str],
    members: Container[str],
) -> Iterator[tuple[int, str]]:
    """The number of each statement of presence with a member for which one of its people stands. `offices`
    are the statements on who held which office, `bodies` those of the offices, by the office."""
    service = _service(offices, bodies, members)
    for number, statement in presence:
        if any(role.role == "for" for role in statement.roles):
            continue
        people = [role.record for role in statement.roles if role.role == "who" and role.record in service]
        served = (_served(service[person], statement.when) for person in people if person)
        for member in dict.fromkeys(id for id in served if id):
            yield number, member


def _service(offices: Iterable[Statement], bodies: Mapping[str, str], members: Container[str]) -> Service:
    service: Service = {}
    for statement in offices:
        member = bodies.get((statement.value.text or "") if statement.value else "", "")
        if member not in members or not _is_fact(statement):
            continue
        when = dates.parse(statement.when) if statement.when else None
        span = (when.start_earliest, when.end_latest) if when else ("", "9999")
        of_person = service.setdefault(statement.subject, {})
        first, last = of_person.get(member, span)
        of_person[member] = min(first, span[0]), max(last, span[1])
    return service


def _is_fact(statement: Statement) -> bool:
    return (
        statement.stance in ("asserted", "reported")
        and not statement.negated
        and statement.rank != "deprecated"
    )


def _served(of_person: Mapping[str, tuple[str, str]], when: str | None) -> str:
    """The only member of which an office may have been held at a time; empty for none or several."""
    span = dates.parse(when) if when else None
    held = [
        member
        for member, (first, last) in of_person.items()
        if span is None or (first <= span.end_latest and span.start_earliest <= last)
    ]
    return held[0] if len(held) == 1 else ""
