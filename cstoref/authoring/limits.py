"""How large a pack may be. What is beyond is refused by the name of the limit, before it costs anybody's
memory or patience. Every limit is declared here and listed in docs/data.md.

Packs that are meant to be larger are read with CSTOREF_LARGE set: sizes and numbers may then be sixteen times
as great, and so may what they cost.
"""

from __future__ import annotations

import os

from cstoref.namedtuples import NamedTuple

LARGER = 16
_TIMES = LARGER if os.environ.get("CSTOREF_LARGE") else 1


class Limit(NamedTuple):
    """The most there may be of something."""

    name: str
    most: int
    of: str

    def __str__(self) -> str:
        return f"more than {self.most:,} {self.of} (the limit “{self.name}”)"


DATA = Limit("data", _TIMES * 64 * 2**20, "bytes in the files of data/ together")
CORPUS = Limit("corpus", _TIMES * 64 * 2**20, "bytes in the texts together")
TEXT = Limit("text", _TIMES * 4 * 2**20, "bytes in one text")
KEYS = Limit("keys", _TIMES * 3_000_000, "keys, tables and lists in the files of data/ together")
RECORDS = Limit("records", _TIMES * 20_000, "records")
STATEMENTS = Limit("statements", _TIMES * 100_000, "statements")
PARTS = Limit("parts", _TIMES * 500_000, "records, citations and carriers named by statements")
SENTENCES = Limit("sentences", _TIMES * 1_000_000, "sentences in the texts together")
SOUGHT = Limit("sought", _TIMES * 10**10, "letters to look through for quotes")
CONCERNED = Limit("concerned", _TIMES * 500_000, "statements that conflicts concern")
FOLDED = Limit("folded", _TIMES * 8_000_000, "letters in names as they are searched for")

LINE = Limit("line", 2**20, "bytes in a line of a file in data/")
PARAGRAPH = Limit("paragraph", 100_000, "letters in one line of a text")
NESTING = Limit("nesting", 6, "tables and lists one in another")
ID = Limit("id", 80, "letters in an id")
FIELD = Limit("field", 10_000, "letters in one field")
NAME = Limit("name", 300, "letters in a name")
SAYS = Limit("says", 200, "letters in what a citation says")
LIST = Limit("list", 1_000, "entries in one list")
STACKED = Limit("stacked", 8, "marks and other characters without a width in a row")
PROBLEMS = Limit("problems", 1_000, "problems")
