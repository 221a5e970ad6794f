"""Makes a pack for the views: many events, all with many members, terms of office, agreements and conflicts.

`python -m bench.make_wide_pack FOLDER [EVENTS [MEMBERS]]`; the same numbers always make the same pack.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from .make_pack import EDITION

EVENTS, MEMBERS = 10_000, 50
TERMS = 6
"""Terms of office of each member."""
PER_AGREEMENT, PER_CONFLICT, PER_FIGURE = 20, 20, 10
"""Of how many events one has an agreement, one a conflict, and one contributions with figures."""
SOURCE = "gazette"
FIRST_YEAR, LAST_YEAR = 1950, 2025


def make_wide_pack(folder: Path, events: int = EVENTS, members: int = MEMBERS) -> Path:
    """Write the pack below `folder`, and return the folder."""
    chance = random.Random(events * members)
    data, corpus = folder / "data", folder / "corpus"
    for part in (data, corpus):
        part.mkdir(parents=True)
    text = "The council met.\n"
    (corpus / f"{SOURCE}.txt").write_text(text, encoding="utf-8", newline="\n")
    digest = hashlib.sha256(text.encode()).hexdigest()
    files = {
        "pack": [f'{EDITION}subject = "council"\n'],
        "sources": [
            f'[[source]]\nid = "{SOURCE}"\ntitle = "The gazette"\ntype = "press"\npublisher = "P"\n'
            f'abbr = "G"\nissued = "2020"\nsha256 = "{digest}"\n'
        ],
        "institutions": [_record("institution", "council", "The Council", "organization")],
        "members": [], "leaders": [], "events": [], "agreements": [], "conflicts": [],
    }  # fmt: skip
    for number in range(members):
        files["members"] += _member(number)
        files["institutions"].append(_record("institution", f"head-{number}", _office(number), "office"))
        files["leaders"] += _leaders(number)
    for number in range(events):
        _event(number, members, chance, files)
    for name, lines in files.items():
        (data / f"{name}.toml").write_text("".join(lines), encoding="utf-8")
    return folder


def _record(kind: str, id: str, name: str, type: str, when: str = "") -> str:
    dated = f'when = "{when}"\n' if when else ""
    return f'[[{kind}]]\nid = "{id}"\nname = "{name}"\ntype = "{type}"\n{dated}'


def _statement(kind: str, field: str, key: str, text: str, more: str = "") -> str:
    return (
        f'[[{kind}.statement]]\nfield = "{field}"\nkey = "{key}"\ntext = "{text}"\n{more}'
        f'cite = {{ source = "{SOURCE}", quote = "The council met." }}\n'
    )


def _office(number: int) -> str:
    return f"President of State {number}"


def _member(number: int) -> Iterator[str]:
    yield _record("member", f"state-{number}", f"State {number}", "state")
    since = f'value = "council"\nwhen = "{FIRST_YEAR}/"\n'
    yield _statement("member", "membership", "since", f"State {number} joined the council.", since)


def _leaders(number: int) -> Iterator[str]:
    years = (LAST_YEAR - FIRST_YEAR) // TERMS
    for term in range(TERMS):
        name = f"Holder{chr(65 + term)}{number}"
        yield _record("leader", f"leader-{number}-{term}", name, "person")
        start = FIRST_YEAR + term * years
        held = f'value = "head-{number}"\nwhen = "{start}/{start + years}"\n'
        yield _statement("leader", "office", "head", f"{name} was president.", held)


def _event(number: int, members: int, chance: random.Random, files: dict[str, list[str]]) -> None:
    """An event that each member attended or stayed away from, and what goes with some."""
    day = f"{chance.randint(FIRST_YEAR, LAST_YEAR)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    id, name = f"event-{number}", f"Session {number} of the council"
    type = "summit" if number % 3 == 0 else "meeting"
    files["events"].append(_record("event", id, name, type, day))
    states = [f"state-{state}" for state in range(members)]
    away = set(chance.sample(states, members // 5))
    for field, who in (("attended", [s for s in states if s not in away]), ("absent", sorted(away))):
        listed = ", ".join(f'"{state}"' for state in who)
        files["events"].append(_statement("event", field, "all", f"{name}: {field}.", f"who = [{listed}]\n"))
    if number % PER_FIGURE == 0:
        for state in states[:5]:
            figure = (
                f'who = "{state}"\nvalue = {{ number = {chance.randint(50, 9000)}, unit = "servicemen" }}\n'
            )
            files["events"].append(_statement("event", "contributed", state, f"{state} contributed.", figure))
    if number % PER_AGREEMENT == 0:
        files["agreements"].append(_record("agreement", f"pact-{number}", f"Pact {number}", "treaty", day))
        listed = ", ".join(f'"{state}"' for state in states)
        files["agreements"].append(
            _statement("agreement", "signed", "all", f"All signed pact {number}.", f"who = [{listed}]\n")
        )
    if number % PER_CONFLICT == 0:
        files["conflicts"].append(
            f'[[conflict]]\nid = "clash-{number}"\nnature = "disagreement"\ntopic = "Who came to session '
            f'{number}"\nexplanation = "One report names more states than the other."\nrecords = ["{id}"]\n'
            f'statements = ["{id}/attended/all"]\n'
        )


if __name__ == "__main__":
    make_wide_pack(Path(sys.argv[1]), *map(int, sys.argv[2:4]))
