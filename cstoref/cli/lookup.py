"""`cstoref WORDS`: the card of the record that the words name, an answer to a question, or a no that says
what it is.
"""

from __future__ import annotations

from cstoref import fold
from cstoref.errors import AMBIGUOUS, FOUND, NOT_FOUND
from cstoref.store.search.exact import exact_hits

from .commands import ID_MARKS
from .output import Common, lines, say
from .record_card import show

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store
    from cstoref.store.search.exact import Hit
    from cstoref.store.search.outcome import Outcome


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `show`."""
    parser.add_argument("name", nargs="+", help="a name, code, role or phrase")
    parser.add_argument("--all", action="store_true", help="all statements, not only the most important")
    parser.add_argument("--quoted-only", action="store_true", help="only statements with a quoted passage")
    parser.add_argument("--ids", action="store_true", help="the id of each statement below what rests on it")
    parser.add_argument("--plain", action="store_true", help="sentences to be read aloud, not a card")
    parser.add_argument("-i", "--interactive", action="store_true", help="open the explorer there")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `show`. What was typed after it is a name, however near to a command."""
    return look_up(options.name, common, options.explicit)


def look_up(words: list[str], common: Common, is_name: bool = False) -> int:
    """Print the card of the one record that the words name; else an answer, or what else they may mean.

    Raises UsageError where the first word is nearly a command, unless `is_name`.
    """
    text = " ".join(words)
    store = common.store()
    if any(mark in text for mark in ID_MARKS):
        from .spots import show_spot

        if (code := show_spot(store, text, common)) is not None:
            return code
    exact = exact_hits(store, fold.key(text))
    # One record at the best tier: a name of its own wins over the same word as another's code or short name.
    if exact and all(hit.record == exact[0].record or hit.tier != exact[0].tier for hit in exact):
        assert exact[0].record is not None
        if exact[0].kind != "place":  # its name may be shared by a person or body of which more is known
            # Loading what an outcome is costs a look-up more than all of its queries.
            alone = not common.json and exact[0].record == exact[-1].record
            return show(store, exact[0].record, common, None if alone else _named(text, exact))
    elif " " not in text:  # ids have no blanks, and what shows them costs more than a question
        from .spots import show_spot

        if (code := show_spot(store, text, common)) is not None:
            return code
    own = next((kind for kind in store.kinds.values() if kind.plural == words[0]), None)
    if own is not None and not is_name and not exact:  # a kind that the pack declares has a list too
        from .lists import print_list

        return print_list(store, own, words[1:], common)
    return _interpreted(store, words, common, is_name)


def _named(text: str, exact: list[Hit]) -> Outcome:
    """A whole name as what words come to: the first record, and the others that are called so too."""
    from cstoref.store.search.outcome import CARD, Outcome, each_once

    others = each_once([hit for hit in exact if hit.record != exact[0].record])
    return Outcome(text, CARD, exact[0].record or "", why=exact[0].why, hits=others)


def _interpreted(store: Store, words: list[str], common: Common, is_name: bool) -> int:
    """No single whole name: print what the words come to."""
    from cstoref.store.search.lookup import look_up
    from cstoref.store.search.outcome import ANSWER, CARD

    outcome = look_up(store, " ".join(words), common.as_of or store.default_day)
    if outcome.status == CARD:
        dated = common._replace(as_of=outcome.as_of) if outcome.as_of else common
        return show(store, outcome.record, dated, outcome)
    if not is_name and (outcome.unknown or not outcome.certain):
        from .arguments import check_command

        check_command(store, words)
    if outcome.status == ANSWER or outcome.answer:
        return _answer(store, outcome, common)
    return _candidates(store, outcome, common)


def _answer(store: Store, outcome: Outcome, common: Common) -> int:
    """Print an answer. Exit code 1 where what was asked is not answered."""
    answer = outcome.answer
    assert answer is not None
    rows = dict(zip(numbers := answer.numbers, store.statements_numbered(numbers), strict=True))
    if common.json:
        from cstoref.export.answers import look_up_json

        from .output import json_value

        json_value(look_up_json(outcome, rows))
        if not answer.complete:
            say(answer.message)
    else:
        from cstoref.render.answer import answer_lines
        from cstoref.render.answer_notes import AnswerContext

        ids = [id for row in rows.values() for id in (*row.statement.about, row.statement.said_by) if id]
        ids += [relay.by for row in rows.values() for relay in row.statement.via if relay.by]
        ids += [item.record for item in answer.items]
        names = {id: named.name for id, named in store.named(ids).items()}
        shorts = store.shorts(
            citation.source for row in rows.values() for citation in row.statement.citations
        )
        style = common.linked_style(store, shorts)
        shown = AnswerContext(rows, names, shorts)
        if not answer.complete:
            say(answer.message)
            answer = answer._replace(message="")
        lines(answer_lines(answer, shown, outcome.unknown, outcome.why, style, common.all))
    return FOUND if answer.complete else NOT_FOUND


def _candidates(store: Store, outcome: Outcome, common: Common) -> int:
    """Print the records that may be meant, the hits of a search, or the closest names."""
    from cstoref.store.search.results import SearchResult

    from .search import print_found

    shown = outcome.status in ("ambiguous", "found")
    hits, suggestions = (outcome.hits, ()) if shown else ((), outcome.hits)
    found = SearchResult(outcome.query, outcome.status, hits, suggestions)
    print_found(store, found, common, outcome)
    if outcome.status == "ambiguous":
        if not common.json:
            lines([f"Other results for these words: cstoref search {outcome.query}"])
        return AMBIGUOUS
    return FOUND if hits else NOT_FOUND
