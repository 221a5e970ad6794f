"""A page without repetition: statements that say the same become evidence of the one that says it best.

An attested office joins the term that it lies in. An act that two statements report of one actor is one line,
and the same sentence about several speakers is one line too. Nothing is lost: the line cites the passages of
all, and an order other than by group, `--all` and JSON show each statement by itself.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.model import QUOTED, Citation, Field, Statement

from .pages import Entry, Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from .queries import Store

    Key = tuple[object, ...]
    Joins = Callable[[Entry, Entry], bool]

HAPPENED = ("asserted", "reported")
ACTORS = ("who", "for")
SHARED_WORDS, MOST_HEAD = 5, 3
"""Words that two sentences have in common at their end at least, and that come before them at most, to be the
same sentence about others."""


def without_trivial(page: Page, keep: str | None = None) -> Page:
    """The page without trivial statements, unless it has no others. The statement `keep` stays."""
    # A page of trivial statements only is better than an empty one.
    telling = tuple(e for e in page.entries if not e.statement.trivial or e.statement.id == keep)
    return page._replace(entries=telling) if telling else page


def folded(page: Page, store: Store, keep: str | None = None) -> Page:
    """The page without trivial statements, each act and term once; the statement `keep` is not merged."""
    page = without_trivial(page, keep)
    entries = list(page.entries)
    # Taken before anything is joined: joining raises the conflicts of a line, and a conflict must stay
    # visible with both its sides.
    disputed = {entry.statement.id for entry in entries if entry.conflicts}
    # Three passes, one for each way in which statements repeat each other; each sees what the one before has
    # left.
    entries = _joined(entries, _is_attested(store.fields, disputed), _state_key, _attested, keep)
    entries = _joined(entries, _is_act(store.fields, disputed), _act_key, _told_again, keep)
    entries = _joined(
        entries, _is_said_alike(store.fields, page.names), _sentence_key, _likewise(page.names), keep
    )
    return page._replace(entries=tuple(entries))


def _joined(
    entries: list[Entry],
    joins: Joins,
    key: Callable[[Entry], Key],
    merge: Callable[[Entry, list[Entry]], Entry],
    keep: str | None,
) -> list[Entry]:
    """The entries, those of one key merged where `joins` holds: the most important takes in the others."""
    groups: dict[Key, list[Entry]] = {}
    # The most important of a group takes in the others. A deprecated statement stays a line of its own: its
    # passages must not support a line that is thought right.
    for entry in sorted(entries, key=lambda entry: entry.telling):
        if entry.statement.id != keep and entry.statement.rank != "deprecated":
            # Each layer's own: a line of the pack below stays as it is, whatever is above it.
            groups.setdefault((entry.statement.layer, *key(entry)), []).append(entry)
    taken: set[str] = set()
    merged: dict[str, Entry] = {}
    for group in groups.values():
        for main in group if len(group) > 1 else ():
            if main.statement.id in taken:
                continue
            others = [e for e in group if e is not main and e.statement.id not in taken and joins(main, e)]
            if others:
                merged[main.statement.id] = merge(main, others)
                taken |= {other.statement.id for other in others}
    return [merged.get(e.statement.id, e) for e in entries if e.statement.id not in taken]


def _state_key(entry: Entry) -> Key:
    s = entry.statement
    return s.subject, s.field, s.value, _holders(s), s.negated, entry.label


def _is_attested(fields: Mapping[str, Field], disputed: Container[str]) -> Joins:
    def joins(term: Entry, other: Entry) -> bool:
        """Whether a passage only attests on a day what a known term says, and no conflict names it."""
        if fields[other.statement.field].nature != dates.STATE or other.statement.id in disputed:
            return False
        if other.statement.grounding != QUOTED or not other.statement.when or not term.statement.when:
            return False
        span, day = dates.parse(term.statement.when), dates.parse(other.statement.when)
        # The attested day must lie within the outer bounds; a day on the edge of a vague term counts as
        # within.
        within = span.start_earliest <= day.start_earliest and day.end_latest <= span.end_latest
        return span.interval and not day.interval and within and term.statement.stance == "asserted"

    return joins


def _attested(term: Entry, others: list[Entry]) -> Entry:
    years = sorted({dates.parse(other.statement.when or "").start_earliest[:4] for other in others})
    return _with(term, others, f"; attested {', '.join(years)}")._replace(conflicts=term.conflicts)


def _act_key(entry: Entry) -> Key:
    s = entry.statement
    return s.subject, s.field, s.negated, entry.label, entry.part == "subject"


def _is_act(fields: Mapping[str, Field], disputed: Container[str]) -> Joins:
    def joins(main: Entry, other: Entry) -> bool:
        """Whether both tell the same act of one actor at one time, and not as two sides of a conflict."""
        one, two = main.statement, other.statement
        field = fields[one.field]
        if field.nature != dates.OCCURRENCE or field.value or (one.id in disputed and two.id in disputed):
            return False
        happened = one.stance in HAPPENED and two.stance in (*HAPPENED, "planned")
        shared = _actors(one) & _actors(two)
        # A statement about several actors is taken in only if all of them are actors of the main one:
        # otherwise the line would lose one.
        of_one = shared and (len(_holders(two)) <= 1 or _actors(two) <= _actors(one))
        return bool(happened and of_one and _at_one_time(one, two))

    return joins


def _told_again(main: Entry, others: list[Entry]) -> Entry:
    return _with(main, others, "")


def _sentence_key(entry: Entry) -> Key:
    s = entry.statement
    sources = frozenset(citation.source for citation in s.citations)
    return s.field, s.value, s.when, s.stance, s.negated, entry.label, entry.part, sources


def _is_said_alike(fields: Mapping[str, Field], names: Mapping[str, str]) -> Joins:
    def joins(main: Entry, other: Entry) -> bool:
        """Whether both are stated on other records, each begins with its name, and nothing else differs."""
        if main.part == "subject" or fields[main.statement.field].nature != dates.OCCURRENCE:
            return False
        one, two = main.statement.text.split(), other.statement.text.split()
        # From the end, because such sentences differ in the name at their beginning: "Armenia …" and "Belarus
        # …".
        shared = _shared_at_end(one, two)
        named = all(
            0 < len(words) - shared <= MOST_HEAD
            and words[0] in names.get(entry.statement.subject, "").split()
            for entry, words in ((main, one), (other, two))
        )
        return named and shared >= SHARED_WORDS and main.statement.subject != other.statement.subject

    return joins


def _shared_at_end(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words two sentences have in common at their end."""
    pairs = zip(reversed(one), reversed(two), strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(two)))


def _likewise(names: Mapping[str, str]) -> Callable[[Entry, list[Entry]], Entry]:
    def merge(main: Entry, others: list[Entry]) -> Entry:
        subjects = (other.statement.subject for other in others)
        return _with(main, others, f"; likewise {', '.join(names.get(id, id) for id in subjects)}")

    return merge


def _with(main: Entry, others: list[Entry], suffix: str) -> Entry:
    statement = main.statement
    cited = dict.fromkeys((*statement.citations, *_citations(others)))
    text = f"{statement.text.rstrip('.')}{suffix}." if suffix else statement.text
    return main._replace(
        statement=statement._replace(text=text, citations=tuple(cited)),
        conflicts=max(entry.conflicts for entry in (main, *others)),
        also=(*main.also, *(one for other in others for one in (other.statement, *other.also))),
    )


def _citations(entries: Iterable[Entry]) -> Iterable[Citation]:
    return (citation for entry in entries for citation in entry.statement.citations)


def _holders(statement: Statement) -> Key:
    return tuple(role.record or role.words for role in statement.roles if role.role == "who")


def _actors(statement: Statement) -> set[str]:
    return {role.record for role in statement.roles if role.role in ACTORS and role.record}


def _at_one_time(statement: Statement, two: Statement) -> bool:
    """Whether two occurrences may be of one time: dates that meet, or one of them some days of one month."""
    if not statement.when or not two.when or statement.when == two.when:
        return True
    first, second = dates.parse(statement.when), dates.parse(two.when)
    # Two spans that merely overlap may be two acts; only a day within a span, or equal dates, can be one.
    if first.interval and second.interval:
        return False
    if first.interval or second.interval:
        span = first if first.interval else second
        # The first seven letters are year and month: a span over months is too wide to be the time of one
        # act.
        if span.start_earliest[:7] != span.end_latest[:7]:
            return False
    return first.start_earliest <= second.end_latest and second.start_earliest <= first.end_latest
