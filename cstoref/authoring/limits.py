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
    purpose: str
    """What it is for, as it follows “so that”."""
    grows: bool = False
    """Whether a pack that is meant to be large may have more of it."""
    instead: str = "write less there"
    """What to do where it may not."""
    ends: bool = False
    """Whether nothing more of the pack is read once it is passed: more of one is allowed with more of all."""

    def __str__(self) -> str:
        exceeded = f"more than {self.most:,} {self.of} (the limit “{self.name}”)"
        return f"{exceeded}, so that {self.purpose}; {self.way_out}"

    @property
    def way_out(self) -> str:
        """How to allow more, or what to do instead."""
        if not self.grows:
            return self.instead
        if _TIMES > 1:
            return "split the pack"
        return f"with CSTOREF_LARGE=1 in the environment {self.most * LARGER:,} are allowed"


def _of_pack(name: str, most: int, of: str, purpose: str) -> Limit:
    return Limit(name, _TIMES * most, of, purpose, grows=True, ends=True)


def _of_document(name: str, most: int, of: str, purpose: str) -> Limit:
    return Limit(name, most, of, purpose, instead="bring in a part of it, or its words as plain text")


_MEMORY = "a pack can be read into memory"
_TIME = "a pack can be checked in reasonable time"
_MEMORY_OF_READER = "a document can be read into memory"
_TIME_OF_READER = "a document is read in reasonable time"
DATA = _of_pack("data", 64 * 2**20, "bytes in the files of data/ together", _MEMORY)
CORPUS = _of_pack("corpus", 64 * 2**20, "bytes in the texts together", _MEMORY)
TEXT = _of_pack("text", 4 * 2**20, "bytes in one text", "a text opens without delay")._replace(ends=False)
KEYS = _of_pack("keys", 3_000_000, "keys, tables and lists in the files of data/ together", _MEMORY)
RECORDS = _of_pack("records", 20_000, "records", _MEMORY)
STATEMENTS = _of_pack("statements", 100_000, "statements", _MEMORY)
PARTS = _of_pack("parts", 500_000, "records, citations and carriers named by statements", _MEMORY)
SENTENCES = _of_pack("sentences", 1_000_000, "sentences in the texts together", _MEMORY)
SOUGHT = _of_pack("sought", 10**10, "letters to look through for quotes", _TIME)
CONCERNED = _of_pack("concerned", 500_000, "statements that conflicts concern", _TIME)
FOLDED = _of_pack("folded", 8_000_000, "letters in names as they are searched for", _MEMORY)

LINE = Limit("line", 2**20, "bytes in a line of a file in data/", _TIME)
PARAGRAPH = Limit("paragraph", 100_000, "letters in one line of a text", "a text can be drawn without delay")
NESTING = Limit("nesting", 6, "tables and lists one in another", "no file is built to stop the program")
ID = Limit("id", 80, "letters in an id", "links and file names stay short")
FIELD = Limit("field", 10_000, "letters in one field", "a page can be read")
NAME = Limit("name", 300, "letters in a name", "a name fits into lists and headings")
SAYS = Limit("says", 200, "letters in what a citation says", "a footnote stays one short sentence")
LIST = Limit("list", 1_000, "entries in one list", "a page can be read")
STACKED = Limit(
    "stacked", 8, "marks and other characters without a width in a row", "a line can be drawn as one line"
)
PROBLEMS = Limit("problems", 1_000, "problems", "the first of them can be read")

DOCUMENT = _of_document("document", 64 * 2**20, "bytes in a document", _MEMORY_OF_READER)
UNPACKED = _of_document(
    "unpacked", 64 * 2**20, "bytes in the parts of a document that are read, unpacked", _MEMORY_OF_READER
)
PAGES = _of_document("pages", 2_000, "pages in a document", _TIME_OF_READER)
ELEMENTS = _of_document("elements", 2_000_000, "elements in a document", _TIME_OF_READER)
DEPTH = _of_document(
    "depth", 200, "elements one in another in a document", "no document is built to stop the program"
)
SECONDS = _of_document("seconds", 60, "seconds to read a document", _TIME_OF_READER)
OF_DOCUMENTS = (DOCUMENT, UNPACKED, PAGES, ELEMENTS, DEPTH, SECONDS)
"""The limits of documents that are brought in; the others are those of packs."""
MEMORY = 2**30
"""Bytes of memory of the process that reads a document, where the system can hold it to that."""
