"""The sources of a compiled pack: what each is, its text, and the passages that statements rest on."""

from __future__ import annotations

from cstoref.errors import StoreError
from cstoref.model import Author, Source
from cstoref.namedtuples import NamedTuple

from .statement_reader import Statements

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .statement_reader import StatementRow

_SOURCE = (
    "id, title, publisher, container, volume, issue, issued, issued_basis, url, language, "
    "type, short, note, path, sha256, length, copy_of, read, layer, abbr, original_file, original_sha256, "
    "whole_sha256"
)


class Sentence(NamedTuple):
    """Where a sentence stands in its source, how many statements rest on it, and whether it is silent."""

    number: int
    start: int
    end: int
    statements: int
    state: str


class Sources(Statements):
    """The sources of a pack, their texts and sentences, and what rests on them."""

    def sources(self) -> list[Source]:
        """Every source, in the order of the file."""
        source_rows = self.database.execute(f"SELECT {_SOURCE} FROM source ORDER BY position").fetchall()
        authors = self._authors()
        return [Source(*row)._replace(authors=authors.get(row[0], ())) for row in source_rows]

    def source(self, id: str) -> Source | None:
        """One source by its id, or None."""
        row = self.database.execute(f"SELECT {_SOURCE} FROM source WHERE id = ?", (id,)).fetchone()
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

    @property
    def newest_source(self) -> str:
        """The day on which the newest source was issued, as EDTF; empty where no source has a date."""
        # Some begin with a sign of EDTF (`../2005`), which would sort before or after every digit.
        row = self.database.execute("SELECT max(issued) FROM source WHERE issued GLOB '[0-9]*'").fetchone()
        return row[0] or ""

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

    def passages(self, source: str) -> list[tuple[int, int]]:
        """Every passage of a source that a statement rests on, in order."""
        return self.database.execute(
            'SELECT DISTINCT start, "end" FROM citation WHERE source = ? AND start IS NOT NULL '
            'ORDER BY start, "end"',
            (source,),
        ).fetchall()

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
        return self.listed(numbered)

    def unanchored(self, source: str) -> list[StatementRow]:
        """The statements that cite a source without a passage of it, in the order of the pack."""
        numbered = self.database.execute(
            "SELECT DISTINCT statement, 'subject' FROM citation WHERE source = ? AND start IS NULL "
            "ORDER BY statement",
            (source,),
        ).fetchall()
        return self.listed(numbered)

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
