"""What may be typed: the words of the session's verbs, and how a typed line becomes one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from cstoref import sanitize
from cstoref.errors import UserError
from cstoref.render.text import clip, wrap
from cstoref.session.filters import counted
from cstoref.session.outcomes import FacetChoices, Message, Outcome
from cstoref.session.session import Session
from cstoref.session.state import SOURCES
from cstoref.session.target import Target
from cstoref.session.verbs import BY_ID, PLAIN, VERBS, Verb
from cstoref.session.verbs.lookup import verbs_matching
from cstoref.session.verbs.subjects import THIS
from cstoref.store.search.results import Options, find

from .page_reader import PageReader
from .parts import part_before

SIGNS = ("/", "?")
"""Words that need no blank after them."""
NUMBER = "NUMBER"
FILE = "FILE"
NOTE = "[NUMBER] WORDS"
LITERAL = (FILE, NOTE)
"""What is taken as it was typed: the name of a file, and the words of a note."""
EXAMPLES = {"WORDS": "/ dairy ban", "NAME": "open belarus"}
"""What to type, for a verb that needs something after its word."""


def verbs_of(session: Session) -> list[Verb]:
    """The verbs that plain mode offers, with a word for the section of each kind of the pack."""
    # Sections are declared by the pack: their words are made from its kinds and not from the fixed verbs.
    numbered = {verb.id for verb in VERBS if verb.group == "Sections"}
    verbs = [verb for verb in VERBS if verb.offered_in(PLAIN) and verb.id not in numbered]
    kinds = [(kind.id, kind.plural) for kind in session.store.kinds.values()]
    return verbs + [_section_verb(id, plural) for id, plural in [*kinds, (SOURCES, SOURCES)]]


def _section_verb(section: str, plural: str) -> Verb:
    def run(session: Session, typed: str) -> Outcome:
        session.open_section(section, typed)
        return None

    known = BY_ID.get(plural)
    if known is not None:
        return known._replace(run=run)
    return Verb(plural, f"List the {plural}.", run, "Sections", words=(plural,), takes="[WORDS]")


def words_of(session: Session) -> dict[str, Verb]:
    """Every word that may be typed, short and former ones too."""
    return {word: verb for verb in verbs_of(session) for word in (*verb.words, *verb.former)}


def run_line(reader: PageReader, line: str) -> list[str]:
    """Do what was typed, or say why not. What is no word is searched for, if anything is called so."""
    typed = " ".join(sanitize.typed(line).split())
    if not typed:
        return []
    if typed.isdecimal():
        return reader.attempt(lambda: _follow(reader, typed))
    known = words_of(reader.session)
    if typed[0] in SIGNS:
        return _run(reader, known[typed[0]], typed[1:].strip())
    parts = typed.split(" ")
    # Two words first: the longer match wins where both are known.
    for size in (2, 1):
        verb = known.get(" ".join(parts[:size]).lower())
        if verb is not None and not _is_question(verb, parts[size:]):
            literal = verb.takes in LITERAL
            return _run(reader, verb, _literal(verb, line, size) if literal else " ".join(parts[size:]))
    meant = get_close_matches(parts[0].lower(), known, n=1, cutoff=0.8) if len(parts) == 1 else []
    if meant and not find(reader.session.store, typed, Options(near=False, limit=1)).hits:
        shown = clip(typed, 20)
        return reader.say(f"Nothing is called “{shown}”. Did you mean the command {meant[0]}?")
    return _run(reader, BY_ID["find"], typed)


def _is_question(verb: Verb, rest: list[str]) -> bool:
    """Whether a line that begins with the word of a command is no command, by what follows: `last summit`,
    `state of emergency`, `members of the alliance in 1998`."""
    if not rest:
        return False
    if verb.takes in ("NUMBER", "[NUMBER]"):
        return len(rest) > 1 and not rest[0].isdecimal()
    is_list = (verb.takes == "[WORDS]" and verb.id != "find-here") or verb.takes == "NUMBER or NAME"
    return not verb.takes or (is_list and rest[0].lower() in ("of", "in"))


def _literal(verb: Verb, line: str, words: int) -> str:
    """What was typed after the words of a verb, with its blanks; in the name of a file also bytes that are no
    text."""
    typed = line if verb.takes == FILE else sanitize.typed(line)
    return (typed.split(maxsplit=words)[words:] or [""])[0]


def _run(reader: PageReader, verb: Verb, rest: str) -> list[str]:
    """Run a verb with what was typed after its word."""
    if verb.id in READ:
        return READ[verb.id](reader, rest)
    if not rest and verb.takes in EXAMPLES:
        return reader.say(f"Type the {verb.takes.lower()} after it: {EXAMPLES[verb.takes]}.")
    action = ACTIONS.get(verb.id)
    if action is not None:
        return reader.attempt(lambda: action(reader, rest))
    return reader.attempt(lambda: verb.run(reader.session, _referring(reader, verb, rest)))


def _referring(reader: PageReader, verb: Verb, rest: str) -> str:
    """What was typed, with the number of a line replaced by what the line leads to."""
    first, _, others = rest.partition(" ")
    if verb.takes == NOTE and rest and not (first.isdecimal() or _is_reference(reader, first, others)):
        return f"{THIS} {rest}"  # the words of a note begin at once: it is on the page that is read
    if NUMBER not in verb.takes or not first.isdecimal():
        return rest
    reference = _target(reader, first).reference
    if not reference:
        raise UserError(f"line {first} leads to no record, statement or source")
    return f"{reference} {others}".strip()


def _is_reference(reader: PageReader, first: str, others: str) -> bool:
    """Whether the first word of a note says what it is on: an id, which could be no word, or stands alone."""
    return "/" in first or (not others and reader.session.target(first) is not None)


def _follow(reader: PageReader, typed: str) -> Outcome:
    reader.session.open(_target(reader, typed))
    return None


def _target(reader: PageReader, typed: str) -> Target:
    """Where the line of a number leads. Raises UserError where there is no such line."""
    last = max((line.number for line in reader.items), default=0)
    # `int` takes quadratic time for very long numbers, and no page has ten digits of lines.
    number = int(typed) if len(typed) < 10 else 0
    for line in reader.items:
        if line.number == number and number and line.item.target:
            return line.item.target
    there = f"the numbers go from 1 to {last}" if last else "this page has none"
    raise UserError(f"there is no number {clip(typed, 12)} here; {there}")


# What plain mode does itself: verbs about the part that is read, and those about the lines of a page


def _part(reader: PageReader, item: int) -> list[str]:
    reader.session.go(part=item)
    return reader.read()


def _next_part(reader: PageReader, rest: str) -> list[str]:
    end = reader.end_of_part(reader.first)
    return reader.say("This is the end of the page.") if end >= len(reader.items) else _part(reader, end)


def _previous_part(reader: PageReader, rest: str) -> list[str]:
    if reader.first == 0:
        return reader.say("This is the beginning of the page.")
    return _part(reader, part_before(reader.items, reader.first, reader.width))


def _last_part(reader: PageReader, rest: str) -> list[str]:
    return _part(reader, part_before(reader.items, len(reader.items), reader.width))


def _whole(reader: PageReader, rest: str) -> list[str]:
    reader.session.go(part=0)
    return reader.read(whole=True)


def _help(reader: PageReader, rest: str) -> list[str]:
    """All words, or those whose name or help has the words, the best match and its group first."""
    verbs = verbs_of(reader.session)
    if rest:
        verbs = [verb for _, verb in verbs_matching(rest, verbs)]
    groups = dict.fromkeys(verb.group for verb in verbs)
    lines = [
        line
        for group in groups
        for line in _help_lines(group, [v for v in verbs if v.group == group], reader.width)
    ]
    return lines or reader.say(f"No command matches “{rest}”; ? lists them all.")


def _help_lines(group: str, verbs: list[Verb], width: int) -> Iterator[str]:
    lines = [f"{' or '.join(v.words)}{v.takes and f' {v.takes}'}: {v.help}" for v in verbs]
    yield from wrap(group, width)
    for line in lines:
        first, *more = wrap(line, width - 3)
        yield from (first, *(f"   {part}" for part in more))


READ: dict[str, Callable[[PageReader, str], list[str]]] = {
    "page-down": _next_part,
    "page-up": _previous_part,
    "top": lambda reader, rest: _part(reader, 0),
    "bottom": _last_part,
    "whole": _whole,
    "again": lambda reader, rest: reader.read(),
    "help": _help,
}
"""Verbs about what is read, by id: each gives its lines."""


def _facet(reader: PageReader, rest: str) -> Outcome:
    """One facet of the page's lines; without a value, all of them."""
    facets = [*counted(item.facets for item in reader.page.items)]
    if not facets:
        raise UserError("there is nothing to filter by here; filter and words shows the lines with the words")
    if not rest:
        return FacetChoices("Show only", sorted(facets), reader.session.state.facet)
    known = {facet.lower(): facet for facet, _ in facets}
    wanted = rest.lower()
    meant = [facet for low, facet in known.items() if wanted in (low, low.partition(": ")[2])]
    # A value alone is enough where only one facet has it; otherwise the name must be typed too.
    if len(meant) != 1:
        near = ", ".join(meant or get_close_matches(wanted, known, n=3, cutoff=0.3))
        hint = f"the closest are {near}" if near else "facet lists what they have"
        raise UserError(f"no lines have “{rest}”; {hint}")
    return BY_ID["facets"].run(reader.session, meant[0])


def _sort(reader: PageReader, rest: str) -> Outcome:
    reader.session.sort(rest.lower(), reader.page.orders)
    return None


def _as_of(reader: PageReader, rest: str) -> Outcome:
    result = BY_ID["as-of"].run(reader.session, rest)
    return result if rest else Message("Showing all dates.")


def _quoted_only(reader: PageReader, rest: str) -> Outcome:
    result = BY_ID["quoted-only"].run(reader.session, rest)
    return result if reader.session.state.quoted_only else Message("Showing all statements.")


ACTIONS: dict[str, Callable[[PageReader, str], Outcome]] = {
    "facets": _facet,
    "sort": _sort,
    "as-of": _as_of,
    "quoted-only": _quoted_only,
}
"""Verbs about the lines of a page, or with a word to say, by id."""
