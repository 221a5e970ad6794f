"""Facts of offices: who holds one, and which offices somebody holds."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule
from cstoref.store.posts import declared_leading_post, leading_posts, offices_of, post_labels

from .evidence import Evidence, Item, compose, held_in, listed, spoken, timed
from .held_terms import HeldTerm, current_of, end_of, office_of, terms_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.model import Record
    from cstoref.store.queries import Store

LEADER = "leader"
"""In place of a post: whichever post leads the state or body on the day."""


def holder(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who holds a post of the record on the day, and since when; two where two are said to."""
    post = rule.posts[0]
    offices = _offices_of(evidence, post)
    terms = current_of(terms_of(item for item in evidence.of(rule) if office_of(item) in offices))
    words = []
    for term in terms[: rule.most]:
        title = f"{_title(evidence, term)} " if post == LEADER else _acting(evidence, term)
        words.append(f"{_maybe(term)}{evidence.name(term.holder)}, {title}{_since(term)}")
    return compose(rule, "; ".join(words), [item for term in terms[: rule.most] for item in term.items[:1]])


def head(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who heads a body, and as what; the posts of the rule, which have a fact of their own, do not count."""
    apart = {id for post in rule.posts for id in offices_of(evidence.store, evidence.record.id, post)}
    terms = current_of(terms_of(item for item in evidence.of(rule) if office_of(item) not in apart))
    heads = [term for term in terms if term.held in dates.SURE and _is_head(evidence, term)]
    words = [
        f"{evidence.name(term.holder)}, {_title(evidence, term)} {_since(term)}"
        for term in heads[: rule.most]
    ]
    return compose(rule, "; ".join(words), [item for term in heads[: rule.most] for item in term.items[:1]])


def _is_head(evidence: Evidence, term: HeldTerm) -> bool:
    """Whether an office is that of a head, and not one that several people hold at once."""
    return not evidence.store.is_shared(evidence.name(term.office))


def chair(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who is in the chair of a body or of one of its organs."""
    bodies = [evidence.record.id, *(i.statement.subject for i in evidence.of(rule) if i.part == "value")]
    offices = {id for body in bodies for post in rule.posts for id in offices_of(evidence.store, body, post)}
    items = [item for office in sorted(offices) for item in evidence.about(office, ("office",))]
    terms = current_of(terms_of(item for item in items if item.start <= evidence.day))
    words = [f"{evidence.name(term.holder)}, {_since(term)}" for term in terms[:1]]
    return compose(rule, "; ".join(words), [item for term in terms[:1] for item in term.items[:1]])


def leader_in_short(store: Store, record: Record, day: str) -> str:
    """Who leads a state or body, and as what, without a time: `Nikol Pashinyan, prime minister`."""
    declared = declared_leading_post(store, record.id, day)
    posts = [declared] if declared else leading_posts(store)
    # Only what is held in these is read: of a state hundreds of statements are on other offices.
    held = {id for post in posts for id in offices_of(store, record.id, post)}
    evidence = held_in(store, record, held, day)
    offices = _offices_of(evidence, LEADER)
    terms = current_of(terms_of(item for item in evidence.items if office_of(item) in offices))
    return "; ".join(f"{evidence.name(term.holder)}, {_title(evidence, term)}" for term in terms[:2])


def current_holder(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who holds the office on the day, and since when; without anybody, who held it last and until when."""
    terms = terms_of(evidence.of(rule))
    now = current_of(terms)[: rule.most]
    words = [f"held by {_held_by(evidence, term)}" for term in now]
    if not now:
        now = sorted(terms, key=end_of)[-1:]
        words = [f"last held by {_held_by(evidence, term)}" for term in now]
    return compose(rule, "; ".join(words), [item for term in now for item in term.items[:1]])


def _held_by(evidence: Evidence, term: HeldTerm) -> str:
    time = _since(term)
    acting = f", {_acting(evidence, term).strip()}" if evidence.is_acting(term.items[0].statement) else ""
    return _maybe(term) + timed(f"{evidence.name(term.holder)}{acting}", time)


def cabinet(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who holds each of several posts, in one line: `foreign minister Sergey Lavrov since 2004; …`."""
    words: list[str] = []
    items: list[Item] = []
    labels = post_labels(evidence.store)
    leading = _offices_of(evidence, LEADER)
    for post in rule.posts:
        offices = _offices_of(evidence, post) - leading
        terms = current_of(terms_of(item for item in evidence.of(rule) if office_of(item) in offices))
        sure = [term for term in terms if term.held in dates.SURE]
        if sure:
            for is_acting in (False, True):
                names = [
                    f"{evidence.name(term.holder)} {term.years}"
                    for term in sure
                    if evidence.is_acting(term.items[0].statement) is is_acting
                ]
                if names:
                    words.append(
                        f"{'acting ' if is_acting else ''}{labels[post].lower()} {' and '.join(names)}"
                    )
            items += [term.items[0] for term in sure]
    return compose(rule, "; ".join(words), items)


def holders(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Everybody who held the office, in the order of time: `Bordyuzha 2003–2016, Semerikov (acting) 2017`."""
    terms = sorted(terms_of(evidence.of(rule)), key=_order)
    families = _families({term.holder: evidence.name(term.holder) for term in terms})
    words: list[str] = []
    before: tuple[str, bool] | None = None
    for term in terms:
        is_acting = evidence.is_acting(term.items[0].statement)
        if before == (term.holder, is_acting):
            words[-1] += f" and {term.years}"
            continue
        before = (term.holder, is_acting)
        words.append(f"{families[term.holder]}{' (acting)' if is_acting else ''} {term.years}")
    if len(words) < 2:
        return None
    return compose(rule, listed(words, rule.most), [item for term in terms for item in term.items[:1]])


def _order(term: HeldTerm) -> tuple[str, bool, str]:
    """By when a term had surely begun: on its last possible first day, or because it may have been over."""
    when = term.when
    is_unknown = when.start_earliest == dates.FIRST_DAY
    start = when.end_earliest if is_unknown else min(when.start_latest, when.end_latest)
    return start, not is_unknown, when.end_earliest


def _families(names: dict[str, str]) -> dict[str, str]:
    """The last word of each name; the whole name where two people share that word."""
    last = {id: name.split()[-1] for id, name in names.items()}
    shared = [word for word in last.values() if list(last.values()).count(word) > 1]
    return {id: names[id] if word in shared else word for id, word in last.items()}


def current(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The offices that somebody holds on the day; without any, the last one and until when."""
    terms = _by_person(evidence, rule)
    if not terms:
        return _not_yet(evidence, rule)
    now = _now_or_last(terms)[: rule.most]
    words = [
        f"{_maybe(term)}{_acting(evidence, term)}{timed(evidence.name(term.office), _since(term))}"
        for term in now
    ]
    text = "; ".join(words)
    text = f"A{text[1:]}" if text.startswith("acting ") else text
    return compose(rule, text, [item for term in now for item in term.items[:1]])


def _not_yet(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Of somebody in no office on the day: which one comes first after it."""
    spans = [item for item in evidence.later(rule) if "/" in (item.statement.when or "")]
    if not spans:
        return None
    first = min(spans, key=lambda item: item.start)
    start = dates.spoken((first.statement.when or "").partition("/")[0])
    return compose(rule, f"not yet in office; {evidence.name(office_of(first))} from {start}", [first])


def earlier(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The offices that somebody held before, the newest first."""
    terms = _by_person(evidence, rule)
    now = _now_or_last(terms)
    past = sorted((term for term in terms if term not in now), key=end_of, reverse=True)
    of_office: dict[str, list[str]] = {}
    for term in past:
        is_acting = evidence.is_acting(term.items[0].statement)
        of_office.setdefault(term.office, []).append(f"{term.years}{' (acting)' if is_acting else ''}")
    words = [f"{evidence.name(office)} {', '.join(dict.fromkeys(y))}" for office, y in of_office.items()]
    return compose(rule, listed(words, rule.most, "; "), [item for term in past for item in term.items[:1]])


def _now_or_last(terms: list[HeldTerm]) -> list[HeldTerm]:
    """The terms that answer for the day; without any, the last one."""
    now = [term for term in current_of(terms) if term.held != dates.END_UNKNOWN]
    return now or sorted(terms, key=end_of)[-1:]


def _by_person(evidence: Evidence, rule: FactRule) -> list[HeldTerm]:
    return list(terms_of(item for item in evidence.of(rule) if item.part == "subject"))


def _offices_of(evidence: Evidence, post: str) -> set[str]:
    """The offices of the record that are the post; for LEADER, that are the post that leads on the day."""
    store, body = evidence.store, evidence.record.id
    if post != LEADER:
        return offices_of(store, body, post)
    leading = declared_leading_post(store, body, evidence.day)
    if leading:
        return offices_of(store, body, leading)
    for each in leading_posts(store):
        offices = offices_of(store, body, each)
        # Of several leading posts the first one that somebody held in this state or body.
        held = [i for i in evidence.items if office_of(i) in offices and i.held != dates.NO]
        if held:
            return offices
    return set()


def _title(evidence: Evidence, term: HeldTerm) -> str:
    """The title of an office without its state: `acting president`, `chairman of the Supreme Soviet`."""
    title, of, rest = evidence.name(term.office).rpartition(" of ")[0].partition(" of ")
    name = title or evidence.name(term.office)
    return f"{_acting(evidence, term)}{name.lower()}{of}{rest}"


def _acting(evidence: Evidence, term: HeldTerm) -> str:
    return "acting " if evidence.is_acting(term.items[0].statement) else ""


def _maybe(term: HeldTerm) -> str:
    return "possibly " if term.held == dates.POSSIBLY else ""


def _since(term: HeldTerm) -> str:
    """How the term counts on the day, in words."""
    s = term.items[0].statement
    if term.held in (dates.CERTAINLY, dates.POSSIBLY):
        return _spoken(term)
    if term.held == dates.LAST_KNOWN:
        return f"{_spoken(term)}, last known {dates.spoken(s.confirmed)}" if s.confirmed else _spoken(term)
    return _spoken(term)


def _spoken(term: HeldTerm) -> str:
    s = term.items[0].statement
    if "/" not in (s.when or ""):
        attested = {item.statement.when: item.statement for item in term.items}
        return f"attested {listed([spoken(attested[day]) for day in sorted(attested, key=str)], 3)}"
    return dates.spoken(s.when)
