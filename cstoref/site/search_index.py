"""The index that the search of a site reads: names as the program's own search has them, statements, sources
and conflicts, and the table by which typed letters are folded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from cstoref import fold, sanitize
from cstoref.store.kind_words import named_in_words
from cstoref.store.search.exact import name_forms

from .address import BETWEEN, HOME, LinkBase, conflict_page, record_page, source_page
from .contents import Contents

ALPHABETS = ((0x80, 0x590), (0x10A0, 0x1100), (0x1E00, 0x2000), (0x2010, 0x2040))
"""First code point of what is folded in any pack, and the one after the last: Latin, Greek, Cyrillic,
Armenian, Georgian, punctuation. Of other scripts the letters that names have are added."""


def search_index(contents: Contents, is_single: bool) -> str:
    """The index as a script that gives it a name: a page of a folder may load scripts, but read no file."""
    here = LinkBase(HOME, is_single)
    names = named_in_words(contents.store, contents.records)
    places = {id: at for at, id in enumerate(names)}
    index = {
        "records": [[here.to(record_page(id)), ref.name, ref.kind] for id, ref in names.items()],
        "names": [
            [form.words, places[form.record], form.form, int(form.whole)]
            for form in name_forms(contents.store)
        ],
        "others": list(_others(contents, here)),
        "statements": [
            [places[statement.subject], _spot(here, statement.subject, statement.id), statement.text]
            for statement in contents.statements.values()
        ],
        "between": BETWEEN if is_single else "#",
        "fold": fold_table(letter for id in names for letter in _letters(contents, id)),
    }
    written = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    # No text may end the script that it stands in.
    return f"globalThis.cstorefIndex={sanitize.json(written).replace('<', chr(92) + 'u003c')};"


def _others(contents: Contents, here: LinkBase) -> Iterator[list[str]]:
    """Sources and conflicts: address, name, what it is."""
    for source in contents.sources.values():
        yield [here.to(source_page(source.id)), source.short, f"source · {source.title}"]
    for conflict in contents.conflicts.values():
        yield [here.to(conflict_page(conflict.id)), conflict.topic, "conflict"]


def _spot(here: LinkBase, record: str, statement: str) -> str:
    """What comes after the address of a record to lead to a statement on its page."""
    page = record_page(record)
    return here.to(page, statement)[len(here.to(page)) + 1 :]


def _letters(contents: Contents, id: str) -> Iterator[str]:
    record = contents.records[id]
    for name in (record.name, *(name.text for name in record.names)):
        yield from name


def fold_table(letters: Iterable[str]) -> dict[str, dict[str, str]]:
    """What each letter beyond ASCII is folded to within a word, and where that differs at its beginning;
    pairs of letters that are one sound. The rules are those of `fold.words`, asked letter by letter."""
    wanted = {chr(code) for first, end in ALPHABETS for code in range(first, end)}
    # Lower case and not `casefold`: that is all that a browser does before it looks here.
    wanted |= {lower for letter in letters for lower in letter.lower() if not lower.isascii()}
    within: dict[str, str] = {}
    first: dict[str, str] = {}
    for letter in sorted(each for each in wanted if each.lower() == each):
        inner = fold.words(f"a{letter}a")[1:-1] if not letter.isspace() else " "
        outer = fold.words(f"{letter}a")[:-1]
        if inner != letter:
            within[letter] = inner
        if outer != inner.lstrip():
            first[letter] = outer
    return {"within": within, "first": first, "pairs": dict(fold.PAIRS)}
