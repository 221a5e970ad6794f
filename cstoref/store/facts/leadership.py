"""Facts that follow from who leads a state or sits for it: who meets in a council, who was last named as its
head, and what a state signed under somebody."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule
from cstoref.store.posts import body_of, declared_leading_post, leading_posts, offices_of, posts_in

from .evidence import Evidence, Item, compose, dated, listed, spoken
from .held_terms import HeldTerm, current_of, terms_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

STATE_KIND, AGREEMENT_KIND = "member", "agreement"
OFFICE = "office"
"""The field of the terms; the others of a rule are what a state did."""


def sitting(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who sits in a council on the day: the holders of the post that is declared to sit there, for each
    member."""
    posts = posts_in(evidence.store, evidence.record.id)
    words: list[str] = []
    items: list[Item] = []
    for state in sorted(evidence.members_on(evidence.day), key=evidence.name) if posts else ():
        now = _holders(evidence, state, posts)
        if now:
            names = " or ".join(evidence.name(term.holder) for term in now)
            words.append(f"{names} ({evidence.name(state)})")
            items += [term.items[0] for term in now]
    return compose(rule, listed(words, rule.most), items)


def _holders(evidence: Evidence, state: str, posts: list[str]) -> list[HeldTerm]:
    """Those who surely hold the post of a state on the day; of several posts, the one that leads it."""
    leading = leading_post(evidence.store, state, evidence.day)
    post = leading if leading in posts else posts[0]
    rows = [
        i for office in offices_of(evidence.store, state, post) for i in evidence.about(office, ("office",))
    ]
    terms = current_of(terms_of(item for item in rows if item.start <= evidence.day))
    return [term for term in terms if term.held in dates.SURE]


def leading_post(store: Store, body: str, day: str) -> str:
    """The post that leads a state or body on a day."""
    return declared_leading_post(store, body, day) or leading_posts(store)[0]


def last_head(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who is named last as the head of a body, where nobody is known to be its head on the day."""
    items = evidence.of(rule)
    if not items or any(term.held in dates.SURE for term in current_of(terms_of(items))):
        return None
    item = max(items, key=lambda item: (item.start, item.statement.id))
    name = evidence.name(item.statement.subject)
    return compose(rule, f"last named: {dated(name, spoken(item.statement))}", [item])


def in_office(evidence: Evidence, rule: FactRule) -> Fact | None:
    """What the states signed that somebody led, in that time; of who leads one now, how much, and the last of
    it."""
    terms = [
        term
        for term in terms_of(i for i in evidence.of(rule) if i.part == "subject")
        if _leads(evidence, term)
    ]
    signed: dict[str, Item] = {}
    acts_of: dict[str, list[Item]] = {}
    for term in terms:
        state = body_of(evidence.store, term.office)
        if state not in acts_of:
            acts_of[state] = evidence.about(state, [field for field in rule.fields if field != OFFICE])
        for item in acts_of[state]:
            during = term.when.start_latest <= item.start < term.when.end_earliest
            acts = any(role.record == state and role.role in ("who", "for") for role in item.statement.roles)
            if during and acts and evidence.kind(item.statement.subject) == AGREEMENT_KIND:
                signed.setdefault(item.statement.subject, item)
    if not signed:
        return None
    states = dict.fromkeys(evidence.name(body_of(evidence.store, term.office)) for term in terms)
    ordered = sorted(signed, key=lambda agreement: signed[agreement].start)
    words = f": {_best_documented(evidence, signed, rule.most)}"
    if any(term.held in dates.SURE for term in terms) and len(signed) > 1:
        last = dated(evidence.name(ordered[-1]), spoken(signed[ordered[-1]].statement))
        words = f" {len(signed)} agreements, last the {last}"
    return compose(rule, f"{' and '.join(states)} signed{words}", [signed[id] for id in reversed(ordered)])


def _best_documented(evidence: Evidence, signed: dict[str, Item], most: int) -> str:
    """Those of which most is known, in the order of time, and how many are left out."""
    weights = evidence.store.weights(list(signed))
    chosen = sorted(signed, key=weights.__getitem__, reverse=True)
    chosen = chosen if len(signed) <= most + 1 else chosen[:most]
    chosen.sort(key=lambda agreement: signed[agreement].start)
    words = "; ".join(dated(evidence.name(id), spoken(signed[id].statement)) for id in chosen)
    left = len(signed) - len(chosen)
    return f"{words} and {left} more" if left else words


def _leads(evidence: Evidence, term: HeldTerm) -> bool:
    """Whether a term is one in the post that led a state then."""
    body = body_of(evidence.store, term.office)
    if not body or evidence.kind(body) != STATE_KIND:
        return False
    leading = leading_post(evidence.store, body, term.when.start_latest)
    return term.office in offices_of(evidence.store, body, leading)
