"""Who was a member at the end of which year, as a table, and from when to when in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cstoref import dates
from cstoref.model import Statement
from cstoref.store.membership import FORMER, MEMBER, founding_day, statuses

from .address import LinkBase, record_page
from .contents import Contents
from .frame import SitePage
from .html import Html, hidden_words, joined, link, tag
from .matrix_pages import scrolled

TITLE = "Membership"
MARKS = {MEMBER: ("●", "member"), FORMER: ("○", "no longer a member"), "": ("", "not known to be a member")}
"""What stands in a cell, and what it means."""


def membership_site_page(contents: Contents, here: LinkBase) -> SitePage:
    """The memberships of what the pack is about."""
    store = contents.store
    spans = store.states_like("membership", store.pack["subject"])
    starts = [dates.parse(edtf).start_earliest for _, edtf, _ in spans]
    known = [day for day in starts if day > dates.FIRST_DAY]
    if not known:
        nothing = tag("p", "The sources do not say.", class_="dim")
        return SitePage(here.page, TITLE, joined((tag("h1", TITLE), nothing)))
    last = store.default_day
    days = [*(f"{year}-12-31" for year in range(int(min(known)[:4]), int(last[:4]))), last]
    states = sorted({id for id, _, _ in spans}, key=contents.names.__getitem__)
    parts = (
        tag("h1", TITLE),
        tag("p", _scope(contents, days), class_="dim"),
        tag(
            "ul",
            *(tag("li", f"{mark or 'blank'} {words}") for mark, words in MARKS.values()),
            class_="legend",
        ),
        scrolled(_table(contents, here, states, days), TITLE),
        _in_words(contents, here, states),
    )
    return SitePage(here.page, TITLE, joined(parts))


def _scope(contents: Contents, days: Sequence[str]) -> str:
    """Which days the columns are, and of what a membership was before the organization was founded."""
    scope = f"At the end of each year from {days[0][:4]}; of {days[-1][:4]} on {dates.spoken(days[-1])}."
    before, founded = contents.edition.predecessor, founding_day(contents.store)
    if before in contents.names and founded:
        scope += f" Before {dates.spoken(founded)} it is of the predecessor: {contents.names[before]}."
    return scope


def _table(contents: Contents, here: LinkBase, states: Sequence[str], days: Sequence[str]) -> Html:
    by_day = [statuses(contents.store, day) for day in days]
    years = (
        tag("th", tag("span", day[2:4], aria_hidden="true"), hidden_words(day[:4]), scope="col")
        for day in days
    )
    rows = (
        tag(
            "tr",
            tag("th", link(here.to(record_page(id)), contents.names[id]), scope="row"),
            *_cells(id, by_day),
        )
        for id in states
    )
    head = tag("thead", tag("tr", tag("th", "State", scope="col"), *years))
    caption = tag("caption", TITLE, class_="aloud")
    return tag("table", caption, head, tag("tbody", *rows), class_="matrix years")


def _cells(id: str, by_day: Iterable[Mapping[str, str]]) -> Iterator[Html]:
    for status_of in by_day:
        mark, words = MARKS[status_of.get(id, "")]
        yield tag("td", tag("span", mark, aria_hidden="true"), hidden_words(words))


def _in_words(contents: Contents, here: LinkBase, states: Iterable[str]) -> Html:
    """The memberships of each state, each a link to its statement."""
    rows = []
    for id in states:
        links = (
            link(here.to(record_page(id), term.id), dates.spoken(term.when)) for term in _terms(contents, id)
        )
        rows.append(tag("div", tag("dt", contents.names[id]), tag("dd", joined(links, "; "))))
    return tag("section", tag("h2", "In words"), tag("dl", *rows), class_="facts")


def _terms(contents: Contents, state: str) -> list[Statement]:
    """What is stated of the memberships of a state, by time: the same as counts for the table."""
    rows = contents.store.statements_in(state, ["membership"])
    subject = contents.store.pack["subject"]
    terms = [
        statement
        for statement, part, _ in rows
        if part == "subject" and "/" in (statement.when or "") and not statement.negated
        if statement.value and statement.value.text == subject and statement.rank != "deprecated"
    ]
    return sorted(terms, key=lambda term: dates.parse(term.when or "").start_earliest)
