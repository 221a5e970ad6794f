"""Memberships of a state in the few words of a list: `member since 2003`."""

from __future__ import annotations

from cstoref import dates

from .headlines import Standing
from .membership import founding_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store


def member_in_words(store: Store, id: str, now: Standing, day: str) -> str:
    """`member since 2003`, and that it has frozen its part, if it has."""
    maybe = "possibly " if now.held == dates.POSSIBLY else ""
    words = f"{maybe}{_as_what(store, now)} {_years(now.edtf)}"
    for subject, edtf, confirmed in store.states_like("suspended", store.pack["subject"]):
        if subject == id and dates.holds(dates.parse(edtf), dates.STATE, day, confirmed or "") in dates.SURE:
            words += f", frozen {dates.parse(edtf).start_latest[:4]}"
    return words


def terms_in_words(store: Store, before: list[Standing]) -> str:
    """`treaty 1994–1999; member 2006–2012`: the predecessor and the organization apart."""
    return "; ".join(f"{_as_what(store, state)} {_years(state.edtf)}" for state in before)


def _as_what(store: Store, state: Standing) -> str:
    """`member`, or the type of what preceded the organization where the membership is of that."""
    predecessor = store.pack.get("predecessor")
    if not predecessor or dates.parse(state.edtf).start_earliest >= founding_day(store):
        return "member"
    return store.named([predecessor])[predecessor].type


def _years(edtf: str) -> str:
    """A time in years, from the first in which it may have begun."""
    when, span = dates.parse(edtf), dates.year_span(edtf)
    first, last = when.start_earliest[:4], when.start_latest[:4]
    return (
        f"{first}{span[len(last) :]}"
        if span.startswith(last) and when.start_earliest > dates.FIRST_DAY
        else span
    )
