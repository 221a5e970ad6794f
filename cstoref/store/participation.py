"""What a member did about an event or agreement, as one word: came or stayed away, signed or refused.

Pure. A pack is compiled with it, so that totals over many thousand columns cost nothing, and the cells of a
matrix are made with it. A plan is no act: what is only planned, promised, foretold or denied is `claimed`.
"""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from cstoref.model import Role, Value

ATTENDANCE, SIGNATURE, CONTRIBUTION = "attendance", "signature", "contribution"
HAPPENED = ("asserted", "reported")
"""The stances of statements that say that something happened."""
TAKING_PART = ("who", "for")
"""The roles in which a member does something: itself, or somebody for it."""

CAME, SENT, AWAY, MIXED, HOST = "came", "sent another", "stayed away", "told both ways", "host"
SIGNED, RATIFIED, REFUSED = "signed", "ratified", "refused or did not sign"
LEFT = "signed, later left"
GAVE, TOOK_PART = "contributed", "took part, no number"
CLAIMED, UNKNOWN = "only planned, foretold or denied", "not known"

LETTERS = {
    CAME: "c", SENT: "d", AWAY: "a", MIXED: "m", HOST: "h",
    SIGNED: "s", RATIFIED: "r", REFUSED: "x", LEFT: "l",
    GAVE: "g", TOOK_PART: "t",
    CLAIMED: "p", UNKNOWN: ".",
}  # fmt: skip
"""How a state stands in the compiled pack."""
STATES = {letter: state for state, letter in LETTERS.items()}


class Mode(NamedTuple):
    """One matrix: which records are its columns, and which fields say what a member did there."""

    id: str
    kind: str
    fields: tuple[str, ...]
    beside: tuple[str, ...]
    """Fields whose mark stands beside the main one: an event with nothing else gets no column."""
    done: tuple[str, ...]
    """The states that count in a total."""
    known: tuple[str, ...]
    """The states of those that are counted."""


MODES = {
    mode.id: mode
    for mode in (
        Mode(
            ATTENDANCE,
            "event",
            ("attended", "represented", "absent"),
            ("hosted", "chaired"),
            (CAME,),
            (CAME, SENT, AWAY, MIXED),
        ),
        Mode(
            SIGNATURE,
            "agreement",
            ("signed", "joined", "refused", "left", "ratified"),
            (),
            (SIGNED, RATIFIED, LEFT),
            (SIGNED, RATIFIED, REFUSED, LEFT),
        ),
        Mode(CONTRIBUTION, "event", ("contributed",), ("took_part",), (GAVE,), (GAVE, TOOK_PART)),
    )
}


class Act(NamedTuple):
    """What one statement says that a member did."""

    statement: str
    field: str
    stance: str
    negated: bool
    start: str
    """The first day on which it may have been; empty where it has no date."""
    value: Value | None = None

    @property
    def happened(self) -> bool:
        """Whether the statement says that it happened, or that it did not happen (`negated`)."""
        return self.stance in HAPPENED


def participants(roles: Iterable[Role], members: Container[str]) -> list[str]:
    """The members that take part in a statement, themselves or by somebody."""
    ids = dict.fromkeys(r.record for r in roles if r.role in TAKING_PART and r.record in members)
    return [id for id in ids if id]


def state(mode: str, acts: Sequence[Act]) -> str:
    """What the acts of one member at one event or agreement come to."""
    done = {(act.field, act.negated) for act in acts if act.happened}
    known = _STATES[mode](done, acts)
    # Something is stated, but not that it happened: a plan, a forecast or a denial by one side.
    if known == UNKNOWN and any(act.field in MODES[mode].fields for act in acts):
        return CLAIMED
    return known


def _attendance(done: set[tuple[str, bool]], acts: Sequence[Act]) -> str:
    came = ("attended", False) in done or ("chaired", False) in done
    # A negated statement ("did not attend") says the same as `absent`.
    away = ("absent", False) in done or ("attended", True) in done
    # Before the contradiction below: a source that names the deputy explains why another says "absent".
    if ("represented", False) in done:
        return SENT
    if came and away:
        return MIXED
    # A host has not necessarily come: the summit of an organization may be held in a state that stays away.
    return CAME if came else AWAY if away else HOST if ("hosted", False) in done else UNKNOWN


def _signature(done: set[tuple[str, bool]], acts: Sequence[Act]) -> str:
    """The last word: who refused and signed later has signed, who left after signing has not."""
    steps = signing(acts)
    if steps and steps[-1] != "signed":
        return LEFT if steps[-1] == "left" else REFUSED
    if ("ratified", False) in done:
        return RATIFIED
    return SIGNED if steps else UNKNOWN


def signing(acts: Sequence[Act]) -> list[str]:
    """`signed`, `refused` and `left` in the order of time, without repetition."""
    steps: list[str] = []
    for act in sorted(acts, key=_moment):
        step = _STEPS.get((act.field, act.negated)) if act.happened else None
        if step and steps[-1:] != [step]:
            steps.append(step)
    return steps


def _moment(act: Act) -> str:
    """When something was done; without a date, signing and refusing were at the agreement, the rest later."""
    return act.start or ("" if act.field in ("signed", "refused") else "9")


_STEPS = {
    ("signed", False): "signed", ("joined", False): "signed",
    ("refused", True): "signed", ("left", True): "signed",
    ("refused", False): "refused", ("signed", True): "refused", ("joined", True): "refused",
    ("left", False): "left",
}  # fmt: skip
"""What a field, negated or not, comes to."""


def _contribution(done: set[tuple[str, bool]], acts: Sequence[Act]) -> str:
    if figures(acts):
        return GAVE
    took_part = ("took_part", False) in done or ("contributed", False) in done
    return TOOK_PART if took_part else UNKNOWN


def figures(acts: Sequence[Act], *, planned: bool = False) -> list[Act]:
    """The acts with a number: those that happened, or with `planned` those that were only planned."""
    return [
        act
        for act in acts
        if act.field == "contributed"
        and not act.negated
        and act.happened != planned
        and _is_number(act.value)
    ]


def _is_number(value: Value | None) -> bool:
    # All three are None for a value in words. `0` is a number, hence `is`.
    return value is not None and not value.number is value.min is value.max is None


_STATES = {ATTENDANCE: _attendance, SIGNATURE: _signature, CONTRIBUTION: _contribution}
