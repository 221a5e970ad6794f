"""Statements by any of their parts."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store
    from .statement_reader import StatementRow


class Selection(NamedTuple):
    """Which statements: every part that is given must be met. Records by id, days as ISO text."""

    words: str = ""
    by: str | None = None
    about: tuple[str, ...] = ()
    of: str | None = None
    fields: tuple[str, ...] = ()
    stance: str | None = None
    rank: str | None = None
    hedged: bool = False
    negated: bool = False
    quoted_only: bool = False
    in_conflict: bool = False
    nature: str | None = None
    """Only statements that a conflict of this nature names."""
    source: str | None = None
    layer: str | None = None
    """Only what belongs to this pack of a stack; the lowest one has its own id too."""
    since: str | None = None
    until: str | None = None
    limit: int = 0


_NAMED = "SELECT n.statement FROM conflict_statement n JOIN conflict c ON c.number = n.conflict WHERE n.named"


def select(store: Store, wanted: Selection) -> list[StatementRow]:
    """The statements, by time where they have one, else in the order of the files."""
    conditions: list[str] = []
    bound: list[object] = []

    # A condition and its values are added together, so that the marks in the SQL and the bound values cannot
    # drift apart. User text is only ever bound.
    def need(condition: str, *values: object) -> None:
        conditions.append(condition)
        bound.extend(values)

    if wanted.words:
        from .search.fulltext import match_expression
        from .search.query import ask

        query = ask(wanted.words)
        # Words that no statement has make no expression; FTS5 would raise an error for an empty one.
        expression = match_expression(store, query, query.words)
        if not expression:
            return []
        need(
            "s.number IN (SELECT rowid FROM statement_text WHERE statement_text MATCH ?)",
            expression,
        )
    if wanted.by:
        need("s.said_by = ?", wanted.by)
    for id in wanted.about:
        need("s.number IN (SELECT statement FROM about WHERE record = ?)", id)
    if wanted.of:
        need("s.subject = ?", wanted.of)
    if wanted.fields:
        need(f"s.field IN ({', '.join('?' * len(wanted.fields))})", *wanted.fields)
    if wanted.stance:
        need("s.stance = ?", wanted.stance)
    if wanted.rank:
        need("s.rank = ?", wanted.rank)
    if wanted.hedged:
        need("s.hedge IS NOT NULL")
    if wanted.negated:
        need("s.negated")
    if wanted.quoted_only:
        need("s.grounding = 'quoted'")
    if wanted.in_conflict:
        need(f"s.id IN ({_NAMED})")
    if wanted.nature:
        need(f"s.id IN ({_NAMED} AND c.nature = ?)", wanted.nature)
    if wanted.source:
        need("s.number IN (SELECT statement FROM citation WHERE source = ?)", wanted.source)
    if wanted.layer:
        lowest = [layer.id for layer in store.layers[:1]]
        need("s.layer IS ?", None if wanted.layer in lowest else wanted.layer)
    if wanted.since:
        # The outer bounds: a statement is left out only if it certainly lies outside. NULL compares as false,
        # thus undated statements are left out of any range.
        need("s.end_latest >= ?", wanted.since)
    if wanted.until:
        need("s.start_earliest <= ?", wanted.until)
    where = " AND ".join(conditions) or "1"
    numbers = store.database.execute(
        f"SELECT s.number FROM statement s WHERE {where} "
        "ORDER BY coalesce(s.start_earliest, '9'), s.number LIMIT ?",
        # SQLite takes a negative LIMIT for none.
        (*bound, wanted.limit or -1),
    )
    return store.statements_numbered(number for (number,) in numbers)
