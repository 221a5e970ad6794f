"""Makes a pack for long lists: many people, each of whom held an office of one of fifty states.

`python -m bench.make_people_pack FOLDER [PEOPLE]`; the same number always makes the same pack.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from .make_pack import EDITION, SYLLABLES

PEOPLE = 50_000
STATES = 50
FIRST_YEAR, LAST_YEAR, MOST_YEARS = 1950, 2025, 12
SOURCE = (
    '[[source]]\nid = "register"\ntitle = "The register"\ntype = "press"\npublisher = "P"\nabbr = "R"\n'
    'issued = "2020"\n'
)


def make_people_pack(folder: Path, people: int = PEOPLE) -> Path:
    """Write the pack below `folder`, and return the folder."""
    chance = random.Random(people)
    data = folder / "data"
    data.mkdir(parents=True)
    council = '[[institution]]\nid = "council"\nname = "The Council"\ntype = "organization"\n'
    files = {
        "pack": [f'{EDITION}subject = "council"\n'],
        "sources": [SOURCE],
        "members": [
            f'[[member]]\nid = "state-{state}"\nname = "State {state}"\ntype = "state"\n'
            for state in range(STATES)
        ],
        "institutions": [council, *(_office(state) for state in range(STATES))],
        "leaders": [_person(number, chance) for number in range(people)],
    }
    for name, lines in files.items():
        (data / f"{name}.toml").write_text("".join(lines), encoding="utf-8")
    return folder


def _office(state: int) -> str:
    return (
        f'[[institution]]\nid = "office-{state}"\nname = "Minister of State {state}"\ntype = "office"\n'
        f'[[institution.statement]]\nfield = "office_of"\nvalue = "state-{state}"\n'
        f'text = "It is an office of State {state}."\ncite = {{ source = "register", note = "p. 1" }}\n'
    )


def _person(number: int, chance: random.Random) -> str:
    name = " ".join("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
    since = chance.randint(FIRST_YEAR, LAST_YEAR)
    until = since + chance.randint(1, MOST_YEARS)
    when = f"{since}/{until}" if until <= LAST_YEAR else f"{since}/.."
    return (
        f'[[leader]]\nid = "person-{number}"\nname = "{name}"\ntype = "person"\n'
        f'[[leader.statement]]\nfield = "office"\nvalue = "office-{chance.randrange(STATES)}"\n'
        f'text = "{name} was a minister."\nwhen = "{when}"\n'
        'cite = { source = "register", note = "p. 2" }\n'
    )


if __name__ == "__main__":
    make_people_pack(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
