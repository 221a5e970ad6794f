"""Makes a data set of people and memberships in Popolo JSON, in the form in which EveryPolitician published
them. Invented: the same arguments give the same file.

    python -m bench.make_popolo 1000 > people.json
"""

from __future__ import annotations

import json
import random
import sys
import uuid
from typing import Any

FIRST = (
    *("Ada", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Gulnara", "Henrik"),
    *("Irina", "Jonas", "Katya", "Leo", "Maria", "Nadir", "Olga", "Pavel"),
)
LAST = (
    *("Adler", "Baranov", "Conti", "Drozd", "Ekman", "Farkas", "Goran", "Hadžić"),
    *("Ivanov", "Jensen", "Kovač", "Lind", "Moreau", "Novák", "Orlov"),
)
PARTIES = ("Harbour Party", "Union of the Valley", "Civic List")
FIRST_YEAR, YEARS_OF_A_TERM = 1996, 4


def popolo(people: int, terms: int = 4, seed: int = 7) -> dict[str, Any]:
    """The data set as one JSON object: persons, organizations, areas, events, posts and memberships."""
    chance = random.Random(seed)
    periods = [_period(number) for number in range(1, terms + 1)]
    areas = [{"id": f"area/{n}", "name": f"District {n}", "type": "constituency"} for n in range(1, 21)]
    parties = [
        {"id": f"party/{n}", "name": name, "classification": "party"} for n, name in enumerate(PARTIES, 1)
    ]
    house = {
        "id": "legislature",
        "name": "National Assembly",
        "classification": "legislature",
        "seats": people // 2,
        "identifiers": [{"scheme": "wikidata", "identifier": "Q999999"}],
    }
    persons = [_person(number, chance) for number in range(people)]
    memberships = []
    for person in persons:
        first = chance.randrange(terms)
        for period in periods[first : first + chance.choice((1, 1, 2, 3))]:
            memberships.append(_membership(person, period, chance))
    speaker = {
        "person_id": persons[0]["id"],
        "post_id": "speaker",
        "start_date": f"{FIRST_YEAR}-03-05",
        "end_date": f"{FIRST_YEAR + 3}",
    }
    return {
        "meta": {"sources": ["https://assembly.example/members"]},
        "persons": persons,
        "organizations": [house, *parties],
        "areas": areas,
        "events": periods,
        "posts": [
            {"id": "speaker", "label": "Speaker of the National Assembly", "organization_id": house["id"]}
        ],
        "memberships": [*memberships, speaker],
    }


def _person(number: int, chance: random.Random) -> dict[str, Any]:
    name = f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}"
    middle = number // (len(FIRST) * len(LAST))
    name = f"{name} {'I' * middle}".strip()
    one: dict[str, Any] = {
        "id": str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        "name": name,
        "sort_name": ", ".join(reversed(name.split(" ", 1))),
        "gender": chance.choice(("female", "male")),
        "other_names": [{"name": name.upper(), "lang": "en", "note": "multilingual"}],
        "identifiers": [{"scheme": "assembly", "identifier": str(number)}],
        "links": [{"url": f"https://assembly.example/members/{number}", "note": "page"}],
    }
    if chance.random() < 0.6:
        one["birth_date"] = chance.choice(("{}", "{}-05", "{}-05-17")).format(chance.randrange(1930, 1985))
    if chance.random() < 0.3:
        one["identifiers"].append({"scheme": "wikidata", "identifier": f"Q{7_000_000 + number}"})
    return one


def _period(number: int) -> dict[str, Any]:
    start = FIRST_YEAR + (number - 1) * YEARS_OF_A_TERM
    return {
        "id": f"term/{number}",
        "name": f"Term {number} of the National Assembly",
        "classification": "legislative period",
        "organization_id": "legislature",
        "start_date": f"{start}-03-01",
        "end_date": f"{start + YEARS_OF_A_TERM}-02-28",
    }


def _membership(person: dict[str, Any], period: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    one = {
        "person_id": person["id"],
        "organization_id": "legislature",
        "role": "member",
        "legislative_period_id": period["id"],
        "on_behalf_of_id": f"party/{chance.randrange(1, len(PARTIES) + 1)}",
        "area_id": f"area/{chance.randrange(1, 21)}",
    }
    if chance.random() < 0.2:  # who came later, or left before the end
        one["start_date"] = str(period["start_date"]).replace("-03-01", "-09-15")
    return one


if __name__ == "__main__":
    json.dump(popolo(int(sys.argv[1])), sys.stdout, ensure_ascii=False)
