"""A memo: statements in the order in which somebody pinned them, as a Markdown note with footnotes.

A passage that several statements rest on is one footnote. What the person wrote on a statement stands below
it as a quotation, so that the person's words and ours are not taken for each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cstoref.mentions import names_in
from cstoref.render import statements as said

from .citable import Cited, passage_spot
from .markdown import escaped, footnote
from .reader import CitationReader, of_id


def memo(pack: CitationReader, ids: Sequence[str], notes: Mapping[str, str]) -> str:
    """The statements of some ids, with the notes on them. What the pack does not have is left out."""
    work = pack.edition
    lines = [f"# {escaped(work.title)}", "", f"Edition {escaped(work.edition)}.", ""]
    grounds: dict[str, Cited] = {}
    for id in ids:
        listed = pack.statement(id)
        if listed is None:
            continue
        statement = listed.statement
        names = names_in(pack, [statement])
        marks = []
        for item in of_id(pack, id):
            spot = passage_spot(item)
            # By passage and not by statement: the order of a dict is that of first use, which gives the
            # numbers.
            grounds.setdefault(spot, item._replace(spot=spot))
            marks.append(f"[^{list(grounds).index(spot) + 1}]")
        lines += [
            f"{escaped(said.sentence(statement, names))}{''.join(marks)}",
            "",
            *_quoted(notes.get(id, "")),
        ]
    return "\n".join([*lines, *(footnote(item, str(n)) for n, item in enumerate(grounds.values(), 1))])


def _quoted(note: str) -> Iterator[str]:
    if note:
        yield from (f"> {escaped(line)}" for line in note.split("\n"))
        yield ""
