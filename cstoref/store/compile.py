"""Writes a checked pack into a fresh SQLite file, in one transaction.

What is looked up often is computed here once: folded names and their trigrams, how telling a statement is,
which sentence it rests on, which conflicts concern it, and whether its texts state its date.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from cstoref import dates, fold
from cstoref.attributes import ATTRIBUTES, NAMES
from cstoref.coverage import coverage
from cstoref.model import SERIOUS, Citation, Pack, Record, Source, Statement
from cstoref.provenance import grade, ordered

from .confirmation import confirmations
from .facts.facts import facts
from .highlights import highlights
from .levels import levels, up_to
from .offices import offices
from .pages import page
from .participation import LETTERS, MODES, Act, participants, state
from .queries import APPLICATION_ID, FORMAT, Store
from .search import name_index
from .stands_for import stands_for
from .stated_dates import dated
from .weights import office_weight, record_weight, statement_weight, turn_weight

Rows = Iterable[tuple[object, ...]]


def compile_pack(pack: Pack, database: sqlite3.Connection) -> None:
    """Fill an empty database from the pack. Everything or, if an error is raised, nothing to be used."""
    schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    schema = schema.replace("{attributes}", ", ".join(attribute.column for attribute in ATTRIBUTES))
    # An aborted compilation is thrown away whole (`cache.write` renames only a finished file), thus a journal
    # and waiting for the disk protect nothing.
    database.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;"
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};"
    )
    database.executescript(schema)
    database.execute("BEGIN")
    _Writer(dated(pack), database).write()
    database.execute("COMMIT")


class _Writer:
    def __init__(self, pack: Pack, database: sqlite3.Connection) -> None:
        self._pack = pack
        self._database = database
        self._spelt = {record.id: name_index.name_words(record) for record in pack.records}
        self._fields = {field.id: field for field in pack.vocabulary.fields}
        self._kinds = {kind.id: kind for kind in pack.vocabulary.kinds}
        self._of_id = {source.id: source for source in pack.sources}
        self._disputing = {c.id: c.layer for c in pack.conflicts if c.nature in SERIOUS}
        self._numbers = {statement.id: at for at, statement in enumerate(pack.statements, 1)}
        # Counts for the whole pack are made once: every record and every office weighs them below.
        self._told_of = Counter(id for s in pack.statements for id in (*s.about, s.said_by) if id)
        self._concern = _concerned(pack)
        self._natures = {conflict.id: conflict.nature for conflict in pack.conflicts}
        self._offices = tuple(offices(pack))
        self._levels = levels(pack)
        self._confirmed = self._confirmations()

    def write(self) -> None:
        self._words()
        self._sources()
        self._records()
        self._name_keys()
        self._statements()
        self._matrix()
        self._conflicts()
        self._texts()
        # Facts come last: they are found by the queries of a reader, over what was written before.
        self._facts()
        self._highlights()

    def _confirmations(self) -> dict[str, str]:
        """When each open state was last confirmed, by its own pack and those below it: a layer never changes
        a statement below."""
        bodies = {office: body for office, body, _ in self._offices}
        level_of = {s.id: self._levels[s.layer] for s in self._pack.statements}
        return {
            id: day
            for level in range(len(self._levels))
            for id, day in confirmations(up_to(self._pack, level), bodies).items()
            if level_of[id] == level
        }

    def _many(self, table: str, rows: Rows) -> None:
        # The first row shows how many columns the table takes; rows may be a generator, thus it is taken off
        # first.
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            return
        marks = ", ".join("?" * len(first))
        statement = f"INSERT INTO {table} VALUES ({marks})"
        self._database.execute(statement, first)
        self._database.executemany(statement, rows)

    def _words(self) -> None:
        pack = self._pack
        facts = {
            **pack.edition._asdict(),
            "sources": len(pack.sources),
            "records": len(pack.records),
            "statements": len(pack.statements),
            "conflicts": len(pack.conflicts),
            "quotes": sum(c.quote is not None for s in pack.statements for c in s.citations),
        }
        self._many("pack", ((key, "" if value is None else str(value)) for key, value in facts.items()))
        self._many(
            "layer",
            (
                (
                    *(at, e.id, e.title, e.edition, e.checked_until, e.licence, e.description),
                    *(e.checked_from, e.language, e.extends, e.vocabulary, None, None),
                )
                for at, e in enumerate(pack.layers)
            ),
        )
        vocabulary = pack.vocabulary
        self._many(
            "kind",
            ((at, *kind[:-2], "|".join(kind.lead), kind.weight) for at, kind in enumerate(vocabulary.kinds)),
        )
        self._many(
            "field",
            ((at, *field[:-1], " ".join(field.confirms)) for at, field in enumerate(vocabulary.fields)),
        )
        self._many("post", ((at, p.id, p.label, p.leads, p.council) for at, p in enumerate(vocabulary.posts)))
        self._many("leading", vocabulary.leading)
        self._many("office", self._offices)
        self._many(
            "fact_rule",
            (
                (at, *(" ".join(part) if isinstance(part, tuple) else part for part in rule))
                for at, rule in enumerate(vocabulary.facts)
            ),
        )
        self._many(
            "word_list",
            ((name, at, key, "|".join(of)) for at, (name, key, of) in enumerate(vocabulary.words)),
        )
        self._many("phrase", name_index.phrases(vocabulary.words))

    def _sources(self) -> None:
        texts = dict(self._pack.texts)
        self._many(
            "source",
            (
                (at, *_source_row(source), texts.get(source.id))
                for at, source in enumerate(self._pack.sources)
            ),
        )
        self._many(
            "author",
            (
                (source.id, at, *author)
                for source in self._pack.sources
                for at, author in enumerate(source.authors)
            ),
        )
        self._many("document_text (rowid, names, rest)", name_index.document_words(self._pack))

    def _records(self) -> None:
        told_of = self._told_of
        self._many(
            "record",
            (
                (
                    at,
                    *_record_row(record),
                    told_of[record.id],
                    self._record_weight(record),
                )
                for at, record in enumerate(self._pack.records, 1)
            ),
        )
        self._many(
            "name",
            ((record.id, at, *name) for record in self._pack.records for at, name in enumerate(record.names)),
        )
        self._many(
            "identifier",
            ((r.id, *identifier) for r in self._pack.records for identifier in r.identifiers),
        )

    def _record_weight(self, record: Record) -> int:
        return record_weight(self._kinds[record.kind], self._told_of[record.id])

    def _name_keys(self) -> None:
        keys = name_index.name_keys(self._pack.records, self._record_weight)
        self._many("name_key", ((at, *row) for at, row in enumerate(keys, 1)))
        self._many("world_name", name_index.world_names(self._pack.records, keys))
        self._many("word_key", name_index.word_keys(keys))
        trigrams = name_index.trigrams(keys)
        self._many("trigram", trigrams)
        self._many("gram", name_index.gram_counts(trigrams))
        self._many("office_term", name_index.office_terms(self._pack, keys))

    def _statements(self) -> None:
        pack, numbers = self._pack, self._numbers
        self._many("statement", (self._statement_row(s) for s in pack.statements))
        self._many(
            "role",
            ((numbers[s.id], at, *role) for s in pack.statements for at, role in enumerate(s.roles)),
        )
        members = {record.id for record in pack.records if record.kind == "member"}
        bodies = {office: body for office, body, _ in self._offices}
        self._stand_for = [(s.id, member) for s, member in stands_for(pack, bodies, members)]
        self._many("stands_for", dict.fromkeys((numbers[id], member) for id, member in self._stand_for))
        self._many(
            "relay",
            ((numbers[s.id], at, *relay) for s in pack.statements for at, relay in enumerate(s.via)),
        )
        self._many(
            "citation",
            (
                (numbers[s.id], at, *cite)
                for s in pack.statements
                for at, cite in enumerate(ordered(s.citations, self._of_id))
            ),
        )
        self._many(
            "rests_on",
            ((numbers[s.id], at, id) for s in pack.statements for at, id in enumerate(s.rests_on)),
        )
        self._many("about", self._about_rows())
        self._many(
            "statement_text (rowid, text, field, people, quote)",
            (self._text_row(s) for s in pack.statements),
        )

    def _weight(self, statement: Statement) -> int:
        return statement_weight(statement, self._fields[statement.field])

    def _grade(self, s: Statement) -> str:
        named = (id for id, (_, named) in self._concern.get(s.id, {}).items() if named)
        # A conflict that a layer adds is shown beside a statement below, but changes nothing in it.
        level = self._levels[s.layer]
        disputing = (id for id in named if id in self._disputing)
        disputed = any(self._levels[self._disputing[id]] <= level for id in disputing)
        return grade(s, self._of_id, disputed)

    def _statement_row(self, s: Statement) -> tuple[object, ...]:
        value = s.value
        # Both depend on the whole pack and cannot be authored; a reader gets them as columns.
        s = s._replace(confirmed=self._confirmed.get(s.id), grade=self._grade(s))
        # The outer bounds of the date are stored as ISO text, by which SQL can compare and sort without EDTF.
        span = dates.parse(s.when) if s.when else None
        return (
            self._numbers[s.id], s.id, s.subject, s.field, s.text,
            value and value.text, value and value.number, value and value.unit,
            bool(value and value.approx), value and value.min, value and value.max,
            s.when, span and span.start_earliest, span and span.end_latest,
            *(getattr(s, name) for name in NAMES),
            s.grounding, self._disputes(s.id), self._weight(s),
        )  # fmt: skip

    def _disputes(self, statement: str) -> int:
        """How many conflicts put a statement in doubt: they name it, and are no mere note on names or
        time."""
        concern = self._concern.get(statement, {})
        return sum(named and self._natures[id] in SERIOUS for id, (_, named) in concern.items())

    def _about_rows(self) -> Iterator[tuple[object, ...]]:
        """Who is concerned by what; for each record the groups take turns, so that its first few statements
        are of many groups and still the most important of each."""
        of_record: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
        offices = _offices(self._pack)
        checked = self._pack.edition.checked_until
        for s in self._pack.statements:
            weight, number, group = self._weight(s), self._numbers[s.id], self._fields[s.field].group
            concerned = dict(_parts(s))
            # Weights are negated so that a plain sort of the tuples puts the most important first and breaks
            # ties by number.
            for id, part in concerned.items():
                of_record[id].append((-weight, number, part, group))
            office = _office(s)
            for id in offices.get(office, ()):
                if id not in concerned:
                    # An office of the state concerns the state too, although the statement names only its
                    # holder and the office: without these rows a state's page would list nobody in office.
                    telling = office_weight(s, weight, checked, self._told_of[office])
                    of_record[id].append((-telling, number, "office", group))
        for id, concerning in of_record.items():
            turns: Counter[str] = Counter()
            for weight, number, part, group in sorted(concerning):
                yield id, turn_weight(-weight, turns[group]), number, part
                turns[group] += 1

    def _text_row(self, s: Statement) -> tuple[object, ...]:
        field = self._fields[s.field]
        people = [id for id in (*s.about, s.said_by) if id]
        names = [self._spelt[id] for id in people]
        # Each word once: a name that occurs in several spellings would count as more relevant.
        spelt = " ".join(dict.fromkeys(word for words in names for word in words))
        # A value that is an id of a record is left out: full text would match the words of the id; its names
        # stand in `people`.
        value = s.value.text if s.value and s.value.text and field.value.startswith("words") else ""
        quotes = " ".join(citation.quote for citation in s.citations if citation.quote)
        return (
            self._numbers[s.id],
            fold.searchable(f"{s.text} {value}"),
            f"{field.id.replace('_', ' ')} {field.label} {field.inverse}",
            fold.searchable(f"{spelt} {s.said_by_text or ''}"),
            fold.searchable(quotes),
        )

    def _matrix(self) -> None:
        """For each mode and column one letter a member, in the order of the members."""
        members = [record.id for record in self._pack.records if record.kind == "member"]
        acts = _acts(self._pack, frozenset(members), self._stand_for)
        self._many(
            "matrix",
            (
                # One letter a member instead of one row a cell: the matrix is read and totalled as text,
                # whatever its size.
                (mode, column, "".join(LETTERS[state(mode, by_member.get(id, ()))] for id in members))
                for (mode, column), by_member in acts.items()
            ),
        )

    def _conflicts(self) -> None:
        pack = self._pack
        self._many(
            "conflict",
            ((at, *c[:4], c.layer) for at, c in enumerate(pack.conflicts, 1)),
        )
        # `fromkeys` drops a record that an author has named twice: record and conflict are the key of the
        # row.
        concerned = ((at, dict.fromkeys(c.records)) for at, c in enumerate(pack.conflicts, 1))
        self._many(
            "conflict_record",
            ((id, at, place) for at, records in concerned for place, id in enumerate(records)),
        )
        self._many(
            "conflict_citation",
            ((at, n, *cite) for at, c in enumerate(pack.conflicts, 1) for n, cite in enumerate(c.citations)),
        )
        order = {conflict.id: at for at, conflict in enumerate(pack.conflicts, 1)}
        self._many(
            "conflict_statement",
            (
                (statement, order[conflict], place, named)
                for statement, conflicts in self._concern.items()
                for conflict, (place, named) in conflicts.items()
            ),
        )
        self._many(
            "silence",
            ((at, *s.citation, s.reason) for at, s in enumerate(pack.silences)),
        )
        self._many(
            "rule_exception",
            ((at, e.rule, " ".join(e.statements), e.reason) for at, e in enumerate(pack.exceptions)),
        )
        self._many("retired", pack.retired)

    def _facts(self) -> None:
        """The facts of every record as of the day of the edition, from what has been written so far."""
        store = Store(self._database, writing=True)
        day = self._pack.edition.checked_until
        for record in self._pack.records:
            self._many(
                "fact",
                (
                    (record.id, at, *fact[:3], " ".join(fact.statements), *fact[4:])
                    for at, fact in enumerate(facts(store, record, day))
                ),
            )

    def _highlights(self) -> None:
        """What a card shows below the facts of each record, as of the day of the edition."""
        store = Store(self._database, writing=True)
        day = self._pack.edition.checked_until
        for record in self._pack.records:
            found = page(store, record.id, day)
            assert found is not None
            self._many(
                "highlight",
                (
                    (record.id, at, self._numbers[entry.statement.id], entry.part)
                    for at, entry in enumerate(highlights(found, store))
                ),
            )

    def _texts(self) -> None:
        covered = coverage(self._pack)
        self._many(
            "sentence", ((s.source, s.number, s.start, s.end, len(s.statements), s.state) for s in covered)
        )
        self._many("sentence_row", ((n, s.source, s.number) for n, s in enumerate(covered, 1)))
        self._many(
            "sentence_text (rowid, text)", ((n, fold.searchable(s.text)) for n, s in enumerate(covered, 1))
        )
        self._text_words()

    def _text_words(self) -> None:
        for table in ("statement", "sentence"):
            self._database.execute(
                # In `temp`, since a reader opens the file immutable and cannot make such a table; its counts
                # are copied once.
                f"CREATE VIRTUAL TABLE temp.{table}_word USING fts5vocab (main, {table}_text, row)"
            )
        self._database.execute(
            "INSERT INTO text_word SELECT term, sum(statements), sum(sentences) FROM ("
            " SELECT term, doc AS statements, 0 AS sentences FROM temp.statement_word"
            " UNION ALL SELECT term, 0, doc FROM temp.sentence_word) GROUP BY term"
        )
        for table in ("statement", "sentence"):
            self._database.execute(f"DROP TABLE temp.{table}_word")


def _acts(
    pack: Pack, members: frozenset[str], stand_for: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], dict[str, list[Act]]]:
    """Mode and column to what each member did there; no column where nobody did what the mode is about."""
    by_column: dict[tuple[str, str], dict[str, list[Act]]] = {}
    kinds = {record.id: record.kind for record in pack.records}
    others: dict[str, list[str]] = {}
    for statement, member in stand_for:
        others.setdefault(statement, []).append(member)
    # A field belongs to one mode at most; otherwise the later mode would win here in silence.
    modes = {field: mode for mode in MODES.values() for field in (*mode.fields, *mode.beside)}
    for s in pack.statements:
        mode = modes.get(s.field)
        if mode is None or kinds[s.subject] != mode.kind or s.rank == "deprecated":
            continue
        start = dates.parse(s.when).start_earliest if s.when else ""
        for id in dict.fromkeys((*participants(s.roles, members), *others.get(s.id, ()))):
            act = Act(s.id, s.field, s.stance, s.negated, start, s.value)
            by_column.setdefault((mode.id, s.subject), {}).setdefault(id, []).append(act)
    return {
        (mode, column): of
        for (mode, column), of in by_column.items()
        # A column of which only a host or a chair is known would be a row of dots with one mark.
        if any(act.field in MODES[mode].fields for acts in of.values() for act in acts)
    }


def _source_row(source: Source) -> tuple[object, ...]:
    """The parts of a source that are columns; its authors have a table of their own."""
    return tuple(part for name, part in source._asdict().items() if name != "authors")


def _record_row(record: Record) -> tuple[object, ...]:
    span = dates.parse(record.when) if record.when else None
    return (
        record.id, record.kind, record.type, record.name, record.blurb, record.when,
        span and span.start_earliest, span and span.end_latest, record.place, record.layer,
    )  # fmt: skip


def _parts(statement: Statement) -> Iterator[tuple[str, str]]:
    """Every record that a statement concerns, and as what."""
    role_records = {role.record for role in statement.roles}
    for id in statement.about:
        yield id, "subject" if id == statement.subject else "role" if id in role_records else "value"
    if statement.said_by and statement.said_by not in statement.about:
        yield statement.said_by, "speaker"


def _offices(pack: Pack) -> dict[str, dict[str, None]]:
    """The states and bodies that each office is one of."""
    bodies: dict[str, dict[str, None]] = defaultdict(dict)
    for s in pack.statements:
        if s.field == "office_of" and s.value and s.value.text:
            bodies[s.subject][s.value.text] = None
    return bodies


def _office(s: Statement) -> str:
    """The office that a statement says somebody holds, or nothing."""
    holds = s.field == "office" and not s.negated and s.value is not None
    return (s.value.text or "") if holds and s.value else ""


def _concerned(pack: Pack) -> dict[str, dict[str, tuple[int, bool]]]:
    """Statement id to the conflicts that concern it: named by them, or resting on a passage they cite."""
    concern: dict[str, dict[str, tuple[int, bool]]] = defaultdict(dict)
    cited: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for statement in pack.statements:
        for citation in statement.citations:
            if citation.start is not None and citation.end is not None:
                cited[citation.source].append((citation.start, citation.end, statement.id))
    for conflict in pack.conflicts:
        for place, id in enumerate(conflict.statements):
            concern[id][conflict.id] = (place, True)
        for citation in conflict.citations:
            for id in _on_passage(citation, cited):
                # `setdefault`: a statement that the conflict names stays named, also if it rests on a cited
                # passage as well.
                concern[id].setdefault(conflict.id, (len(conflict.statements), False))
    return concern


def _on_passage(citation: Citation, cited: dict[str, list[tuple[int, int, str]]]) -> Iterator[str]:
    """The statements of which at least half of the passage lies within the cited one."""
    if citation.start is None or citation.end is None:
        return
    for start, end, id in cited[citation.source]:
        shared = min(end, citation.end) - max(start, citation.start)
        # Half, as in `coverage`: a passage that merely touches the cited one states something else. Integers,
        # so that exactly half counts on every machine.
        if shared * 2 >= end - start:
            yield id
