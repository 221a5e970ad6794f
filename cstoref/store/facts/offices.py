"""Who holds an office, and which offices somebody holds: terms, with repeats of one term taken together."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule
from cstoref.namedtuples import NamedTuple

from .evidence import Evidence, Item, compose, listed, spoken, timed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LEADER = "leader"
"""In place of a post: whichever post leads the state or body on the day."""
RANK = {held: place for place, held in enumerate(dates.HELD)}


class HeldTerm(NamedTuple):
    """One stretch of time in one office: its statements, the most precise first, and how it counts."""

    holder: str
    office: str
    items: tuple[Item, ...]

    @property
    def held(self) -> str:
        return self.items[0].held

    @property
    def when(self) -> dates.When:
        return dates.parse(self.items[0].statement.when or "9999")

    @property
    def years(self) -> str:
        """`2003–2016`; `since 2012` and `until 2009` where one end is open or unknown."""
        return dates.year_span(self.when.edtf)


def holder(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who holds a post of the record on the day, and since when; two where two are said to."""
    post = rule.posts[0]
    offices = _offices_of(evidence, post)
    terms = _current(_terms(item for item in evidence.of(rule) if _office(item) in offices))
    words = []
    for term in terms[: rule.most]:
        title = f"{_title(evidence, term)} " if post == LEADER else _acting(evidence, term)
        words.append(f"{_maybe(term)}{evidence.name(term.holder)}, {title}{_since(term)}")
    return compose(rule, "; ".join(words), [item for term in terms[: rule.most] for item in term.items[:1]])


def head(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who heads a body, and as what; the posts of the rule, which have a fact of their own, do not count."""
    apart = {id for post in rule.posts for id in evidence.store.offices_of(evidence.record.id, post)}
    terms = _current(_terms(item for item in evidence.of(rule) if _office(item) not in apart))
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
    offices = {id for body in bodies for post in rule.posts for id in evidence.store.offices_of(body, post)}
    items = [item for office in sorted(offices) for item in evidence.about(office, ("office",))]
    terms = _current(_terms(item for item in items if item.start <= evidence.day))
    words = [f"{evidence.name(term.holder)}, {_since(term)}" for term in terms[:1]]
    return compose(rule, "; ".join(words), [item for term in terms[:1] for item in term.items[:1]])


def leader_in_short(evidence: Evidence, post: str) -> str:
    """Who holds a post, and as what, without a time: `Nikol Pashinyan, prime minister`."""
    offices = _offices_of(evidence, post)
    terms = _current(_terms(item for item in evidence.items if _office(item) in offices))
    return "; ".join(f"{evidence.name(term.holder)}, {_title(evidence, term)}" for term in terms[:2])


def current_holder(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who holds the office on the day, and since when; without anybody, who held it last and until when."""
    terms = _terms(evidence.of(rule))
    now = _current(terms)[: rule.most]
    words = [f"held by {_held_by(evidence, term)}" for term in now]
    if not now:
        now = sorted(terms, key=_end)[-1:]
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
    labels = evidence.store.post_labels()
    leading = _offices_of(evidence, LEADER)
    for post in rule.posts:
        offices = _offices_of(evidence, post) - leading
        terms = _current(_terms(item for item in evidence.of(rule) if _office(item) in offices))
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
    terms = sorted(_terms(evidence.of(rule)), key=lambda term: (term.when.start_latest, term.when.end_latest))
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
    now = _current(terms)
    now = [term for term in now if term.held != dates.END_UNKNOWN][: rule.most] or sorted(terms, key=_end)[
        -1:
    ]
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
    return compose(rule, f"not yet in office; {evidence.name(_office(first))} from {start}", [first])


def _end(term: HeldTerm) -> tuple[str, str]:
    """When a term ended; one whose end is not known counts up to the last day on which it is attested."""
    s, when = term.items[0].statement, term.when
    attested = when.end_unknown or not when.interval
    last = max(s.confirmed or "", when.start_latest) if attested else when.end_latest
    return last, when.start_latest


def earlier(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The offices that somebody held before, the newest first."""
    terms = _by_person(evidence, rule)
    now = [term for term in _current(terms) if term.held != dates.END_UNKNOWN] or sorted(terms, key=_end)[-1:]
    past = sorted((term for term in terms if term not in now), key=_end, reverse=True)
    of_office: dict[str, list[str]] = {}
    for term in past:
        is_acting = evidence.is_acting(term.items[0].statement)
        of_office.setdefault(term.office, []).append(f"{term.years}{' (acting)' if is_acting else ''}")
    words = [f"{evidence.name(office)} {', '.join(dict.fromkeys(y))}" for office, y in of_office.items()]
    return compose(rule, listed(words, rule.most, "; "), [item for term in past for item in term.items[:1]])


def _by_person(evidence: Evidence, rule: FactRule) -> list[HeldTerm]:
    return list(_terms(item for item in evidence.of(rule) if item.part == "subject"))


def _terms(items: Iterable[Item]) -> list[HeldTerm]:
    """Terms of one holder in one office that touch are one; what only attests it on a day goes with it."""
    of_both: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        if item.statement.when:
            of_both.setdefault((item.statement.subject, _office(item)), []).append(item)
    terms: list[HeldTerm] = []
    for (who, office), held in of_both.items():
        spans = sorted((i for i in held if "/" in (i.statement.when or "")), key=_precision)
        groups: list[list[Item]] = []
        # Spans first, the most precise of them leading: a day that is only attested joins a span and never
        # founds a group that a span would have to join.
        for item in (*spans, *(i for i in held if "/" not in (i.statement.when or ""))):
            group = next((group for group in groups if _touch(group[0], item)), None)
            if group is None:
                groups.append([item])
            else:
                group.append(item)
        terms += [HeldTerm(who, office, tuple(group)) for group in _attested_together(groups)]
    return terms


def _attested_together(groups: list[list[Item]]) -> list[list[Item]]:
    """Several days on which somebody held an office, with no term known, are one group, the last day
    first."""
    spans = [group for group in groups if "/" in (group[0].statement.when or "")]
    days = [item for group in groups if group not in spans for item in group]
    days.sort(key=lambda item: item.start, reverse=True)
    return [*spans, days] if days else spans


def _current(terms: Iterable[HeldTerm]) -> list[HeldTerm]:
    """The terms that answer for the day: the certain and last known ones; without any, possible ones; without
    these, those whose end is not known, unless a later office of the same person is known."""
    every = list(terms)
    for ways in (dates.SURE, (dates.POSSIBLY,), (dates.END_UNKNOWN,)):
        now = [term for term in every if term.held in ways]
        if ways == (dates.END_UNKNOWN,):
            # Of those whose end is not known, an earlier office is probably over once a later one began.
            latest = max((term.when.start_latest for term in every), default="")
            now = [term for term in now if term.when.start_latest == latest]
        if now:
            # The two sure ways rank alike (0 and 1), hence the comparison and not the rank itself.
            return sorted(now, key=lambda term: (RANK[term.held] > 1, term.when.start_latest))
    return []


def _offices_of(evidence: Evidence, post: str) -> set[str]:
    """The offices of the record that are the post; for LEADER, that are the post that leads on the day."""
    store, body = evidence.store, evidence.record.id
    if post != LEADER:
        return store.offices_of(body, post)
    leading = store.leading_post(body, evidence.day)
    if leading:
        return store.offices_of(body, leading)
    for each in store.leading_posts():
        offices = store.offices_of(body, each)
        # Of several leading posts the first one that somebody held in this state or body.
        held = [i for i in evidence.items if _office(i) in offices and i.held != dates.NO]
        if held:
            return offices
    return set()


def _office(item: Item) -> str:
    value = item.statement.value
    return (value.text if value else None) or ""


def _touch(term: Item, other: Item) -> bool:
    """Whether a term shares days with another, whose end is exclusive as its own is, or includes a day on
    which the office is attested."""
    first, second = dates.parse(term.statement.when or ""), dates.parse(other.statement.when or "")
    if second.interval:
        return first.start_earliest < second.end_latest and second.start_earliest < first.end_latest
    return first.start_earliest <= second.end_latest and second.start_earliest <= first.end_latest


def _precision(item: Item) -> tuple[bool, int]:
    when = dates.parse(item.statement.when or "")
    return when.start_earliest == dates.FIRST_DAY or when.end_unknown, -len(when.edtf)


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
