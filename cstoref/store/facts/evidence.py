"""What a form reads: the statements that concern a record in the fields that its facts name, as of a day."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule, Record, Statement
from cstoref.namedtuples import NamedTuple
from cstoref.store.record_statements import stand_ins, statements_in_places, statements_standing_for

from ..membership import MEMBER, founding_day, statuses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cstoref.store.queries import Store
    from cstoref.store.record_reader import RecordRef
    from cstoref.store.statement_reader import StatementRow

HAPPENED = ("asserted", "reported")
"""The stances of what is said to be so: a plan, a promise or a denial is no fact."""


class Item(NamedTuple):
    """One statement, how the record takes part in it, and how it counts on the day."""

    statement: Statement
    part: str
    conflicts: int
    held: str

    @property
    def start(self) -> str:
        """The first day on which it may have been, as ISO text; empty without a date."""
        when = self.statement.when
        return dates.parse(when).start_earliest if when else ""


class Evidence:
    """The record, the day, and the statements of all its facts, read once."""

    def __init__(
        self,
        store: Store,
        record: Record,
        day: str,
        items: Iterable[Item],
        denied: Iterable[Item],
        standing: Iterable[Item] = (),
    ) -> None:
        self.store = store
        self.record = record
        self.day = day
        self.items = tuple(items)
        self._denied = tuple(denied)
        self._standing = tuple(standing)
        self._refs: dict[str, RecordRef] = {}
        self._stand_ins: dict[str, list[str]] | None = None
        self._acting: tuple[str, ...] | None = None
        self._founded: str | None = None

    @property
    def founded(self) -> str:
        """The first day on which what the pack is about was founded, as ISO text; empty if none is stated."""
        if self._founded is None:
            self._founded = founding_day(self.store)
        return self._founded

    def members_on(self, day: str) -> list[str]:
        """The members of what the pack is about on a day."""
        return [id for id, status in statuses(self.store, day).items() if status == MEMBER]

    def is_acting(self, s: Statement) -> bool:
        """Whether a statement says that somebody only stood in for the holder of an office."""
        if self._acting is None:
            self._acting = tuple(phrase for _, words in self.store.words("acting") for phrase in words)
        return any(phrase in s.text for phrase in self._acting)

    def of(self, rule: FactRule) -> list[Item]:
        """The statements that a fact reads: those that are so on the day, of its fields, part and type."""
        return [item for item in self._read_by(rule) if item.start <= self.day]

    def later(self, rule: FactRule) -> list[Item]:
        """The statements of a fact that begin or happen only after the day."""
        return [item for item in self._read_by(rule) if item.start > self.day]

    def denied(self, rule: FactRule) -> list[Item]:
        """The statements of a fact that say of something that it was not done, by the day."""
        return [item for item in self._read_by(rule, self._denied) if item.start <= self.day]

    def stand_ins(self, statement: str) -> list[str]:
        """The members for whom the people of a statement on this record stand without its naming them."""
        if self._stand_ins is None:
            self._stand_ins = stand_ins(self.store, self.record.id)
        return self._stand_ins.get(statement, [])

    def stood_for(self, rule: FactRule) -> list[Item]:
        """The statements of a fact on somebody who stood for the record without its being named."""
        return [item for item in self._read_by(rule, self._standing) if item.start <= self.day]

    def _read_by(self, rule: FactRule, items: Sequence[Item] | None = None) -> list[Item]:
        return [
            item
            for item in (self.items if items is None else items)
            if item.statement.field in rule.fields
            and (not rule.part or item.part == rule.part)
            and (not rule.type or self.type(item.statement.subject) in rule.type)
        ]

    def about(self, id: str, fields: Sequence[str]) -> list[Item]:
        """What concerns another record in some fields, with how it counts on the day."""
        rows = self.store.statements_in(id, fields)
        return [item for row in rows if (item := _item(self.store, row, self.day)) is not None]

    def in_places(self, fields: Sequence[str]) -> list[tuple[str, Item]]:
        """What concerns the state and the places in it in some fields, each with its place."""
        rows = statements_in_places(self.store, self.record.id, fields)
        items = [(place, _item(self.store, row, self.day)) for place, row in rows]
        return [(place, item) for place, item in items if item is not None]

    def name(self, id: str) -> str:
        """The name of a record."""
        return self._ref(id).name

    def subject_name(self) -> str:
        """The shortest name of what the pack is about, as it stands after an article: `CSTO`."""
        return self.store.short_title()

    def type(self, id: str) -> str:
        """The type of a record."""
        return self._ref(id).type

    def kind(self, id: str) -> str:
        """The kind of a record."""
        return self._ref(id).kind

    def _ref(self, id: str) -> RecordRef:
        if id not in self._refs:
            # All names that the facts may need, in one query at the first of them.
            wanted = {id, *(item.statement.subject for item in self.items)}
            wanted.update(about for item in self.items for about in item.statement.about)
            self._refs.update(self.store.named(wanted))
        return self._refs[id]


def evidence(store: Store, record: Record, fields: Sequence[str], day: str) -> Evidence:
    """Everything that concerns a record in the fields, with how it counts on the day."""
    rows = store.statements_in(record.id, fields)
    items = [item for row in rows if (item := _item(store, row, day)) is not None]
    denied = [item for row in rows if (item := _item(store, row, day, denied=True)) is not None]
    # A statement that names the record is among `items` already.
    known = {row.statement.id for row in rows}
    stands = (
        row for row in statements_standing_for(store, record.id, fields) if row.statement.id not in known
    )
    standing = [item for row in stands if (item := _item(store, row, day)) is not None]
    return Evidence(store, record, day, items, denied, standing)


def held_in(store: Store, record: Record, offices: Collection[str], day: str) -> Evidence:
    """What concerns a record because somebody held some offices in it, with how it counts on the day."""
    rows = store.statements_in(record.id, ("office",), offices)
    items = [item for row in rows if (item := _item(store, row, day)) is not None]
    return Evidence(store, record, day, items, ())


def _item(store: Store, row: StatementRow, day: str, *, denied: bool = False) -> Item | None:
    s = row.statement
    if s.negated is not denied or s.rank == "deprecated" or s.stance not in HAPPENED:
        return None
    nature = store.fields[s.field].nature
    held = dates.holds(dates.parse(s.when), nature, day, s.confirmed or "") if s.when else dates.POSSIBLY
    return Item(s, row.part, row.conflicts, held)


def compose(rule: FactRule, text: str, items: Sequence[Item]) -> Fact | None:
    """A fact from its words and what they rest on; None without words."""
    if not text:
        return None
    ids = tuple(dict.fromkeys(item.statement.id for item in items))
    conflicts = sum(1 for item in items if item.conflicts)
    words = rule.phrase.replace("{}", text) if rule.phrase else text
    layers = [item.statement.layer for item in items if item.statement.layer]
    return Fact(rule.id, rule.label, words, ids, conflicts, rule.head, layer=layers[-1] if layers else None)


def listed(words: Sequence[str], most: int, between: str = ", ") -> str:
    """Words in a row, all of them or so many that it says how many are left out: `a, b and 4 more`."""
    if len(words) <= most + 1:  # "and 1 more" would take the room of the one
        return between.join(words)
    return f"{between.join(words[:most])} and {len(words) - most} more"


def timed(words: str, time: str) -> str:
    """Words with a time after them: `president since 2012`, `president, 2008–2012`."""
    if not time:
        return words
    return f"{words} {time}" if time.startswith(("since ", "until ", "from ")) else f"{words}, {time}"


def spoken(s: Statement) -> str:
    """The time of a statement in words, with the mark of a date that no cited text states."""
    return f"{dates.FOUND if s.when and s.when_basis else ''}{dates.spoken(s.when)}"


def dated(words: str, time: str) -> str:
    """Words with a time in brackets after them, unless they have its year already."""
    return words if not time or time.strip(dates.FOUND)[-4:] in words else f"{words} ({time})"


def since(s: Statement, held: str) -> str:
    """How long a state holds: `since 20 Jul 1994`, and when it was last known if that is some time ago."""
    words = dates.spoken(s.when)
    if held == dates.LAST_KNOWN and s.confirmed:
        return f"{words}, last known {dates.spoken(s.confirmed)}"
    return words


def meets(edtf: str | None, other: str | None) -> bool:
    """Whether two dates may be one time."""
    if not edtf or not other:
        return edtf == other
    first, second = dates.parse(edtf), dates.parse(other)
    return first.start_earliest <= second.end_latest and second.start_earliest <= first.end_latest
