"""Which of the holders of an office is meant by what is said of them: `longest serving defence minister`,
`foreign minister who died in office`.

Who holds it now is no answer to these. What terms and deaths tell is worked out; of anything else it is said
that it is not known.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...office_terms import OfficeTerm, terms_of_offices
from .. import Answer, AnswerItem
from ..measures.lengths import days_between, in_years
from ..shared.matches import with_word
from .office_titles import Asked
from .offices import asked_of_bodies, each_once

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

MOST = 5


class _Span(NamedTuple):
    """The terms of one holder in one office, and the days of all."""

    terms: tuple[OfficeTerm, ...]
    days: int


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The holder or holders of whom it is so; None where no such thing is asked of an office."""
    asked = asked_of_bodies(store, reading._replace(order=""), day)
    if not asked or not asked.offices:
        return None
    terms = terms_of_offices(store, [office.id for office in asked.offices])
    held = [term for term in each_once(terms, latest_first=False) if term.interval]
    if reading.cue("longest", "shortest"):
        found = _by_length(asked, held, day, shortest=bool(reading.cue("shortest")))
    elif reading.cue("death", "killed"):
        found = _who_died(store, asked, held)
    elif reading.cue("resigned"):
        found = _who_resigned(store, asked, held)
    else:
        which = next(word for word in reading.words if word in reading.cue("personal"))
        message = f"The sources do not say who was the {which} {asked.said}."
        return Answer(f"{which} {asked.said}", (), message, complete=False, silent=True)
    return found._replace(met=reading.cue("longest", "shortest", "serving", "death", "killed", "resigned"))


def _by_length(asked: Asked, held: Sequence[OfficeTerm], day: str, shortest: bool) -> Answer:
    """The holders by the time for which they held it, terms of one holder together. Terms of which the end is
    not known, and acting ones, are left out."""
    of_holder: dict[tuple[str, str], list[OfficeTerm]] = {}
    for term in held:
        known = term.open or (not term.end_unknown and term.end < dates.LAST_DAY)
        if known and not term.acting and term.start <= day:
            of_holder.setdefault((term.holder, term.office), []).append(term)
    spans = [
        _Span(tuple(terms), sum(days_between(term.start, min(term.end, day)) for term in terms))
        for terms in of_holder.values()
        if not (shortest and any(term.end > day for term in terms))
    ]
    spans.sort(key=lambda span: span.days, reverse=not shortest)
    which = "shortest" if shortest else "longest"
    read_as = f"{which} in office: {asked.said}"
    if not spans:
        message = f"No whole term as {asked.said} is known here."
        return Answer(read_as, (), message, complete=False, silent=True)
    items = tuple(
        AnswerItem(span.terms[0].holder, tuple(term.number for term in span.terms), in_years(span.days))
        for span in spans[:MOST]
    )
    first = spans[0].terms
    when = ", ".join(str(dates.spoken(term.edtf)) for term in first)
    message = (
        f"By the terms known here {first[0].name}: {when}, {in_years(spans[0].days)} as {first[0].title}."
    )
    return Answer(read_as, items, message)


def _who_died(store: Store, asked: Asked, held: Sequence[OfficeTerm]) -> Answer:
    """The holders who died while they held it, or within the uncertainty of the days."""
    died = {
        subject: (number, first, last)
        for subject, number, first, last in store.database.execute(
            "SELECT subject, number, start_earliest, end_latest FROM statement WHERE field = 'died' "
            "AND NOT negated AND rank != 'deprecated' AND edtf != ''"
        )
    }
    items = []
    for term in held:
        number, first, last = died.get(term.holder, (0, "", ""))
        if number and term.start <= last and first <= term.end:
            items.append(AnswerItem(term.holder, (term.number, number), dates.spoken(term.edtf) or ""))
    return _of_some(asked, "who died in office", items)


def _who_resigned(store: Store, asked: Asked, held: Sequence[OfficeTerm]) -> Answer:
    """The holders of whom a statement says that they resigned, that of the term before others."""
    told = with_word(store, "resigned") | with_word(store, "resignation")
    items = []
    for holder in dict.fromkeys(term.holder for term in held):
        terms = [term for term in held if term.holder == holder]
        rows = store.database.execute(
            f"SELECT number FROM statement WHERE subject = ? AND number IN ({', '.join(map(str, told))}) "
            "AND rank != 'deprecated' AND stance IN ('asserted', 'reported') "
            "AND start_earliest >= ? AND end_latest <= ? ORDER BY weight DESC",
            (holder, terms[0].start, dates.LAST_DAY),
        ).fetchall()
        if rows:
            numbers = (*(number for (number,) in rows), *(term.number for term in terms))
            items.append(AnswerItem(holder, tuple(dict.fromkeys(numbers))))
    return _of_some(asked, "who resigned", items)


def _of_some(asked: Asked, which: str, items: Sequence[AnswerItem]) -> Answer:
    read_as = f"{asked.said} {which}"
    if items:
        return Answer(read_as, tuple(items))
    message = f"The sources name no {asked.said} {which}."
    return Answer(read_as, (), message, complete=False, silent=True)
