"""`cstoref pack state`: one statement, from options or from questions on a terminal."""

from __future__ import annotations

from cstoref.errors import FOUND, UsageError, UserError

from ..output import Common, say
from ..questions import ask, can_ask
from .pack_target import target
from .pack_written import report

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from cstoref.intake.draft import FormEntry
    from cstoref.intake.passage import Passage
    from cstoref.intake.proposals import Proposals
    from cstoref.intake.statement import WrittenStatement
    from cstoref.store.queries import Store

ROLES = ("who", "for", "instead_of", "to", "with", "at", "place", "topic", "opposed_by")
PLAIN = (
    "of", "field", "value", "when", "when_text", "when_basis", "said_by", "said_by_text", "said_on", "stance",
    "hedge", "text", "key", "note",
)  # fmt: skip
HELP = {
    "of": ("RECORD", "the record that it is about: a name or an id"),
    "field": ("FIELD", "what is stated; cstoref pack fields lists them"),
    "value": ("VALUE", "a number with its unit, words, or a record"),
    "when": ("DATE", "an EDTF date (that of the event)"),
    "when_text": ("WORDS", "the source's words for the date"),
    "when_basis": ("WORDS", "by which rule the date was found"),
    "said_by": ("RECORD", "the speaker"),
    "said_by_text": ("WORDS", "a speaker without a record"),
    "said_on": ("DATE", "when it was said"),
    "stance": ("STANCE", "how the source presents it (asserted)"),
    "hedge": ("WORDS", "the words that weaken it, as they stand there"),
    "text": ("SENTENCE", "the sentence that readers see, in your own words"),
    "key": ("ID", "tells it from another of the same words"),
    "note": ("WORDS", "a doubt about the reading, for readers"),
    "who": ("RECORDS", "who takes part: with commas between"),
    "for": ("RECORDS", "for whom"),
    "instead_of": ("RECORDS", "instead of whom"),
    "to": ("RECORDS", "to or against whom"),
    "with": ("RECORDS", "with whom"),
    "at": ("RECORD", "the event at which it happened"),
    "place": ("RECORD", "where"),
    "topic": ("RECORDS", "what is spoken about"),
    "opposed_by": ("RECORDS", "against whose will"),
}
QUOTE = ("quote", "source", "before", "after")
DEST = {"for": "role_for", "with": "role_with"}
"""Options whose values need another name, since theirs are words of Python."""
OPTIONS = (*(DEST.get(key, key) for key in (*PLAIN, *ROLES)), *QUOTE, "negated", "dry_run")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `state`."""
    group = parser.add_argument_group("options of state")
    group.add_argument("--quote", metavar="WORDS", help="the passage, letter for letter")
    group.add_argument("--source", metavar="ID", help="the text that it stands in, where several have it")
    group.add_argument("--before", metavar="WORDS", help="words before the passage, where it stands twice")
    group.add_argument("--after", metavar="WORDS", help="words after it")
    for key, (metavar, help) in HELP.items():
        dest = DEST.get(key, key)
        group.add_argument(f"--{key.replace('_', '-')}", dest=dest, metavar=metavar, help=help)
    group.add_argument("--negated", action="store_true", help="for “is not so”")
    group.add_argument("--dry-run", action="store_true", help="check it, write nothing")


def state(options: argparse.Namespace, common: Common) -> int:
    """Write a statement; with --dry-run only check it."""
    from cstoref.intake.draft import Draft
    from cstoref.intake.own_pack import author_of
    from cstoref.intake.statement import prepare
    from cstoref.intake.statement import state as write
    from cstoref.store.cache import working_store

    root = target(common)
    store = working_store(common.named)
    values = {key: getattr(options, DEST.get(key, key)) or "" for key in (*PLAIN, *ROLES)}
    passage = _passage(store, options)
    draft = Draft(passage, _completed(store, passage, values), options.negated)
    if options.dry_run:
        prepared = prepare(store, common.folders, draft)
        report(
            common,
            prepared.ids,
            {"ids": list(prepared.ids), "findings": [f.message for f in prepared.findings]},
        )
        return FOUND
    stated = write(store, common.folders, draft, author_of(root))
    report(common, stated.ids, _as_json(stated))
    return FOUND


def _passage(store: Store, options: argparse.Namespace) -> Passage:
    """The passage that the options name, or that is asked for. Raises UsageError where there is none."""
    from cstoref.authoring.quotes import Context
    from cstoref.intake.passage import passage_of

    quote, source = options.quote, options.source or ""
    if not quote and not can_ask():
        raise UsageError("name the passage with --quote; see cstoref pack --help")
    context = Context(options.before, options.after)
    while not quote:
        quote = ask("passage, letter for letter")
    while True:
        try:
            return passage_of(store, quote, source, context)
        except UserError as error:
            if options.quote or not can_ask():
                raise
            say(error.sentence)
            quote = ask("passage, letter for letter")


def _completed(store: Store, passage: Passage, values: Mapping[str, str]) -> dict[str, str]:
    """The values, with what a person at the terminal answers for those that are needed and missing."""
    from cstoref.intake.draft import ENTRIES
    from cstoref.intake.proposals import Proposals

    proposals = Proposals(store, passage)
    given = {key: value for key, value in values.items() if value}
    if all(entry.key in given for entry in ENTRIES if entry.needed):
        return proposals.with_words_for_time(given)
    if not can_ask():
        missing = ", ".join(f"--{entry.key}" for entry in ENTRIES if entry.needed and entry.key not in given)
        raise UsageError(f"a statement also needs {missing}; see cstoref pack --help")
    first = proposals.first_values()
    say("an empty answer takes what stands in brackets; a number takes the proposal of that number")
    for entry in ENTRIES:
        if entry.key not in given:
            answer = _answer(proposals, entry, first.get(entry.key, ""), given)
            if answer:
                given[entry.key] = answer
    return proposals.with_words_for_time(given)


def _answer(proposals: Proposals, entry: FormEntry, first: str, given: Mapping[str, str]) -> str:
    """What a person answers for one entry: typed, or one of the proposals by its number."""
    offered = proposals.offered(entry.key, field=given.get("field", ""), of=given.get("of", ""))
    for number, one in enumerate(offered, 1):
        say(f"  {number}  {one.value}{f'  {one.meaning}' if one.meaning else ''}")
    while True:
        answer = ask(f"{entry.label}: {entry.help}", first)
        if answer.isdecimal() and 1 <= int(answer) <= len(offered):
            return offered[int(answer) - 1].value
        if answer or not entry.needed:
            return answer


def _as_json(stated: WrittenStatement) -> dict[str, object]:
    return {
        "ids": list(stated.ids),
        "file": stated.file,
        "line": stated.line,
        "findings": [finding.message for finding in stated.findings],
    }
