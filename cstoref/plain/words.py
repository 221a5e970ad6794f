"""What may be typed: every word of the conversation with its help, and how a typed line is taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cstoref.namedtuples import NamedTuple
from cstoref.render.text import clip, wrap
from cstoref.store.search.results import Options, find

from . import going, keeping, narrowing, reading
from .conversation import Conversation, Unclear
from .place import Place


class Word(NamedTuple):
    """One command. `run` gets what was typed after the word."""

    words: tuple[str, ...]
    """The word and its short forms, the first is shown."""
    takes: str
    """What may be typed after it, as help shows it."""
    help: str
    run: Callable[[Conversation, str], list[str]]


class Group(NamedTuple):
    """Words under a heading of the help."""

    title: str
    words: tuple[Word, ...]


def _help(talk: Conversation, rest: str) -> list[str]:
    """All words, or those that have some word in them."""
    lines = [line for group in (*GROUPS, _sections(talk)) for line in _told(group, rest.lower(), talk.width)]
    return lines or talk.say(f"No word has to do with “{rest}”; ? tells all.")


def _told(group: Group, about: str, width: int) -> Iterator[str]:
    told = [f"{' or '.join(w.words)}{w.takes and f' {w.takes}'}: {w.help}" for w in group.words]
    told = [line for line in told if about in line.lower()]
    if told:
        yield from wrap(group.title, width)
    for line in told:
        first, *more = wrap(line, width - 3)
        yield from (first, *(f"   {part}" for part in more))


def _quit(talk: Conversation, rest: str) -> list[str]:
    talk.ended = True
    return []


def _sections(talk: Conversation) -> Group:
    """A word for the list of each kind that the pack has."""

    def to(kind: str) -> Callable[[Conversation, str], list[str]]:
        return lambda talk, rest: talk.go(Place("list", kind, only=rest))

    kinds = talk.store.kinds.values()
    listed = [
        Word((k.plural,), "[WORDS]", f"list the {k.plural}, only those with some words", to(k.id))
        for k in kinds
    ]
    sources = Word(
        ("sources",), "[WORDS]", "list the sources", lambda talk, rest: talk.go(Place("sources", only=rest))
    )
    return Group("Sections", (*listed, sources))


GROUPS = (
    Group("Moving", (
        Word(("NUMBER",), "", "follow the line of this number, wherever it leads", going.follow),
        Word(("n", "more"), "", "the next part of a long page", going.next_part),
        Word(("p",), "", "the part before", going.part_before),
        Word(("first",), "", "the beginning of the page", going.first_part),
        Word(("last",), "", "the end of the page", going.last_part),
        Word(("all",), "", "the whole page at once", going.whole),
        Word(("again",), "", "this part once more", going.again),
        Word(("b", "back"), "", "back to the page before, narrowed as it was", going.back),
        Word(("f", "forward"), "", "forward again", going.forward),
        Word(("home",), "", "the first page", going.home),
    )),
    Group("Finding", (
        Word(("/", "find"), "WORDS", "find records, statements and passages", going.find_words),
        Word(("open",), "NAME", "open what a name, an id or a spot means", going.open_named),
        Word(("only",), "[WORDS]", "only lines with these words, or of these years: 2005-2014",
             narrowing.only),
        Word(("narrow",), "[NAME: VALUE]", "only lines of one type, year, stance …; alone it tells which",
             narrowing.narrow),
        Word(("widen",), "", "all lines again", narrowing.widen),
        Word(("sort",), "[ORDER]", "in another order; alone the next one", narrowing.sort),
        Word(("quoted only",), "", "only statements whose passage is in the pack, or all again",
             narrowing.quoted),
    )),
    Group("Time", (
        Word(("as of",), "[DAY]", "answer for one day; alone, again for all time", narrowing.as_of),
        Word(("earlier",), "", "the last day before at which something changes", narrowing.earlier),
        Word(("later",), "", "the next day at which something changes", narrowing.later),
    )),
    Group("Reading", (
        Word(("source",), "[NUMBER]", "the passage that a statement rests on, in its text", reading.source),
        Word(("uses",), "[NUMBER]", "every statement that rests on the same sentence", reading.uses),
        Word(("names",), "[NUMBER]", "the other names of a record and its identifiers", reading.names),
    )),
    Group("Views", (
        Word(("timeline",), "[NUMBER or NAME]", "what happened when, and who led; this: of this record",
             reading.timeline),
        Word(("attendance",), "", "who came and who stayed away", reading.view("attendance")),
        Word(("signatures",), "", "who signed and who refused", reading.view("signatures")),
        Word(("contributions",), "", "who gave how much", reading.view("contributions")),
        Word(("conflicts",), "[NUMBER or NAME]", "where sources disagree; this: on this record",
             reading.conflicts),
        Word(("conflict",), "[NUMBER]", "the conflict that a statement is part of", reading.conflict),
        Word(("compare",), "[NUMBER or NAME]", "this record with another; alone, with the one before",
             reading.compare),
    )),
    Group("Taking along", (
        Word(("cite",), "[NUMBER] [STYLE]", "a citation; styles: plain, markdown, bibtex, ris, csl-json",
             keeping.cite),
        Word(("link",), "[NUMBER]", "the command that opens the spot again", keeping.link),
        Word(("json",), "[NUMBER]", "a record, statement or source as the export has it", keeping.json),
        Word(("pin",), "NUMBER", "pin a statement for a memo", keeping.pin),
        Word(("unpin",), "NUMBER", "pin it no longer", keeping.unpin),
        Word(("pins",), "", "list the pinned statements", reading.view("pins")),
        Word(("memo",), "FILE", "write the pinned statements as a Markdown note, into a new file",
             keeping.memo),
    )),
    Group("Keeping", (
        Word(("mark",), "NUMBER", "mark a record or statement", keeping.mark),
        Word(("unmark",), "NUMBER", "mark it no longer", keeping.unmark),
        Word(("note",), "NUMBER WORDS", "write a note on a record or statement, or add a line", keeping.note),
        Word(("unnote",), "NUMBER", "remove the note", keeping.unnote),
        Word(("marks",), "", "list what is marked and noted", reading.view("marks")),
        Word(("up",), "NUMBER", "move a mark up in its list", keeping.up),
        Word(("down",), "NUMBER", "move a mark down in its list", keeping.down),
    )),
    Group("General", (
        Word(("?", "help"), "[WORD]", "every word, or those that have to do with one", _help),
        Word(("q", "quit"), "", "end", _quit),
    )),
)  # fmt: skip
"""Every word but those of the sections, which are the pack's."""
SIGNS = ("/", "?")
"""Words that need no blank after them."""


def words_of(talk: Conversation) -> dict[str, Word]:
    """Every word that may be typed, short forms too."""
    return {form: word for group in (*GROUPS, _sections(talk)) for word in group.words for form in word.words}


def obey(talk: Conversation, typed: str) -> list[str]:
    """Do what was typed; what is no word here is found where it stands in the pack. Else raises Unclear."""
    typed = " ".join(typed.split())
    if not typed:
        return []
    if typed.isdecimal():
        return going.follow(talk, typed)
    known = words_of(talk)
    if typed[0] in SIGNS:
        return known[typed[0]].run(talk, typed[1:].strip())
    parts = typed.split(" ")
    for size in (2, 1):
        word = known.get(" ".join(parts[:size]).lower())
        if word is not None:
            return word.run(talk, " ".join(parts[size:]))
    if find(talk.store, typed, Options(near=False, limit=1)).hits:
        return going.find_words(talk, typed)
    shown = clip(typed, 20)
    raise Unclear(f"“{shown}” is no word here; type a number, / WORDS to find, or ? for help.")
