"""A record's page: what is known of it, grouped, as of a day. The card and the explorer show the same one."""

from __future__ import annotations

from cstoref import dates
from cstoref.mentions import names_in
from cstoref.model import QUOTED, Citation, Fact, Field, Record, Scheme, Statement
from cstoref.namedtuples import NamedTuple
from cstoref.paths import BUILTIN_ID

from .facts_of_day import facts_on
from .membership import WORDS, status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .queries import Store
    from .statement_reader import StatementRow

UNDATED = "undated"
IN_DOUBT = (dates.POSSIBLY, dates.END_UNKNOWN)
SPEECH = "said"
"""The field among whose statements stands what a record only says, whatever it is about."""


class Entry(NamedTuple):
    """One statement on a page."""

    statement: Statement
    group: str
    label: str
    """The field's label, or its inverse where the statement is authored elsewhere."""
    part: str
    """How the record takes part: subject, role, value, speaker, or office (somebody's office in it)."""
    conflicts: int
    telling: int
    """Its place among all entries, from 0, the most important first."""
    held: str
    """certainly, possibly or undated on the page's day; empty where the page has no day."""
    also: tuple[Statement, ...] = ()
    """Other statements that say the same and are merged into this line (see page_folds)."""


class Page(NamedTuple):
    """A record with its entries in the order of the groups, each by time."""

    record: Record
    what: str
    """What it is, in a word: `member`, `former member`, `state`, `person`, `treaty`."""
    membership: str
    """Of a state `member`, `former` or `never`, on the day; of anything else empty."""
    headline: str
    entries: tuple[Entry, ...]
    total: int
    """Statements that concern the record on any day, also those beyond a limit."""
    as_of: str | None
    day: str
    """The day of the headline: `as_of`, else the last day that the pack covers."""
    names: dict[str, str]
    shorts: dict[str, str]
    facts: tuple[Fact, ...]
    """What stands at its head: the line under the name first, where there is one."""
    lead: tuple[str, ...]
    """The groups that a reader of a record of this kind looks for: where one is empty, a page says so."""
    cited: dict[str, Citation]
    """The first citation of the first statement of each fact, by the id of the statement."""
    pack: str = ""
    """The id of the pack that the record belongs to; empty for the built-in one."""
    added: int = 0
    """Statements among all of them that belong to layers."""
    age: str = ""
    """How old the reference is, from one year after its edition on: `edition checked until Nov 2026, …`."""
    code: str = ""
    """What stands for it where there is little room: `BY`; empty where it has no such identifier."""
    codes: tuple[str, ...] = ()
    """Its identifiers that stand at the head of a card, without their schemes."""


def page(
    store: Store,
    id: str,
    as_of: str | None = None,
    limit: int = -1,
    only: Sequence[StatementRow] | None = None,
) -> Page | None:
    """The page of a record, or None; with a day, what certainly or possibly held or had happened on it.

    `limit` bounds how many statements are read, the most telling ones, and `only` are the statements where
    they are read already; the page then has fewer entries than `total` says.
    """
    record = store.record(id)
    if record is None:
        return None
    day = as_of or store.default_day
    # Facts are read apart from the entries: a limit of entries must not change them.
    known = facts_on(store, record, day)
    listed = store.statements_about(id, limit) if only is None else only
    total = len(listed)
    if total == limit or only is not None:
        total = store.count_about(id)
    entries = tuple(entries_of(store, listed, as_of))
    names = names_in(store, (item.statement for item in listed))
    cited = store.first_citations([fact.statements[0] for fact in known if fact.statements])
    sources = [c.source for item in listed for c in item.statement.citations]
    shorts = store.shorts([*sources, *(citation.source for citation in cited.values())])
    membership = _membership(store, record, day)
    what = WORDS.get(membership, record.type)
    known_as = _known_as(store, record)
    head = next((fact.text for fact in known if fact.head), record.blurb or "")
    return Page(
        record,
        what,
        membership,
        head,
        entries,
        total,
        as_of,
        day,
        names,
        shorts,
        known,
        store.kinds[record.kind].lead,
        cited,
        "" if (owner := record.layer or store.lowest) == BUILTIN_ID else owner,
        store.count_added(id),
        store.age,
        next((value for scheme, value in known_as if scheme.code), ""),
        tuple(value for scheme, value in known_as if scheme.head),
    )


def _known_as(store: Store, record: Record) -> list[tuple[Scheme, str]]:
    """Its identifiers with their schemes, in the order of the vocabulary."""
    values = dict(record.identifiers)
    return [(one, values[id]) for id, one in store.schemes.items() if id in values] if values else []


def _membership(store: Store, record: Record, day: str) -> str:
    """`member`, `former` or `never` for a state, on the day; empty for anything else."""
    if store.kinds[record.kind].standing != "membership":
        return ""
    return status(store, record.id, day)


def only_quoted(page: Page) -> Page:
    """The page with only those statements whose passage is in the pack."""
    return page._replace(entries=tuple(e for e in page.entries if e.statement.grounding == QUOTED))


def held_on(store: Store, statement: Statement, day: str) -> str:
    """How surely a statement counts on a day: a word of `dates.holds`, or undated."""
    held = _held(statement, store.fields[statement.field], day)
    if held in IN_DOUBT and _ruled_out(store, statement, day):
        return dates.NO
    return held


def entries_of(store: Store, listed: Sequence[StatementRow], as_of: str | None) -> list[Entry]:
    """An entry for each statement that counts on a day, in the order of a page."""
    fields = store.fields_among({SPEECH, *(item.statement.field for item in listed)})
    order = {field: at for at, field in enumerate(fields)}
    placed: list[tuple[tuple[object, ...], Entry]] = []
    for number, item in enumerate(listed):
        statement, field = item.statement, fields[item.statement.field]
        held = _held(statement, field, as_of)
        # The query of `_ruled_out` runs only for the few statements whose count on the day is in doubt.
        if held == dates.NO or (held in IN_DOUBT and _ruled_out(store, statement, as_of)):
            continue
        # What a record only says goes under "says", whatever it speaks about: it is not stated of the record
        # itself.
        if item.part == "speaker":
            field = fields.get(SPEECH, field)
        entry = Entry(
            statement,
            field.group,
            _label(field, item.part),
            item.part,
            item.conflicts,
            number,
            held,
        )
        # "~" sorts after every digit, thus undated entries follow the dated ones of their group; `number` is
        # unique, so that entries are never compared themselves.
        placed.append(((_group_place(order, field), statement.when or "~", number), entry))
    placed.sort(key=lambda pair: pair[0])
    return [entry for _, entry in placed]


def _group_place(order: dict[str, int], field: Field) -> tuple[int, str]:
    return order[field.id], field.id


def _label(field: Field, part: str) -> str:
    if part == "speaker":
        return "says"
    return field.label if part in ("subject", "office") else field.inverse


def _held(statement: Statement, field: Field, as_of: str | None) -> str:
    if as_of is None:
        return ""
    if statement.when is None:
        return UNDATED
    return dates.holds(dates.parse(statement.when), field.nature, as_of, statement.confirmed or "")


def _ruled_out(store: Store, statement: Statement, as_of: str | None) -> bool:
    """Whether something else rules out that a state which is only attested held on the day as well.

    What is attested within a known term is covered by that term, and by a later one of the same person from
    its start on. An office that somebody else certainly held on the day was not held by the one it is
    attested for.
    """
    value = statement.value.text if statement.value else None
    if not as_of or not value or not statement.when or store.fields[statement.field].nature != dates.STATE:
        return False
    attested = dates.parse(statement.when)
    if attested.interval and not attested.end_unknown:
        return False
    last = max(attested.start_latest, attested.end_earliest)
    # Both a term of the same person and one of somebody else in the same office can rule it out; what several
    # people hold at once, or is no office, only the former.
    office = store.named([value]).get(value) if statement.field == "office" else None
    alone = office is not None and not store.is_shared(office.name)
    for subject, edtf, confirmed in store.states_like(
        statement.field, value, None if alone else statement.subject
    ):
        term = dates.parse(edtf)
        if subject == statement.subject:
            covers = term.start_earliest <= last and attested.start_earliest <= term.end_latest
            # The statement itself is among these, and may be stated twice.
            if (covers and not term.end_unknown) or last < term.start_earliest <= as_of:
                return True
        elif dates.holds(term, dates.STATE, as_of, confirmed or "") in dates.SURE:
            return True
    return False
