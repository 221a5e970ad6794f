"""The read API of a compiled pack: named queries with bound parameters, frozen values out.

Reads are quick enough to run anywhere, also between two key presses: no threads, nothing kept but words that
never change (kinds, fields, rules).
"""

from __future__ import annotations

from itertools import islice

from cstoref import dates
from cstoref.errors import StoreError
from cstoref.model import (
    SERIOUS,
    Author,
    Citation,
    Conflict,
    Edition,
    Fact,
    FactRule,
    Field,
    Kind,
    Record,
    Retired,
    RuleException,
    Scheme,
    Silence,
    Source,
    Statement,
)
from cstoref.namedtuples import NamedTuple

from . import rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from typing import Any

APPLICATION_ID = 0x4353544F  # "CSTO": tells our files from others
KNOWN = 20_000
"""Statements that are kept while a pack is compiled; beyond them all are read anew."""
FORMAT = 38
"""Raised whenever the schema or the meaning of a column changes; part of a compiled pack's name."""
_CITED = ", ".join(f"c.{column}" for column in rows.CITATION.split(", "))


DISPUTES = ("disagreement", "tension-in-one-source", "undated-or-uncorroborated")
"""The natures of conflicts in which something is in doubt."""


class StatementRow(NamedTuple):
    """A statement as a list shows it: with how the record it is listed for takes part, and how many conflicts
    put it in doubt."""

    statement: Statement
    part: str
    """`subject`, `role`, `value` or `speaker`."""
    conflicts: int


class RecordRef(NamedTuple):
    """What stands for a record in a line: enough for a link."""

    id: str
    kind: str
    name: str
    type: str


class Layer(NamedTuple):
    """What one pack of a stack says of itself."""

    id: str
    title: str
    edition: str
    checked_until: str
    licence: str
    description: str
    checked_from: str | None
    language: str
    extends: str | None
    vocabulary: str | None


class Sentence(NamedTuple):
    """Where a sentence stands in its source, how many statements rest on it, and whether it is silent."""

    number: int
    start: int
    end: int
    statements: int
    state: str


class Store:
    """A compiled pack, open for reading."""

    folder: str | None = None
    """The folder of the pack that was asked for; None is the built-in pack. Of several they are joined with
    `os.pathsep`."""

    def __init__(self, database: sqlite3.Connection, *, writing: bool = False) -> None:
        """Raises sqlite3.Error if the file is not a whole compiled pack of this format. `writing`: it is
        being compiled, and what is in it so far is read."""
        self.database = database
        if not writing:
            # The file is opened read-only, but a pack compiled into memory is writable: one guard for both.
            database.execute("PRAGMA query_only = ON")
        # A foreign file or an older format fails here, before any query meets a table that it does not have.
        marks = database.execute(
            "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"
        ).fetchone()
        if marks != (APPLICATION_ID, FORMAT):
            raise database.DatabaseError("not a compiled pack of this format")
        self.pack: dict[str, str] = dict(database.execute("SELECT key, value FROM pack"))
        # Read on first use: many commands need only one of the two, some neither.
        self._fields: dict[str, Field] | None = None
        self._kinds: dict[str, Kind] | None = None
        self._schemes: dict[str, Scheme] | None = None
        self._rules: dict[str, list[FactRule]] = {}
        self._shared: tuple[str, ...] | None = None
        self._known: dict[int, tuple[Statement, int]] | None = {} if writing else None
        """Statements that were read, with their conflicts, by number: the pages of a pack that is compiled
        read each several times."""
        self._asked_for_some = False
        self._with_record: frozenset[str] | None = None
        self._groups: dict[str, dict[str, tuple[str, ...]]] = {}
        self._requests: list[tuple[list[str], str]] | None = None

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    @property
    def edition(self) -> Edition:
        """What the pack says of itself."""
        return Edition(*(self.pack.get(name) or None for name in Edition._fields))  # type: ignore[arg-type]

    @property
    def layers(self) -> list[Layer]:
        """The packs of a stack, the lowest first; empty for a pack without layers."""
        return [
            Layer(*row)
            for row in self.database.execute(
                "SELECT id, title, edition, checked_until, licence, description, checked_from, language, "
                "extends, vocabulary FROM layer ORDER BY position"
            )
        ]

    def work_of(self, layer: str | None) -> Edition:
        """What the pack says of itself to which something belongs, by the layer that it names."""
        whole = self.edition
        id = layer or self.lowest
        for pack in () if whole.id == id else self.layers:
            if pack.id == id:
                return whole._replace(**pack._asdict())
        return whole

    @property
    def lowest(self) -> str:
        """The id of the pack below all layers."""
        return self.pack["id"].partition("+")[0]  # which no id of a single pack has

    def layer_of(self, id: str) -> str | None:
        """The layer of a record, statement, source or conflict; None for the lowest pack or an unknown id."""
        row = self.database.execute(
            "SELECT layer FROM record WHERE id = ?1 UNION ALL SELECT layer FROM statement WHERE id = ?1 "
            "UNION ALL SELECT layer FROM source WHERE id = ?1 "
            "UNION ALL SELECT layer FROM conflict WHERE id = ?1",
            (id,),
        ).fetchone()
        return row[0] if row else None

    @property
    def default_day(self) -> str:
        """The day to answer for where none is given: the last day that the pack was checked for. The system
        date plays no part: a clock that was reset would make answers wrong."""
        return self.pack["checked_until"]

    @property
    def age(self) -> str:
        """How old the pack is in words, from one year after `checked_until` on; else empty."""
        checked, today = self.pack["checked_until"], dates.today()
        years = int(today[:4]) - int(checked[:4]) - (today[4:] < checked[4:])
        if years < 1:
            return ""
        return f"checked until {dates.spoken(checked[:7])}, {years} {'year' if years == 1 else 'years'} ago"

    @property
    def newest_source(self) -> str:
        """The day on which the newest source was issued, as EDTF; empty where no source has a date."""
        # Some begin with a sign of EDTF (`../2005`), which would sort before or after every digit.
        row = self.database.execute("SELECT max(issued) FROM source WHERE issued GLOB '[0-9]*'").fetchone()
        return row[0] or ""

    @property
    def clock_is_behind(self) -> bool:
        """Whether the system date is before the pack's own, by more than a time zone explains."""
        # A year or month as the limit is not later than any day in it. One day of tolerance: the editors may
        # live up to a day ahead of this clock.
        checked = self.pack["checked_from"] or self.pack["checked_until"]
        return dates.next_day(dates.today()) < checked

    def count(self, what: str) -> int:
        """How many `sources`, `records`, `statements`, `conflicts` or `quotes` the pack has."""
        return int(self.pack[what])

    @property
    def kinds(self) -> dict[str, Kind]:
        """Every kind by id, in the order of lists."""
        if self._kinds is None:
            kind_rows = self.database.execute(f"SELECT {rows.KIND} FROM kind ORDER BY position")
            self._kinds = {row[0]: rows.kind(row) for row in kind_rows}
        return self._kinds

    @property
    def fields(self) -> dict[str, Field]:
        """Every field by id, in the order of pages."""
        if self._fields is None:
            field_rows = self.database.execute(f"SELECT {rows.FIELD} FROM field ORDER BY position")
            self._fields = {row[0]: rows.field(row) for row in field_rows}
        return self._fields

    @property
    def schemes(self) -> dict[str, Scheme]:
        """Every scheme of identifiers by id, in the order in which they are declared."""
        if self._schemes is None:
            scheme_rows = self.database.execute(f"SELECT {rows.SCHEME} FROM scheme ORDER BY position")
            self._schemes = {row[0]: rows.scheme(row) for row in scheme_rows}
        return self._schemes

    def fields_among(self, ids: Iterable[str]) -> dict[str, Field]:
        """Fields by id, in the order of pages: those that are asked for, perhaps with others."""
        wanted = list(dict.fromkeys(ids))
        # A look-up asks once and for a few; whoever asks again goes on to ask for most of them.
        if self._fields is not None or self._asked_for_some or len(wanted) > rows.BATCH:
            return self.fields
        self._asked_for_some = True
        field_rows = self.database.execute(
            f"SELECT {rows.FIELD} FROM field WHERE id IN ({', '.join('?' * len(wanted))}) ORDER BY position",
            wanted,
        )
        return {row[0]: rows.field(row) for row in field_rows}

    @property
    def fields_with_record(self) -> frozenset[str]:
        """The fields whose value is a record."""
        if self._with_record is None:
            ids = self.database.execute("SELECT id FROM field WHERE value = 'record'")
            self._with_record = frozenset(id for (id,) in ids)
        return self._with_record

    def words(self, name: str) -> list[tuple[str, tuple[str, ...]]]:
        """The entries of a list of everyday words: a key, and the phrases that stand for it."""
        entries = self.database.execute(
            "SELECT key, phrases FROM word_list WHERE list = ? ORDER BY position", (name,)
        )
        return [(key, tuple(phrases.split("|"))) for key, phrases in entries]

    def word_groups(self, name: str) -> dict[str, tuple[str, ...]]:
        """Words of which one may stand for another, by a list of everyday words: each with all words of the
        entries that it stands in, as key or as phrase."""
        if name not in self._groups:
            groups: dict[str, tuple[str, ...]] = {}
            for key, phrases in self.words(name):
                for word in (key, *phrases):
                    groups[word] = (*groups.get(word, ()), key, *phrases)
            self._groups[name] = groups
        return self._groups[name]

    @property
    def requests(self) -> list[tuple[list[str], str]]:
        """The words of each phrase that asks for something (`[words.ask]`) and the key that it stands for,
        the longest phrase first."""
        if self._requests is None:
            phrase_rows = self.database.execute(
                "SELECT phrase, key FROM phrase WHERE list = 'ask' ORDER BY length(phrase) DESC"
            )
            self._requests = [(phrase.split(), key) for phrase, key in phrase_rows]
        return self._requests

    def is_shared(self, office: str) -> bool:
        """Whether several people hold an office at once, by how its name begins."""
        if self._shared is None:
            self._shared = tuple(phrase for _, phrases in self.words("shared") for phrase in phrases)
        return office.lower().startswith(self._shared)

    def fact_rules(self, type: str) -> list[FactRule]:
        """How the facts of a record of a type are found, in the order of the page."""
        if type in self._rules:
            return self._rules[type]
        rule_rows = self.database.execute(
            # Blanks on both sides make `instr` compare whole words: `organ` must not match `organization`.
            f"SELECT {rows.FACT_RULE} FROM fact_rule WHERE instr(' ' || types || ' ', ?) ORDER BY position",
            (f" {type} ",),
        )
        self._rules[type] = [rows.fact_rule(row) for row in rule_rows]
        return self._rules[type]

    def stored_facts(self, record: str) -> list[Fact]:
        """The facts of a record as of the day of the edition."""
        fact_rows = self.database.execute(
            "SELECT id, label, text, statements, conflicts, head, missing, layer FROM fact WHERE record = ? "
            "ORDER BY position",
            (record,),
        )
        return [
            Fact(id, label, text, tuple(ids.split()), conflicts, bool(head), bool(missing), layer)
            for id, label, text, ids, conflicts, head, missing, layer in fact_rows
        ]

    def first_citations(self, statements: Sequence[str]) -> dict[str, Citation]:
        """The first citation of each statement that has one, by its id."""
        cited_rows = self.database.execute(
            f"SELECT s.id, {_CITED} "
            # Position 0 is the strongest citation: `compile` stores them as `provenance.ordered` sorts them.
            "FROM statement s JOIN citation c ON c.statement = s.number AND c.position = 0 "
            f"WHERE s.id IN ({', '.join('?' * len(statements))})",
            statements,
        )
        return {id: Citation(*cited) for id, *cited in cited_rows}

    def record(self, id: str) -> Record | None:
        """A record with its names and identifiers, or None."""
        row = self.database.execute(f"SELECT {rows.RECORD} FROM record WHERE id = ?", (id,)).fetchone()
        if row is None:
            return None
        names = self.database.execute(
            "SELECT text, lang, note, layer FROM name WHERE record = ? ORDER BY position", (id,)
        )
        identifiers = self.database.execute(
            "SELECT scheme, value FROM identifier WHERE record = ? ORDER BY scheme", (id,)
        )
        return rows.record(row, names, identifiers)

    def records(self, kind: str | None = None) -> list[Record]:
        """Records without their names: of one kind by name (events by day), or all, kind by kind."""
        record_rows = self.database.execute(
            f"SELECT {', '.join(f'r.{column}' for column in rows.RECORD.split(', '))} "
            "FROM record r JOIN kind k ON k.id = r.kind WHERE ?1 IS NULL OR r.kind = ?1 "
            # '9' is greater than every ISO day as text, thus events without a date come last.
            "ORDER BY k.position, CASE r.kind WHEN 'event' THEN coalesce(r.earliest, '9') END, "
            "r.name COLLATE NOCASE",
            (kind,),
        )
        return [rows.record(row) for row in record_rows]

    def heaviest(self, kind: str, limit: int) -> list[str]:
        """The ids of the `limit` most documented records of a kind, the most documented first."""
        ids = self.database.execute(
            "SELECT id FROM record WHERE kind = ? ORDER BY weight DESC LIMIT ?", (kind, limit)
        )
        return [id for (id,) in ids]

    def whole_records(self) -> Iterator[Record]:
        """Every record with its names and identifiers, in the order of the files."""
        ids = self.database.execute("SELECT id FROM record ORDER BY number").fetchall()
        for (id,) in ids:
            record = self.record(id)
            # The id was read from the same immutable file a moment ago.
            assert record is not None
            yield record

    def short_name(self, id: str) -> str:
        """The shortest name of a record that needs no language: `CSTO`."""
        record = self.record(id)
        if record is None:
            return id
        # A name that a layer adds is a way to find the record, never what it is called.
        own = (name.text for name in record.names if name.lang is None and name.layer is None)
        return min((record.name, *own), key=len)

    def short_title(self) -> str:
        """What the pack is about, as short as it can be said: `CSTO`; its title where it has no subject."""
        subject = self.pack["subject"]
        return self.short_name(subject).removeprefix("The ") if subject else self.pack["title"]

    def named(self, ids: Iterable[str]) -> dict[str, RecordRef]:
        """Name and kind of each record, by id."""
        wanted = list(dict.fromkeys(ids))
        refs: dict[str, RecordRef] = {}
        # A statement of SQLite before 3.32 binds at most 999 values; a whole index names more records.
        for first in range(0, len(wanted), rows.BATCH):
            part = wanted[first : first + rows.BATCH]
            sql = f"SELECT id, kind, name, type FROM record WHERE id IN ({', '.join('?' * len(part))})"
            refs.update((row[0], RecordRef(*row)) for row in self.database.execute(sql, part))
        return refs

    def blurbs(self, ids: Iterable[str]) -> dict[str, str]:
        """The one-line description of each record that has one, by id."""
        wanted = list(dict.fromkeys(ids))
        sql = (
            f"SELECT id, blurb FROM record WHERE blurb IS NOT NULL AND id IN ({', '.join('?' * len(wanted))})"
        )
        return dict(self.database.execute(sql, wanted))

    def statements_about(self, record: str, limit: int = -1) -> list[StatementRow]:
        """The statements that concern a record, authored on it or elsewhere, the most important first."""
        numbered = self.database.execute(
            "SELECT statement, part FROM about WHERE record = ? ORDER BY weight DESC, statement LIMIT ?",
            (record, limit),
        ).fetchall()
        return self._listed(numbered)

    def numbered_about_each(self, records: Sequence[str]) -> Iterator[tuple[list[int], list[StatementRow]]]:
        """The statements that concern each of some records, with their numbers before them, in the order of
        the records: a few queries for all of them."""
        found: dict[str, list[tuple[int, str]]] = {record: [] for record in records}
        for record, number, part in self.database.execute(
            f"SELECT record, statement, part FROM about WHERE record IN ({', '.join('?' * len(records))}) "
            "ORDER BY record, weight DESC, statement",
            records,
        ):
            found[record].append((number, part))
        numbered = [pair for of_record in found.values() for pair in of_record]
        listed = iter(self._listed(numbered))
        for of_record in found.values():
            yield [number for number, _ in of_record], list(islice(listed, len(of_record)))

    def highlights(self, record: str) -> list[StatementRow]:
        """The statements below the facts of a record's card on the day of the edition, the best first."""
        found = self.database.execute(
            "SELECT statement, part FROM highlight WHERE record = ? ORDER BY position", (record,)
        ).fetchall()
        return self._listed(found)

    def statements_in(
        self, record: str, fields: Sequence[str], values: Collection[str] | None = None
    ) -> list[StatementRow]:
        """The statements of some fields, or those with some values, that concern a record, the most important
        first."""
        only = "" if values is None else f"AND s.value IN ({', '.join('?' * len(values))}) "
        numbered = self.database.execute(
            "SELECT a.statement, a.part FROM about a JOIN statement s ON s.number = a.statement "
            f"WHERE a.record = ? AND s.field IN ({', '.join('?' * len(fields))}) {only}"
            "ORDER BY a.weight DESC, a.statement",
            (record, *fields, *(values or ())),
        ).fetchall()
        return self._listed(numbered)

    def statements_standing_for(self, member: str, fields: Sequence[str]) -> list[StatementRow]:
        """The statements of some fields on somebody who was there for a member by an office that was held
        then, though they do not name the member."""
        numbered = self.database.execute(
            "SELECT s.number, 'stands' FROM stands_for f JOIN statement s ON s.number = f.statement "
            f"WHERE f.member = ? AND s.field IN ({', '.join('?' * len(fields))}) "
            "ORDER BY s.weight DESC, s.number",
            (member, *fields),
        ).fetchall()
        return self._listed(numbered)

    def stand_ins(self, subject: str) -> dict[str, list[str]]:
        """The members for whom somebody was there by an office that was held then, by each statement on a
        record that does not name them."""
        members: dict[str, list[str]] = {}
        for statement, member in self.database.execute(
            "SELECT s.id, f.member FROM statement s JOIN stands_for f ON f.statement = s.number "
            "WHERE s.subject = ? ORDER BY s.number",
            (subject,),
        ):
            members.setdefault(statement, []).append(member)
        return members

    def offices_of(self, body: str, post: str) -> set[str]:
        """The offices of a state or body that are a post."""
        office_rows = self.database.execute("SELECT id FROM office WHERE body = ? AND post = ?", (body, post))
        return {id for (id,) in office_rows}

    def body_of(self, office: str) -> str:
        """The state or body whose office it is; empty where none is declared."""
        row = self.database.execute("SELECT body FROM office WHERE id = ?", (office,)).fetchone()
        return row[0] if row else ""

    def weights(self, ids: Sequence[str]) -> dict[str, int]:
        """How much is known of records, each by its id."""
        marks = ", ".join("?" * len(ids))
        return dict(self.database.execute(f"SELECT id, weight FROM record WHERE id IN ({marks})", ids))

    def posts_in(self, council: str) -> list[str]:
        """The posts whose holders sit in a body, the first before the others."""
        rows = self.database.execute("SELECT id FROM post WHERE council = ? ORDER BY position", (council,))
        return [id for (id,) in rows]

    def statements_in_places(self, state: str, fields: Sequence[str]) -> list[tuple[str, StatementRow]]:
        """What concerns a state and the places in it in some fields, each with the place."""
        found = self.database.execute(
            "SELECT a.record, a.statement, a.part FROM about a JOIN statement s ON s.number = a.statement "
            "WHERE a.record IN (SELECT id FROM record WHERE kind = 'place' AND place = ?1 UNION SELECT ?1) "
            f"AND s.field IN ({', '.join('?' * len(fields))}) ORDER BY a.weight DESC, a.statement",
            (state, *fields),
        ).fetchall()
        rows = self._listed([(number, part) for _, number, part in found])
        return [(place, row) for (place, _, _), row in zip(found, rows, strict=True)]

    def leading_post(self, body: str, day: str) -> str | None:
        """The post that is declared to lead a state or body on a day, where that is not the first one."""
        row = self.database.execute(
            # `until` is exclusive, like the end of every term.
            "SELECT post FROM leading WHERE body = ? AND since <= ? AND (until IS NULL OR until > ?) "
            "ORDER BY since DESC",
            (body, day, day),
        ).fetchone()
        return row[0] if row else None

    def post_labels(self) -> dict[str, str]:
        """Every post with its label."""
        return dict(self.database.execute("SELECT id, label FROM post ORDER BY position"))

    def leading_posts(self) -> list[str]:
        """The posts whose holders lead a state or body, the first before the others."""
        post_rows = self.database.execute("SELECT id FROM post WHERE leads ORDER BY position")
        return [id for (id,) in post_rows]

    def count_conflicts(self, record: str) -> int:
        """On how many matters that concern a record the sources disagree or cannot be checked."""
        return sum(conflict.nature in SERIOUS for conflict in self.conflicts(record=record))

    def states_like(
        self, field: str, value: str, subject: str | None = None
    ) -> list[tuple[str, str, str | None]]:
        """Subject, time and last confirmation of every statement that a field has a value over an interval,
        on any record or on one."""
        term_rows = self.database.execute(
            "SELECT subject, edtf, confirmed FROM statement "
            # Only an interval is a term. A single date attests the state on that day and says nothing of its
            # ends.
            "WHERE field = ?1 AND value = ?2 AND instr(edtf, '/') AND NOT negated AND rank != 'deprecated' "
            "AND (?3 IS NULL OR subject = ?3)",
            (field, value, subject),
        )
        return term_rows.fetchall()

    def states_of_leaders(self) -> dict[str, str]:
        """The name of the state (or body) in which each person held office, that of the most statements."""
        pairs = self.database.execute(
            "SELECT s.subject, r.name FROM statement s "
            "JOIN statement o ON o.subject = s.value AND o.field = 'office_of' "
            "JOIN record r ON r.id = o.value WHERE s.field = 'office' "
            # `dict` keeps the last row of a key, hence the order: states after other bodies, the most
            # statements last.
            "GROUP BY s.subject, r.id ORDER BY r.kind = 'member', count(*)"
        )
        return dict(pairs.fetchall())

    def ever_members(self) -> set[str]:
        """The records that were ever members of what the pack is about."""
        subject_rows = self.database.execute(
            "SELECT DISTINCT subject FROM statement WHERE field = 'membership' AND value = ? AND NOT negated",
            (self.pack["subject"],),
        )
        return {subject for (subject,) in subject_rows}

    def count_about(self, record: str) -> int:
        """How many statements concern a record."""
        row = self.database.execute("SELECT count(*) FROM about WHERE record = ?", (record,)).fetchone()
        return int(row[0])

    def statement(self, id: str) -> StatementRow | None:
        """One statement by its id, or None."""
        row = self.database.execute("SELECT number FROM statement WHERE id = ?", (id,)).fetchone()
        return self._listed([(row[0], "subject")])[0] if row else None

    def statements_numbered(self, numbers: Iterable[int]) -> list[StatementRow]:
        """Statements by their numbers (the row ids of full text), in the order given."""
        return self._listed([(number, "subject") for number in numbers])

    def all_statements(self) -> Iterator[Statement]:
        """Every statement in the order of the files, in batches."""
        last = 0
        while True:
            # Paged by key and not by OFFSET, which would read every earlier row again for each batch.
            batch = self.database.execute(
                f"SELECT {rows.STATEMENT} FROM statement WHERE number > ? ORDER BY number LIMIT ?",
                (last, rows.BATCH),
            ).fetchall()
            if not batch:
                return
            last = batch[-1][0]
            yield from rows.statements(self.database, batch, self.fields_with_record)

    def resting_on(self, source: str, start: int, end: int) -> list[StatementRow]:
        """The statements whose passage in `source` overlaps [start, end), in code points; the most
        important first."""
        numbered = self.database.execute(
            "SELECT DISTINCT s.number, 'subject' FROM citation c JOIN statement s ON s.number = c.statement "
            # Both ranges are half-open: passages that only touch do not overlap. DISTINCT because one
            # statement may cite the passage twice.
            'WHERE c.source = ? AND c.start < ? AND c."end" > ? ORDER BY s.weight DESC, s.number',
            (source, end, start),
        ).fetchall()
        return self._listed(numbered)

    def fields_on(self, kind: str) -> frozenset[str]:
        """The fields that are stated on any record of a kind."""
        rows = self.database.execute(
            "SELECT DISTINCT s.field FROM statement s JOIN record r ON r.id = s.subject WHERE r.kind = ?",
            (kind,),
        )
        return frozenset(field for (field,) in rows)

    def unanchored(self, source: str) -> list[StatementRow]:
        """The statements that cite a source without a passage of it, in the order of the pack."""
        numbered = self.database.execute(
            "SELECT DISTINCT statement, 'subject' FROM citation WHERE source = ? AND start IS NULL "
            "ORDER BY statement",
            (source,),
        ).fetchall()
        return self._listed(numbered)

    def passages(self, source: str) -> list[tuple[int, int]]:
        """Every passage of a source that a statement rests on, in order."""
        return self.database.execute(
            'SELECT DISTINCT start, "end" FROM citation WHERE source = ? AND start IS NOT NULL '
            'ORDER BY start, "end"',
            (source,),
        ).fetchall()

    def sources(self) -> list[Source]:
        """Every source, in the order of the file."""
        source_rows = self.database.execute(f"SELECT {rows.SOURCE} FROM source ORDER BY position").fetchall()
        authors = self._authors()
        return [Source(*row)._replace(authors=authors.get(row[0], ())) for row in source_rows]

    def counted_kinds(self) -> list[tuple[Kind, int]]:
        """Every kind with the number of its records, in the order of lists."""
        counts = dict(self.database.execute("SELECT kind, count(*) FROM record GROUP BY kind"))
        return [(kind, counts.get(id, 0)) for id, kind in self.kinds.items()]

    def days(self, record: str | None = None) -> list[str]:
        """The days at which something begins, ends or happens: for a record, else for members and offices."""
        day_rows = self.database.execute(
            # UNION, unlike UNION ALL, drops days that occur twice, so that stepping never stays on one day.
            "WITH chosen AS (SELECT start_earliest, end_latest FROM statement s "
            "WHERE CASE WHEN ?1 IS NULL THEN s.field IN ('membership', 'office') "
            "ELSE s.number IN (SELECT statement FROM about WHERE record = ?1) END) "
            "SELECT start_earliest FROM chosen UNION SELECT end_latest FROM chosen ORDER BY 1",
            (record,),
        )
        # The first and the last day of the calendar stand for an open or unknown end; nothing happened on
        # them.
        return [day for (day,) in day_rows if day and "0001-01-01" < day < "9999-12-31"]

    def source(self, id: str) -> Source | None:
        """One source by its id, or None."""
        row = self.database.execute(f"SELECT {rows.SOURCE} FROM source WHERE id = ?", (id,)).fetchone()
        return Source(*row)._replace(authors=self._authors(id).get(id, ())) if row else None

    def _authors(self, source: str | None = None) -> dict[str, tuple[Author, ...]]:
        """The authors of every source that has any, or of one."""
        author_rows = self.database.execute(
            "SELECT source, name, body FROM author WHERE ?1 IS NULL OR source = ?1 ORDER BY source, position",
            (source,),
        )
        authors: dict[str, tuple[Author, ...]] = {}
        for id, name, body in author_rows:
            authors[id] = (*authors.get(id, ()), Author(name, bool(body)))
        return authors

    def shorts(self, ids: Iterable[str]) -> dict[str, str]:
        """How a footnote names each source, by id."""
        wanted = list(dict.fromkeys(ids))
        sql = f"SELECT id, short FROM source WHERE id IN ({', '.join('?' * len(wanted))})"
        return dict(self.database.execute(sql, wanted))

    def addresses(self, ids: Iterable[str]) -> dict[str, str]:
        """Where sources are published, by id; those without an address are left out."""
        wanted = list(dict.fromkeys(ids))
        sql = f"SELECT id, url FROM source WHERE url != '' AND id IN ({', '.join('?' * len(wanted))})"
        return dict(self.database.execute(sql, wanted))

    def text(self, source: str) -> str:
        """The text of a source. Raises StoreError where the pack has none."""
        row = self.database.execute("SELECT text FROM source WHERE id = ?", (source,)).fetchone()
        if row is None or row[0] is None:
            raise StoreError(f'the pack has no text of "{source}"')
        return str(row[0])

    def text_length(self, source: str) -> int:
        """How many characters the text of a source has; 0 where the pack has no text of it."""
        row = self.database.execute("SELECT length FROM source WHERE id = ?", (source,)).fetchone()
        return int(row[0] or 0) if row else 0

    def sentences(self, source: str) -> list[Sentence]:
        """Every sentence of a source, with how many statements rest on it."""
        sentence_rows = self.database.execute(
            'SELECT number, start, "end", statements, state FROM sentence WHERE source = ? ORDER BY number',
            (source,),
        )
        return [Sentence(*row) for row in sentence_rows]

    def resting(self, source: str) -> int:
        """How many statements rest on a source."""
        row = self.database.execute(
            "SELECT count(DISTINCT statement) FROM citation WHERE source = ?", (source,)
        ).fetchone()
        return int(row[0])

    def resting_by_source(self) -> dict[str, int]:
        """How many statements cite each source, by its id; sources without any are left out."""
        return dict(
            self.database.execute("SELECT source, count(DISTINCT statement) FROM citation GROUP BY source")
        )

    def conflicts(self, record: str | None = None, statement: str | None = None) -> list[Conflict]:
        """Every conflict, or those that concern a record or one of its statements, or one statement."""
        if statement is not None:
            condition = "number IN (SELECT conflict FROM conflict_statement WHERE statement = :id)"
        elif record is not None:
            condition = (
                "number IN (SELECT conflict FROM conflict_record WHERE record = :id "
                # Only statements that the conflict names (`named`): one that merely shares a passage with it
                # does not make the conflict a matter of its subject.
                "UNION SELECT conflict FROM conflict_statement c JOIN statement s ON s.id = c.statement "
                "WHERE c.named AND s.subject = :id)"
            )
        else:
            condition = "1"
        conflict_rows = self.database.execute(
            f"SELECT number, id, nature, topic, explanation, layer FROM conflict WHERE {condition} "
            "ORDER BY number",
            {"id": statement or record},
        ).fetchall()
        return [self._conflict(*row) for row in conflict_rows]

    def count_added(self, record: str) -> int:
        """How many of the statements that concern a record belong to layers."""
        if "+" not in self.pack["id"]:  # no layers, and no query for every look-up
            return 0
        row = self.database.execute(
            "SELECT count(*) FROM about a JOIN statement s ON s.number = a.statement "
            "WHERE a.record = ? AND s.layer IS NOT NULL",
            (record,),
        ).fetchone()
        return int(row[0])

    def retired_ids(self) -> dict[str, str]:
        """Every id that is no longer used, with what is meant by it now."""
        return {one.id: one.successor for one in self.retired()}

    def retired(self) -> list[Retired]:
        """Every id that is no longer used."""
        retired_rows = self.database.execute("SELECT id, successor, reason FROM retired ORDER BY id")
        return [Retired(*row) for row in retired_rows]

    def silences(self) -> list[Silence]:
        """Every passage that is marked as stating nothing, in the order of the files."""
        silence_rows = self.database.execute(f"SELECT reason, {rows.CITATION} FROM silence ORDER BY position")
        return [Silence(Citation(*row), reason) for reason, *row in silence_rows]

    def exceptions(self) -> list[RuleException]:
        """Statements that do not meet a constraint together, with the reason, in the order of the files."""
        sql = "SELECT rule, statements, reason FROM rule_exception ORDER BY position"
        return [
            RuleException(rule, tuple(of.split()), reason) for rule, of, reason in self.database.execute(sql)
        ]

    def conflicts_naming(self, statements: Sequence[str]) -> dict[str, list[str]]:
        """The ids of the conflicts of any nature that name each statement, for those that any names."""
        naming: dict[str, list[str]] = {}
        for first in range(0, len(statements), rows.BATCH):
            part = statements[first : first + rows.BATCH]
            for statement, conflict in self.database.execute(
                "SELECT n.statement, c.id FROM conflict_statement n JOIN conflict c ON c.number = n.conflict "
                f"WHERE n.named AND n.statement IN ({', '.join('?' * len(part))}) ORDER BY c.number",
                part,
            ):
                naming.setdefault(statement, []).append(conflict)
        return naming

    def conflict(self, id: str) -> Conflict | None:
        """One conflict by its id, or None."""
        row = self.database.execute(
            "SELECT number, id, nature, topic, explanation, layer FROM conflict WHERE id = ?", (id,)
        ).fetchone()
        return self._conflict(*row) if row else None

    def _conflict(
        self, number: int, id: str, nature: str, topic: str, explanation: str, layer: str | None
    ) -> Conflict:
        query = self.database.execute
        records = query("SELECT record FROM conflict_record WHERE conflict = ? ORDER BY position", (number,))
        statements = query(
            "SELECT statement FROM conflict_statement WHERE conflict = ? AND named ORDER BY position",
            (number,),
        )
        citations = query(
            f"SELECT {rows.CITATION} FROM conflict_citation WHERE conflict = ? ORDER BY position",
            (number,),
        )
        return Conflict(
            id,
            nature,
            topic,
            explanation,
            tuple(row[0] for row in records),
            tuple(row[0] for row in statements),
            tuple(Citation(*row) for row in citations),
            layer,
        )

    def _listed(self, numbered: list[tuple[int, str]]) -> list[StatementRow]:
        known = self._known if self._known is not None and len(self._known) < KNOWN else {}
        wanted = [number for number in dict.fromkeys(number for number, _ in numbered) if number not in known]
        found: list[tuple[Any, ...]] = []
        for first in range(0, len(wanted), rows.BATCH):
            # Written into the text and not bound: they are our own integers, and the text of the query stays
            # short.
            numbers = ", ".join(map(str, wanted[first : first + rows.BATCH]))
            sql = f"SELECT {rows.STATEMENT}, conflicts FROM statement WHERE number IN ({numbers})"
            found += self.database.execute(sql)
        read = rows.statements(self.database, [row[:-1] for row in found], self.fields_with_record)
        for row, statement in zip(found, read, strict=True):
            known[row[0]] = statement, row[-1]
        if self._known is not None:
            self._known = known
        # `IN` gives rows in the order of the table; the order that was asked for is restored by number.
        return [StatementRow(known[number][0], part, known[number][1]) for number, part in numbered]
