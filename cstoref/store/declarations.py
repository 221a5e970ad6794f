"""What a pack declares: kinds, fields, schemes, how facts are found, and the lists of everyday words."""

from __future__ import annotations

from cstoref.model import FactRule, Field, Kind, Scheme

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from typing import Any

    Row = Sequence[Any]

# Below the 999 values that SQLite before 3.32 binds in one statement.
BATCH = 900
_KIND = "id, label, plural, letter, summary, standing, speaks, dated, arranged, lead, weight"
_FIELD = "id, label, inverse, page_group, value, nature, mark, group_weight, weight, lasting, confirms"
_SCHEME = "id, label, code, head, url"
_FACT_RULE = "id, label, form, types, fields, part, type, posts, most, phrase, head, missing"


class Declarations:
    """The declarations of a compiled pack. They never change, so that each is read once, on first use: many
    commands need only one of them, some none."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self._fields: dict[str, Field] | None = None
        self._kinds: dict[str, Kind] | None = None
        self._schemes: dict[str, Scheme] | None = None
        self._rules: dict[str, list[FactRule]] = {}
        self._shared: tuple[str, ...] | None = None
        self._asked_for_some = False
        self._with_record: frozenset[str] | None = None
        self._groups: dict[str, dict[str, tuple[str, ...]]] = {}
        self._requests: list[tuple[list[str], str]] | None = None
        self.remembered: dict[Callable[..., Any], dict[Hashable, Any]] = {}
        """What functions of a store have answered (see `remembered`)."""

    @property
    def kinds(self) -> dict[str, Kind]:
        """Every kind by id, in the order of lists."""
        if self._kinds is None:
            kind_rows = self.database.execute(f"SELECT {_KIND} FROM kind ORDER BY position")
            self._kinds = {row[0]: _kind(row) for row in kind_rows}
        return self._kinds

    @property
    def fields(self) -> dict[str, Field]:
        """Every field by id, in the order of pages."""
        if self._fields is None:
            field_rows = self.database.execute(f"SELECT {_FIELD} FROM field ORDER BY position")
            self._fields = {row[0]: _field(row) for row in field_rows}
        return self._fields

    @property
    def schemes(self) -> dict[str, Scheme]:
        """Every scheme of identifiers by id, in the order in which they are declared."""
        if self._schemes is None:
            scheme_rows = self.database.execute(f"SELECT {_SCHEME} FROM scheme ORDER BY position")
            self._schemes = {row[0]: _scheme(row) for row in scheme_rows}
        return self._schemes

    def fields_among(self, ids: Iterable[str]) -> dict[str, Field]:
        """Fields by id, in the order of pages: those that are asked for, perhaps with others."""
        wanted = list(dict.fromkeys(ids))
        # A look-up asks once and for a few; whoever asks again goes on to ask for most of them.
        if self._fields is not None or self._asked_for_some or len(wanted) > BATCH:
            return self.fields
        self._asked_for_some = True
        field_rows = self.database.execute(
            f"SELECT {_FIELD} FROM field WHERE id IN ({', '.join('?' * len(wanted))}) ORDER BY position",
            wanted,
        )
        return {row[0]: _field(row) for row in field_rows}

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
            f"SELECT {_FACT_RULE} FROM fact_rule WHERE instr(' ' || types || ' ', ?) ORDER BY position",
            (f" {type} ",),
        )
        self._rules[type] = [_fact_rule(row) for row in rule_rows]
        return self._rules[type]


def _kind(row: Row) -> Kind:
    """One kind from the columns _KIND."""
    id, label, plural, letter, summary, standing, speaks, dated, arranged, lead, weight = row
    groups = tuple(lead.split("|")) if lead else ()
    return Kind(
        id, label, plural, letter, summary, standing, bool(speaks), bool(dated), arranged, groups, weight
    )


def _scheme(row: Row) -> Scheme:
    """One scheme of identifiers from the columns _SCHEME."""
    id, label, code, head, url = row
    return Scheme(id, label, bool(code), bool(head), url)


def _field(row: Row) -> Field:
    """One field from the columns _FIELD."""
    id, label, inverse, group, value, nature, mark, group_weight, weight, lasting, confirms = row
    return Field(
        id, label, inverse, group, value, nature, mark, group_weight, weight, bool(lasting),
        tuple(confirms.split()),
    )  # fmt: skip


def _fact_rule(row: Row) -> FactRule:
    """How one fact is found, from the columns _FACT_RULE."""
    id, label, form, types, fields, part, type, posts, *after = row
    most, phrase, head, missing = after
    return FactRule(
        id, label, form, tuple(types.split()), tuple(fields.split()), part, tuple(type.split()),
        tuple(posts.split()), most, phrase, bool(head), missing,
    )  # fmt: skip
