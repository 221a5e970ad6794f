"""A memo: pinned statements under the records that they are about, as a Markdown note.

Its notes are footnotes, in which a passage that several statements rest on stands once; or, for pandoc, the
keys that a bibliography has for the sources. What the person wrote on a statement stands below it as a
quotation, so that the person's words and ours are not taken for each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cstoref.mentions import names_in
from cstoref.model import SERIOUS, Statement
from cstoref.render import statements as said

from . import phrases
from .citable import Cited, passage_spot
from .markdown import escaped, footnote
from .reader import MemoReader, of_id


def memo(pack: MemoReader, ids: Sequence[str], notes: Mapping[str, str], *, keys: bool = False) -> str:
    """The statements of some ids, with the notes on them. What the pack does not have is left out. `keys`:
    keys of a bibliography and no footnotes."""
    work = pack.edition
    lines = [f"# {escaped(work.title)}", "", f"Edition {escaped(work.edition)}.", ""]
    grounds: dict[str, Cited] = {}
    listed = [row.statement for id in ids if (row := pack.statement(id))]
    names = pack.named(dict.fromkeys(statement.subject for statement in listed))
    for subject in dict.fromkeys(statement.subject for statement in listed):
        lines += [f"## {escaped(names[subject].name)}", ""]
        for statement in listed:
            if statement.subject == subject:
                items = of_id(pack, statement.id)
                marks = _keys(items) if keys else _marks(items, grounds)
                lines += _paragraph(pack, statement, marks, notes.get(statement.id, ""))
    return "\n".join([*lines, *(footnote(item, str(n)) for n, item in enumerate(grounds.values(), 1))])


def _marks(items: Sequence[Cited], grounds: dict[str, Cited]) -> str:
    """The marks of footnotes, by passage and not by statement: the order of first use gives the numbers."""
    marks = []
    for item in items:
        spot = passage_spot(item)
        grounds.setdefault(spot, item._replace(spot=spot))
        marks.append(f"[^{list(grounds).index(spot) + 1}]")
    return "".join(dict.fromkeys(marks))


def _keys(items: Sequence[Cited]) -> str:
    """The keys of a bibliography with the paragraphs, as pandoc reads them: ` [@edm-2005-06-24, ¶13]`."""
    places = []
    for item in items:
        key = item.source.id if item.source else item.key
        paragraph = item.citation.paragraph if item.citation else None
        places.append(f"@{key}, ¶{paragraph}" if paragraph else f"@{key}")
    return f" [{'; '.join(dict.fromkeys(places))}]"


def _paragraph(pack: MemoReader, statement: Statement, marks: str, note: str) -> Iterator[str]:
    """A statement with its marks, what it is inferred from, on what sources conflict, and the person's
    note."""
    sentence = escaped(said.sentence(statement, names_in(pack, [statement])))
    yield f"{sentence}{marks}"
    yield ""
    for id in statement.rests_on:
        if listed := pack.statement(id):
            yield f"- Inferred from: {escaped(listed.statement.text)} `{phrases.COMMAND} {id}`"
    if statement.rests_on:
        yield ""
    topics = [c.topic for c in pack.conflicts(statement=statement.id) if c.nature in SERIOUS]
    for topic in topics:
        yield f"- Disputed; sources conflict: {escaped(topic)}."
    if topics:
        yield ""
    if note:
        yield from (f"> {escaped(line)}" for line in note.split("\n"))
        yield ""
