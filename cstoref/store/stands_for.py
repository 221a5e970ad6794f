"""For which member somebody was at an event who is not said to be there for any: by the office then held.

Pure; worked out when a pack is compiled. A president who came stands for the state. Who may have held offices
of several members then, or of none, stands for nobody, and `cstoref verify` says so.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Pack, Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

PRESENCE = ("attended", "represented", "absent", "chaired")
"""Fields by which a person is, or is not, at an event for somebody."""
OFFICE = "office"

Service = dict[str, dict[str, tuple[str, str]]]
"""Person to member to the first and the last day on which an office of it may have been held."""


def stands_for(
    pack: Pack, bodies: Mapping[str, str], members: Container[str]
) -> Iterator[tuple[Statement, str]]:
    """Each statement of presence with a member for which one of its people stands. `bodies` are those of the
    offices, by the office."""
    service = _service(pack, bodies, members)
    for statement in pack.statements:
        if statement.field not in PRESENCE or any(role.role == "for" for role in statement.roles):
            continue
        people = [role.record for role in statement.roles if role.role == "who" and role.record in service]
        served = (_served(service[person], statement.when) for person in people if person)
        for member in dict.fromkeys(id for id in served if id):
            yield statement, member


def _service(pack: Pack, bodies: Mapping[str, str], members: Container[str]) -> Service:
    service: Service = {}
    for statement in pack.statements:
        member = bodies.get((statement.value.text or "") if statement.value else "", "")
        if statement.field != OFFICE or member not in members or not _is_fact(statement):
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
