"""Small packs that the tests of constraints are made of."""

from __future__ import annotations

from collections.abc import Callable

from cstoref.authoring.findings import Finding

CITE = 'cite = { source = "book" }\n'
BOOK = '[[source]]\nid = "book"\ntitle = "The book"\ntype = "press"\npublisher = "Press"\nabbr = "Book"\n'
STATES = (("armenia", "Армения"), ("belarus", "Беларусь"), ("cathay", "Катай"))
OFFICES = {
    **{f"president-of-{id}": (f"President of {id.title()}", id) for id, _ in STATES},
    "chair-of-the-league": ("Secretary General of the League", "league"),
    "deputy-of-the-league": ("Deputy chair of the League", "league"),
    "staff-chief": ("Chief of the staff", "league"),
}


def stated(kind: str, field: str, when: str = "", **more: str) -> str:
    """One statement; `more` gives keys and words."""
    keys = {"field": field, "when": when, **more}
    lines = "".join(f'{key} = "{value}"\n' for key, value in keys.items() if value)
    return f'[[{kind}.statement]]\n{lines}text = "Words."\n{CITE}\n'


def member(id: str, name: str, when: str) -> str:
    return (
        f'[[member]]\nid = "{id}"\nname = "{id.title()}"\ntype = "state"\n'
        f'names = [{{ text = "{name}", lang = "ru" }}]\n\n'
        + stated("member", "membership", when, value="league")
    )


def office(id: str, name: str, of: str) -> str:
    return f'[[institution]]\nid = "{id}"\nname = "{name}"\ntype = "office"\n\n' + stated(
        "institution", "office_of", value=of
    )


def leader(id: str, *statements: str) -> str:
    return f'[[leader]]\nid = "{id}"\nname = "{id.title()}"\ntype = "person"\n\n' + "".join(statements)


def held(value: str, when: str, key: str = "") -> str:
    return stated("leader", "office", when, value=value, key=key)


LEAGUE = '[[institution]]\nid = "league"\nname = "League"\ntype = "organization"\n\n'


Found = Callable[..., list[Finding]]
"""What the fixture `found` gives: pack files → what does not hold in them."""
RULE = '[[agreement]]\nid = "rule"\nname = "The rule"\ntype = "rule"\n\n' + stated(
    "agreement", "provides", topic="chair-of-the-league", value="Russian alphabetical order"
)


def chairs(*states: str) -> str:
    """The presidents of the states in the chair, for a year each."""
    people = ""
    for year, state in enumerate(states, 2018):
        end = f"{year + 1}-01-01" if year < 2020 else ".."
        people += leader(
            f"{state}-{year}",
            held(f"president-of-{state}", f"{year}-01-01/{year + 1}-01-01"),
            held("chair-of-the-league", f"{year}-01-01/{end}"),
        )
    return people
