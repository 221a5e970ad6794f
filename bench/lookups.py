"""What the command line takes, beside a bare interpreter: time and memory of a whole process, into a pipe."""

from __future__ import annotations

from .installed import Installed
from .processes import DONE, Expected, peak, side_by_side
from .table import Row

ASKED: dict[str, tuple[tuple[str, ...], float | None]] = {
    "a card, by name": (("belarus",), 2.0),
    "a card, in another script": (("лукашенко",), None),
    "a card, by role": (("secretary", "general", "of", "nato"), None),
    "a card as of another date": (("belarus", "--as-of", "2009-06-14"), 4.5),
    "a card as JSON": (("belarus", "--json"), 5.0),
    "search": (("search", "troops"), 3.0),
    "a near miss": (("belarsu",), 5.0),
    "nothing near": (("nosuchthing",), 5.0),
    "a question, who leads": (("who", "leads", "kyrgyzstan", "now"), 3.5),
    "a question, who signed": (("who", "signed", "the", "2009", "rapid-reaction", "agreement"), 3.5),
    "statements, by two of their parts": (("statements", "--by", "lukashenko", "--field", "accused"), None),
}
"""What is asked, and how many times a bare interpreter it may take, where that was said."""
SAID = {
    "a card, by name": Expected(says="member of the CSTO"),
    "a card, in another script": Expected(says="President of Belarus"),
    "a card, by role": Expected(says="NATO"),
    "a card as of another date": Expected(says="as of 14 Jun 2009"),
    "a card as JSON": Expected(says='"status": "card"'),
    "search": Expected(says="‹troops›"),
    "a near miss": Expected(says="this is Belarus"),
    "nothing near": Expected(1, "nothing is found"),
    "a question, who leads": Expected(says="Sadyr Japarov"),
    "a question, who signed": Expected(says="Agreement on the Collective Rapid Reaction Force"),
    "statements, by two of their parts": Expected(says="/accused/"),
}
"""What each must come to."""
FLOOR = "python -c pass"


def rows(place: Installed) -> list[Row]:
    """Every look-up, and the memory of the first."""
    commands = {FLOOR: [place.python, "-c", "pass"]}
    commands |= {name: [place.cstoref, *words] for name, (words, _) in ASKED.items()}
    ms = side_by_side(commands, place.env, expected=SAID)
    found = [
        Row(f"look-up: {name}", ms[name], "ms", FLOOR, ms[FLOOR], bar) for name, (_, bar) in ASKED.items()
    ]
    card = next(iter(ASKED))
    held = {name: peak(commands[name], place.env, SAID.get(name, DONE)) for name in (card, FLOOR)}
    return [*found, Row(f"memory: {card}", held[card], "MiB", FLOOR, held[FLOOR], 2.0)]
