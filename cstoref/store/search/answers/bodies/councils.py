"""Who sits in a council: the holders of the post that is declared to sit there, for each of the members."""

from __future__ import annotations

from cstoref import dates
from cstoref.store.posts import declared_leading_post, offices_of, posts_in

from ...office_terms import offices_by_id, terms_of_offices
from .. import AnswerItem
from ..people.offices import each_once

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store


def sitting(store: Store, council: str, states: Sequence[str], first: str, last: str) -> list[AnswerItem]:
    """Who sat in a council for some states on any day of a time; empty where no post sits in it."""
    posts = posts_in(store, council)
    items: list[AnswerItem] = []
    named = store.named(states)
    for state in states if posts else ():
        leading = declared_leading_post(store, state, last) or posts[0]
        offices = sorted(offices_of(store, state, leading if leading in posts else posts[0]))
        terms = terms_of_offices(store, [office.id for office in offices_by_id(store, offices)])
        held = [term for term in terms if term.interval and term.touches(first, last)]
        sure = [term for term in held if not term.end_unknown] or held
        if first == last:
            sure = sorted(sure, key=lambda term: term.start)[-1:]
        items += [
            AnswerItem(term.holder, (term.number,), f"{named[state].name}, {dates.spoken(term.edtf)}")
            for term in each_once(sure, latest_first=False)
        ]
    return items
